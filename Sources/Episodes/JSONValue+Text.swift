extension JSONValue {
  /// The value as Python's `json.dumps(value, separators=(",", ":"), ensure_ascii=False)` writes it.
  public var text: String {
    var text = ""
    write(to: &text, indentation: nil, level: 0)
    return text
  }

  /// The value over several lines, two spaces a level, for files that people open.
  public var indentedText: String {
    var text = ""
    write(to: &text, indentation: 2, level: 0)
    return text
  }

  private func write(to text: inout String, indentation: Int?, level: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let literal): text += literal
    case .string(let value): Self.write(value, to: &text)
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += "," }
        Self.breakLine(in: &text, indentation: indentation, level: level + 1)
        element.write(to: &text, indentation: indentation, level: level + 1)
      }
      if !elements.isEmpty { Self.breakLine(in: &text, indentation: indentation, level: level) }
      text += "]"
    case .object(let object):
      text += "{"
      for (index, member) in object.members.enumerated() {
        if index > 0 { text += "," }
        Self.breakLine(in: &text, indentation: indentation, level: level + 1)
        Self.write(member.key, to: &text)
        text += indentation == nil ? ":" : ": "
        member.value.write(to: &text, indentation: indentation, level: level + 1)
      }
      if !object.members.isEmpty { Self.breakLine(in: &text, indentation: indentation, level: level) }
      text += "}"
    }
  }

  private static func breakLine(in text: inout String, indentation: Int?, level: Int) {
    guard let indentation else { return }
    text += "\n" + String(repeating: " ", count: indentation * level)
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{8}": text += "\\b"
      case "\u{C}": text += "\\f"
      case ..<" ":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
