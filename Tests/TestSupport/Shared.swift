public import Foundation

/// The folder beside the checkout that holds reference values and recorded data; tests that need it skip without it.
public enum Shared {
  /// `INFIR_SHARED`, or `../shared` beside the checkout.
  public static var root: URL {
    if let path = ProcessInfo.processInfo.environment["INFIR_SHARED"] { return URL(fileURLWithPath: path) }
    return repository.deletingLastPathComponent().appendingPathComponent("shared")
  }

  /// The checkout.
  public static var repository: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  /// Whether a file or folder below `root` is there. For `.enabled(if:)`.
  public static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// The path of a file or folder below `root`.
  public static func path(_ path: String) -> String { root.appendingPathComponent(path).path }

  /// What a skipped test says.
  public static let missing = "the shared folder with reference values is not here; set INFIR_SHARED to its path"

  /// The folder that `scripts/download-test-models` fills: `INFIR_DOWNLOADS`, or `downloads` in the checkout.
  public static var downloads: URL {
    if let path = ProcessInfo.processInfo.environment["INFIR_DOWNLOADS"] { return URL(fileURLWithPath: path) }
    return repository.appendingPathComponent("downloads")
  }
}
