/// Parses scripts: recursive descent over bytes, since all that means something to a shell is ASCII.
struct ShellParser {
  struct PendingDocument {
    var number: Int
    var delimiter: String
    var isQuoted: Bool
    var stripsTabs: Bool
  }

  // Deeper than anyone writes, and far from the end of a thread's stack.
  private static let depthLimit = 60

  let source: [UInt8]
  var position = 0
  var depth: Int
  var documents: [ShellWord] = []
  var pending: [PendingDocument] = []

  init(_ source: [UInt8], depth: Int) {
    self.source = source
    self.depth = depth
  }

  /// Parses a whole script.
  static func parse(_ source: [UInt8]) throws(ShellSyntaxError) -> ShellScript { try parse(source, depth: 0) }

  static func parse(_ source: [UInt8], depth: Int) throws(ShellSyntaxError) -> ShellScript {
    var parser = ShellParser(source, depth: depth)
    let body = try parser.list(until: [])
    guard parser.position >= source.count else { throw .unexpected(parser.here) }
    guard parser.pending.isEmpty else { throw .incomplete("here-document") }
    return ShellScript(body: body, documents: parser.documents)
  }

  // MARK: - Bytes

  var byte: UInt8? { position < source.count ? source[position] : nil }

  func byte(_ offset: Int) -> UInt8? {
    position + offset < source.count ? source[position + offset] : nil
  }

  func starts(_ text: StaticString) -> Bool {
    var offset = position
    for scalar in text.description.utf8 {
      guard offset < source.count, source[offset] == scalar else { return false }
      offset += 1
    }
    return true
  }

  mutating func take(_ text: StaticString) -> Bool {
    guard starts(text) else { return false }
    position += text.utf8CodeUnitCount
    return true
  }

  var here: String {
    guard let byte else { return "end of file" }
    return byte == 10 ? "newline" : String(decoding: [byte], as: UTF8.self)
  }

  mutating func skipBlanks() {
    while let byte {
      if byte == 0x20 || byte == 0x09 || byte == 0x0D {
        position += 1
      } else if byte == 0x5C, self.byte(1) == 10 {
        position += 2
      } else if byte == 0x23 {
        while let byte = self.byte, byte != 10 {
          position += 1
        }
      } else {
        return
      }
    }
  }

  mutating func skipLines() throws(ShellSyntaxError) {
    skipBlanks()
    while byte == 10 {
      try endLine()
      skipBlanks()
    }
  }

  // Steps over a newline, and over the here-documents that begin behind it.
  private mutating func endLine() throws(ShellSyntaxError) {
    position += 1
    while !pending.isEmpty {
      let document = pending.removeFirst()
      var body: [UInt8] = []
      var isClosed = false
      while position < source.count {
        var end = position
        while end < source.count, source[end] != 10 { end += 1 }
        var line = source[position..<end]
        position = min(end + 1, source.count)
        if document.stripsTabs { line = line.drop { $0 == 0x09 } }
        if String(decoding: line, as: UTF8.self) == document.delimiter {
          isClosed = true
          break
        }
        body += line
        body.append(10)
      }
      guard isClosed else { throw .incomplete("here-document") }
      documents[document.number] =
        document.isQuoted
        ? ShellWord(parts: [.literal(String(decoding: body, as: UTF8.self), isQuoted: true)])
        : try Self.quotedText(body, depth: depth + 1)
    }
  }

  static func quotedText(_ bytes: [UInt8], depth: Int) throws(ShellSyntaxError) -> ShellWord {
    var parser = ShellParser(bytes, depth: depth)
    var word = ShellWord()
    try parser.quoted(into: &word, until: nil)
    return word
  }

  mutating func nested<Result>(
    _ parse: (inout ShellParser) throws(ShellSyntaxError) -> Result
  ) throws(ShellSyntaxError) -> Result {
    guard depth < Self.depthLimit else { throw .tooDeep }
    depth += 1
    let result = try parse(&self)
    depth -= 1
    return result
  }
}
