internal import Episodes

/// A goal on a device, step by step: what is on the screen, what is proposed and why, and the person's word on it.
struct SessionScreen: Screen {
  /// What the session is doing.
  enum Phase: Sendable, Equatable {
    case looking, proposing
    case waiting(SessionWait)
    /// The person has spoken; the session hasn't answered yet.
    case told
    case acting(Action)
    case ending
    case ended(reason: String, success: Bool?, problem: String?)
  }

  /// What a click on the picture does while the person acts.
  enum Tool: Sendable, CaseIterable {
    case tap, longPress, doubleTap
  }

  /// What is being typed.
  enum PromptKind: Sendable, Equatable {
    case reason, hint, text, app, command
    /// The text of the action that is being changed.
    case draftText
    /// Why the agent isn't done yet.
    case notYet
  }

  // What the session was begun with.
  let goal: String
  let task: String?
  let device: String
  let model: String?
  let recording: String?
  let maximumSteps: Int
  var approval: Approval

  /// Those that are over.
  var steps: [Step]
  /// The number of the step that is being made, from 0.
  var number: Int
  var phase = Phase.looking
  var seen: Seen?
  var proposal: Proposal?
  /// What happened besides, until the next look.
  var news: String?
  var score: Double?
  /// Whether the person acts.
  var isByHand: Bool
  var isPausing = false
  var tool = Tool.tap

  var draft: ActionDraft?
  var prompt: (kind: PromptKind, field: TextField)?
  var question: Question?

  /// The steps and, last, the present; the chosen one is shown.
  var list = ListView()
  /// Whether the present is shown and followed.
  var isNow = true
  var showsElements = false
  var thoughtText = TextPane(atEnd: true)
  var elementText = TextPane()
  /// The text that the arrow keys scroll.
  var focus = TextID.model

  /// What was seen of the device when it was looked at last.
  struct Seen: Sendable, Equatable {
    var picture: String?
    /// How often the device was looked at: another look may come in the same file.
    var look: Int
    var width: Int
    var height: Int
    var elements: [UIElement]
    var app: String?
    var warning: String?

    /// The end of the package's name, which says most.
    var appName: String? { app.map { $0.split(separator: ".").last.map(String.init) ?? $0 } }
  }

  /// A session that has begun.
  init(
    goal: String, task: String?, device: String, model: String?, recording: String?, maximumSteps: Int,
    earlier: [Step], approval: Approval
  ) {
    self.goal = goal
    self.task = task
    self.device = device
    self.model = model
    self.recording = recording
    self.maximumSteps = maximumSteps
    self.approval = approval
    steps = earlier
    number = earlier.count
    // Nobody else could act.
    isByHand = model == nil
  }

  var trail: [String] { ["Session"] }

  func summary(_ context: Context) -> String {
    if case .ended = phase { return NumberText.count(steps.count, "step", "steps") }
    return "step \(min(max(0, number), 1_000_000) + 1)" + (maximumSteps > 0 ? " of \(maximumSteps)" : "")
  }

  var isTyping: Bool { prompt != nil && question == nil }

  /// The step of the past that is shown; nil at the present.
  var past: Step? {
    isNow || !steps.indices.contains(list.selection) ? nil : steps[list.selection]
  }

  /// The screen's size in pixels; no real one is larger, so arithmetic with it can't overflow.
  var pixels: PixelSize {
    PixelSize(width: min(max(1, seen?.width ?? 1080), 100_000), height: min(max(1, seen?.height ?? 2400), 100_000))
  }

  var isEnded: Bool { if case .ended = phase { true } else { false } }

  /// Whether the session does or thinks something.
  var isRunning: Bool {
    switch phase {
    case .looking, .proposing, .acting, .told: true
    case .waiting, .ending, .ended: false
    }
  }

  /// The action that waits to be approved.
  var awaited: Action? {
    if case .waiting(.approval(let action, _)) = phase { action } else { nil }
  }

  func interruption(by key: Key) -> Command? {
    guard isRunning, approval != .always, !isByHand, !isPausing, question == nil, prompt == nil, draft == nil else {
      return nil
    }
    switch key {
    case .character("q"), .character("?"), .character("a"), .character("h"), .function, .control: return nil
    default: return .pause
    }
  }

  // MARK: - Typing

  mutating func type(_ key: Key, _ context: Context) -> Bool { prompt?.field.type(key) ?? false }

  mutating func paste(_ text: String, _ context: Context) { prompt?.field.insert(text) }

  // MARK: - News

  mutating func receive(_ message: Message, _ context: Context) -> Outcome {
    guard case .session(let update) = message, !isEnded else { return .nothing }
    let before = phase
    take(update)
    // What the person was changing or typing was about something that is over.
    if isEnded || (phase != before && (draft != nil || prompt != nil)) { return forget() }
    if isNow { follow(context) }
    return .nothing
  }

