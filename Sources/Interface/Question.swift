/// A question over a screen, which goes on only when it is answered.
struct Question: Sendable, Equatable {
  var title: String
  var text: [TextLine]
  /// The answers, each a key; the last one leaves all as it is.
  var bindings: [KeyBinding]

  func draw(on canvas: inout Canvas, in body: Rect) {
    let columns = body.columns >= 60 ? min(body.columns - 6, 76) : body.columns
    let isBoxed = body.rows >= 5 && columns >= 24
    let inner = max(1, isBoxed ? columns - 4 : columns)
    var lines = text.flatMap { line in
      TextLine.wrap(line.text, columns: inner, ascii: canvas.isASCII, role: line.role, isBold: line.isBold)
    }
    lines.append(TextLine(""))
    // Where there isn't room for all of it the answers stay.
    let answers = bindings.map { binding in
      TextLine("\(binding.keys.first?.name(canvas.symbols) ?? "")  \(binding.help)", role: .key)
    }
    let room = max(0, body.rows - (isBoxed ? 2 : 0) - answers.count)
    lines = Array(lines.prefix(room)) + answers
    let rows = min(body.rows, lines.count + (isBoxed ? 2 : 0))
    let rect = Rect(
      column: body.column + (body.columns - columns) / 2, row: body.row + (body.rows - rows) / 3, columns: columns,
      rows: rows)
    guard !rect.isEmpty else { return }
    canvas.clear(rect)
    canvas.removePictures(under: rect)
    canvas.addTarget(.nothing, in: rect)
    let inside = isBoxed ? canvas.box(rect, title: title).inset(columns: 1) : rect
    canvas.put(lines, in: inside)
    for (index, binding) in bindings.enumerated() {
      let row = inside.row + lines.count - bindings.count + index
      guard let key = binding.keys.first, inside.rowRange.contains(row) else { continue }
      canvas.addTarget(.key(key), in: Rect(column: inside.column, row: row, columns: inside.columns, rows: 1))
    }
  }
}
