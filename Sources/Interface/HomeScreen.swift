/// The menu that the program opens with.
struct HomeScreen: Screen {
  private struct Item {
    var key: Character
    var title: String
    var detail: String
    var command: Command
  }

  /// More would push the rest off a small screen.
  private static let mostRecents = 5

  private var list = ListView()

  var trail: [String] { [] }

  private static let menu = [
    Item(key: "s", title: "Start a session", detail: "give a goal or a task to a device", command: .newSession),
    Item(key: "r", title: "Replay an episode", detail: "step through a recording, beside the model", command: .replay),
    Item(key: "d", title: "Devices", detail: "the virtual phone, and phones that adb knows", command: .devices),
    Item(key: "m", title: "Models", detail: "choose the model that reasons", command: .models),
    Item(key: "b", title: "Browse files", detail: "find episodes and models on this computer", command: .browse),
    Item(key: "q", title: "Quit", detail: "", command: .quit),
  ]

  private func items(_ context: Context) -> [Item] {
    Self.menu
      + context.recents.prefix(Self.mostRecents).enumerated().map { index, recent in
        Item(
          key: Character("\(index + 1)"), title: recent.title,
          detail: PathText.abbreviated(recent.path, home: context.homeDirectory), command: .recent(index))
      }
  }

  func bindings(_ context: Context) -> [KeyBinding] {
    [KeyBinding([.enter, .right, .character("l")], "open", "do what the chosen row says", .open)]
      + items(context).map { item in
        let isRecent = if case .recent = item.command { true } else { false }
        return KeyBinding(
          [.character(item.key)], item.title.lowercased().split(separator: " ").first.map(String.init) ?? "",
          isRecent ? "open again: \(item.title)" : item.title, item.command, isInFooter: !isRecent)
      }
      + KeyBinding.movement()
  }

  mutating func perform(_ command: Command, _ context: Context) -> Outcome {
    switch command {
    case .open:
      let items = items(context)
      guard items.indices.contains(list.selection) else { return .nothing }
      return perform(items[list.selection].command, context)
    case .newSession: return .openSetup(context)
    case .devices:
      return Outcome(effects: [.findDevices], navigation: .open(DeviceScreen(isForSession: false)))
    case .replay: return .openBrowser(.episode, at: context.directory)
    case .browse: return .openBrowser(.anything, at: context.directory)
    case .models: return .openModels(context)
    case .quit: return .effect(.quit)
    case .recent(let index):
      guard context.recents.indices.contains(index) else { return .nothing }
      return Outcome(
        effects: [.openEpisode(path: context.recents[index].path)],
        notice: Notice("opening \(context.recents[index].title)"))
    default:
      _ = list.perform(command, count: items(context).count, visible: items(context).count)
      return .nothing
    }
  }

  mutating func click(row: Int, twice: Bool, _ context: Context) -> Outcome {
    let isChosen = list.selection == row
    list.select(row, count: items(context).count, visible: items(context).count)
    return twice || isChosen ? perform(.open, context) : .nothing
  }

  mutating func scroll(_ target: MouseTarget, by lines: Int, _ context: Context) {
    guard target.isList else { return }
    list.move(by: lines.signum(), count: items(context).count, visible: items(context).count)
  }

  // MARK: - Drawing

  func draw(on canvas: inout Canvas, _ context: Context) {
    let items = items(context)
    let body = context.body
    guard body.columns >= 40, body.rows >= 12 else { return drawSmall(items, on: &canvas, in: body) }
    let columns = min(body.columns - 4, 88)
    let title = titleLines(context)
    let model = modelLines(context, canvas: canvas, columns: columns - 4)
    let titleRows = max(canvas.symbols.wordmark.count, title.count)
    let recents = items.count - Self.menu.count
    let hint = hintLines(canvas: canvas, columns: columns)

    // Without room for everything the recent ones go first, then the hint.
    var rows = titleRows + 1 + Self.menu.count + 2 + model.count + 2
    let showsRecents = recents > 0 && rows + recents + 2 <= body.rows
    if showsRecents { rows += recents + 2 }
    let showsHint = rows + hint.count + 1 <= body.rows
    if showsHint { rows += hint.count + 1 }
    var area = Rect(
      column: body.column + (body.columns - columns) / 2, row: body.row + max(0, (body.rows - rows) / 3),
      columns: columns,
      rows: body.rows - max(0, (body.rows - rows) / 3))

    drawTitle(title, on: &canvas, in: area.takeTop(titleRows))
    _ = area.takeTop(1)
    let start = canvas.box(area.takeTop(Self.menu.count + 2), title: "Start")
    draw(items, range: 0..<Self.menu.count, on: &canvas, in: start)
    canvas.put(model, in: canvas.box(area.takeTop(model.count + 2), title: "Model").inset(columns: 1))
    if showsRecents {
      let inside = canvas.box(area.takeTop(recents + 2), title: "Opened before")
      draw(items, range: Self.menu.count..<items.count, on: &canvas, in: inside)
    }
    if showsHint {
      _ = area.takeTop(1)
      canvas.put(hint, in: area)
    }
  }

