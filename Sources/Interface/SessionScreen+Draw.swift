internal import Episodes

extension SessionScreen {
  func layout(_ context: Context) -> StepLayout {
    StepLayout(
      body: context.body, aspect: Double(pixels.width) / Double(pixels.height), cellAspect: context.cellAspect,
      steps: rowCount, hasModel: true, showsRecording: showsElements
    ) { columns in TextLayout.wrap(goal, columns: columns, ascii: context.isASCII).count }
  }

  func draw(on canvas: inout Canvas, _ context: Context) {
    let layout = layout(context)
    if layout.small.isEmpty {
      drawPicture(on: &canvas, in: layout.picture, context)
      canvas.goal(goal, in: layout.goal, moreKey: isByHand && isNow ? "F2" : "i")
      let scrolled = scrolledText(context)
      let (title, role) = heading
      canvas.pane(
        title, textContent(layout, context), role: role, pane: thoughtText, id: .model, right: state(canvas.symbols),
        isFocused: showsElements && scrolled == .model, in: layout.model)
      canvas.pane(
        "Elements", elementContent(layout, context), role: .title, pane: elementText, id: .recording,
        right: (NumberText.count(shownElements.count, "element", "elements"), .dim),
        isFocused: scrolled == .recording, in: layout.recording)
      drawSteps(on: &canvas, in: layout.steps)
    } else {
      drawSmall(on: &canvas, in: layout.small, context)
    }
    if let prompt { canvas.prompt(prompt.kind.question, prompt.field, in: context.body) }
    question?.draw(on: &canvas, in: context.body)
  }

  private var shownElements: [UIElement] { isNow ? seen?.elements ?? [] : past?.elements ?? [] }

  // MARK: - The picture

  private func drawPicture(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard !rect.isEmpty else { return }
    let title = isNow ? seen?.appName ?? "Screen" : "Past: step \(list.selection + 1)"
    let inside = canvas.box(rect, title: title, role: isNow ? .border : .warning)
    guard let path = picturePath else {
      let text =
        !isNow
        ? "No picture was recorded for this step." : seen == nil ? "Waiting for the first picture…" : "No picture."
      let lines = canvas.wrap(text, columns: inside.columns - 2, role: .dim)
      canvas.put(lines, in: inside.inset(columns: 1, rows: max(0, (inside.rows - lines.count) / 2)))
      return
    }
    drawLegend(on: &canvas, in: rect)
    canvas.add(Picture(path: path, version: isNow ? seen?.look ?? 0 : 0, area: inside, marks: marks))
    canvas.addTarget(.picture(pixels, area: inside), in: inside)
  }

  private var picturePath: String? {
    guard !isNow else { return seen?.picture }
    guard let screenshot = past?.screenshot else { return nil }
    return recording.map { PathText.join($0, screenshot) } ?? screenshot
  }

  /// Which colour is whose, in the box's lower edge.
  private func drawLegend(on canvas: inout Canvas, in rect: Rect) {
    var column = rect.column + 2
    var room = rect.columns - 4
    let owners: [(text: String, role: Role, isShown: Bool)] =
      isNow
      ? [
        ("proposed", .proposed, shownAction != nil && draft == nil),
        ("yours", .recorded, draft != nil),
        (tool.words, .warning, isByHand && tool != .tap),
      ] : [("done", .recorded, past?.action != nil), ("proposed", .proposed, past?.proposedAction != nil)]
    for owner in owners where owner.isShown && canvas.width(of: owner.text) <= room {
      let used =
        canvas.put(owner.text, column: column, row: rect.row + rect.rows - 1, columns: room, role: owner.role) + 1
      column += used
      room -= used
    }
  }

  /// The proposed action, or the one that is being done.
  private var shownAction: Action? {
    switch phase {
    case .waiting(.approval(let action, _)), .acting(let action): action
    case .proposing, .told: isByHand ? nil : proposal?.action
    default: nil
    }
  }

