import Interface
import TestSupport
import Testing

/// Compares a frame with the text beside the tests; `RECORD=1 swift test --filter InterfaceTests` writes it anew.
func expectSnapshot(_ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
  if let difference = Snapshot.difference(of: description(of: frame), from: name, beside: #filePath) {
    Issue.record(Comment(rawValue: difference), sourceLocation: sourceLocation)
  }
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
