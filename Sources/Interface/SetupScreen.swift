/// Sets a session up: what is to be done, on which device, and when the person is asked.
struct SetupScreen: Screen {
  private enum Row: Int, CaseIterable {
    case goal, task, seed, device, approval, model, start
  }

  private var goal = TextField()
  private var task: TaskSummary?
  private var seed = TextField("1")
  private(set) var device: String
  private var approval: Approval
  private var row = Row.goal
  /// The recording to go on with, instead of a goal.
  private let resumed: (recording: String, goal: String)?
  /// What was asked for, until the session has begun.
  private var starting: SessionRequest?
  /// What the set-up says while it is going on.
  private var news: String?
  private var problem: String?
  private var question: Question?
  private var refused: SessionRequest?

  init(device: String = "virtual", approval: Approval = .always, resumed: (recording: String, goal: String)? = nil) {
    self.device = device
    self.approval = approval
    self.resumed = resumed
    if resumed != nil { row = .device }
  }

  /// With a session on its way that was asked for elsewhere.
  init(starting request: SessionRequest) {
    self.init(device: request.device, approval: request.approval)
    switch request.goal {
    case .text(let text): goal = TextField(text)
    case .task(let name, let seed):
      task = TaskSummary(name: name, goal: "", apps: [], difficulty: "", maximumSteps: 0)
      self.seed = TextField("\(seed)")
    case .resumed: break
    }
    starting = request
    row = .start
  }

  var trail: [String] { ["Start a session"] }

  var isTyping: Bool { question == nil && starting == nil && (row == .goal || row == .seed) }

  /// The rows that there are: a seed varies a task, and a recording has its goal.
  private var rows: [Row] {
    Row.allCases.filter { row in
      switch row {
      case .goal, .task: resumed == nil
      case .seed: resumed == nil && task != nil
      default: true
      }
    }
  }

  // MARK: - Keys

  func bindings(_ context: Context) -> [KeyBinding] {
    if let question { return question.bindings }
    if starting != nil {
      return [KeyBinding([.escape, .character("q")], "cancel", "don't start it after all", .dismiss)]
    }
    let isTyping = isTyping
    let enter: KeyBinding =
      switch row {
      case .goal, .seed: KeyBinding([.enter], "done", "go on to the next", .accept)
      case .task: KeyBinding([.enter], "choose", "choose a task from the list", .open)
      case .device: KeyBinding([.enter], "choose", "choose the device", .open)
      case .model:
        KeyBinding([.enter], "choose", "choose the model", .open, disabled: whyNoModel(context))
      case .approval: KeyBinding([.enter], "change", "change when you are asked", .change)
      case .start: KeyBinding([.enter], "start", "start the session", .start, disabled: whyNotStart(context))
      }
    let rows = [
      KeyBinding(
        isTyping ? [.down, .tab] : [.down, .tab, .character("j")], "next", "the next row", .down, isInFooter: isTyping),
      KeyBinding(
        isTyping ? [.up, .backTab] : [.up, .backTab, .character("k")], "previous", "the row before", .up,
        isInFooter: false),
    ]
    guard !isTyping else {
      return [enter] + rows + [KeyBinding([.escape], "back", "to the screen before", .back)]
    }
    return [enter] + rows + [
      KeyBinding([.right], "change", "the next of the choices", .change, isInFooter: false),
      KeyBinding([.left], "change back", "the choice before", .changeBack, isInFooter: false),
      KeyBinding([.character("t")], "tasks", "choose a task from the list", .tasks, disabled: whyNoGoal),
      KeyBinding([.character("d")], "devices", "choose the device", .devices),
      KeyBinding([.character("m")], "models", "choose the model", .models, disabled: whyNoModel(context)),
      KeyBinding(
        [.character("s")], "start", "start the session", .start, disabled: whyNotStart(context),
        isInFooter: row != .start),
      KeyBinding([.character("q"), .escape], "back", "to the screen before", .back),
    ]
  }

  private var whyNoGoal: String? { resumed == nil ? nil : "the recording has its goal" }

  private func whyNoModel(_ context: Context) -> String? {
    context.models.solver.map { "the \($0) proposes here; start without --model \($0) to have a model" }
  }