  private var marks: [Mark] {
    var marks: [Mark] = []
    let elements = shownElements
    if showsElements { marks += elements.compactMap(\.bounds).map { ActionMarks.box($0, role: .dim) } }
    func add(_ action: Action?, bounds: Bounds? = nil, role: Role) {
      guard let action else { return }
      marks += ActionMarks.marks(
        for: action, width: pixels.width, height: pixels.height, elements: elements, bounds: bounds, role: role)
    }
    if let past, !isNow {
      add(past.proposedAction, role: .proposed)
      add(past.action, bounds: past.targetBounds, role: .recorded)
    } else if let draft {
      add(draft.action, role: .recorded)
    } else {
      add(shownAction, role: .proposed)
    }
    return marks
  }

  // MARK: - The text

  private var heading: (title: String, role: Role) {
    if let past, !isNow {
      return ("Step \(list.selection + 1), in the past", past.decision == "rejected" ? .bad : .recorded)
    }
    if isEnded { return ("Ended", .title) }
    if draft != nil { return (awaited == nil ? "Your action" : "Your change", .recorded) }
    return isByHand ? ("By hand", .recorded) : ("Model", .proposed)
  }

  private func state(_ symbols: Symbols) -> (text: String, role: Role) {
    guard isNow else { return (past?.decision ?? "", .dim) }
    if isPausing { return ("about to pause", .warning) }
    switch phase {
    case .looking: return ("\(symbols.running) looking", .dim)
    case .proposing: return ("\(symbols.running) thinking", .proposed)
    case .told: return ("\(symbols.running) going on", .dim)
    case .acting: return ("\(symbols.running) acting", .proposed)
    case .ending: return ("\(symbols.running) ending", .warning)
    case .ended(_, let success, _):
      return success == true
        ? ("\(symbols.good) reached", .good) : success == false ? ("\(symbols.bad) not reached", .bad) : ("", .dim)
    case .waiting(let wait):
      switch wait {
      case .takenOver: return ("your turn", .warning)
      case .paused: return ("paused", .warning)
      case .device: return ("\(symbols.failed) device", .bad)
      default: return ("waits for you", .warning)
      }
    }
  }

  func textContent(_ layout: StepLayout, _ context: Context) -> PaneContent {
    let columns = PaneContent.columns(in: layout.model)
    let symbols = context.isASCII ? Symbols.ascii : .utf8
    func wrap(_ text: String, role: Role = .text, isBold: Bool = false) -> [TextLine] {
      TextLine.wrap(text, columns: columns, ascii: context.isASCII, role: role, isBold: isBold)
    }
    let room = layout.model.rows - 1
    if let past, !isNow { return pastContent(past, room: room, symbols, wrap) }
    if case .ended(let reason, let success, let problem) = phase {
      return PaneContent(
        text: endText(reason: reason, success: success, problem: problem, context).flatMap {
          wrap($0.text, role: $0.role, isBold: $0.isBold)
        })
    }
    var content = PaneContent()
    content.text = presentText(context).flatMap { wrap($0.text, role: $0.role) }
    // What needs the person comes first, then the action, then what it risks and what happened besides.
    var pinned: [[TextLine]] = []
    if let draft {
      pinned.append(
        wrap(
          "\(symbols.into) " + ActionText.words(draft.action, elements: shownElements), role: .recorded, isBold: true))
      pinned.append(Array(wrap(draft.action.json, role: .dim).prefix(2)))
      if let why = draft.whyNotDone { pinned.append(wrap(why, role: .warning)) }
    } else if let action = shownAction {
      pinned.append(
        wrap("\(symbols.into) " + ActionText.words(action, elements: shownElements), role: .proposed, isBold: true))
      if case .waiting(.approval(_, let risks)) = phase, !risks.isEmpty {
        let words = risks.map(SessionText.risk).joined(separator: "; ")
        pinned.append(wrap("\(symbols.failed) \(words)", role: .warning, isBold: true))
      }
      pinned.append(Array(wrap(action.json, role: .dim).prefix(room >= 9 ? 4 : 2)))
    }
    if case .waiting(let wait) = phase, draft == nil, let said = SessionText.wait(wait) {
      pinned.append(wrap(said.text, role: said.role, isBold: true))
    }
    if let warning = seen?.warning { pinned.append(wrap(warning, role: .warning)) }
    if let news { pinned.append(Array(wrap(news, role: .dim).prefix(3))) }
    // Never all of the pane where there is something to read.
    for lines in pinned where content.pinned.isEmpty || content.pinned.count + lines.count < room {
      content.pinned += lines
    }
    content.pinned = Array(content.pinned.prefix(max(1, room - 1)))
    return content
  }

