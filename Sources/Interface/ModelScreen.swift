/// Chooses the model: those that were found, or a path.
struct ModelScreen: Screen {
  private var list = ListView()
  /// The path that is being typed.
  private var field: TextField?

  var trail: [String] { ["Models"] }

  func summary(_ context: Context) -> String {
    context.models.isSearching ? "looking for models" : NumberText.count(context.models.known.count, "model", "models")
  }

  var isTyping: Bool { field != nil }

  private func selected(_ context: Context) -> ModelSummary? {
    let known = context.models.known
    return known.isEmpty ? nil : known[min(list.selection, known.count - 1)]
  }

  // MARK: - Keys

  func bindings(_ context: Context) -> [KeyBinding] {
    if let field {
      return [
        KeyBinding(
          [.enter], "load", "load the model at this path", .accept, disabled: field.isEmpty ? "type a path first" : nil),
        KeyBinding([.escape], "cancel", "don't load a model", .dismiss),
      ]
    }
    return [
      KeyBinding(
        [.enter, .right, .character("l")], "load", "load the chosen model", .open, disabled: whyNotLoad(context)),
      KeyBinding([.character("o")], "type a path", "type the path of a model folder or a GGUF file", .typePath),
      KeyBinding([.character("b")], "browse", "look for a model in the files", .browse),
      KeyBinding(
        [.character("t")], "try one", "make a small model of random weights, to try the program with", .makeRandomModel,
        disabled: context.models.whyNotLoad, isInFooter: context.models.known.isEmpty),
      KeyBinding(
        [.character("r")], "look again", "look for models again", .reread,
        disabled: context.models.isSearching ? "the search is going on" : nil),
    ] + KeyBinding.movement() + [
      KeyBinding([.character("q"), .escape, .left], "back", "to the screen before; loading goes on", .back)
    ]
  }

  private func whyNotLoad(_ context: Context) -> String? {
    guard let model = selected(context) else {
      return "no model was found; o takes the path of one, b looks through the files"
    }
    if let reason = context.models.whyNotLoad { return reason }
    return context.models.loaded?.path == model.path ? "\(model.name) is loaded already" : nil
  }

  mutating func type(_ key: Key, _ context: Context) -> Bool { field?.type(key) ?? false }

  mutating func paste(_ text: String, _ context: Context) { field?.insert(text) }

  mutating func perform(_ command: Command, _ context: Context) -> Outcome {
    switch command {
    case .open:
      guard let model = selected(context) else { return .nothing }
      return .effect(.loadModel(path: model.path))
    case .typePath: field = TextField()
    case .dismiss: field = nil
    case .accept:
      guard let text = field?.text else { return .nothing }
      field = nil
      if let reason = context.models.whyNotLoad { return .notice("Nothing was done: \(reason).", role: .warning) }
      return .effect(.loadModel(path: PathText.expanded(text, home: context.homeDirectory)))
    case .browse: return .openBrowser(.model, at: context.directory)
    case .makeRandomModel: return .effect(.makeRandomModel)
    case .reread: return .effect(.findModels)
    case .back: return Outcome(navigation: .back)
    default: _ = list.perform(command, count: context.models.known.count, visible: rows(context))
    }
    return .nothing
  }

  mutating func click(row: Int, twice: Bool, _ context: Context) -> Outcome {
    guard field == nil else { return .nothing }
    let isChosen = list.selection == row
    list.select(row, count: context.models.known.count, visible: rows(context))
    guard twice || isChosen else { return .nothing }
    if let why = whyNotLoad(context) { return .notice(why) }
    return perform(.open, context)
  }

  mutating func scroll(_ target: MouseTarget, by lines: Int, _ context: Context) {
    guard target.isList, field == nil else { return }
    list.scroll(by: lines, count: context.models.known.count, visible: rows(context))
  }

  // MARK: - Drawing

  /// The list above, what is known of the chosen model below.
  private func split(_ context: Context) -> (list: Rect, detail: Rect) { context.body.listAndDetail(from: 14) }

  private func rows(_ context: Context) -> Int { split(context).list.listRows }

  func draw(on canvas: inout Canvas, _ context: Context) {
    let (listRect, detailRect) = split(context)
    drawList(on: &canvas, in: listRect, context)
    if !detailRect.isEmpty { drawDetail(on: &canvas, in: detailRect, context) }
    if let field { drawField(field, on: &canvas, context) }
  }

