internal import Foundation
internal import JSON
internal import Tokenizer

/// A conversation in a file: a JSON list of objects with `role` and `content`, as chat templates and servers have it.
enum MessagesFile {
  /// Why a file is no conversation.
  struct Problem: Error, CustomStringConvertible {
    let path: String
    let reason: String
    var description: String { "\(path) can't be used as messages: \(reason)" }
  }

  /// Reads all messages; at least one.
  static func read(_ path: String) throws -> [ChatMessage] {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Problem(path: path, reason: "there is no such file")
    }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Problem(path: path, reason: "it can't be read; check that it is a file, and its permissions")
    }
    let value: JSONValue
    do { value = try JSONValue(parsing: Array(bytes)) } catch {
      throw Problem(path: path, reason: error.description)
    }
    guard case .array(let list) = value else {
      throw Problem(path: path, reason: #"it is no list; write [{"role":"user","content":"Hello"}]"#)
    }
    guard !list.isEmpty else { throw Problem(path: path, reason: "it has no message in it") }
    return try list.enumerated().map { index, value in
      guard let object = value.object, let role = object["role"]?.string, let content = object["content"]?.string else {
        throw Problem(path: path, reason: "message \(index + 1) needs role and content, both as text")
      }
      return ChatMessage(role: role, content: content)
    }
  }
}