  private mutating func take(_ update: SessionUpdate) {
    switch update {
    case .started: break
    case .looking(let step):
      number = step
      go(to: .looking)
    case .observed(let step, let picture, let width, let height, let elements, let app, let warning):
      number = step
      seen = Seen(
        picture: picture, look: (seen?.look ?? 0) + 1, width: width, height: height, elements: elements, app: app,
        warning: warning)
      proposal = nil
      news = nil
      elementText = TextPane()
    case .proposal(let step, let update):
      number = step
      propose(update)
    case .waiting(let step, let wait):
      number = step
      isPausing = false
      isByHand = wait == .takenOver
      go(to: .waiting(wait))
    case .acting(let step, let action):
      number = step
      go(to: .acting(action))
    case .stepped(let step):
      steps.append(step)
      number = steps.count
      if isNow { list.select(steps.count, count: steps.count + 1, visible: 1) }
    case .notice(let text): news = text
    case .judged(let score): self.score = score
    case .ended(let reason, let success, let problem):
      phase = .ended(reason: reason, success: success, problem: problem)
    }
  }

  /// While the end is awaited, what still happens doesn't bring the session back.
  private mutating func go(to next: Phase) { if phase != .ending { phase = next } }

  private mutating func propose(_ update: ProposalUpdate) {
    switch update {
    case .phase, .text, .thought, .action:
      if phase != .proposing {
        proposal = Proposal(model: model ?? "")
        thoughtText = TextPane(atEnd: true)
        go(to: .proposing)
        isByHand = false
      }
    case .agreement, .finished, .failed, .cancelled: break
    }
    proposal?.update(update)
  }

  private mutating func forget() -> Outcome {
    let hadSomething = draft != nil || prompt != nil
    (draft, prompt) = (nil, nil)
    if isEnded { question = nil }
    return hadSomething ? .notice("The session went on; what you were writing wasn't sent.", role: .warning) : .nothing
  }

  // MARK: - Telling

  /// Says something to the session, and takes nothing else for an answer until it has reacted.
  mutating func tell(_ command: SessionCommand) -> Outcome {
    (draft, prompt, question) = (nil, nil, nil)
    if phase != .ending { phase = .told }
    return .effect(.tellSession(command))
  }

  func leave() -> [Effect] {
    isEnded || phase == .ending ? [] : [.tellSession(.end(success: nil))]
  }

  // MARK: - Where one looks

  var rowCount: Int { steps.count + 1 }

  mutating func follow(_ context: Context) { list.select(steps.count, count: rowCount, visible: visibleSteps(context)) }

  /// Shows a step; the row after the last is the present.
  mutating func show(row: Int, _ context: Context) {
    let row = min(max(0, row), steps.count)
    let before = (isNow, list.selection)
    isNow = row == steps.count
    list.select(row, count: rowCount, visible: visibleSteps(context))
    if before != (isNow, list.selection) { thoughtText = TextPane(atEnd: isNow && phase == .proposing) }
  }

  private func visibleSteps(_ context: Context) -> Int { max(1, layout(context).steps.rows - 1) }

  // MARK: - Mouse

  mutating func click(row: Int, twice: Bool, _ context: Context) -> Outcome {
    guard question == nil, prompt == nil, draft == nil else { return .nothing }
    show(row: row, context)
    return .nothing
  }

  mutating func click(x: Int, y: Int, _ context: Context) -> Outcome {
    guard question == nil, prompt == nil else { return .nothing }
    guard isNow else { return .notice("This picture is of the past; Enter goes back to the present.") }
    let point = Point(x: x, y: y)
    if draft != nil {
      draft?.aim(at: point)
      return .nothing
    }
    guard isByHand else {
      if awaited != nil {
        return .notice("e changes the action and h lets you act; then a click on the picture counts.")
      }
      return .notice("A click on the picture acts once you took over; h does that.")
    }
    if let reason = whyNotAct { return .notice("Nothing was done: \(reason).") }
    switch tool {
    case .tap: return act(.click(.point(point)))
    case .longPress: return act(.longPress(.point(point)))
    case .doubleTap: return act(.doubleTap(.point(point)))
    }
  }

  mutating func scroll(_ target: MouseTarget, by lines: Int, _ context: Context) {
    switch target {
    case .text(let id):
      focus = id
      scrollText(id, by: lines, context)
    case .row, .list: if draft == nil, prompt == nil { show(row: list.selection + lines.signum(), context) }
    default: break
    }
  }

  func scrolledText(_ context: Context) -> TextID { showsElements ? focus : .model }

  mutating func scrollText(by lines: Int, _ context: Context) { scrollText(scrolledText(context), by: lines, context) }

  private mutating func scrollText(_ id: TextID, by lines: Int, _ context: Context) {
    let layout = layout(context)
    if id == .recording {
      let content = elementContent(layout, context)
      elementText.scroll(
        by: lines, count: content.text.count, visible: content.textRows(in: layout.recording), follows: false)
    } else {
      let content = textContent(layout, context)
      thoughtText.scroll(
        by: lines, count: content.text.count, visible: content.textRows(in: layout.model),
        follows: isNow && phase == .proposing)
    }
  }

  // MARK: - Acting by hand

  /// Why the person can't do an action just now.
  var whyNotAct: String? {
    switch phase {
    case .waiting: nil
    case .acting: "the action before is still being done"
    case .ending, .ended: "the session is over"
    case .looking, .proposing, .told: "the device is still being looked at"
    }
  }

  mutating func act(_ action: Action) -> Outcome {
    tool = .tap
    return tell(.act(action))
  }
}
