import Foundation
import TestSupport
import Testing

/// What a command printed with `--json`.
struct Events {
  /// Each line's object.
  let all: [[String: Any]]

  /// Reads the lines of standard output with Foundation's parser, which knows nothing of how they were written; each
  /// has to be an object with an `event`.
  init(_ result: Program.Result, sourceLocation: SourceLocation = #_sourceLocation) throws {
    all = try result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      let object = try #require(
        try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "no JSON object: \(line)",
        sourceLocation: sourceLocation)
      #expect(object["event"] is String, "no event: \(line)", sourceLocation: sourceLocation)
      return object
    }
    #expect(
      result.output.isEmpty || result.output.hasSuffix("\n"), "the last line is torn", sourceLocation: sourceLocation)
  }

  /// Those of one kind.
  func named(_ name: String) -> [[String: Any]] { all.filter { $0["event"] as? String == name } }

  /// Progress of one phase.
  func phase(_ name: String) -> [[String: Any]] { named("progress").filter { $0["phase"] as? String == name } }

  /// The kinds, in order, each run of the same kind once.
  var order: [String] {
    all.compactMap { $0["event"] as? String }.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
