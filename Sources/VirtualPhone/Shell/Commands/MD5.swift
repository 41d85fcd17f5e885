internal import Foundation

/// RFC 1321's digest: only to compare files by, as `md5sum` does.
enum MD5 {
  private static let shifts: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
  private static let sines: [UInt32] = (0..<64).map { UInt32(abs(sin(Double($0 + 1))) * 4_294_967_296) }

  static func digest(of bytes: [UInt8]) -> [UInt8] {
    var message = bytes + [0x80]
    while message.count % 64 != 56 { message.append(0) }
    let bits = UInt64(bytes.count) &* 8
    for shift in stride(from: UInt64(0), to: 64, by: 8) { message.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
    for block in stride(from: 0, to: message.count, by: 64) {
      var words = [UInt32](repeating: 0, count: 16)
      for index in 0..<64 { words[index / 4] |= UInt32(message[block + index]) << UInt32(index % 4 * 8) }
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      for index in 0..<64 {
        let mixed: UInt32
        let word: Int
        switch index / 16 {
        case 0: (mixed, word) = (b & c | ~b & d, index)
        case 1: (mixed, word) = (d & b | ~d & c, (5 * index + 1) % 16)
        case 2: (mixed, word) = (b ^ c ^ d, (3 * index + 5) % 16)
        default: (mixed, word) = (c ^ (b | ~d), 7 * index % 16)
        }
        let sum = mixed &+ a &+ sines[index] &+ words[word]
        let shift = shifts[index / 16 * 4 + index % 4]
        (a, d, c, b) = (d, c, b, b &+ (sum << shift | sum >> (32 - shift)))
      }
      state[0] &+= a
      state[1] &+= b
      state[2] &+= c
      state[3] &+= d
    }
    return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
  }
}