  private func whyNotStart(_ context: Context) -> String? {
    if resumed == nil, task == nil, goal.text.allSatisfy(\.isWhitespace) { return "type a goal or choose a task first" }
    if resumed == nil, task == nil, let solver = context.models.solver {
      return "the \(solver) knows how tasks are done, no other goals; choose a task"
    }
    if let known = context.devices[device], !known.isReady {
      return "\(device) isn't ready: \(known.advice ?? known.detail)"
    }
    if let loading = context.models.loading {
      return "\(context.models.name(of: loading.path)) is still being loaded"
    }
    return nil
  }

  mutating func type(_ key: Key, _ context: Context) -> Bool {
    guard isTyping else { return false }
    if row == .seed {
      if case .character(let character) = key, !("0"..."9").contains(character) { return false }
      return seed.type(key)
    }
    let before = goal.text
    guard goal.type(key) else { return false }
    if goal.text != before { task = nil }
    return true
  }

  mutating func paste(_ text: String, _ context: Context) {
    guard isTyping else { return }
    if row == .seed { return seed.insert(text.filter { ("0"..."9").contains($0) }) }
    goal.insert(text)
    task = nil
  }

  mutating func perform(_ command: Command, _ context: Context) -> Outcome {
    switch command {
    case .down, .accept: move(by: 1)
    case .up: move(by: -1)
    case .open: return open(row, context)
    case .tasks: return open(.task, context)
    case .devices: return open(.device, context)
    case .models: return open(.model, context)
    case .change: change(by: 1, context)
    case .changeBack: change(by: -1, context)
    case .start: return start(context)
    case .dismiss: return dismiss()
    case .yes: return startWithChanges()
    case .back: return Outcome(navigation: .back)
    default: break
    }
    return .nothing
  }

  private mutating func move(by step: Int) {
    let rows = rows
    let index = (rows.firstIndex(of: row) ?? 0) + step
    row = rows[min(max(0, index), rows.count - 1)]
  }

  private mutating func open(_ row: Row, _ context: Context) -> Outcome {
    self.row = rows.contains(row) ? row : self.row
    switch row {
    case .task: return Outcome(effects: [.findTasks], navigation: .open(TaskScreen()))
    case .device: return Outcome(effects: [.findDevices], navigation: .open(DeviceScreen(isForSession: true)))
    case .model: return .openModels(context)
    default: return .nothing
    }
  }

  private mutating func change(by step: Int, _ context: Context) {
    func next<Value: Equatable>(_ value: Value, of values: [Value]) -> Value {
      guard let index = values.firstIndex(of: value) else { return values.first ?? value }
      return values[(index + step + values.count) % values.count]
    }
    switch row {
    case .approval: approval = next(approval, of: Approval.allCases)
    case .device: device = next(device, of: context.devices.found.filter(\.isReady).map(\.name))
    default: break
    }
  }

  private mutating func start(_ context: Context) -> Outcome {
    let goal: SessionRequest.Goal
    if let resumed {
      goal = .resumed(recording: resumed.recording)
    } else if let task {
      goal = .task(name: task.name, seed: UInt64(seed.text) ?? 1)
    } else {
      goal = .text(self.goal.text)
    }
    return begin(SessionRequest(goal: goal, device: device, approval: approval))
  }

  private mutating func begin(_ request: SessionRequest) -> Outcome {
    starting = request
    problem = nil
    news = nil
    question = nil
    refused = nil
    return .effect(.startSession(request))
  }

  private mutating func dismiss() -> Outcome {
    if question != nil {
      question = nil
      refused = nil
      return .notice("Nothing was changed, and no session was started.")
    }
    guard starting != nil else { return .nothing }
    starting = nil
    return Outcome(effects: [.tellSession(.end(success: nil))], notice: Notice("It isn't started."))
  }

  private mutating func startWithChanges() -> Outcome {
    guard var request = refused else { return .nothing }
    request.allowsChanges = true
    return begin(request)
  }

  func leave() -> [Effect] { starting == nil ? [] : [.tellSession(.end(success: nil))] }

  mutating func take(_ choice: Choice, _ context: Context) {
    switch choice {
    case .device(let name):
      device = name
      row = .device
    case .task(let task):
      self.task = task
      goal = TextField()
      row = .start
    }
  }