  private func presentText(_ context: Context) -> [TextLine] {
    if draft != nil {
      return [
        TextLine(
          "Arrows move the point, with Shift (or H J K L) by more; a click on the picture sets it; n goes to the next "
            + "element. Tab changes what is done, t its text. Enter does it, Esc leaves all as it was.", role: .dim)
      ]
    }
    if isByHand {
      return [
        TextLine(
          "You act: a click on the picture \(tool.words) there, arrows scroll, i types text, o opens an app, b goes back, "
            + "g goes home, e aims with the keyboard, c takes a command such as “swipe up”. Each is recorded as a step by "
            + "your hand." + (model == nil ? " q ends the session." : " h hands back to the model."), role: .dim)
      ]
    }
    if let proposal, !proposal.thought.isEmpty { return [TextLine(proposal.thought)] }
    switch phase {
    case .looking: return [TextLine("The device is being looked at…", role: .dim)]
    case .proposing:
      let phase = proposal?.phase ?? ""
      return [TextLine(phase.isEmpty ? "waiting for the model" : phase, role: .dim)]
    case .told: return [TextLine("Going on…", role: .dim)]
    case .acting(let action): return [TextLine("Now: \(action.summary)", role: .dim)]
    case .ending: return [TextLine("The session ends as soon as nothing is half done…", role: .dim)]
    case .waiting(.approval): return [TextLine("It gave no reasoning.", role: .dim)]
    case .waiting, .ended: return []
    }
  }

  private func pastContent(
    _ step: Step, room: Int, _ symbols: Symbols, _ wrap: (String, Role, Bool) -> [TextLine]
  ) -> PaneContent {
    var content = PaneContent()
    content.text = wrap(
      step.thought ?? "There is no reasoning to this step.", step.thought == nil ? .dim : .text, false)
    guard let action = step.action ?? step.proposedAction else {
      content.pinned = wrap(step.result ?? "No action was done.", .warning, false)
      return content
    }
    if step.action == nil { content.pinned = wrap("This was not done:", .warning, false) }
    content.pinned += wrap(
      "\(symbols.into) " + ActionText.words(action, elements: step.elements), .recorded, true)
    if let proposed = step.proposedAction, proposed != step.action, room >= 4 {
      content.pinned += wrap("proposed was: \(proposed.summary)", .proposed, false).prefix(2)
    }
    if room >= 6 { content.pinned += wrap(action.json, .dim, false).prefix(2) }
    if let result = step.result, room >= 7 { content.pinned += wrap(result, .dim, false).prefix(2) }
    return content
  }

  private func endText(reason: String, success: Bool?, problem: String?, _ context: Context) -> [TextLine] {
    var lines: [TextLine] = []
    switch success {
    case true?: lines.append(TextLine("The goal was reached.", role: .good, isBold: true))
    case false?: lines.append(TextLine("The goal was not reached.", role: .bad, isBold: true))
    case nil: lines.append(TextLine("Nobody said whether the goal was reached.", role: .warning, isBold: true))
    }
    lines.append(TextLine("Why it ended: \(reason)."))
    if let problem { lines.append(TextLine(problem, role: .bad)) }
    if let score { lines.append(TextLine("The task's check gave \(NumberText.decimal(score)) of 1.")) }
    lines.append(
      TextLine(
        "\(NumberText.count(steps.count, "step", "steps")) on \(device)" + (model.map { ", by \($0)" } ?? ", by hand"),
        role: .dim))
    if let recording {
      lines.append(TextLine("Recorded in \(PathText.abbreviated(recording, home: context.homeDirectory))", role: .dim))
    } else {
      lines.append(TextLine("It wasn't recorded.", role: .dim))
    }
    return lines
  }

