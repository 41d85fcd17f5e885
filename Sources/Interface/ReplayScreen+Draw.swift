internal import Episodes

extension ReplayScreen {
  func layout(_ context: Context) -> StepLayout {
    StepLayout(
      body: context.body, aspect: aspect, cellAspect: context.cellAspect, steps: episode.steps.count,
      hasModel: context.models.loaded != nil || !proposals.isEmpty, showsRecording: showsRecording
    ) { columns in TextLayout.wrap(episode.goal, columns: columns, ascii: context.isASCII).count }
  }

  private var aspect: Double? {
    guard episode.steps.contains(where: { $0.screenshot != nil }) else { return nil }
    return Double(width) / Double(height)
  }

  /// The screen's width; that of a common phone where it wasn't recorded.
  private var width: Int { max(1, episode.width ?? 1080) }
  private var height: Int { max(1, episode.height ?? 2400) }

  func draw(on canvas: inout Canvas, _ context: Context) {
    let layout = layout(context)
    guard layout.small.isEmpty else { return drawSmall(on: &canvas, in: layout.small, context) }
    drawPicture(on: &canvas, in: layout.picture)
    canvas.goal(episode.goal, in: layout.goal)
    let scrolled = scrolledText(context)
    canvas.pane(
      "Model", modelContent(layout, context), role: .proposed, pane: modelText, id: .model,
      right: modelState(canvas.symbols), isFocused: scrolled == .model, in: layout.model)
    canvas.pane(
      "Recording", recordingContent(layout, context), role: .recorded, pane: recordingText, id: .recording,
      right: (episode.actor ?? "", .dim), isFocused: scrolled == .recording, in: layout.recording)
    drawSteps(on: &canvas, in: layout.steps)
    drawPrompt(on: &canvas, in: context.body)
  }

  // MARK: - The picture

  private func drawPicture(on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let inside = canvas.box(rect, title: step?.app ?? "Screen")
    guard let step else { return }
    guard let screenshot = step.screenshot else {
      let lines = canvas.wrap("No picture was recorded for this step.", columns: inside.columns - 2, role: .dim)
      canvas.put(lines, in: inside.inset(columns: 1, rows: max(0, (inside.rows - lines.count) / 2)))
      return
    }
    drawLegend(on: &canvas, in: rect)
    let path = episode.directory.map { PathText.join($0, screenshot) } ?? screenshot
    canvas.add(Picture(path: path, area: inside, marks: marks(of: step)))
  }

  /// Which colour is whose, in the box's lower edge.
  private func drawLegend(on canvas: inout Canvas, in rect: Rect) {
    let row = rect.row + rect.rows - 1
    var column = rect.column + 2
    var room = rect.columns - 4
    let owners: [(text: String, role: Role, isShown: Bool)] = [
      ("model", .proposed, proposal?.action != nil), ("recorded", .recorded, showsRecording && step?.action != nil),
    ]
    for owner in owners where owner.isShown && canvas.width(of: owner.text) <= room {
      let used = canvas.put(owner.text, column: column, row: row, columns: room, role: owner.role) + 1
      column += used
      room -= used
    }
  }

  private func marks(of step: Step) -> [Mark] {
    var marks: [Mark] = []
    if showsElements {
      marks += step.elements.compactMap { $0.bounds }.map { ActionMarks.box($0, role: .dim) }
    }
    if showsRecording, let action = step.action {
      marks += ActionMarks.marks(
        for: action, width: width, height: height, elements: step.elements, bounds: step.targetBounds, role: .recorded)
    }
    if let action = proposal?.action {
      marks += ActionMarks.marks(
        for: action, width: width, height: height, elements: step.elements, bounds: nil, role: .proposed)
    }
    return marks
  }

  // MARK: - The texts

  private func modelState(_ symbols: Symbols) -> (text: String, role: Role) {
    guard let proposal else { return ("", .dim) }
    switch proposal.state {
    case .running: return ("\(symbols.running) thinking", .proposed)
    case .cancelled: return ("stopped", .warning)
    case .failed: return ("\(symbols.failed) failed", .bad)
    case .finished:
      switch proposal.agreement {
      case .agrees: return ("\(symbols.good) agrees", .good)
      case .differs: return ("\(symbols.bad) differs", .bad)
      case .unknown, nil: return ("", .dim)
      }
    }
  }

