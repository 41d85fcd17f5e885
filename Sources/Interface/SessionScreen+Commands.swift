internal import Episodes

extension SessionScreen {
  mutating func perform(_ command: Command, _ context: Context) -> Outcome {
    switch command {
    // The past, and texts.
    case .earlier: show(row: list.selection - 1, context)
    case .later: show(row: list.selection + 1, context)
    case .now: show(row: steps.count, context)
    case .first: show(row: 0, context)
    case .up: scrollText(by: -1, context)
    case .down: scrollText(by: 1, context)
    case .pageUp: scrollText(by: -8, context)
    case .pageDown: scrollText(by: 8, context)
    case .otherText: focus = scrolledText(context) == .model ? .recording : .model
    case .toggleElements:
      showsElements.toggle()
      focus = showsElements ? .recording : .model
    case .about: return Outcome(overlay: Overlay(title: "About this session", text: aboutText))
    // What the session is told.
    case .approve: return awaited == nil ? .nothing : tell(.approve)
    case .askAgain: prompt = (.hint, TextField())
    case .reject: prompt = (.reason, TextField())
    case .notYet: prompt = (.notYet, TextField())
    case .resume: return tell(.resume)
    case .lookAgain: return tell(.lookAgain)
    case .pause: return pause()
    case .automatic: return changeApproval()
    case .byHand: return takeOver()
    case .handBack:
      isByHand = false
      return tell(.handBack)
    case .yes, .no, .dontKnow: return answer(command)
    case .dismiss: dismiss()
    case .accept: return accept(context)
    case .replayRecording:
      guard let recording else { return .nothing }
      return Outcome(effects: [.openEpisode(path: recording)], notice: Notice("opening the recording"))
    case .newSession: return .openSetup(context, device: device, approval: approval)
    case .models: return .openModels(context)
    case .back: return leaveOrAsk()
    default: return performByHand(command, context)
    }
    return .nothing
  }

  private mutating func performByHand(_ command: Command, _ context: Context) -> Outcome {
    switch command {
    case .edit: draft = ActionDraft(awaited, width: pixels.width, height: pixels.height, elements: seen?.elements ?? [])
    case .arrow(let direction, let isCoarse):
      if draft != nil {
        draft?.arrow(direction, isCoarse: isCoarse)
      } else {
        return act(isCoarse ? .swipe(direction, nil) : .scroll(direction, nil))
      }
    case .nextType: draft?.changeType(backwards: false)
    case .previousType: draft?.changeType(backwards: true)
    case .nextElement: draft?.aimAtNext(backwards: false)
    case .previousElement: draft?.aimAtNext(backwards: true)
    case .toggleClearing: draft?.toggleClearing()
    case .typeText:
      prompt = draft?.textToType.map { (.draftText, TextField($0)) } ?? (.text, TextField())
    case .typeApp: prompt = (.app, TextField())
    case .typeCommand: prompt = (.command, TextField())
    case .navigateBack: return act(.navigateBack)
    case .navigateHome: return act(.navigateHome)
    case .keyboardEnter: return act(.keyboardEnter)
    case .wait: return act(.wait)
    case .nextTool: tool = Self.next(tool)
    default: break
    }
    return .nothing
  }

  private static func next(_ tool: Tool) -> Tool {
    switch tool {
    case .tap: .longPress
    case .longPress: .doubleTap
    case .doubleTap: .tap
    }
  }

  private mutating func pause() -> Outcome {
    isPausing = true
    return Outcome(
      effects: [.tellSession(.pause)], notice: Notice("It pauses as soon as nothing is half done; Enter goes on then."))
  }

  private mutating func takeOver() -> Outcome {
    guard case .waiting = phase else {
      isPausing = true
      return Outcome(
        effects: [.tellSession(.takeOver)], notice: Notice("You take over as soon as nothing is half done."))
    }
    return tell(.takeOver)
  }

