extension GGUF {
  /// A metadata value.
  ///
  /// Arrays are typed, because a vocabulary has hundreds of thousands of strings and numbers: they load in a fraction
  /// of the time, and the memory, of an array of values.
  public enum Value: Sendable, Equatable {
    /// UINT8, UINT16, UINT32 or UINT64.
    case unsigned(UInt64)
    /// INT8, INT16, INT32 or INT64.
    case signed(Int64)
    /// FLOAT32 or FLOAT64.
    case float(Double)
    /// BOOL.
    case bool(Bool)
    /// STRING; bytes that aren't UTF-8 are U+FFFD.
    case string(String)
    /// An array of STRING.
    case strings([String])
    /// An array of any integer type.
    case integers([Int])
    /// An array of FLOAT32 or FLOAT64.
    case numbers([Double])
    /// An array of BOOL.
    case bools([Bool])
    /// An array of arrays, or of UINT64 of which one is too large for `Int`.
    case array([Value])
  }

  /// The value of a key when it is a string.
  public func string(_ key: String) -> String? {
    guard case .string(let value) = metadata[key] else { return nil }
    return value
  }

  /// The value of a key when it is an integer of any width that fits.
  public func integer(_ key: String) -> Int? {
    switch metadata[key] {
    case .unsigned(let value): Int(exactly: value)
    case .signed(let value): Int(exactly: value)
    default: nil
    }
  }

  /// The value of a key when it is a number, integers included.
  public func number(_ key: String) -> Double? {
    switch metadata[key] {
    case .unsigned(let value): Double(value)
    case .signed(let value): Double(value)
    case .float(let value): value
    default: nil
    }
  }

  /// The value of a key when it is true or false.
  public func bool(_ key: String) -> Bool? {
    guard case .bool(let value) = metadata[key] else { return nil }
    return value
  }

  /// The value of a key when it is an array of strings.
  public func strings(_ key: String) -> [String]? {
    guard case .strings(let values) = metadata[key] else { return nil }
    return values
  }

  /// The value of a key when it is an array of integers.
  public func integers(_ key: String) -> [Int]? {
    guard case .integers(let values) = metadata[key] else { return nil }
    return values
  }

  /// The value of a key when it is an array of numbers, integers included.
  public func numbers(_ key: String) -> [Double]? {
    switch metadata[key] {
    case .numbers(let values): values
    case .integers(let values): values.map(Double.init)
    default: nil
    }
  }

  /// The value of a key when it is an array of truth values.
  public func bools(_ key: String) -> [Bool]? {
    guard case .bools(let values) = metadata[key] else { return nil }
    return values
  }
}
