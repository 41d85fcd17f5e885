internal import Foundation
internal import Subprocess
internal import SystemPackage

/// Runs the built `infir` the way a person does.
public enum Program {
  /// What a run left behind.
  public struct Result: Sendable {
    /// The exit code, or 128 + the signal that ended it.
    public let code: Int32
    /// Standard output.
    public let output: String
    /// Standard error.
    public let errors: String

    /// The lines of standard output.
    public var lines: [String] { output.split(separator: "\n", omittingEmptySubsequences: true).map(String.init) }
  }

  /// A program that doesn't end.
  public struct TimedOut: Error, CustomStringConvertible {
    /// What was run.
    public let arguments: [String]
    /// With the command, so that it can be tried by hand.
    public var description: String { "infir \(arguments.joined(separator: " ")) hadn't ended after \(limit)" }
  }

  // Far more than anything here takes: what counts is that a program that hangs fails its test.
  private static let limit = Duration.seconds(300)

  /// The built program.
  public static var path: String { Products.path(of: "infir") }

  /// Runs it with these arguments, and this text on standard input.
  ///
  /// - Parameters:
  ///   - environment: variables set beside those that every test run gets; settings of the person who runs the tests
  ///     have no say.
  ///   - folder: the working directory.
  public static func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:], in folder: String? = nil
  ) async throws -> Result {
    try await run(arguments: arguments, input: input, environment: environment, in: folder)
  }

  /// As `run`, with the arguments as a list.
  public static func run(
    arguments: [String], input: String = "", environment: [String: String] = [:], in folder: String? = nil
  ) async throws -> Result {
    try await withinLimit(arguments) {
      let result = try await Subprocess.run(
        .path(FilePath(path)), arguments: Arguments(arguments), environment: self.environment(environment),
        workingDirectory: folder.map { FilePath($0) }, input: .string(input), output: .string(limit: 64 << 20),
        error: .string(limit: 1 << 20))
      return Result(
        code: code(result.terminationStatus), output: result.standardOutput, errors: result.standardError)
    }
  }

  /// Runs it and sends it a signal as soon as it has printed a line of which `isReached` holds.
  public static func run(
    _ arguments: String..., environment: [String: String] = [:], sending signal: Int32,
    when isReached: @escaping @Sendable (String) -> Bool
  ) async throws -> Result {
    try await withinLimit(arguments) {
      let result = try await Subprocess.run(
        .path(FilePath(path)), arguments: Arguments(arguments), environment: self.environment(environment),
        input: .none, output: .sequence, error: .string(limit: 1 << 20)
      ) { execution in
        var output = ""
        var isSent = false
        // Only newlines end an event; JSON may hold other line breaks.
        for try await line in execution.standardOutput.strings(separatedBy: .unicodeScalarSequence(["\n"])) {
          output += line + "\n"
          if !isSent, isReached(line) {
            isSent = true
            try execution.send(signal: Signal(rawValue: signal))
          }
        }
        return output
      }
      return Result(
        code: code(result.terminationStatus), output: result.closureResult, errors: result.standardError)
    }
  }

  private static func withinLimit(
    _ arguments: [String], _ work: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask { try await work() }
      group.addTask {
        try await Task.sleep(for: limit)
        return nil
      }
      defer { group.cancelAll() }
      guard let result = try await group.next() ?? nil else { throw TimedOut(arguments: arguments) }
      return result
    }
  }

  private static func environment(_ changes: [String: String]) -> Environment {
    var values: [Environment.Key: String?] = [
      "XDG_CONFIG_HOME": "/nonexistent", "XDG_DATA_HOME": "/nonexistent", "INFIR_MODEL": nil, "INFIR_THREADS": nil,
      "INFIR_PICTURES": nil, "COLUMNS": nil, "SWIFT_BACKTRACE": "enable=no",
    ]
    for (key, value) in changes { values[Environment.Key(stringLiteral: key)] = value }
    return .inherit.updating(values)
  }

  private static func code(_ status: TerminationStatus) -> Int32 {
    switch status {
    case .exited(let code): code
    case .signaled(let signal): 128 + signal
    }
  }
}
