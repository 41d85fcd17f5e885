internal import Episodes

/// Steps through a recorded episode: what was on the screen, what was done, and what the model would do.
struct ReplayScreen: Screen {
  let episode: Episode
  var proposals: [Int: Proposal] = [:]
  /// The steps; the chosen one is shown.
  var list = ListView()
  var showsRecording = true
  var showsElements = false
  var isRunningAll = false
  var modelText = TextPane(atEnd: true)
  var recordingText = TextPane()
  /// The text that the arrow keys scroll.
  var focus = TextID.model
  /// The number of a step that is being typed.
  var prompt: TextField?

  init(episode: Episode) { self.episode = episode }

  /// The place in the episode of the step that is shown.
  var position: Int { list.selection }

  var step: Step? { episode.steps.indices.contains(position) ? episode.steps[position] : nil }

  var proposal: Proposal? { proposals[position] }

  /// The folder of a session that was cut off, which can be gone on with.
  var resumable: String? {
    let kinds = ["virtual", "adb", "androidworld"]
    guard episode.finished == nil, let kind = episode.deviceKind, kinds.contains(kind) else { return nil }
    return episode.directory
  }

  var trail: [String] { ["Replay", episode.id] }

  func summary(_ context: Context) -> String {
    episode.steps.isEmpty ? "no steps" : "step \(position + 1) of \(episode.steps.count)"
  }

  var isTyping: Bool { prompt != nil }

  /// How many proposals agree with the recording, of those that could be compared.
  var agreements: (agreeing: Int, compared: Int) {
    var agreeing = 0
    var compared = 0
    for proposal in proposals.values {
      switch proposal.agreement {
      case .agrees:
        agreeing += 1
        compared += 1
      case .differs: compared += 1
      case .unknown, nil: break
      }
    }
    return (agreeing, compared)
  }

  func interruption(by key: Key) -> Command? {
    guard isRunningAll else { return nil }
    switch key {
    case .escape, .character("x"): return .stop
    case .character("q"): return .back
    case .character("?"), .function, .control: return nil
    default: return .pause
    }
  }

  mutating func type(_ key: Key, _ context: Context) -> Bool {
    if case .character(let character) = key, !("0"..."9").contains(character) { return false }
    return prompt?.type(key) ?? false
  }

  mutating func paste(_ text: String, _ context: Context) {
    prompt?.insert(text.filter { ("0"..."9").contains($0) })
  }

  // MARK: - Commands

  mutating func perform(_ command: Command, _ context: Context) -> Outcome {
    switch command {
    case .ask: return ask(position, context)
    case .askAgain: return ask(position, context)
    case .askAll: return askAll(context)
    case .stop: return stop(context)
    case .pause:
      isRunningAll = false
      return .notice("This step is finished, the next isn't begun; a goes on.")
    case .next: show(position + 1, context)
    case .previous: show(position - 1, context)
    case .first: show(0, context)
    case .last: show(episode.steps.count - 1, context)
    case .goTo: prompt = TextField()
    case .dismiss: prompt = nil
    case .accept: return goToTyped(context)
    case .toggleRecording:
      showsRecording.toggle()
      focus = .model
    case .toggleElements: showsElements.toggle()
    case .otherText: focus = scrolledText(context) == .model ? .recording : .model
    case .up: scrollText(by: -1, context)
    case .down: scrollText(by: 1, context)
    case .pageUp: scrollText(by: -8, context)
    case .pageDown: scrollText(by: 8, context)
    case .about: return Outcome(overlay: Overlay(title: "About this episode", text: aboutText))
    case .models: return .openModels(context)
    case .newSession:
      guard let recording = resumable else { return .nothing }
      let screen = SetupScreen(device: episode.deviceKind ?? "virtual", resumed: (recording, episode.goal))
      return Outcome(effects: [.findDevices], navigation: .open(screen))
    case .back: return Outcome(navigation: .back)
    default: break
    }
    return .nothing
  }

  /// Shows a step; the nearest one there is.
  mutating func show(_ step: Int, _ context: Context) {
    let before = position
    list.select(step, count: episode.steps.count, visible: visibleSteps(context))
    guard position != before else { return }
    modelText = TextPane(atEnd: proposal?.state == .running)
    recordingText = TextPane()
  }