  mutating func click(row: Int, twice: Bool, _ context: Context) -> Outcome {
    guard question == nil, starting == nil, rows.indices.contains(row) else { return .nothing }
    let isChosen = self.row == rows[row]
    self.row = rows[row]
    guard isChosen || twice || self.row == .start else { return .nothing }
    switch self.row {
    case .approval: change(by: 1, context)
    case .start:
      if let reason = whyNotStart(context) { return .notice(reason) }
      return start(context)
    case .model:
      if let reason = whyNoModel(context) { return .notice(reason) }
      return open(.model, context)
    default: return open(self.row, context)
    }
    return .nothing
  }

  // MARK: - News

  mutating func receive(_ message: Message, _ context: Context) -> Outcome {
    switch message {
    case .sessionRefused(let request, let problem, let changes) where request == starting:
      starting = nil
      guard !changes.isEmpty else {
        self.problem = problem
        return .nothing
      }
      refused = request
      question = Self.question(problem: problem, changes: changes, device: request.device)
    case .session(.notice(let text)) where starting != nil: news = text
    default: break
    }
    return .nothing
  }

  private static func question(problem: String, changes: [String], device: String) -> Question {
    Question(
      title: "May this be changed?",
      text: [
        TextLine("The task's set-up changes this on \(device):"), TextLine(""),
      ] + changes.map { TextLine("– \($0)", role: .warning, isBold: true) },
      bindings: [
        KeyBinding([.character("y")], "change it", "change it and start", .yes),
        KeyBinding([.escape, .character("n"), .character("q")], "leave it", "change nothing, don't start", .dismiss),
      ])
  }

  // MARK: - Drawing

  func draw(on canvas: inout Canvas, _ context: Context) {
    var rect = context.body
    let isRoomy = rect.rows >= 14 && rect.columns >= 50
    if isRoomy { rect = rect.inset(columns: 2, rows: 1) }
    let labelColumns = min(11, rect.columns / 3)
    let goalRows = goalLines(canvas, columns: rect.columns - labelColumns - 2)
    for (index, row) in rows.enumerated() where !rect.isEmpty {
      let lines = row == .goal ? goalRows : [valueLine(row, canvas, context)]
      let isSpaced = isRoomy && rect.rows > rows.count - index + 6
      let whole = rect.takeTop(min(lines.count, max(1, rect.rows / 2)))
      draw(row, lines: lines, labelColumns: labelColumns, on: &canvas, in: whole)
      canvas.addTarget(.row(index), in: whole)
      if isSpaced { _ = rect.takeTop(1) }
    }
    if rect.rows > 1 { _ = rect.takeTop(1) }
    canvas.put(
      explanation(canvas, context).flatMap { canvas.wrap($0.text, columns: rect.columns, role: $0.role) }, in: rect)
    question?.draw(on: &canvas, in: context.body)
  }

  private func draw(_ row: Row, lines: [TextLine], labelColumns: Int, on canvas: inout Canvas, in rect: Rect) {
    let isChosen = row == self.row && starting == nil
    var rest = rect
    let pointer = rest.takeLeft(min(2, rect.columns))
    if isChosen {
      canvas.put(
        canvas.symbols.pointer, column: pointer.column, row: pointer.row, columns: pointer.columns, role: .key,
        isBold: true)
    }
    let label = rest.takeLeft(labelColumns)
    canvas.put(
      Self.label(row), column: label.column, row: label.row, columns: label.columns - 1,
      role: isChosen ? .title : .dim, isBold: isChosen)
    guard isTyping, isChosen, let field = row == .goal ? goal : row == .seed ? seed : nil else {
      canvas.put(lines, in: rest)
      if isChosen {
        canvas.paint(Rect(column: rest.column, row: rest.row, columns: rest.columns, rows: 1), role: .selected)
      }
      return
    }
    if row == .goal, field.isEmpty { canvas.put(lines, in: rest) }
    if row == .goal, !field.isEmpty {
      // A long goal is shown whole; the cursor is where it ends, or the window is.
      let isAtEnd = field.cursor == field.text.count
      let lines = canvas.wrap(field.text, columns: max(1, rest.columns - 1))
      if isAtEnd, lines.count <= rest.rows, let last = lines.last {
        canvas.put(lines, in: rest)
        let trailing = field.text.reversed().prefix { $0 == " " }.count
        canvas.placeCursor(
          column: min(rest.column + canvas.width(of: last.text) + trailing, rest.column + rest.columns - 1),
          row: rest.row + lines.count - 1)
        return
      }
    }
    let window = field.window(columns: rest.columns, ascii: canvas.isASCII)
    if !field.isEmpty { canvas.put(window.text, column: rest.column, row: rest.row, columns: rest.columns) }
    canvas.placeCursor(column: rest.column + window.cursor, row: rest.row)
  }

