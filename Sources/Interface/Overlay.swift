/// A text shown over a screen; the help is one.
struct Overlay: Sendable, Equatable {
  enum Content: Sendable, Equatable {
    /// The keys of the screen below, from their table.
    case keys
    case text([TextLine])
  }

  var title: String
  var content: Content
  private var pane = TextPane()

  static let help = Overlay(title: "Keys", content: .keys)

  init(title: String, text: [TextLine]) {
    self.title = title
    content = .text(text)
  }

  private init(title: String, content: Content) {
    self.title = title
    self.content = content
  }

  static let bindings = [
    KeyBinding([.escape, .character("q"), .enter], "close", "close this text", .dismiss),
    KeyBinding([.up, .character("k")], "up", "scroll up", .up),
    KeyBinding([.down, .character("j"), .character(" ")], "down", "scroll down", .down),
    KeyBinding([.pageUp], "page up", "a page up", .pageUp, isInFooter: false),
    KeyBinding([.pageDown], "page down", "a page down", .pageDown, isInFooter: false),
    KeyBinding([.home], "top", "to the top", .first, isInFooter: false),
    KeyBinding([.end], "end", "to the end", .last, isInFooter: false),
  ]

  /// - Parameter bindings: those of the screen below.
  mutating func scroll(_ command: Command, bindings: [KeyBinding], in body: Rect, isASCII: Bool) {
    let rect = Self.rect(in: body)
    let visible = max(1, rect.rows - 2)
    let page = max(1, visible - 1)
    let count = lines(bindings, columns: Self.textColumns(rect), isASCII: isASCII).count
    let distance =
      switch command {
      case .up: -1
      case .down: 1
      case .pageUp: -page
      case .pageDown: page
      case .first: -count
      case .last: count
      default: 0
      }
    pane.scroll(by: distance, count: count, visible: visible, follows: false)
  }

  mutating func scroll(by rows: Int, bindings: [KeyBinding], in body: Rect, isASCII: Bool) {
    let rect = Self.rect(in: body)
    let count = lines(bindings, columns: Self.textColumns(rect), isASCII: isASCII).count
    pane.scroll(by: rows, count: count, visible: max(1, rect.rows - 2), follows: false)
  }

  func draw(on canvas: inout Canvas, bindings: [KeyBinding], in body: Rect) {
    let rect = Self.rect(in: body)
    guard !rect.isEmpty else { return }
    canvas.clear(rect)
    canvas.hideCursor()
    canvas.removePictures(under: rect)
    let inside =
      rect.rows >= 3 && rect.columns >= 8 ? canvas.box(rect, title: title, right: "Esc closes").inset(columns: 1) : rect
    let lines = lines(bindings, columns: Self.textColumns(rect), isASCII: canvas.isASCII)
    let first = pane.first(count: lines.count, visible: inside.rows)
    canvas.put(lines.dropFirst(first), in: inside)
    if case .keys = content { paintKeys(bindings, lines: lines, first: first, on: &canvas, in: inside) }
    canvas.scrollBar(
      column: rect.column + rect.columns - 1, rows: inside.rowRange, first: first, visible: inside.rows,
      count: lines.count)
    canvas.addTarget(.text(.overlay), in: rect)
  }

  private static func rect(in body: Rect) -> Rect {
    let columns = body.columns >= 60 ? min(body.columns - 6, 84) : body.columns
    let rows = body.rows >= 16 ? body.rows - 2 : body.rows
    return Rect(
      column: body.column + (body.columns - columns) / 2, row: body.row + (body.rows - rows) / 2, columns: columns,
      rows: rows)
  }

  private static func textColumns(_ rect: Rect) -> Int { max(1, rect.columns - 4) }

  private func lines(_ bindings: [KeyBinding], columns: Int, isASCII: Bool) -> [TextLine] {
    switch content {
    case .text(let text):
      text.flatMap { line in
        TextLine.wrap(line.text, columns: columns, ascii: isASCII, role: line.role, isBold: line.isBold)
      }
    case .keys: keyLines(bindings, columns: columns, isASCII: isASCII)
    }
  }

  /// How wide the column of keys is.
  private func keyColumns(_ bindings: [KeyBinding], columns: Int, isASCII: Bool) -> Int {
    let widest = bindings.reduce(0) { max($0, DisplayText.width(of: Self.names($1, isASCII: isASCII), ascii: isASCII)) }
    return min(widest + 2, columns / 2)
  }

  private static func names(_ binding: KeyBinding, isASCII: Bool) -> String {
    let symbols = isASCII ? Symbols.ascii : .utf8
    return binding.keys.map { $0.name(symbols) }.joined(separator: " ")
  }

  private func keyLines(_ bindings: [KeyBinding], columns: Int, isASCII: Bool) -> [TextLine] {
    let indent = keyColumns(bindings, columns: columns, isASCII: isASCII)
    var lines: [TextLine] = []
    for binding in bindings {
      let names = TextLayout.cut(Self.names(binding, isASCII: isASCII), columns: indent - 1, ascii: isASCII)
      let space = max(0, indent - DisplayText.width(of: names, ascii: isASCII))
      let help = binding.help + (binding.disabled.map { " (not now: \($0))" } ?? "")
      let wrapped = TextLayout.wrap(help, columns: columns - indent, ascii: isASCII)
      for (index, line) in wrapped.enumerated() {
        let start = index == 0 ? names + String(repeating: " ", count: space) : String(repeating: " ", count: indent)
        lines.append(TextLine(start + line, role: binding.disabled == nil ? .text : .dim))
      }
    }
    lines.append(TextLine(""))
    let mouse = "The mouse works too: click rows, click keys in the bottom line, turn the wheel over lists and texts."
    return lines + TextLine.wrap(mouse, columns: columns, ascii: isASCII, role: .dim)
  }

  private func paintKeys(
    _ bindings: [KeyBinding], lines: [TextLine], first: Int, on canvas: inout Canvas, in rect: Rect
  ) {
    let indent = keyColumns(bindings, columns: rect.columns, isASCII: canvas.isASCII)
    for row in 0..<min(rect.rows, max(0, lines.count - first)) where !lines[first + row].text.hasPrefix(" ") {
      guard first + row < lines.count - 2 else { return }
      canvas.paint(Rect(column: rect.column, row: rect.row + row, columns: indent, rows: 1), role: .key)
    }
  }
}
