/// Reads an HTML file as far as the browser shows it: headings, paragraphs, links, lists, pictures.
///
/// Unknown tags are passed over and what stands in them is shown; scripts and styles aren't. Anything is a page: there is
/// no HTML that can't be read.
struct HTMLPage {
  private static let breaks: Set<String> = [
    "p", "div", "br", "ul", "ol", "table", "tr", "hr", "section", "article", "header", "footer", "pre", "form", "main",
  ]
  private static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]
  private static let entities: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "mdash": "—", "ndash": "–", "euro": "€",
    "hellip": "…", "copy": "©",
  ]
  /// More than anyone reads.
  private static let partLimit = 1000

  private(set) var title = ""
  private(set) var parts: [WebPages.Part] = []
  /// What the file says is drawn natively, with its number.
  private(set) var widget: (name: String, seed: String)?

  private var text = ""
  private var kind = Kind.text
  private var target = ""
  private enum Kind { case text, heading, item, link }

  init(_ bytes: [UInt8]) {
    let bytes = bytes.prefix(1 << 18)
    var position = bytes.startIndex
    var hidden: String?
    var isInTitle = false
    while position < bytes.endIndex, parts.count < Self.partLimit {
      if bytes[position] == UInt8(ascii: "<") {
        let start = position + 1
        if let name = hidden, !bytes[start...].starts(with: Array("/\(name)".utf8)) {
          // In a script a < is a sign, not a tag.
          position += 1
          continue
        }
        let end = Self.end(of: bytes, from: start)
        position = min(end.next, bytes.endIndex)
        let tag = Tag(bytes[start..<end.content])
        if let name = hidden {
          if tag.isEnd, tag.name == name { hidden = nil }
          continue
        }
        if ["script", "style"].contains(tag.name), !tag.isEnd { hidden = tag.name }
        if tag.name == "title" { isInTitle = !tag.isEnd }
        take(tag)
      } else {
        let start = position
        while position < bytes.endIndex, bytes[position] != UInt8(ascii: "<") { position += 1 }
        guard hidden == nil else { continue }
        let words = Self.plain(String(decoding: bytes[start..<position], as: UTF8.self))
        if isInTitle { title += words } else { add(words) }
      }
    }
    flush()
    title = Self.trimmed(title)
  }

  // MARK: - Tags

  /// A tag's name and attributes.
  struct Tag {
    var name = ""
    var isEnd = false
    var attributes: [String: String] = [:]

    init(_ bytes: ArraySlice<UInt8>) {
      var rest = Substring(String(decoding: bytes, as: UTF8.self))
      if rest.first == "/" {
        isEnd = true
        rest = rest.dropFirst()
      }
      name = String(rest.prefix { !$0.isWhitespace && $0 != "/" }).lowercased()
      rest = rest.dropFirst(name.count)
      while attributes.count < 20 {
        rest = rest.drop { $0.isWhitespace || $0 == "/" }
        let key = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "/" }
        guard !key.isEmpty else { return }
        rest = rest.dropFirst(key.count).drop { $0.isWhitespace }
        var value = Substring()
        if rest.first == "=" {
          rest = rest.dropFirst().drop { $0.isWhitespace }
          if let quote = rest.first, quote == "\"" || quote == "'" {
            value = rest.dropFirst().prefix { $0 != quote }
            rest = rest.dropFirst(value.count + 2)
          } else {
            value = rest.prefix { !$0.isWhitespace }
            rest = rest.dropFirst(value.count)
          }
        }
        attributes[key.lowercased()] = HTMLPage.plain(String(value))
      }
    }
  }

  // Where a tag or a comment ends, and what comes after it.
  private static func end(of bytes: ArraySlice<UInt8>, from start: Int) -> (content: Int, next: Int) {
    let isComment = bytes[start...].starts(with: Array("!--".utf8))
    var position = start
    while position < bytes.endIndex {
      if bytes[position] == UInt8(ascii: ">") {
        let isDashed =
          position >= start + 5 && bytes[position - 1] == UInt8(ascii: "-") && bytes[position - 2] == UInt8(ascii: "-")
        if !isComment || isDashed { return (position, position + 1) }
      }
      position += 1
    }
    return (bytes.endIndex, bytes.endIndex)
  }

  private mutating func take(_ tag: Tag) {
    switch tag.name {
    case "meta":
      if tag.attributes["name"] == "infir-page", let name = tag.attributes["content"] {
        widget = (name, tag.attributes["data-seed"] ?? "")
      }
    case "a":
      flush()
      if !tag.isEnd, let address = tag.attributes["href"] {
        kind = .link
        target = address
      }
    case "li":
      flush()
      if !tag.isEnd { kind = .item }
    case "img":
      flush()
      parts.append(.picture(tag.attributes["src"] ?? "", name: tag.attributes["alt"] ?? ""))
    case let name where Self.headings.contains(name):
      flush()
      if !tag.isEnd { kind = .heading }
    case let name where Self.breaks.contains(name): flush()
    default: break
    }
  }

  // MARK: - Text

  private mutating func add(_ words: String) {
    guard !words.isEmpty, text.utf8.count < 20_000 else { return }
    if text.isEmpty || text.hasSuffix(" ") { text += words.drop { $0 == " " } } else { text += words }
  }

  private mutating func flush() {
    let words = Self.trimmed(text)
    text = ""
    defer { kind = .text }
    guard !words.isEmpty else { return }
    switch kind {
    case .text: parts.append(.text(words))
    case .heading: parts.append(.heading(words))
    case .item: parts.append(.text("• \(words)"))
    case .link: parts.append(.link(words, address: target))
    }
  }

  private static func trimmed(_ text: String) -> String {
    let front = text.drop { $0 == " " }
    return String(front.reversed().drop { $0 == " " }.reversed())
  }

  // White space as one space, entities as what they stand for.
  static func plain(_ text: String) -> String {
    var plain = ""
    var rest = Substring(text)
    while let character = rest.first {
      if character.isWhitespace {
        if !plain.hasSuffix(" ") { plain += " " }
        rest = rest.dropFirst()
      } else if character == "&", let end = rest.prefix(12).firstIndex(of: ";") {
        let name = String(rest[rest.index(after: rest.startIndex)..<end])
        plain += entity(name) ?? "&\(name);"
        rest = rest[rest.index(after: end)...]
      } else {
        plain.append(character)
        rest = rest.dropFirst()
      }
    }
    return plain
  }

  /// A path whose `%20` and the like stand for bytes.
  static func unescaped(_ path: String) -> String {
    var bytes: [UInt8] = []
    var rest = Substring(path)
    while let character = rest.popFirst() {
      if character == "%", let byte = UInt8(rest.prefix(2), radix: 16), rest.count >= 2 {
        bytes.append(byte)
        rest = rest.dropFirst(2)
      } else {
        bytes += Array(String(character).utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func entity(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return entities[name] }
    let digits = name.dropFirst()
    let number = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(UnicodeScalar.init).map { String(Character($0)) }
  }
}
