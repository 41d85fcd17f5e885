import Foundation
import Interface
import TestSupport
import Testing

/// Compares a frame with the text beside the tests; `RECORD=1 swift test --filter InterfaceTests` writes it anew.
func expectSnapshot(_ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snapshots")
  let file = folder.appendingPathComponent(name + ".txt")
  let text = description(of: frame)
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try text.write(to: file, atomically: true, encoding: .utf8)
    return
  }
  guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record("\(name).txt is missing; run with RECORD=1 and look at it", sourceLocation: sourceLocation)
    return
  }
  guard text != expected else { return }
  let pairs = zip(
    text.split(separator: "\n", omittingEmptySubsequences: false),
    expected.split(separator: "\n", omittingEmptySubsequences: false))
  let first = pairs.enumerated().first { $0.element.0 != $0.element.1 }
  let difference =
    first.map { "line \($0.offset + 1) is\n\($0.element.0)\nand should be\n\($0.element.1)" } ?? "the lengths differ"
  Issue.record("\(name): \(difference)\nRECORD=1 writes it anew.", sourceLocation: sourceLocation)
}

/// The rows, then what isn't in them: the cursor and the pictures.
private func description(of frame: Frame) -> String {
  var lines = [frame.text]
  if let cursor = frame.cursor { lines.append("cursor: column \(cursor.column), row \(cursor.row)") }
  for picture in frame.pictures {
    let area = picture.area
    lines.append("picture: \(picture.path) at \(area.column),\(area.row), \(area.columns)×\(area.rows) cells")
    lines += picture.marks.map { "  \($0)" }
  }
  return lines.joined(separator: "\n") + "\n"
}
