extension JSONValue {
  /// The value on one line without spaces.
  public var text: String { text(.compact) }

  /// The value in a form.
  public func text(_ form: JSONForm) -> String {
    var text = ""
    write(to: &text, form)
    return text
  }

  /// Appends the value in a form.
  public func write(to text: inout String, _ form: JSONForm = .compact) { write(to: &text, form, level: 0) }

  private func write(to text: inout String, _ form: JSONForm, level: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let literal): text += literal
    case .string(let value): Self.quote(value, into: &text)
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        Self.separate(in: &text, form, isFirst: index == 0, level: level + 1)
        element.write(to: &text, form, level: level + 1)
      }
      Self.close("]", in: &text, form, isEmpty: elements.isEmpty, level: level)
    case .object(let object):
      text += "{"
      for (index, member) in object.members.enumerated() {
        Self.separate(in: &text, form, isFirst: index == 0, level: level + 1)
        Self.quote(member.key, into: &text)
        text += form == .compact ? ":" : ": "
        member.value.write(to: &text, form, level: level + 1)
      }
      Self.close("}", in: &text, form, isEmpty: object.members.isEmpty, level: level)
    }
  }

  private static func separate(in text: inout String, _ form: JSONForm, isFirst: Bool, level: Int) {
    if !isFirst { text += form == .spaced ? ", " : "," }
    if form == .indented { breakLine(in: &text, level: level) }
  }

  private static func close(_ bracket: String, in text: inout String, _ form: JSONForm, isEmpty: Bool, level: Int) {
    if form == .indented, !isEmpty { breakLine(in: &text, level: level) }
    text += bracket
  }

  private static func breakLine(in text: inout String, level: Int) {
    text += "\n"
    for _ in 0..<level { text += "  " }
  }

  private static func quote(_ string: String, into text: inout String) {
    text += "\""
    // Nearly every string of a vocabulary can be taken in one piece.
    if string.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
      for scalar in string.unicodeScalars { escape(scalar, into: &text) }
    } else {
      text += string
    }
    text += "\""
  }

  private static func escape(_ scalar: Unicode.Scalar, into text: inout String) {
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
}

extension JSONObject {
  /// The object on one line without spaces.
  public var text: String { text(.compact) }

  /// The object in a form.
  public func text(_ form: JSONForm) -> String { JSONValue.object(self).text(form) }
}
