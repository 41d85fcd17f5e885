/// A text shown over a screen; the help is one.
struct Overlay: Sendable, Equatable {
  enum Content: Sendable, Equatable {
    /// The keys of the screen below, from their table.
    case keys
    case text([TextLine])
  }

  private let title: String
  private let content: Content
  private var pane = TextPane()

  static let help = Overlay(title: "Keys", content: .keys)

  init(title: String, text: [TextLine]) { self.init(title: title, content: .text(text)) }

  private init(title: String, content: Content) {
    self.title = title
    self.content = content
  }

  static let bindings = [
    KeyBinding(
      [.escape, .character("q"), .enter, .character("?"), .function(1)], "close", "close this text", .dismiss),
    KeyBinding([.up, .character("k")], "up", "scroll up", .up, isInFooter: false),
    KeyBinding([.down, .character("j"), .character(" ")], "more", "scroll down", .down),
    KeyBinding([.pageUp], "page up", "a page up", .pageUp, isInFooter: false),
    KeyBinding([.pageDown], "page down", "a page down", .pageDown, isInFooter: false),
    KeyBinding([.home], "top", "to the top", .first, isInFooter: false),
    KeyBinding([.end], "end", "to the end", .last, isInFooter: false),
  ]

  // MARK: - Scrolling

  /// - Parameter bindings: those of the screen below.
  mutating func scroll(_ command: Command, bindings: [KeyBinding], in body: Rect, isASCII: Bool) {
    let layout = layout(bindings, in: body, isASCII: isASCII)
    let page = max(1, layout.inside.rows - 1)
    switch command {
    case .up: scroll(by: -1, in: layout)
    case .down: scroll(by: 1, in: layout)
    case .pageUp: scroll(by: -page, in: layout)
    case .pageDown: scroll(by: page, in: layout)
    case .first: scroll(by: -layout.lines.count, in: layout)
    case .last: scroll(by: layout.lines.count, in: layout)
    default: break
    }
  }

  /// The wheel was turned.
  mutating func scroll(by rows: Int, bindings: [KeyBinding], in body: Rect, isASCII: Bool) {
    scroll(by: rows, in: layout(bindings, in: body, isASCII: isASCII))
  }

  private mutating func scroll(by rows: Int, in layout: Layout) {
    pane.scroll(by: rows, count: layout.lines.count, visible: layout.inside.rows, follows: false)
  }

  // MARK: - Drawing

  func draw(on canvas: inout Canvas, bindings: [KeyBinding], in body: Rect) {
    let layout = layout(bindings, in: body, isASCII: canvas.isASCII)
    guard !layout.rect.isEmpty else { return }
    canvas.clear(layout.rect)
    canvas.hideCursor()
    canvas.removePictures(under: layout.rect)
    if layout.rect != layout.inside { canvas.box(layout.rect, title: title, right: "Esc closes") }
    let first = pane.first(count: layout.lines.count, visible: layout.inside.rows)
    for (row, line) in layout.lines.dropFirst(first).prefix(layout.inside.rows).enumerated() {
      var rest = layout.inside
      rest.row += row
      let key = rest.takeLeft(layout.keyColumns)
      canvas.put(line.key, column: key.column, row: key.row, columns: key.columns, role: .key, isBold: true)
      canvas.put([line.text], in: rest)
    }
    canvas.scrollBar(
      column: layout.rect.column + layout.rect.columns - 1, rows: layout.inside.rowRange, first: first,
      visible: layout.inside.rows, count: layout.lines.count)
    canvas.addTarget(.text(.overlay), in: layout.rect)
  }

  private struct Layout {
    /// What is covered, and what of it is text.
    var rect: Rect
    var inside: Rect
    var keyColumns: Int
    var lines: [(key: String, text: TextLine)]
  }

  /// As high as the text needs, if there is room.
  private func layout(_ bindings: [KeyBinding], in body: Rect, isASCII: Bool) -> Layout {
    let isBoxed = body.rows >= 6 && body.columns >= 24
    let columns = body.columns >= 60 ? min(body.columns - 6, 84) : body.columns
    let textColumns = isBoxed ? columns - 4 : columns
    let keyColumns = keyColumns(bindings, columns: textColumns, isASCII: isASCII)
    let lines = lines(bindings, keyColumns: keyColumns, columns: textColumns, isASCII: isASCII)
    let rows = isBoxed ? min(body.rows, lines.count + 2) : body.rows
    let rect = Rect(
      column: body.column + (body.columns - columns) / 2, row: body.row + (body.rows - rows) / 3, columns: columns,
      rows: rows)
    return Layout(
      rect: rect, inside: isBoxed ? rect.inset(columns: 2, rows: 1) : rect, keyColumns: keyColumns, lines: lines)
  }

  private func keyColumns(_ bindings: [KeyBinding], columns: Int, isASCII: Bool) -> Int {
    guard content == .keys else { return 0 }
    let widest = bindings.reduce(0) { max($0, DisplayText.width(of: Self.names($1, isASCII: isASCII), ascii: isASCII)) }
    return min(widest + 2, columns / 2)
  }

  private static func names(_ binding: KeyBinding, isASCII: Bool) -> String {
    let symbols = isASCII ? Symbols.ascii : .utf8
    return binding.keys.map { $0.name(symbols) }.joined(separator: " ")
  }

  private func lines(
    _ bindings: [KeyBinding], keyColumns: Int, columns: Int, isASCII: Bool
  ) -> [(key: String, text: TextLine)] {
    switch content {
    case .text(let text):
      return text.flatMap { line in
        TextLine.wrap(line.text, columns: columns, ascii: isASCII, role: line.role, isBold: line.isBold).map {
          ("", $0)
        }
      }
    case .keys:
      var lines: [(key: String, text: TextLine)] = []
      for binding in bindings {
        let help = binding.help + (binding.disabled.map { " (not now: \($0))" } ?? "")
        let text = TextLine.wrap(
          help, columns: columns - keyColumns, ascii: isASCII, role: binding.disabled == nil ? .text : .dim)
        for (index, line) in text.enumerated() {
          lines.append((index == 0 ? Self.names(binding, isASCII: isASCII) : "", line))
        }
      }
      let mouse =
        "click a row to choose it and again to open it; click the keys below; turn the wheel over lists and texts"
      for (index, line) in TextLine.wrap(mouse, columns: columns - keyColumns, ascii: isASCII).enumerated() {
        lines.append((index == 0 ? "Mouse" : "", line))
      }
      return lines
    }
  }
}
