internal import Foundation

/// Text beside the tests that a text is compared with; `RECORD=1` writes it anew, to be reviewed like code.
public enum Snapshot {
  /// What is different, in words; nil if nothing is.
  ///
  /// - Parameters:
  ///   - text: what there is.
  ///   - name: the file's name in `Snapshots`, without `.txt`.
  ///   - file: the test's file, which `Snapshots` lies beside.
  public static func difference(of text: String, from name: String, beside file: String = #filePath) -> String? {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Snapshots")
    let url = folder.appendingPathComponent(name + ".txt")
    let text = text.hasSuffix("\n") ? text : text + "\n"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      do {
        try text.write(to: url, atomically: true, encoding: .utf8)
        return nil
      } catch {
        return "\(url.path) can't be written: \(error)"
      }
    }
    guard let expected = try? String(contentsOf: url, encoding: .utf8) else {
      return "\(name).txt is missing; run with RECORD=1 and look at it"
    }
    guard text != expected else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let first = zip(lines, wanted).enumerated().first { $0.element.0 != $0.element.1 }
    let place =
      first.map { "line \($0.offset + 1) is\n\($0.element.0)\nand should be\n\($0.element.1)" }
      ?? "it has \(lines.count) lines and should have \(wanted.count)"
    return "\(name): \(place)\nRECORD=1 writes it anew. The whole:\n\(text)"
  }
}
