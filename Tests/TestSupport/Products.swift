internal import Foundation

/// The programs that this package builds.
public enum Products {
  /// The path of a program that was built with the tests.
  public static func path(of name: String) -> String {
    // The tests' own program lies beside the others.
    let own = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return own.deletingLastPathComponent().appendingPathComponent(name).path
  }
}