  func modelContent(_ layout: StepLayout, _ context: Context) -> PaneContent {
    let columns = PaneContent.columns(in: layout.model)
    func wrap(_ text: String, role: Role = .text, isBold: Bool = false) -> [TextLine] {
      TextLine.wrap(text, columns: columns, ascii: context.isASCII, role: role, isBold: isBold)
    }
    guard let proposal else { return PaneContent(text: wrap(invitation(context), role: .dim)) }
    var content = PaneContent()
    if !proposal.thought.isEmpty { content.text = wrap(proposal.thought) }
    switch proposal.state {
    case .running where content.text.isEmpty:
      content.text = wrap(proposal.phase.isEmpty ? "waiting for the model" : proposal.phase, role: .dim)
    case .failed(let problem):
      if !content.text.isEmpty { content.text.append(TextLine("")) }
      content.text += wrap(problem, role: .bad)
    case .cancelled where content.text.isEmpty:
      content.text = wrap("Stopped before it said anything; r asks again.", role: .dim)
    default: break
    }
    guard let action = proposal.action else { return content }
    let symbols = context.isASCII ? Symbols.ascii : .utf8
    content.pinned = wrap(
      "\(symbols.into) " + ActionText.words(action, elements: step?.elements ?? []), role: .proposed, isBold: true)
    let room = layout.model.rows - 1 - content.pinned.count
    if let json = proposal.json, room >= 3 { content.pinned += wrap(json, role: .dim).prefix(room >= 8 ? 4 : 2) }
    if case .differs(let reason) = proposal.agreement, showsRecording, room >= 2 {
      content.pinned += wrap("\(symbols.bad) \(reason)", role: .bad).prefix(2)
    }
    return content
  }

  /// What is said where there is no proposal.
  private func invitation(_ context: Context) -> String {
    guard let model = context.models.loaded else {
      if let loading = context.models.loading {
        return "\(context.models.name(of: loading.path)) is being loaded: \(NumberText.percent(loading.fraction))"
      }
      return "No model is loaded, so only the recording is shown. Press m to choose one."
    }
    if model.seesPictures, step?.screenshot == nil { return "Without a picture the model can't say anything here." }
    return "Press Enter to ask \(model.name) what it would do here, a to ask about all steps from here on."
  }

  func recordingContent(_ layout: StepLayout, _ context: Context) -> PaneContent {
    let columns = PaneContent.columns(in: layout.recording)
    func wrap(_ text: String, role: Role = .text, isBold: Bool = false) -> [TextLine] {
      TextLine.wrap(text, columns: columns, ascii: context.isASCII, role: role, isBold: isBold)
    }
    guard let step else { return PaneContent(text: wrap("The episode has no steps that could be read.", role: .dim)) }
    var content = PaneContent()
    content.text = wrap(
      step.thought ?? "No reasoning was recorded for this step.", role: step.thought == nil ? .dim : .text)
    let symbols = context.isASCII ? Symbols.ascii : .utf8
    if let action = step.action {
      content.pinned = wrap(
        "\(symbols.into) " + ActionText.words(action, elements: step.elements), role: .recorded, isBold: true)
      let room = layout.recording.rows - 1 - content.pinned.count
      if room >= 4 { content.pinned += wrap(action.json, role: .dim).prefix(room >= 8 ? 4 : 2) }
      if let proposed = step.proposedAction, room >= 5 {
        content.pinned += wrap("instead of: " + ActionText.words(proposed, elements: step.elements), role: .dim).prefix(
          2)
      }
      if let result = step.result, room >= 6 { content.pinned += wrap(result, role: .dim).prefix(2) }
    } else if step.proposedAction == nil, step.decision != "unreadable" {
      content.pinned = wrap("No action that can be read was recorded.", role: .warning)
    } else {
      content.pinned = wrap(SessionText.words(of: step), role: .warning, isBold: true)
      let room = layout.recording.rows - 1 - content.pinned.count
      if let result = step.result, room >= 3 { content.pinned += wrap(result, role: .dim).prefix(3) }
    }
    return content
  }

  // MARK: - The steps

  private func drawSteps(on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    var rest = rect
    let (agreeing, compared) = agreements
    canvas.heading(
      "Steps", in: rest.takeTop(1), right: compared > 0 ? "\(agreeing) of \(compared) agree" : "",
      rightRole: agreeing == compared ? .good : .warning)
    canvas.list(
      list, count: episode.steps.count, in: rest, barColumn: rest.column + rest.columns - 1
    ) { canvas, index, line in drawStep(index, on: &canvas, in: line) }
  }

  private func drawStep(_ index: Int, on canvas: inout Canvas, in line: Rect) {
    let step = episode.steps[index]
    let proposal = proposals[index]
    var rest = line
    _ = rest.columns > 2 ? rest.columns -= 2 : ()
    let mark = rest.takeLeft(canvas.isASCII ? 3 : 2)
    let (symbol, role) = self.mark(of: proposal, canvas.symbols)
    canvas.put(symbol, column: mark.column, row: mark.row, columns: mark.columns, role: role, isBold: true)
    let number = rest.takeLeft(String(episode.steps.count).count + 1)
    canvas.putRight(
      String(index + 1), in: Rect(column: number.column, row: number.row, columns: number.columns - 1, rows: 1),
      row: number.row, role: .dim)
    _ = rest.takeLeft(1)
    let proposed = proposal?.action.map { ActionText.words($0, elements: step.elements) }
    guard showsRecording else {
      canvas.put(proposed ?? "", column: rest.column, row: rest.row, columns: rest.columns, role: .proposed)
      return
    }
    let recorded = SessionText.words(of: step)
    let isSame = proposal?.agreement == .agrees
    let half = proposed != nil && !isSame && rest.columns >= 44 ? rest.columns / 2 : rest.columns
    let left = rest.takeLeft(half)
    canvas.put(recorded, column: left.column, row: left.row, columns: left.columns - 1)
    if let proposed {
      canvas.put(proposed, column: rest.column, row: rest.row, columns: rest.columns, role: .proposed)
    }
  }

