/// How free text is written.
enum TextStyle {
  /// As it is, on one line; a newline ends it.
  case line
  /// The inside of a JSON string; the closing quote ends it.
  case json
}

extension ByteAutomaton {
  /// Adds a free text: well-formed UTF-8 without control characters (U+0000–001F, U+007F–009F; but `\n` and `\t` in JSON).
  ///
  /// - Parameters:
  ///   - limit: in bytes, as written.
  ///   - mayBeEmpty: otherwise the first character is there and no space.
  ///   - to: the node after the byte that ends the text.
  /// - Returns: where the text begins, for JSON after the opening quote.
  mutating func addText(_ style: TextStyle, limit: Int, mayBeEmpty: Bool, endingAt to: Node) -> Node {
    let text = addText(limit: limit)
    let boundary = addNode(text: text)
    let end = style == .json ? UInt8(ascii: "\"") : UInt8(ascii: "\n")
    let utf8 = UTF8Nodes(in: &self, text: text, boundary: boundary)
    addCharacters(from: boundary, style, to: boundary, utf8)
    if style == .json { addEscapes(from: boundary, text: text, to: boundary) }
    setBoundary(boundary, end: end, to: to)
    if mayBeEmpty { return boundary }

    let start = addNode(text: text)
    addCharacters(from: start, style, to: boundary, utf8)
    connect(start, 0x20...0x20, to: 0)
    if style == .json {
      // Of the escapes only the two that are no white space and need no further look.
      let escape = append("\\", to: start, text: text)
      connect(escape, anyOf: "\"\\", to: boundary)
    }
    return start
  }

  private mutating func append(_ literal: String, to from: Node, text: Text) -> Node {
    literal.utf8.reduce(from) { node, byte in
      let made = addNode(text: text)
      connect(node, byte...byte, to: made)
      return made
    }
  }

  /// The nodes inside a character of several bytes (Unicode standard, table 3-7).
  private struct UTF8Nodes {
    let oneMore, twoMore, threeMore: Node
    let afterC2, afterE0, afterED, afterF0, afterF4: Node

    init(in automaton: inout ByteAutomaton, text: Text, boundary: Node) {
      func node(_ bytes: ClosedRange<UInt8>, _ next: Node) -> Node {
        let made = automaton.addNode(text: text)
        automaton.connect(made, bytes, to: next)
        return made
      }
      oneMore = node(0x80...0xBF, boundary)
      twoMore = node(0x80...0xBF, oneMore)
      threeMore = node(0x80...0xBF, twoMore)
      afterC2 = node(0xA0...0xBF, boundary)  // U+0080–009F are control characters
      afterE0 = node(0xA0...0xBF, oneMore)  // no overlong forms
      afterED = node(0x80...0x9F, oneMore)  // no surrogates
      afterF0 = node(0x90...0xBF, twoMore)  // no overlong forms
      afterF4 = node(0x80...0x8F, twoMore)  // nothing above U+10FFFF
    }
  }

  private mutating func addCharacters(from: Node, _ style: TextStyle, to boundary: Node, _ utf8: UTF8Nodes) {
    connect(from, 0x20...0x7E, to: boundary)
    if style == .json { connect(from, anyOf: "\"\\", to: 0) }
    connect(from, 0xC2...0xC2, to: utf8.afterC2)
    connect(from, 0xC3...0xDF, to: utf8.oneMore)
    connect(from, 0xE0...0xE0, to: utf8.afterE0)
    connect(from, 0xE1...0xEF, to: utf8.twoMore)
    connect(from, 0xED...0xED, to: utf8.afterED)
    connect(from, 0xF0...0xF0, to: utf8.afterF0)
    connect(from, 0xF1...0xF3, to: utf8.threeMore)
    connect(from, 0xF4...0xF4, to: utf8.afterF4)
  }

  /// JSON's escapes: the short ones, and `\uXXXX` where surrogates come in pairs and control characters don't come.
  private mutating func addEscapes(from: Node, text: Text, to boundary: Node) {
    let hex = "0123456789abcdefABCDEF"
    func node(_ automaton: inout ByteAutomaton) -> Node { automaton.addNode(text: text) }
    let escape = append("\\", to: from, text: text)
    connect(escape, anyOf: "\"\\/nt", to: boundary)
    let first = append("u", to: escape, text: text)
    let lastHex = node(&self)
    connect(lastHex, anyOf: hex, to: boundary)
    let twoHex = node(&self)
    connect(twoHex, anyOf: hex, to: lastHex)
    let threeHex = node(&self)
    connect(threeHex, anyOf: hex, to: twoHex)
    connect(first, anyOf: hex, to: threeHex)

    // \u00XX: from 20 on, without 7F–9F.
    let zero = node(&self)
    connect(first, anyOf: "0", to: zero)
    connect(zero, anyOf: hex, to: twoHex)
    let zeroZero = node(&self)
    connect(zero, anyOf: "0", to: zeroZero)
    connect(zeroZero, anyOf: "23456abcdefABCDEF", to: lastHex)
    let seven = append("7", to: zeroZero, text: text)
    connect(seven, anyOf: "0123456789abcdeABCDE", to: boundary)

    // \uD800–DBFF, then \uDC00–DFFF.
    let surrogate = node(&self)
    connect(first, anyOf: "dD", to: surrogate)
    connect(surrogate, anyOf: "01234567", to: twoHex)
    let high = node(&self)
    connect(surrogate, anyOf: "89abAB", to: high)
    let highLast = node(&self)
    connect(high, anyOf: hex, to: highLast)
    let between = node(&self)
    connect(highLast, anyOf: hex, to: between)
    let low = append("\\u", to: between, text: text)
    let lowFirst = node(&self)
    connect(low, anyOf: "dD", to: lowFirst)
    connect(lowFirst, anyOf: "cdefCDEF", to: twoHex)
  }
}