  /// From asking each time to asking when it matters to not asking, which has to be confirmed, and back.
  private mutating func changeApproval() -> Outcome {
    switch approval {
    case .always: return set(.risky)
    case .risky:
      question = Question(
        title: "Let it run by itself?",
        text: [
          TextLine(
            "It will do everything that it proposes without asking, also what sends, pays or deletes.", role: .warning),
          TextLine("Any key pauses it."),
        ],
        bindings: [
          KeyBinding([.character("y")], "yes", "yes, let it run", .yes),
          KeyBinding([.escape, .character("n"), .character("q")], "no", "no, ask before what can do harm", .dismiss),
        ])
      return .nothing
    case .never: return set(.always)
    }
  }

  private mutating func set(_ approval: Approval) -> Outcome {
    self.approval = approval
    // What waits may be let through by the new rule; until the session says so it isn't asked for twice.
    if case .waiting(.approval) = phase, approval != .always { phase = .told }
    // The status line says the rule from now on.
    return .effect(.tellSession(.setApproval(approval)))
  }

  // MARK: - Questions

  /// Ends the session, and leaves the screen once it has ended.
  private mutating func leaveOrAsk() -> Outcome {
    guard !isEnded, phase != .ending else { return Outcome(navigation: .back) }
    let stay = KeyBinding([.escape, .character("q")], "go on", "go on with the session", .dismiss)
    guard task == nil else {
      question = Question(
        title: "End the session?",
        text: [TextLine("The task's own check then tells whether the goal is reached.")],
        bindings: [KeyBinding([.character("y"), .enter], "end it", "end it", .dontKnow), stay])
      return .nothing
    }
    question = Question(
      title: "End the session?",
      text: [TextLine("Is the goal reached?"), TextLine(goal, role: .dim)],
      bindings: [
        KeyBinding([.character("y")], "reached", "end it: the goal is reached", .yes),
        KeyBinding([.character("n")], "not reached", "end it: the goal isn't reached", .no),
        KeyBinding([.character("d")], "don't know", "end it without saying", .dontKnow), stay,
      ])
    return .nothing
  }

  private mutating func answer(_ command: Command) -> Outcome {
    if question?.title == "Let it run by itself?" {
      question = nil
      return command == .yes ? set(.never) : .nothing
    }
    guard question != nil || isAskedForJudgement else { return .nothing }
    let success: Bool? = command == .yes ? true : command == .no ? false : nil
    let outcome = tell(.end(success: success))
    phase = .ending
    return outcome
  }

  var isAskedForJudgement: Bool { if case .waiting(.judgement) = phase { true } else { false } }

  private mutating func dismiss() {
    if question != nil {
      question = nil
    } else if prompt != nil {
      prompt = nil
    } else {
      draft = nil
    }
  }

  // MARK: - What was typed

  private mutating func accept(_ context: Context) -> Outcome {
    guard let (kind, field) = prompt else { return finishDraft() }
    prompt = nil
    let text = field.text
    let isBlank = text.allSatisfy(\.isWhitespace)
    switch kind {
    case .draftText:
      draft?.set(text: text)
      return .nothing
    case .hint: return tell(.askAgain(hint: isBlank ? nil : text))
    case .reason, .notYet: return tell(.reject(reason: text))
    case .text: return act(.inputText(text, target: nil, clears: false))
    case .app: return act(.openApp(text))
    case .command:
      do {
        return act(
          try TypedAction.parse(
            text, width: pixels.width, height: pixels.height, elements: seen?.elements.count ?? 0))
      } catch {
        // What was typed stays, to be mended.
        prompt = (.command, field)
        return .notice("Nothing was done: \(error).", role: .warning)
      }
    }
  }

  private mutating func finishDraft() -> Outcome {
    guard let draft else { return .nothing }
    guard awaited != nil else { return act(draft.action) }
    return tell(draft.action == awaited ? .approve : .edit(draft.action))
  }
}
