import TestSupport
import Testing

/// Compares a text with the one in `Snapshots`; `RECORD=1 swift test --filter InfirTests` writes it anew.
func expectSnapshot(
  _ text: String, _ name: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
  if let difference = Snapshot.difference(of: text, from: name, beside: file) {
    Issue.record(Comment(rawValue: difference), sourceLocation: sourceLocation)
  }
}