  private func mark(of proposal: Proposal?, _ symbols: Symbols) -> (String, Role) {
    switch proposal?.state {
    case nil: (symbols.open, .dim)
    case .running: (symbols.running, .proposed)
    case .cancelled: (symbols.open, .warning)
    case .failed: (symbols.failed, .bad)
    case .finished:
      switch proposal?.agreement {
      case .agrees: (symbols.good, .good)
      case .differs: (symbols.bad, .bad)
      case .unknown, nil: ("?", .dim)
      }
    }
  }

  // MARK: - The rest

  private func drawPrompt(on canvas: inout Canvas, in body: Rect) {
    guard let prompt else { return }
    canvas.prompt("Go to step (1 to \(episode.steps.count))", prompt, in: body)
  }

  /// On a screen too small for parts: what matters most, from the top.
  private func drawSmall(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    var lines: [TextLine] = []
    let (symbol, role) = mark(of: proposal, canvas.symbols)
    lines.append(TextLine("\(symbol) " + summary(context), role: role, isBold: true))
    func add(_ text: String, role: Role) { lines += canvas.wrap(text, columns: rect.columns, role: role) }
    if let action = proposal?.action { add(ActionText.words(action, elements: step?.elements ?? []), role: .proposed) }
    if showsRecording, let action = step?.action {
      add(ActionText.words(action, elements: step?.elements ?? []), role: .recorded)
    }
    if case .failed(let problem) = proposal?.state { add(problem, role: .bad) }
    if let thought = proposal?.thought, !thought.isEmpty { add(thought, role: .text) }
    add(episode.goal, role: .dim)
    canvas.put(lines, in: rect)
    drawPrompt(on: &canvas, in: rect)
  }

  // MARK: - The status line

  func status(_ context: Context) -> [StatusPart] {
    var parts: [StatusPart] = []
    if let running = context.runningStep, let proposal = proposals[running] {
      let symbols = context.isASCII ? Symbols.ascii : .utf8
      let full = Int((proposal.fraction * 12).rounded(.down))
      let bar =
        String(repeating: symbols.barFull, count: full) + String(repeating: symbols.barEmpty, count: 12 - full)
      let at = running == position ? "" : "step \(running + 1): "
      parts.append(
        StatusPart(
          text: at + (proposal.phase.isEmpty ? "waiting" : proposal.phase) + " \(bar) "
            + NumberText.percent(proposal.fraction),
          rank: 1, isBold: true))
      if isRunningAll { parts.append(StatusPart(text: "any key pauses", rank: 2, isBold: true)) }
      return parts
    }
    guard let times = proposal?.times else { return parts }
    if times.decode > 0 {
      parts.append(
        StatusPart(text: NumberText.decimal(Double(times.generatedTokens) / times.decode) + " tok/s", rank: 1))
    }
    parts.append(StatusPart(text: "image " + NumberText.seconds(times.image), rank: 5))
    parts.append(StatusPart(text: "encode " + NumberText.seconds(times.encode), rank: 3))
    parts.append(StatusPart(text: "prefill " + NumberText.seconds(times.prefill), rank: 3))
    parts.append(StatusPart(text: "decode " + NumberText.seconds(times.decode), rank: 3))
    parts.append(StatusPart(text: "reused \(times.reusedTokens) of \(times.promptTokens) tokens", rank: 4))
    return parts
  }

  // MARK: - About

  var aboutText: [TextLine] {
    var lines: [TextLine] = []
    func add(_ title: String, _ text: String?) { lines += TextLine.section(title, text) }
    add("Goal", episode.goal)
    add("Task", episode.task)
    let size = episode.width.flatMap { width in episode.height.map { "\(width) × \($0) pixels" } }
    add("Device", [episode.deviceKind, size].compactMap { $0 }.joined(separator: ", "))
    add("Acted", [episode.actor, episode.model].compactMap { $0 }.joined(separator: ", "))
    add("When", [episode.started, episode.finished].compactMap { $0 }.joined(separator: " – "))
    if let outcome = episode.outcome {
      let success = outcome.success.map { $0 ? "the goal was reached" : "the goal was not reached" }
      let claim = outcome.claimedDone.map {
        $0 ? "the agent said that it was done" : "the agent didn't say that it was done"
      }
      add("Outcome", [success, claim].compactMap { $0 }.joined(separator: "; "))
    }
    add("Folder", episode.directory)
    add("Passed over in the files", episode.problems.joined(separator: "\n"))
    guard let step else { return lines }
    add("Step \(position + 1)", [step.app, step.decision, step.result].compactMap { $0 }.joined(separator: "; "))
    add("Elements", step.elements.isEmpty ? nil : "\(step.elements.count)")
    add("Recorded action", step.action?.json)
    if let proposal {
      add("Proposed by", proposal.model)
      add("Proposed action", proposal.json)
      add("Answer as it came", proposal.text)
    }
    return lines
  }
}