  // MARK: - Elements

  func elementContent(_ layout: StepLayout, _ context: Context) -> PaneContent {
    let columns = PaneContent.columns(in: layout.recording)
    guard !shownElements.isEmpty else {
      return PaneContent(
        text: TextLine.wrap(
          "No elements of this screen are known.", columns: columns, ascii: context.isASCII, role: .dim))
    }
    return PaneContent(
      text: shownElements.enumerated().map { index, element in
        TextLine(
          TextLayout.cut("\(index)  " + Self.words(element), columns: columns, ascii: context.isASCII),
          role: element.isClickable ? .text : .dim)
      })
  }

  private static func words(_ element: UIElement) -> String {
    let names = [element.text, element.contentDescription, element.hint].compactMap { $0 }
    let name = names.first { !$0.allSatisfy(\.isWhitespace) }.map { "“\($0.prefix(60))” " } ?? ""
    let kind = element.className?.split(separator: ".").last.map { "\($0) " } ?? ""
    let place = element.bounds.map(\.middle).map { "(\($0.x), \($0.y))" } ?? ""
    let state = element.isChecked.map { $0 ? " on" : " off" } ?? ""
    return name + kind + place + state
  }

  // MARK: - The steps

  private func drawSteps(on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    var rest = rect
    canvas.heading(
      "Steps", in: rest.takeTop(1), right: isNow ? "" : "Enter: back to the present", rightRole: .warning)
    canvas.list(list, count: rowCount, in: rest, barColumn: rest.column + rest.columns - 1) { canvas, index, line in
      var rest = line
      _ = rest.columns > 2 ? rest.columns -= 2 : ()
      let mark = rest.takeLeft(canvas.isASCII ? 3 : 2)
      let number = rest.takeLeft(String(rowCount).count + 1)
      if steps.indices.contains(index) || !isEnded {
        canvas.putRight(
          String(index + 1), in: Rect(column: number.column, row: number.row, columns: number.columns - 1, rows: 1),
          row: number.row, role: .dim)
      }
      _ = rest.takeLeft(1)
      guard steps.indices.contains(index) else {
        canvas.put(isEnded ? "end" : "now", column: rest.column, row: rest.row, columns: rest.columns, isBold: true)
        _ = rest.takeLeft(5)
        canvas.put(nowWords, column: rest.column, row: rest.row, columns: rest.columns, role: .dim)
        return
      }
      let step = steps[index]
      let (symbol, role) = SessionText.mark(of: step.decision, canvas.symbols)
      canvas.put(symbol, column: mark.column, row: mark.row, columns: mark.columns, role: role, isBold: true)
      canvas.put(
        SessionText.words(of: step), column: rest.column, row: rest.row, columns: rest.columns,
        role: step.action == nil ? .dim : .text)
    }
  }

  private var nowWords: String {
    switch phase {
    case .looking: "looking"
    case .proposing: "thinking"
    case .told: "going on"
    case .acting(let action): ActionText.words(action, elements: seen?.elements ?? [])
    case .ending: "ending"
    case .ended(let reason, _, _): reason
    case .waiting(.approval(let action, _)):
      "waits for you: " + ActionText.words(action, elements: seen?.elements ?? [])
    case .waiting(.takenOver): "your turn"
    case .waiting(.paused): "paused"
    case .waiting(.device): "the device can't be used"
    case .waiting(.stuck): "waits for you: stuck"
    case .waiting(.noProposal): "waits for you: no proposal"
    case .waiting(.outOfSteps): "waits for you: out of steps"
    case .waiting(.judgement): "waits for you: is it done?"
    }
  }

  // MARK: - The rest

  /// On a screen too small for parts: what matters most, from the top.
  private func drawSmall(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let content = textContent(StepLayout(onlyText: rect), context)
    let state = state(canvas.symbols)
    var lines = [TextLine("\(summary(context))  \(state.text)", role: state.role, isBold: true)]
    lines += content.pinned + content.text
    lines += canvas.wrap(goal, columns: rect.columns, role: .dim)
    canvas.put(lines, in: rect)
  }

