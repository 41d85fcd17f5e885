import Foundation
import Testing

@testable import Terminal

@Suite struct KittyEncoderTests {
  @Test func aSmallPictureIsOnePiece() {
    let bytes = KittyEncoder.show(png: Array("PNG".utf8), id: 7)
    #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}_Ga=T,f=100,i=7,p=1,C=1,q=2,m=0;UE5H\u{1B}\\")
  }

  @Test("pieces hold 4096 characters", arguments: [3071, 3072, 3073, 6144, 10_000])
  func pieces(count: Int) throws {
    let png = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let text = String(decoding: KittyEncoder.show(png: png, id: 1), as: UTF8.self)
    let pieces = text.components(separatedBy: "\u{1B}\\").dropLast()
    #expect(pieces.count == (count + 3071) / 3072)
    var base64 = ""
    for (index, piece) in pieces.enumerated() {
      #expect(piece.hasPrefix("\u{1B}_G"))
      let parts = piece.dropFirst(3).split(separator: ";", maxSplits: 1)
      let isLast = index == pieces.count - 1
      #expect(parts[0].hasSuffix(isLast ? "m=0" : "m=1"))
      #expect(isLast || parts[1].count == 4096)
      base64 += parts[1]
    }
    #expect(Data(base64Encoded: base64) == Data(png))
  }

  @Test func deleting() {
    #expect(String(decoding: KittyEncoder.delete(id: 7), as: UTF8.self) == "\u{1B}_Ga=d,d=I,i=7,q=2\u{1B}\\")
  }
}
