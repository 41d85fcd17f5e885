/// Python's ideas of text that templates rely on.
enum PythonText {
  /// `str.isspace` of one character.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }

  /// `text.strip(characters)`, or one side of it.
  static func strip(_ text: String, _ characters: String? = nil, left: Bool = true, right: Bool = true) -> String {
    let set = characters.map { Set($0.unicodeScalars) }
    func goes(_ scalar: Unicode.Scalar) -> Bool { set?.contains(scalar) ?? isSpace(scalar) }
    var scalars = text.unicodeScalars[...]
    if left {
      while let first = scalars.first, goes(first) { scalars.removeFirst() }
    }
    if right {
      while let last = scalars.last, goes(last) { scalars.removeLast() }
    }
    return String(scalars)
  }

  /// Where `part` begins in `text` at or after `start`, both in UTF-8; an empty part is found nowhere.
  static func find(_ part: [UInt8], in text: [UInt8], from start: Int = 0) -> Int? {
    guard let first = part.first, text.count >= part.count else { return nil }
    var index = start
    while index <= text.count - part.count {
      if text[index] == first, text[index..<(index + part.count)].elementsEqual(part) { return index }
      index += 1
    }
    return nil
  }

  /// `text.split(separator, limit)` with a separator that is not empty.
  static func split(_ text: String, _ separator: String, limit: Int? = nil) -> [String] {
    let bytes = Array(text.utf8)
    let part = Array(separator.utf8)
    var pieces: [String] = []
    var start = 0
    while pieces.count < limit ?? .max, let end = find(part, in: bytes, from: start) {
      pieces.append(String(decoding: bytes[start..<end], as: UTF8.self))
      start = end + part.count
    }
    return pieces + [String(decoding: bytes[start...], as: UTF8.self)]
  }

  /// `text.rsplit(separator, limit)` with a separator that is not empty.
  static func splitFromEnd(_ text: String, _ separator: String, limit: Int) -> [String] {
    let bytes = Array(text.utf8)
    let part = Array(separator.utf8)
    var pieces: [String] = []
    var end = bytes.count
    var index = bytes.count - part.count
    while pieces.count < limit, index >= 0 {
      if bytes[index..<(index + part.count)].elementsEqual(part) {
        pieces.append(String(decoding: bytes[(index + part.count)..<end], as: UTF8.self))
        end = index
        index -= part.count
      } else {
        index -= 1
      }
    }
    pieces.append(String(decoding: bytes[..<end], as: UTF8.self))
    return pieces.reversed()
  }

  /// `text.split()`: the words between whitespace.
  static func words(_ text: String, limit: Int? = nil) -> [String] {
    var words: [String] = []
    var rest = strip(text, right: false)[...]
    while !rest.isEmpty {
      let scalars = rest.unicodeScalars
      guard words.count < limit ?? .max, let end = scalars.firstIndex(where: isSpace) else {
        words.append(String(rest))
        break
      }
      words.append(String(scalars[..<end]))
      rest = Substring(scalars[end...].drop(while: isSpace))
    }
    return words
  }

  /// `text.replace(old, new, limit)`.
  static func replace(_ text: String, _ old: String, _ new: String, limit: Int? = nil) -> String {
    if old.isEmpty {
      // Python puts the new text around every character.
      var result = String.UnicodeScalarView()
      var count = 0
      for scalar in text.unicodeScalars {
        if count < limit ?? .max { result.append(contentsOf: new.unicodeScalars) }
        count += 1
        result.append(scalar)
      }
      if count < limit ?? .max { result.append(contentsOf: new.unicodeScalars) }
      return String(result)
    }
    return split(text, old, limit: limit).joined(separator: new)
  }

  /// `text.capitalize()`
  static func capitalize(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return first.properties.titlecaseMapping + String(text.unicodeScalars.dropFirst()).lowercased()
  }

  /// Jinja's `title`, which begins a word after whitespace, brackets and hyphens.
  static func title(_ text: String, breaksAt isBreak: (Unicode.Scalar) -> Bool) -> String {
    var result = ""
    var startsWord = true
    for scalar in text.unicodeScalars {
      result += startsWord ? scalar.properties.titlecaseMapping : scalar.properties.lowercaseMapping
      startsWord = isBreak(scalar)
    }
    return result
  }

  /// `repr(text)`
  static func quoted(_ text: String) -> String {
    let hasSingle = text.utf8.contains(UInt8(ascii: "'"))
    let quote: Unicode.Scalar = hasSingle && !text.utf8.contains(UInt8(ascii: "\"")) ? "\"" : "'"
    var result = String.UnicodeScalarView([quote])
    func escape(_ letter: String, _ value: UInt32, _ width: Int) {
      let digits = String(value, radix: 16)
      result.append(
        contentsOf: ("\\" + letter + String(repeating: "0", count: width - digits.count) + digits).unicodeScalars)
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case quote, "\\": result.append(contentsOf: ["\\", scalar])
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      case _ where isPrintable(scalar): result.append(scalar)
      default:
        switch scalar.value {
        case ..<0x100: escape("x", scalar.value, 2)
        case ..<0x10000: escape("u", scalar.value, 4)
        default: escape("U", scalar.value, 8)
        }
      }
    }
    result.append(quote)
    return String(result)
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    case .spaceSeparator: scalar == " "
    default: true
    }
  }
}
