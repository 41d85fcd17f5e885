/// The lines around every screen: title above, status and keys below.
struct Chrome {
  private(set) var title: Rect
  private(set) var body: Rect
  private(set) var status: Rect
  private(set) var footer: Rect

  /// Small terminals lose the title first, then the keys, then the status.
  init(size: Size, hasTitle: Bool) {
    var rest = Rect(column: 0, row: 0, columns: size.columns, rows: size.rows)
    title = rest.takeTop(hasTitle && size.rows >= 8 ? 1 : 0)
    footer = rest.takeBottom(size.rows >= 6 ? 1 : 0)
    status = rest.takeBottom(size.rows >= 4 ? 1 : 0)
    body = rest
  }

  // MARK: - Title

  func drawTitle(trail: [String], summary: String, on canvas: inout Canvas) {
    guard !title.isEmpty else { return }
    let columns = title.columns
    let right = summary.isEmpty ? 0 : min(canvas.width(of: summary) + 1, columns)
    var column = 1
    column += canvas.put(
      "InfiR", column: column, row: title.row, columns: columns - 1 - right, role: .proposed, isBold: true)
    for (index, part) in trail.enumerated() {
      column += canvas.put(
        " \(canvas.symbols.into) ", column: column, row: title.row, columns: columns - column - right, role: .border)
      column += canvas.put(
        part, column: column, row: title.row, columns: columns - column - right - 1,
        role: index == trail.count - 1 ? .title : .dim, isBold: index == trail.count - 1)
    }
    if right > 0 { canvas.put(summary, column: columns - right, row: title.row, columns: right - 1, role: .dim) }
  }

  // MARK: - Status

  /// A notice takes the line's place, and as many lines above it as it needs, up to half of the screen.
  func drawStatus(
    models: ModelState, proposer: String?, parts: [StatusPart], notice: Notice?, on canvas: inout Canvas
  ) {
    if let notice { return draw(notice, on: &canvas) }
    guard !status.isEmpty else { return }
    canvas.clear(status, role: .status)
    let separator = " \(canvas.symbols.dot) "
    let shown = fitting([model(models, proposer, canvas)] + parts, separator: separator, canvas)
    var column = status.column + 1
    let end = status.column + status.columns - 1
    for (index, part) in shown.enumerated() {
      if index > 0 {
        column += canvas.put(separator, column: column, row: status.row, columns: end - column, role: .status)
      }
      column += canvas.put(
        part.text, column: column, row: status.row, columns: end - column, role: .status,
        isBold: part.isBold)
    }
  }

  private func model(_ models: ModelState, _ proposer: String?, _ canvas: Canvas) -> StatusPart {
    if let loading = models.loading {
      let bar = canvas.progressText(loading.fraction, columns: 10)
      let text = "\(models.name(of: loading.path)) \(bar) \(NumberText.percent(loading.fraction))"
      return StatusPart(text: text, rank: 0, isBold: true)
    }
    if let proposer { return StatusPart(text: "\(canvas.symbols.loaded) \(proposer)", rank: 0) }
    if let solver = models.solver { return StatusPart(text: "\(canvas.symbols.loaded) \(solver)", rank: 0) }
    guard let loaded = models.loaded else {
      return StatusPart(text: "\(canvas.symbols.notLoaded) no model", rank: 0)
    }
    return StatusPart(text: "\(canvas.symbols.loaded) \(loaded.name)", rank: 0)
  }

  /// The parts in their order, without those of the highest ranks that there is no room for.
  private func fitting(_ parts: [StatusPart], separator: String, _ canvas: Canvas) -> [StatusPart] {
    var parts = parts
    let between = canvas.width(of: separator)
    func width() -> Int { parts.reduce(2 - between) { $0 + canvas.width(of: $1.text) + between } }
    while parts.count > 1, width() > status.columns, let worst = parts.map(\.rank).max(),
      let index = parts.lastIndex(where: { $0.rank == worst })
    {
      parts.remove(at: index)
    }
    return parts
  }

  private func draw(_ notice: Notice, on canvas: inout Canvas) {
    let bottom = status.isEmpty ? body.row + body.rows : status.row + 1
    let columns = body.columns
    let lines = TextLayout.wrap(notice.text, columns: columns - 2, ascii: canvas.isASCII)
    let rows = min(lines.count, max(1, (body.rows + status.rows) / 2))
    let rect = Rect(column: 0, row: max(0, bottom - rows), columns: columns, rows: rows)
    canvas.clear(rect, role: notice.role)
    canvas.removePictures(under: rect)
    var shown = Array(lines.prefix(rows))
    if lines.count > rows, rows > 0 {
      shown[rows - 1] = TextLayout.cut(
        shown[rows - 1] + " " + lines[rows], columns: columns - 2, ascii: canvas.isASCII)
    }
    canvas.put(shown.map { TextLine($0, role: notice.role) }, in: rect.inset(columns: columns > 2 ? 1 : 0))
    canvas.addTarget(.nothing, in: rect)
  }

  // MARK: - Keys

  /// The keys that fit; those that leave and help come last and always fit.
  func drawFooter(_ bindings: [KeyBinding], on canvas: inout Canvas) {
    guard !footer.isEmpty else { return }
    let shown = bindings.filter { $0.isInFooter && !$0.keys.isEmpty }
    let isLast = { (binding: KeyBinding) in [.help, .back].contains(binding.command) }
    let last = shown.filter(isLast)
    var room = footer.columns - 1 - last.reduce(0) { $0 + width(of: $1, canvas) }
    var column = footer.column + 1
    for binding in shown where !isLast(binding) {
      let width = width(of: binding, canvas)
      guard width <= room else { break }
      room -= width
      column += draw(binding, column: column, on: &canvas)
    }
    for binding in last { column += draw(binding, column: column, on: &canvas) }
  }

  private func width(of binding: KeyBinding, _ canvas: Canvas) -> Int {
    canvas.width(of: binding.keys[0].name(canvas.symbols)) + 1 + canvas.width(of: binding.title) + 2
  }

  private func draw(_ binding: KeyBinding, column: Int, on canvas: inout Canvas) -> Int {
    let end = footer.column + footer.columns
    let name = binding.keys[0].name(canvas.symbols)
    let isEnabled = binding.disabled == nil
    var used = canvas.put(
      name, column: column, row: footer.row, columns: end - column, role: isEnabled ? .key : .dim, isBold: isEnabled)
    used += 1
    used += canvas.put(
      binding.title, column: column + used, row: footer.row, columns: end - column - used,
      role: isEnabled ? .text : .dim)
    canvas.addTarget(.key(binding.keys[0]), in: Rect(column: column, row: footer.row, columns: used, rows: 1))
    return used + 2
  }
}