  func status(_ context: Context) -> [StatusPart] {
    var parts: [StatusPart] = []
    if isEnded { return [StatusPart(text: device, rank: 2)] }
    if !isNow, case .waiting = phase { parts.append(StatusPart(text: "now: \(nowWords)", rank: 1, isBold: true)) }
    if model != nil {
      parts.append(StatusPart(text: approval.status, rank: approval == .always ? 3 : 0, isBold: approval != .always))
    } else {
      parts.append(StatusPart(text: "by hand", rank: 1))
    }
    if isRunning, approval != .always, !isByHand, !isPausing {
      parts.append(StatusPart(text: "any key pauses", rank: 1, isBold: true))
    }
    parts.append(StatusPart(text: device, rank: 2))
    if phase == .proposing, let proposal, proposal.state == .running, !proposal.phase.isEmpty {
      let symbols = context.isASCII ? Symbols.ascii : .utf8
      let full = Int((proposal.fraction * 12).rounded(.down))
      let bar = String(repeating: symbols.barFull, count: full) + String(repeating: symbols.barEmpty, count: 12 - full)
      parts.append(
        StatusPart(text: "\(proposal.phase) \(bar) \(NumberText.percent(proposal.fraction))", rank: 1, isBold: true))
      return parts
    }
    if let times = proposal?.times {
      parts += Self.parts(of: times)
    } else if let step = steps.last, !step.timings.isEmpty {
      let total = step.timings.values.filter { $0.isFinite && $0 > 0 }.reduce(0, +)
      parts.append(StatusPart(text: "last step " + NumberText.seconds(total), rank: 4))
    }
    return parts
  }

  private static func parts(of times: PhaseTimes) -> [StatusPart] {
    var parts: [StatusPart] = []
    if times.decode > 0 {
      parts.append(
        StatusPart(text: NumberText.decimal(Double(times.generatedTokens) / times.decode) + " tok/s", rank: 3))
    }
    let phases = [
      ("image", times.image, 6), ("encode", times.encode, 5), ("prefill", times.prefill, 5),
      ("decode", times.decode, 5),
    ]
    // Who isn't a model has none of them.
    for (name, seconds, rank) in phases where seconds > 0 {
      parts.append(StatusPart(text: "\(name) " + NumberText.seconds(seconds), rank: rank))
    }
    return parts
  }

  // MARK: - About

  var aboutText: [TextLine] {
    var lines: [TextLine] = []
    func add(_ title: String, _ text: String?) { lines += TextLine.section(title, text) }
    add("Goal", goal)
    add("Task", task)
    add("Device", device + (seen.map { ", \($0.width) × \($0.height) pixels" } ?? ""))
    add("Model", model ?? "none: each step is by hand")
    add("You are asked", approval.words)
    add("Recording", recording)
    guard let step = past ?? (isNow ? steps.last : nil) else { return lines }
    add(
      isNow ? "The last step" : "This step",
      [step.app, step.action?.json, step.decision, step.result].compactMap { $0 }.joined(separator: "\n"))
    let times = step.timings.sorted { $0.key < $1.key }
      .map { "\($0.key) \(NumberText.seconds($0.value))" }.joined(separator: ", ")
    add("Its time", times)
    return lines
  }
}

extension SessionScreen.PromptKind {
  /// What is asked for.
  var question: String {
    switch self {
    case .reason: "Reason"
    case .notYet: "What is missing"
    case .hint: "Advice (or nothing)"
    case .text: "Text to type"
    case .app: "App to open"
    case .command: "Command"
    case .draftText: "Its text"
    }
  }
}

extension Approval {
  /// The mode, for the status line.
  var status: String {
    switch self {
    case .always: "asks each time"
    case .risky: "AUTO, asks when it can do harm"
    case .never: "RUNS BY ITSELF, asks nothing"
    }
  }
}