  private mutating func goToTyped(_ context: Context) -> Outcome {
    let number = prompt.flatMap { Int($0.text) }
    prompt = nil
    guard let number, number >= 1, number <= episode.steps.count else {
      return .notice("There are steps 1 to \(episode.steps.count).", role: .warning)
    }
    show(number - 1, context)
    return .nothing
  }

  private mutating func ask(_ step: Int, _ context: Context) -> Outcome {
    guard episode.steps.indices.contains(step), let model = context.models.loaded else { return .nothing }
    let stops: [Effect] = context.runningStep == nil ? [] : [.cancelProposal]
    proposals[step] = Proposal(model: model.name)
    modelText = TextPane(atEnd: true)
    return Outcome(effects: stops + [.propose(step: step)])
  }

  private mutating func askAll(_ context: Context) -> Outcome {
    guard let first = nextOpenStep(from: position, context) else { return .nothing }
    isRunningAll = true
    // A step that is being worked on goes on; the next follows when it is done.
    guard context.runningStep == nil else { return .nothing }
    show(first, context)
    return ask(first, context)
  }

  private mutating func stop(_ context: Context) -> Outcome {
    isRunningAll = false
    guard let running = context.runningStep else { return .nothing }
    proposals[running]?.update(.cancelled)
    return Outcome(effects: [.cancelProposal], notice: Notice("Stopped; r asks again."))
  }

  /// The first step from there on that has no proposal and can get one.
  func nextOpenStep(from start: Int, _ context: Context) -> Int? {
    guard let model = context.models.loaded, start < episode.steps.count else { return nil }
    return (max(0, start)..<episode.steps.count).first { index in
      proposals[index]?.state != .finished && (episode.steps[index].screenshot != nil || !model.seesPictures)
    }
  }

  func leave() -> [Effect] { proposals.values.contains { $0.state == .running } ? [.cancelProposal] : [] }

  // MARK: - News

  mutating func receive(_ message: Message, _ context: Context) -> Outcome {
    guard case .proposal(let step, let update) = message, proposals[step] != nil else { return .nothing }
    proposals[step]?.update(update)
    switch update {
    case .finished: return goOn(after: step, context)
    case .failed, .cancelled: isRunningAll = false
    default: break
    }
    return .nothing
  }

  private mutating func goOn(after step: Int, _ context: Context) -> Outcome {
    guard isRunningAll else { return .nothing }
    guard let next = nextOpenStep(from: step + 1, context) else {
      isRunningAll = false
      let (agreeing, compared) = agreements
      return .notice(
        "All steps are done" + (compared > 0 ? ": \(agreeing) of \(compared) agree with the recording." : "."),
        role: .good)
    }
    show(next, context)
    return ask(next, context)
  }

  // MARK: - Mouse

  mutating func click(row: Int, twice: Bool, _ context: Context) -> Outcome {
    guard prompt == nil else { return .nothing }
    show(row, context)
    return .nothing
  }

  mutating func scroll(_ target: MouseTarget, by lines: Int, _ context: Context) {
    switch target {
    case .text(let id):
      focus = id
      scrollText(id, by: lines, context)
    case .row, .list: show(position + lines.signum(), context)
    default: break
    }
  }

  // MARK: - Scrolling

  /// The text that keys scroll: the one chosen with Tab, or the only one there is.
  func scrolledText(_ context: Context) -> TextID {
    guard showsRecording else { return .model }
    return proposal == nil ? .recording : focus
  }

  private mutating func scrollText(by lines: Int, _ context: Context) {
    scrollText(scrolledText(context), by: lines, context)
  }

  private mutating func scrollText(_ id: TextID, by lines: Int, _ context: Context) {
    let layout = layout(context)
    let rect = id == .model ? layout.model : layout.recording
    let content = id == .model ? modelContent(layout, context) : recordingContent(layout, context)
    let visible = content.textRows(in: rect)
    if id == .model {
      modelText.scroll(by: lines, count: content.text.count, visible: visible, follows: proposal?.state == .running)
    } else {
      recordingText.scroll(by: lines, count: content.text.count, visible: visible, follows: false)
    }
  }

  private func visibleSteps(_ context: Context) -> Int { max(1, layout(context).steps.rows - 1) }
}
