import Foundation
import TestSupport

/// A model of random weights, made by the program itself, once for all tests that want one.
enum TinyModel {
  private static let directory = try? TemporaryDirectory()

  private static let made = Task { () throws -> String in
    guard let directory else { throw CocoaError(.fileWriteUnknown) }
    // The folder outlives the tests, and nothing else ends with the process.
    atexit { if let directory = TinyModel.directory { try? FileManager.default.removeItem(atPath: directory.path) } }
    let path = directory.file("tiny")
    let result = try await Program.run(
      "model", "assemble", "--preset", "tiny", "--random", "--seed", "1", "--out", path)
    guard result.code == 0 else { throw Failure(text: result.errors) }
    return path
  }

  private struct Failure: Error, CustomStringConvertible {
    let text: String
    var description: String { "the tiny model can't be made: \(text)" }
  }

  /// Its folder.
  static var path: String { get async throws { try await made.value } }

  /// A copy of its folder, to be damaged: files are copied one by one, weights included.
  static func copy(to directory: TemporaryDirectory, as name: String = "model") async throws -> String {
    let copy = directory.file(name)
    try FileManager.default.copyItem(atPath: try await path, toPath: copy)
    return copy
  }
}
