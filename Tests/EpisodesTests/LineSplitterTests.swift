import Testing

@testable import Episodes

@Suite struct LineSplitterTests {
  /// The lines of a text that comes in pieces of a size.
  func lines(_ text: String, pieces size: Int, limit: Int = 100) -> [LineSplitter.Line] {
    var splitter = LineSplitter(limit: limit)
    var lines: [LineSplitter.Line] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      lines += splitter.add(Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    if let last = splitter.finish() { lines.append(last) }
    return lines
  }

  @Test(arguments: [1, 2, 3, 7, 100])
  func linesDoNotDependOnPieces(size: Int) {
    #expect(
      lines("ab\n\ncde\nf", pieces: size) == [
        LineSplitter.Line(number: 1, bytes: Array("ab".utf8)),
        LineSplitter.Line(number: 2, bytes: []),
        LineSplitter.Line(number: 3, bytes: Array("cde".utf8)),
        LineSplitter.Line(number: 4, bytes: Array("f".utf8), isTerminated: false),
      ])
  }

  @Test(arguments: [1, 2, 3, 7, 100])
  func aLineThatIsTooLongIsCountedButNotKept(size: Int) {
    #expect(
      lines("abcd\nabcde\nab\nabcdef", pieces: size, limit: 4) == [
        LineSplitter.Line(number: 1, bytes: Array("abcd".utf8)),
        LineSplitter.Line(number: 2, bytes: [], isTooLong: true),
        LineSplitter.Line(number: 3, bytes: Array("ab".utf8)),
        LineSplitter.Line(number: 4, bytes: [], isTerminated: false, isTooLong: true),
      ])
  }

  @Test func nothingHasNoLines() {
    #expect(lines("", pieces: 1) == [])
    #expect(lines("a\n", pieces: 1).count == 1)
  }
}