  private func drawList(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let known = context.models.known
    let position = known.isEmpty ? "" : "\(min(list.selection, known.count - 1) + 1) of \(known.count)"
    let inside = canvas.listBox(rect, title: "Found on this computer", right: position)
    guard !known.isEmpty else {
      let text =
        context.models.isSearching
        ? "Looking for models…"
        : "No model was found in the usual places. Press o to type the path of a model folder or a GGUF file, b to look "
          + "through the files, or t to make a small one of random weights, which shows how everything works."
      canvas.put(canvas.wrap(text, columns: inside.columns - 2, role: .dim), in: inside.inset(columns: 1))
      return
    }
    let longest = known.reduce(0) { max($0, canvas.width(of: $1.name)) }
    let nameColumns = min(longest + 2, max(12, inside.columns / 2))
    canvas.list(list, count: known.count, in: inside, barColumn: rect.column + rect.columns - 1) {
      canvas, index, line in
      drawRow(known[index], on: &canvas, in: line, nameColumns: nameColumns, context)
    }
  }

  private func drawRow(
    _ model: ModelSummary, on canvas: inout Canvas, in line: Rect, nameColumns: Int, _ context: Context
  ) {
    let models = context.models
    let isLoaded = models.loaded?.path == model.path
    var rest = line
    let mark = rest.takeLeft(2)
    if models.failures[model.path] != nil {
      canvas.put(canvas.symbols.failed, column: mark.column, row: mark.row, columns: 1, role: .bad, isBold: true)
    } else {
      canvas.put(
        isLoaded ? canvas.symbols.loaded : canvas.symbols.notLoaded, column: mark.column, row: mark.row, columns: 1,
        role: isLoaded ? .good : .dim)
    }
    let name = rest.takeLeft(nameColumns)
    canvas.put(
      model.name, column: name.column, row: name.row, columns: name.columns - 1, role: isLoaded ? .good : .text,
      isBold: true)
    if let loading = models.loading, loading.path == model.path {
      let bar = canvas.progressText(loading.fraction, columns: min(30, rest.columns - 6))
      canvas.put(
        bar + " " + NumberText.percent(loading.fraction), column: rest.column, row: rest.row, columns: rest.columns,
        role: .proposed)
    } else {
      let detail = isLoaded ? "loaded \(canvas.symbols.dot) " + model.detail : model.detail
      canvas.put(detail, column: rest.column, row: rest.row, columns: rest.columns, role: .dim)
    }
  }

  private func drawDetail(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard let model = selected(context) else { return }
    let inside = canvas.box(rect, title: model.name).inset(columns: 1)
    var lines = canvas.wrap(model.detail, columns: inside.columns)
    lines.append(
      TextLine(
        TextLayout.cutStart(
          PathText.abbreviated(model.path, home: context.homeDirectory), columns: inside.columns, ascii: canvas.isASCII),
        role: .dim))
    if !model.seesPictures {
      lines += canvas.wrap(
        "It takes text only: it doesn't see the screen, just its list of elements.", columns: inside.columns,
        role: .warning)
    }
    if let failure = context.models.failures[model.path] {
      lines += canvas.wrap(failure, columns: inside.columns, role: .bad)
    } else if context.models.loaded?.path == model.path {
      lines.append(TextLine("It is loaded and makes the proposals.", role: .good))
    }
    canvas.put(lines, in: inside)
  }

  private func drawField(_ field: TextField, on canvas: inout Canvas, _ context: Context) {
    let body = split(context).list
    let columns = min(body.columns, 76)
    let rows = min(body.rows, 5)
    let rect = Rect(
      column: body.column + (body.columns - columns) / 2, row: body.row + (body.rows - rows) / 2, columns: columns,
      rows: rows)
    canvas.clear(rect)
    let inside = rows >= 3 ? canvas.box(rect, title: "Path of a model").inset(columns: 1) : rect
    guard !inside.isEmpty else { return }
    let window = field.window(columns: inside.columns, ascii: canvas.isASCII)
    canvas.put(window.text, column: inside.column, row: inside.row, columns: inside.columns)
    canvas.placeCursor(column: inside.column + window.cursor, row: inside.row)
    var rest = inside
    _ = rest.takeTop(2)
    canvas.put([TextLine("A folder with config.json, or a .gguf file; ~ is your home folder", role: .dim)], in: rest)
    canvas.addTarget(.nothing, in: rect)
  }
}
