import Foundation
import Testing

@testable import infir

@Suite struct InputLinesTests {
  private func lines(_ pieces: [UInt8]...) throws -> [String] {
    let pipe = Pipe()
    for piece in pieces { try pipe.fileHandleForWriting.write(contentsOf: Data(piece)) }
    try pipe.fileHandleForWriting.close()
    return Array(InputLines(descriptor: pipe.fileHandleForReading.fileDescriptor))
  }

  @Test func linesComeOneAtATimeHoweverTheyAreCut() throws {
    #expect(try lines(Array("one\n\ntw".utf8), Array("o\n".utf8)) == ["one", "", "two"])
  }

  @Test func theLastOneNeedsNoEnd() throws { #expect(try lines(Array("one\ntwo".utf8)) == ["one", "two"]) }

  @Test func nothingIsNoLine() throws { #expect(try lines([]) == []) }

  @Test func whatIsNoTextIsALineAllTheSame() throws {
    #expect(try lines([0xFF, 0xFE, 0x0A, 0x61, 0x0A]) == ["\u{FFFD}\u{FFFD}", "a"])
  }
}
