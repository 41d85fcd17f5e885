/// Backslash sequences of `echo -e` and `printf`.
enum EscapedText {
  /// - Returns: the bytes, and whether `\c` asked to stop there.
  static func expand(_ bytes: [UInt8]) -> (bytes: [UInt8], stops: Bool) {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x5C, index + 1 < bytes.count else {
        result.append(bytes[index])
        index += 1
        continue
      }
      index += 2
      switch bytes[index - 1] {
      case 0x6E: result.append(10)
      case 0x74: result.append(9)
      case 0x72: result.append(13)
      case 0x61: result.append(7)
      case 0x62: result.append(8)
      case 0x65: result.append(27)
      case 0x66: result.append(12)
      case 0x76: result.append(11)
      case 0x5C: result.append(0x5C)
      case 0x63: return (result, true)
      case 0x78: result.append(number(bytes, &index, radix: 16, digits: 2))
      case 0x30...0x37:
        if bytes[index - 1] != 0x30 { index -= 1 }
        result.append(number(bytes, &index, radix: 8, digits: 3))
      default: result += [0x5C, bytes[index - 1]]
      }
    }
    return (result, false)
  }

  private static func number(_ bytes: [UInt8], _ index: inout Int, radix: Int, digits: Int) -> UInt8 {
    var value = 0
    var count = 0
    while count < digits, index < bytes.count,
      let digit = Int(String(decoding: [bytes[index]], as: UTF8.self), radix: radix)
    {
      value = value * radix + digit
      index += 1
      count += 1
    }
    return UInt8(truncatingIfNeeded: value)
  }
}
