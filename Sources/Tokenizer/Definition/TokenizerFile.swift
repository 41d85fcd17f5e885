internal import Foundation
internal import JSON

/// Reading the files of a tokenizer's directory.
enum TokenizerFile {
  /// Larger files are no tokenizers (Llama-3's has 9 MB, the largest known some 35 MB).
  static let maximalSize = 512 << 20

  /// The content of a file, nil where there is none.
  static func read(_ path: String) throws(TokenizerError) -> [UInt8]? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      // A pipe or a device would never end.
      let attributes = try URL(fileURLWithPath: path).resolvingSymlinksInPath()
        .resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
      guard attributes.isRegularFile == true else {
        throw TokenizerError.unreadable(path: path, reason: "it is not a file; give the directory of a model")
      }
      guard let size = attributes.fileSize, size <= maximalSize else {
        throw TokenizerError.damaged(path: path, reason: "it is larger than \(maximalSize >> 20) MiB")
      }
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch let error as TokenizerError {
      throw error
    } catch {
      throw .unreadable(
        path: path, reason: "\((error as NSError).localizedDescription) Check that it may be read")
    }
  }

  /// The JSON in a file, nil where there is none.
  static func readJSON(_ path: String) throws(TokenizerError) -> JSONValue? {
    guard let bytes = try read(path) else { return nil }
    return try parse(bytes, path: path)
  }

  /// JSON text as a value.
  static func parse(_ bytes: [UInt8], path: String) throws(TokenizerError) -> JSONValue {
    do throws(JSONError) {
      return try JSONValue(parsing: bytes)
    } catch {
      throw .damaged(path: path, reason: "it is not JSON at byte \(error.offset) (\(error.problem))")
    }
  }
}
