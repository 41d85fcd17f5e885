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

  /// The built program: beside the test bundle.
  public static var path: String {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("infir").path
  }

  /// Runs it with these arguments, and this text on standard input.
  ///
  /// - Parameter environment: variables set beside those that every test run gets; settings of the person who runs the
  ///   tests have no say.
  public static func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) async throws -> Result {
    var values: [Environment.Key: String?] = [
      "XDG_CONFIG_HOME": "/nonexistent", "XDG_DATA_HOME": "/nonexistent", "INFIR_MODEL": nil, "INFIR_THREADS": nil,
      "SWIFT_BACKTRACE": "enable=no",
    ]
    for (key, value) in environment { values[Environment.Key(stringLiteral: key)] = value }
    let result = try await Subprocess.run(
      .path(FilePath(path)), arguments: Arguments(arguments), environment: .inherit.updating(values),
      input: .string(input), output: .string(limit: 64 << 20), error: .string(limit: 1 << 20))
    let code: Int32 =
      switch result.terminationStatus {
      case .exited(let code): code
      case .signaled(let signal): 128 + signal
      }
    return Result(code: code, output: result.standardOutput, errors: result.standardError)
  }
}
