import Foundation
import TestSupport
import Testing

/// Runs the program with something that it can't use, and expects it to say so as it should: one sentence on standard
/// error, exit code 1, nothing on standard output; the same with `--json`, and one event there.
///
/// - Parameters:
///   - arguments: without `--json`.
///   - words: what the sentence must have in it: the path, and what is wrong.
func expectRefusal(
  _ arguments: [String], saying words: String..., input: String = "", environment: [String: String] = [:],
  code: Int32 = 1, alsoAsJSON: Bool = true, sourceLocation: SourceLocation = #_sourceLocation
) async throws {
  let result = try await Program.run(arguments: arguments, input: input, environment: environment)
  expectSentence(result, saying: words, code: code, sourceLocation: sourceLocation)
  #expect(result.output == "", sourceLocation: sourceLocation)
  guard alsoAsJSON else { return }
  let asJSON = try await Program.run(arguments: arguments + ["--json"], input: input, environment: environment)
  expectSentence(asJSON, saying: words, code: code, sourceLocation: sourceLocation)
  let events = try Events(asJSON, sourceLocation: sourceLocation)
  let errors = events.all.filter { $0["phase"] as? String != "loading" }
  #expect(errors.count == 1, "\(asJSON.output)", sourceLocation: sourceLocation)
  #expect(errors.first?["event"] as? String == "error", "\(asJSON.output)", sourceLocation: sourceLocation)
  let message = errors.first?["message"] as? String ?? ""
  #expect("infir: \(message)\n" == asJSON.errors, sourceLocation: sourceLocation)
}

/// One sentence on standard error, and the exit code.
func expectSentence(
  _ result: Program.Result, saying words: [String], code: Int32, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(result.code == code, "\(result.errors)", sourceLocation: sourceLocation)
  #expect(result.errors.hasPrefix("infir: "), "\(result.errors)", sourceLocation: sourceLocation)
  #expect(
    result.errors.hasSuffix("\n") && result.errors.dropLast().allSatisfy { !$0.isNewline },
    "more than a line: \(result.errors)",
    sourceLocation: sourceLocation)
  for word in words {
    #expect(result.errors.contains(word), "\(word) is missing: \(result.errors)", sourceLocation: sourceLocation)
  }
  // Foundation's errors, and Swift's own descriptions of values, are for nobody at a screen.
  for noise in ["Error Domain", "Optional(", "DecodingError"] {
    #expect(!result.errors.contains(noise), "\(result.errors)", sourceLocation: sourceLocation)
  }
}
