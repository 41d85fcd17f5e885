/// Chooses a task, found by what is typed.
struct TaskScreen: Screen {
  private var list = ListView()
  private var filter = TextField()

  var trail: [String] { ["Tasks"] }

  func summary(_ context: Context) -> String {
    let shown = shown(context).count
    let all = context.tasks.found.count
    return shown == all
      ? NumberText.count(all, "task", "tasks") : "\(shown) of \(NumberText.count(all, "task", "tasks"))"
  }

  /// What is typed searches at once: there is nothing else to type here.
  var isTyping: Bool { true }

  private func shown(_ context: Context) -> [TaskSummary] {
    filter.isEmpty ? context.tasks.found : context.tasks.found.filter { $0.matches(filter.text) }
  }

  private func selected(_ context: Context) -> TaskSummary? {
    let shown = shown(context)
    return shown.isEmpty ? nil : shown[min(list.selection, shown.count - 1)]
  }

  // MARK: - Keys

  func bindings(_ context: Context) -> [KeyBinding] {
    [
      KeyBinding(
        [.enter], "choose", "give this task to the session", .open,
        disabled: selected(context) == nil ? "there is no task to choose" : nil)
    ] + KeyBinding.movement(isTyping: true) + [
      filter.isEmpty
        ? KeyBinding([.escape], "back", "to the screen before", .back)
        : KeyBinding([.escape], "show all", "end the search and show everything", .clearFilter)
    ]
  }

  mutating func type(_ key: Key, _ context: Context) -> Bool {
    let before = filter.text
    guard filter.type(key) else { return false }
    if filter.text != before { list.select(0, count: shown(context).count, visible: rows(context)) }
    return true
  }

  mutating func paste(_ text: String, _ context: Context) {
    filter.insert(text)
    list.select(0, count: shown(context).count, visible: rows(context))
  }

  mutating func perform(_ command: Command, _ context: Context) -> Outcome {
    switch command {
    case .open:
      guard let task = selected(context) else { return .nothing }
      return Outcome(navigation: .back, choice: .task(task))
    case .clearFilter:
      let name = selected(context)?.name
      filter = TextField()
      let all = context.tasks.found
      list.select(all.firstIndex { $0.name == name } ?? 0, count: all.count, visible: rows(context))
    case .back: return Outcome(navigation: .back)
    default: _ = list.perform(command, count: shown(context).count, visible: rows(context))
    }
    return .nothing
  }

  mutating func click(row: Int, twice: Bool, _ context: Context) -> Outcome {
    let isChosen = list.selection == row
    list.select(row, count: shown(context).count, visible: rows(context))
    return twice || isChosen ? perform(.open, context) : .nothing
  }

  mutating func scroll(_ target: MouseTarget, by lines: Int, _ context: Context) {
    guard target.isList else { return }
    list.scroll(by: lines, count: shown(context).count, visible: rows(context))
  }

  // MARK: - Drawing

  /// What is searched for, the list, and all of the chosen goal.
  private func split(_ context: Context) -> (filter: Rect, list: Rect, detail: Rect) {
    var rect = context.body
    let filter = rect.takeTop(rect.rows > 2 ? 1 : 0)
    let detailRows = rect.rows >= 12 && rect.columns >= 24 ? min(9, rect.rows * 2 / 5) : 0
    let detail = rect.takeBottom(detailRows)
    return (filter, rect, detail)
  }

  private func rows(_ context: Context) -> Int { split(context).list.listRows }

  func draw(on canvas: inout Canvas, _ context: Context) {
    let (filterRect, rect, detail) = split(context)
    drawFilter(on: &canvas, in: filterRect)
    let shown = shown(context)
    let position = shown.isEmpty ? "" : "\(min(list.selection, shown.count - 1) + 1) of \(shown.count)"
    let inside = canvas.listBox(rect, title: "Tasks", right: position)
    if shown.isEmpty {
      let lines = canvas.wrap(emptyText(context), columns: inside.columns - 2, role: .dim)
      canvas.put(lines, in: inside.inset(columns: 1))
    }
    let appColumns = inside.columns >= 60 ? min(16, inside.columns / 5) : 0
    let nameColumns = inside.columns >= 60 ? min(36, inside.columns * 2 / 5) : inside.columns
    canvas.list(list, count: shown.count, in: inside, barColumn: rect.column + rect.columns - 1) {
      canvas, index, line in
      let task = shown[index]
      var rest = line
      let app = rest.takeLeft(appColumns)
      // The app is said once for the tasks of it.
      let isFirst = index == 0 || shown[index - 1].apps.first != task.apps.first
      canvas.put(
        task.apps.first ?? "", column: app.column, row: app.row, columns: app.columns - 1,
        role: isFirst ? .title : .dim)
      let name = rest.takeLeft(nameColumns)
      canvas.put(task.name, column: name.column, row: name.row, columns: name.columns - 1, isBold: true)
      let difficulty = rest.takeLeft(rest.columns >= 8 ? 8 : 0)
      canvas.put(
        task.difficulty, column: difficulty.column, row: difficulty.row, columns: difficulty.columns - 1,
        role: Self.role(task.difficulty))
      canvas.put(task.goal, column: rest.column, row: rest.row, columns: rest.columns, role: .dim)
    }
    if !detail.isEmpty { drawDetail(on: &canvas, in: detail, context) }
  }

  private static func role(_ difficulty: String) -> Role {
    switch difficulty {
    case "easy": .good
    case "hard": .bad
    default: .warning
    }
  }

  private func drawFilter(on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    var rest = rect
    let used = canvas.put(
      " Search: ", column: rest.column, row: rest.row, columns: rest.columns, role: .key, isBold: true)
    _ = rest.takeLeft(used)
    let window = filter.window(columns: rest.columns, ascii: canvas.isASCII)
    canvas.put(window.text, column: rest.column, row: rest.row, columns: rest.columns)
    canvas.placeCursor(column: rest.column + window.cursor, row: rest.row)
    let hint = "words of the name, the goal, the app or the difficulty"
    if filter.isEmpty, canvas.width(of: hint) + 2 < rest.columns {
      canvas.put(hint, column: rest.column + 1, row: rest.row, columns: rest.columns - 1, role: .dim)
    }
  }

  private func emptyText(_ context: Context) -> String {
    if let problem = context.tasks.problem { return problem }
    if context.tasks.isReading { return "Reading the tasks…" }
    return filter.isEmpty ? "There are no tasks." : "No task matches “\(filter.text)”. Esc shows all of them."
  }

  private func drawDetail(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard let task = selected(context) else { return }
    let inside = canvas.box(rect, title: task.name).inset(columns: 1)
    var lines = canvas.wrap(task.goal, columns: inside.columns, isBold: true)
    let facts = [
      task.apps.joined(separator: ", "), task.difficulty,
      "at most " + NumberText.count(task.maximumSteps, "step", "steps"),
    ].filter { !$0.isEmpty }
    lines += canvas.wrap(facts.joined(separator: " \(canvas.symbols.dot) "), columns: inside.columns, role: .dim)
    canvas.put(lines, in: inside)
  }
}