  private func titleLines(_ context: Context) -> [TextLine] {
    [
      TextLine(
        "A screen agent for Android, in your terminal" + (context.version.isEmpty ? "" : "  \(context.version)"),
        isBold: true),
      TextLine("It looks at a screen, reasons, and proposes the next action.", role: .dim),
      TextLine("All of it is computed here, on your own CPU.", role: .dim),
    ]
  }

  private func drawTitle(_ lines: [TextLine], on canvas: inout Canvas, in rect: Rect) {
    var rest = rect
    let wordmark = rest.takeLeft(canvas.symbols.wordmark.reduce(0) { max($0, $1.count) })
    canvas.put(canvas.symbols.wordmark.map { TextLine($0, role: .proposed, isBold: true) }, in: wordmark)
    _ = rest.takeLeft(3)
    canvas.put(lines, in: rest)
  }

  private func draw(_ items: [Item], range: Range<Int>, on canvas: inout Canvas, in rect: Rect) {
    let isRecent = range.lowerBound > 0
    let titleColumns = isRecent ? (rect.columns - 6) / 2 : 20
    for index in range {
      let item = items[index]
      let line = Rect(column: rect.column, row: rect.row + index - range.lowerBound, columns: rect.columns, rows: 1)
      guard rect.rowRange.contains(line.row) else { return }
      var rest = line.inset(columns: 1)
      _ = rest.takeLeft(1)
      let key = rest.takeLeft(3)
      canvas.put(String(item.key), column: key.column, row: key.row, columns: 1, role: .key, isBold: true)
      let title = rest.takeLeft(titleColumns)
      canvas.put(item.title, column: title.column, row: title.row, columns: title.columns - 2, isBold: !isRecent)
      let detail =
        isRecent ? TextLayout.cutStart(item.detail, columns: rest.columns, ascii: canvas.isASCII) : item.detail
      canvas.put(detail, column: rest.column, row: rest.row, columns: rest.columns, role: .dim)
      if index == list.selection {
        canvas.put(canvas.symbols.pointer, column: line.column, row: line.row, columns: 1)
        canvas.paint(line, role: .selected)
      }
      canvas.addTarget(.row(index), in: line)
    }
  }

  private func modelLines(_ context: Context, canvas: Canvas, columns: Int) -> [TextLine] {
    let models = context.models
    if let loading = models.loading {
      let name = models.name(of: loading.path)
      return [
        TextLine("\(name) is being loaded"),
        TextLine(
          canvas.progressText(loading.fraction, columns: min(40, columns - 8)) + " "
            + NumberText.percent(loading.fraction),
          role: .proposed),
      ]
    }
    if let loaded = models.loaded {
      var detail = loaded.detail
      if !loaded.seesPictures {
        detail = "text only, it doesn't see the screen" + (detail.isEmpty ? "" : ": \(detail)")
      }
      return [
        TextLine("\(canvas.symbols.loaded) \(loaded.name)", role: .proposed, isBold: true),
        TextLine("  " + detail, role: .dim),
      ]
    }
    return [
      TextLine("\(canvas.symbols.notLoaded) none chosen yet", role: .warning),
      TextLine("  Press m to choose one; until then you act by hand.", role: .dim),
    ]
  }

  private func hintLines(canvas: Canvas, columns: Int) -> [TextLine] {
    canvas.wrap(
      "Something doesn't work? Run infir doctor in a shell: it says what this computer has and what is missing.",
      columns: columns, role: .dim)
  }

  private func drawSmall(_ items: [Item], on canvas: inout Canvas, in rect: Rect) {
    var rect = rect
    if rect.rows > 6 {
      let line = rect.takeTop(1)
      canvas.put("InfiR", column: line.column, row: line.row, columns: line.columns, role: .title, isBold: true)
    }
    canvas.list(list, count: items.count, in: rect, barColumn: rect.column + rect.columns - 1) { canvas, index, line in
      canvas.put("\(items[index].key) \(items[index].title)", column: line.column, row: line.row, columns: line.columns)
    }
  }
}
