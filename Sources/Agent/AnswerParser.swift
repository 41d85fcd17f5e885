internal import Episodes

/// Reads answers, also those of models that weren't held to the form.
///
/// The action is the JSON object after `Action:` at the beginning of a line, or after the first `Action:` that an object
/// follows; without any, the first object of the answer that is an action. The first, because models that don't stop go
/// on to invent the next steps. The thought is what stands before it, without `Thought:`. By bytes: a combining mark
/// after a brace or a colon would hide it in a `String`'s characters.
public enum AnswerParser {
  /// Objects that are tried; an answer can consist of thousands.
  private static let tries = 32

  /// Reads an answer.
  public static func parse(_ text: String) -> Answer {
    let bytes = Array(text.utf8)
    if let marker = actionMarker(in: bytes) {
      let object = objects(in: bytes, from: marker.upperBound, limit: 1).first
      return Answer(
        text: text, thought: thought(bytes[..<marker.lowerBound]),
        proposal: object.map { read(bytes[$0]) } ?? .unreadable(reason: "there is no JSON object after “Action:”"))
    }
    let tried = objects(in: bytes, from: 0, limit: tries).map { ($0, read(bytes[$0])) }
    let readable = tried.first { if case .action = $0.1 { true } else { false } }
    guard let (range, proposal) = readable ?? tried.first else {
      return Answer(text: text, thought: thought(bytes[...]), proposal: .unreadable(reason: "there is no action in it"))
    }
    return Answer(text: text, thought: thought(bytes[..<range.lowerBound]), proposal: proposal)
  }

  private static func actionMarker(in bytes: [UInt8]) -> Range<Int>? {
    let markers = ranges(of: "action:", in: bytes)
    let beginsLine = markers.first { marker in
      // Bold and headings in Markdown are common before it.
      let before = bytes[..<marker.lowerBound].reversed().first { !" *#>\t".utf8.contains($0) }
      return before == nil || before == UInt8(ascii: "\n")
    }
    return beginsLine
      ?? markers.first { marker in
        bytes[marker.upperBound...].first { !" *`\n\t".utf8.contains($0) } == UInt8(ascii: "{")
      }
  }

  private static func read(_ bytes: ArraySlice<UInt8>) -> Answer.Proposal {
    let json = String(decoding: bytes, as: UTF8.self)
    let action: Action
    do {
      action = try Action(json: json)
    } catch {
      return .unreadable(reason: error.description)
    }
    switch action.target {
    case .point(let point):
      // Clamping would turn pixels, or a point outside of the screen, into a tap somewhere.
      guard (0...1000).contains(point.x), (0...1000).contains(point.y) else {
        return .unreadable(
          reason: "(\(point.x), \(point.y)) is outside of the screen, whose coordinates go from 0 to 1000")
      }
    case .element(let number):
      return .unreadable(
        reason: "it aims at element \(number), and the elements have no numbers; x and y were asked for")
    case nil: break
    }
    switch action {
    case .unknown: return .unreadable(reason: "it names no action")
    case .openApp(let name) where name.allSatisfy(\.isWhitespace): return .unreadable(reason: "it names no app")
    default: return .action(action, json: json)
    }
  }

  private static func thought(_ bytes: ArraySlice<UInt8>) -> String? {
    let start = ranges(of: "thought:", in: Array(bytes)).first?.upperBound ?? 0
    func isFrame(_ character: Character) -> Bool { character.isWhitespace || character == "`" || character == "*" }
    let words = String(decoding: bytes.dropFirst(start), as: UTF8.self).drop(while: isFrame)
    return words.lastIndex { !isFrame($0) }.map { String(words[...$0]) }
  }

  /// The places of an ASCII text, letters of any case. `text` is in lower case.
  private static func ranges(of text: String, in bytes: [UInt8]) -> [Range<Int>] {
    let text = Array(text.utf8)
    guard bytes.count >= text.count else { return [] }
    return (0...bytes.count - text.count).filter { start in
      text.indices.allSatisfy { offset in
        let byte = bytes[start + offset]
        return text[offset] == ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
    }.map { $0..<$0 + text.count }
  }

  /// The outermost pairs of braces, in order; braces in strings don't count. A brace that is never closed is passed over
  /// with all that follows.
  private static func objects(in bytes: [UInt8], from start: Int, limit: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var depth = 0
    var open = start
    var inString = false
    var index = start
    while index < bytes.count, found.count < limit {
      switch bytes[index] {
      case UInt8(ascii: "\\") where inString: index += 1
      case UInt8(ascii: "\"") where depth > 0: inString.toggle()
      case UInt8(ascii: "{") where !inString:
        if depth == 0 { open = index }
        depth += 1
      case UInt8(ascii: "}") where !inString && depth > 0:
        depth -= 1
        if depth == 0 { found.append(open..<index + 1) }
      default: break
      }
      index += 1
    }
    return found
  }
}