  private static func label(_ row: Row) -> String {
    switch row {
    case .goal: "Goal"
    case .task: "or a task"
    case .seed: "Seed"
    case .device: "Device"
    case .approval: "Ask me"
    case .model: "Model"
    case .start: ""
    }
  }

  private func goalLines(_ canvas: Canvas, columns: Int) -> [TextLine] {
    if let task { return canvas.wrap(task.goal, columns: columns - 1, role: .dim) }
    if goal.isEmpty {
      return canvas.wrap("type what is to be done, in your own words", columns: columns - 1, role: .dim)
    }
    return canvas.wrap(goal.text, columns: columns - 1)
  }

  private func valueLine(_ row: Row, _ canvas: Canvas, _ context: Context) -> TextLine {
    switch row {
    case .goal: return TextLine("")
    case .task:
      if let task { return TextLine(task.name, isBold: true) }
      return TextLine("none; Enter shows the list", role: .dim)
    case .seed: return TextLine(seed.text)
    case .device:
      let detail = context.devices[device].map { "  \($0.detail)" } ?? ""
      return TextLine(device + detail, isBold: true)
    case .approval: return TextLine(approval.words)
    case .model:
      if let loading = context.models.loading {
        return TextLine(
          "\(context.models.name(of: loading.path)) is being loaded: \(NumberText.percent(loading.fraction))")
      }
      if let solver = context.models.solver { return TextLine("none: the \(solver) does the task") }
      guard let model = context.models.loaded else { return TextLine("none: you act by hand", role: .warning) }
      return TextLine("\(model.name)" + (model.seesPictures ? "" : "  (it takes text only)"))
    case .start: return TextLine("[ Start the session ]", role: .key, isBold: true)
    }
  }

  private func explanation(_ canvas: Canvas, _ context: Context) -> [TextLine] {
    if starting != nil {
      return [TextLine("The session is being started…", role: .proposed)]
        + (news.map { [TextLine($0, role: .dim)] } ?? [])
    }
    if let problem { return [TextLine(problem, role: .bad)] }
    if let resumed { return [TextLine("It goes on with the recording of “\(resumed.goal)”.", role: .dim)] }
    switch row {
    case .goal, .task:
      return [
        TextLine(
          "A goal of your own is over when you say so. A task has its goal, prepares the device, and checks by itself "
            + "whether the goal is reached.", role: .dim)
      ]
    case .seed:
      return [TextLine("The seed varies the names and numbers of the task; the same seed gives the same.", role: .dim)]
    case .device:
      if let device = context.devices[device], let advice = device.advice {
        return [TextLine("\(device.name): \(advice)", role: .warning)]
      }
      return [TextLine("The virtual phone is made for the session; a real one is connected through adb.", role: .dim)]
    case .approval: return [TextLine(approval.explanation, role: approval == .never ? .warning : .dim)]
    case .model:
      if let solver = context.models.solver {
        return [
          TextLine("The \(solver) proposes each step. Start without --model \(solver) to have a model.", role: .dim)
        ]
      }
      return [
        TextLine(
          context.models.loaded == nil
            ? "Without a model nothing is proposed: each step is by your own hand, and recorded."
            : "It proposes each step.",
          role: .dim)
      ]
    case .start:
      return [TextLine(whyNotStart(context).map { "Not yet: \($0)." } ?? "Enter starts it.", role: .dim)]
    }
  }
}

extension Approval {
  /// When the person is asked, in words.
  var words: String {
    switch self {
    case .always: "before every action"
    case .risky: "before actions that can do harm"
    case .never: "never: it runs by itself"
    }
  }

  var explanation: String {
    switch self {
    case .always: "Nothing is done before you approved it."
    case .risky:
      "It goes on by itself, and asks before it sends, calls, pays, deletes, installs, grants or reveals something."
    case .never: "It does everything that it proposes, also what sends, pays or deletes. Any key pauses it."
    }
  }
}
