internal import Foundation
internal import Yams

/// What a person set once and for all: `INFIR_*` variables, then `$XDG_CONFIG_HOME/infir/config.yaml`.
///
/// Flags come before both; they are the commands' business.
struct Settings: Sendable, Equatable {
  /// The model to load when none is named.
  var model: String?
  /// How many threads compute; nil for one per core.
  var threads: Int?

  /// Reads the environment and the file.
  ///
  /// - Throws: `SettingsError` when the file is there and can't be used: a misspelt key should not pass unnoticed.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) throws(SettingsError) {
    let path = Settings.path(environment: environment)
    let file = try Settings.read(path)
    // An empty variable is one that isn't set, as everywhere.
    func variable(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    model = variable("INFIR_MODEL") ?? file.model
    if let text = variable("INFIR_THREADS") {
      guard let value = Int(text), value > 0 else {
        throw .variable(name: "INFIR_THREADS", value: text, expected: "a number from 1")
      }
      threads = value
    } else {
      threads = file.threads
    }
    if let threads, threads < 1 { throw .unusable(path: path, reason: "threads is \(threads); it must be at least 1") }
  }

  /// Where the file is: `$XDG_CONFIG_HOME/infir/config.yaml`.
  static func path(environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
    let base = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return (base ?? (environment["HOME"] ?? "") + "/.config") + "/infir/config.yaml"
  }

  /// Where models and recordings are kept: `$XDG_DATA_HOME/infir`.
  static func dataDirectory(environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
    let base = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return (base ?? (environment["HOME"] ?? "") + "/.local/share") + "/infir"
  }

  private struct File {
    var model: String?
    var threads: Int?
  }

  private static func read(_ path: String) throws(SettingsError) -> File {
    guard FileManager.default.fileExists(atPath: path) else { return File() }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw .unusable(path: path, reason: "it can't be read as text; check that it is a file, and its permissions")
    }
    let yaml: Any?
    do { yaml = try Yams.load(yaml: text) } catch {
      // The lines after the first show the place in the file.
      throw .unusable(path: path, reason: String(String(describing: error).prefix { !$0.isNewline }))
    }
    guard let yaml, !(yaml is NSNull) else { return File() }
    guard let keys = yaml as? [String: Any] else {
      throw .unusable(path: path, reason: "it has no settings in it; write lines such as model: PATH")
    }
    if let unknown = keys.keys.sorted().first(where: { !["model", "threads"].contains($0) }) {
      throw .unusable(path: path, reason: "it has an unknown key, \(unknown); it may have model and threads")
    }
    return File(
      model: try value("model", in: keys, path: path, expected: "a path"),
      threads: try value("threads", in: keys, path: path, expected: "a number"))
  }

  /// A key's value; nil where it is missing or null.
  private static func value<Value>(
    _ name: String, in keys: [String: Any], path: String, expected: String
  ) throws(SettingsError) -> Value? {
    guard let any = keys[name], !(any is NSNull) else { return nil }
    guard let value = any as? Value else {
      throw .unusable(path: path, reason: "\(name) must be \(expected)")
    }
    return value
  }
}

/// Why settings can't be used.
enum SettingsError: Error, Equatable, CustomStringConvertible {
  case unusable(path: String, reason: String)
  case variable(name: String, value: String, expected: String)

  var description: String {
    switch self {
    case .unusable(let path, let reason): "the settings in \(path) can't be used: \(reason)"
    case .variable(let name, let value, let expected): "\(name) is \(value); it must be \(expected)"
    }
  }
}
