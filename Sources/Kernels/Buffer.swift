/// Mutable numbers with one owner, aligned for the widest vectors.
///
/// The operators of this module take buffers and offsets; what holds a buffer decides what the numbers mean.
public struct Buffer<Element: BitwiseCopyable>: ~Copyable {
  let pointer: UnsafeMutablePointer<Element>

  /// The number of values.
  public let count: Int

  /// `count` values, all of them `value`.
  public init(count: Int, repeating value: Element) {
    precondition(count >= 0, "a buffer of \(count) values")
    let bytes = max(count, 1) * MemoryLayout<Element>.stride
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    pointer = memory.bindMemory(to: Element.self, capacity: count)
    pointer.initialize(repeating: value, count: count)
    self.count = count
  }

  /// The values of an array.
  public init(_ values: [Element]) {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: max(values.count, 1) * MemoryLayout<Element>.stride, alignment: 64)
    pointer = memory.bindMemory(to: Element.self, capacity: values.count)
    count = values.count
    values.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { pointer.initialize(from: base, count: source.count) }
    }
  }

  deinit { UnsafeMutableRawPointer(pointer).deallocate() }

  /// One value.
  public subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count, "value \(index) of \(count)")
      return pointer[index]
    }
    set {
      precondition(index >= 0 && index < count, "value \(index) of \(count)")
      pointer[index] = newValue
    }
  }

  /// All values, to read.
  public var span: Span<Element> {
    @_lifetime(borrow self)
    get { _overrideLifetime(Span(_unsafeStart: pointer, count: count), borrowing: self) }
  }

  /// All values, to write.
  public var mutableSpan: MutableSpan<Element> {
    @_lifetime(&self)
    mutating get { _overrideLifetime(MutableSpan(_unsafeStart: pointer, count: count), mutating: &self) }
  }

  /// A copy of some of the values.
  public func array(_ range: Range<Int>) -> [Element] {
    Array(UnsafeBufferPointer(start: address(of: range), count: range.count))
  }

  /// A copy of all values.
  public func array() -> [Element] { array(0..<count) }

  /// Appends a copy of all values to an array.
  public func append(to array: inout [Element]) {
    array.append(contentsOf: UnsafeBufferPointer(start: pointer, count: count))
  }

  /// Overwrites the values from `offset` on with those of an array's `range`.
  public mutating func copy(_ values: [Element], _ range: Range<Int>, to offset: Int) {
    precondition(range.lowerBound >= 0 && range.upperBound <= values.count, "values \(range) of \(values.count)")
    let target = address(of: offset..<offset + range.count)
    values.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { target.update(from: base + range.lowerBound, count: range.count) }
    }
  }

  /// Overwrites the values from `offset` on with another buffer's `range`.
  public mutating func copy(_ values: borrowing Buffer<Element>, _ range: Range<Int>, to offset: Int) {
    address(of: offset..<offset + range.count).update(from: values.address(of: range), count: range.count)
  }

  /// Where `range` begins, after a check that it is inside.
  func address(of range: Range<Int>) -> UnsafeMutablePointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "values \(range) of \(count)")
    return pointer + range.lowerBound
  }

  /// Where `count` values from `offset` on begin, after a check that they are inside.
  func address(at offset: Int, count: Int) -> UnsafeMutablePointer<Element> { address(of: offset..<offset + count) }
}

// One owner at a time, so handing it to another thread is safe.
extension Buffer: @unchecked Sendable where Element: Sendable {}
