internal import Episodes

extension SessionScreen {
  func bindings(_ context: Context) -> [KeyBinding] {
    if let question { return question.bindings }
    if let prompt { return Self.bindings(of: prompt.kind, prompt.field) }
    if let draft { return bindings(of: draft) }
    if !isNow { return pastBindings }
    switch phase {
    case .ended: return endedBindings
    case .waiting(.judgement): return judgementBindings + commonBindings
    default: return isByHand ? handBindings : presentBindings
    }
  }

  // MARK: - At the present

  private var presentBindings: [KeyBinding] {
    let waits = if case .waiting = phase { true } else { false }
    let busy = waits ? nil : phase.whyBusy
    let noProposal = busy ?? (awaited == nil ? "there is nothing proposed" : nil)
    let byHandOnly = model == nil ? "there is no model in this session" : nil
    let isPaused = phase == .waiting(.paused)
    return [enter] + [
      KeyBinding([.character("e")], "edit", "change the action, then do it", .edit, disabled: noProposal),
      KeyBinding(
        [.character("x")], "reject", "reject it, with a reason for the next try", .reject, disabled: noProposal),
      KeyBinding(
        [.character("r")], "again", "have it proposed again, with a word of advice or without", .askAgain,
        disabled: byHandOnly ?? busy),
      KeyBinding(
        [.character("a")], approval == .always ? "auto" : approval == .risky ? "auto more" : "ask each",
        approval == .always
          ? "let it run, and ask before what can do harm"
          : approval == .risky ? "let it run without asking at all" : "ask before every action again", .automatic,
        disabled: byHandOnly),
      KeyBinding(
        [.character("p")], "pause", "pause once nothing is half done; while it runs by itself any key does", .pause,
        disabled: isPausing ? "it is about to pause" : waits ? (isPaused ? "it is paused" : "it waits already") : nil,
        isInFooter: !waits),
      KeyBinding([.character("h")], "by hand", "take over: you act, and it is recorded", .byHand),
    ] + commonBindings
  }

  /// What Enter does depends on what is waited for.
  private var enter: KeyBinding {
    guard case .waiting(let wait) = phase else {
      return KeyBinding([.enter], "do it", "do what is proposed", .approve, disabled: phase.whyBusy)
    }
    switch wait {
    case .approval: return KeyBinding([.enter], "do it", "do what is proposed", .approve)
    case .noProposal:
      return KeyBinding(
        [.enter], "ask again", "have it proposed again", .resume,
        disabled: model == nil ? "there is no model in this session; h lets you act" : nil)
    case .device: return KeyBinding([.enter], "try again", "try to reach the device again", .resume)
    case .stuck: return KeyBinding([.enter], "go on", "go on all the same", .resume)
    case .outOfSteps: return KeyBinding([.enter], "go on", "go on with as many steps again", .resume)
    case .paused, .takenOver, .judgement: return KeyBinding([.enter], "go on", "go on", .resume)
    }
  }

  private var commonBindings: [KeyBinding] {
    [
      KeyBinding(
        [.character("u")], "elements", showsElements ? "hide the screen's elements" : "show the screen's elements",
        .toggleElements),
      KeyBinding(
        [.character("["), .left], "earlier", "look at the step before", .earlier,
        disabled: steps.isEmpty ? "there is no earlier step" : nil),
      KeyBinding(
        [.character("l")], "look again", "look at the device's screen again", .lookAgain,
        disabled: phase.whyBusy),
      KeyBinding([.character("i"), .function(2)], "info", "all about this session", .about),
    ] + textBindings + [end]
  }

  private var end: KeyBinding {
    phase == .ending
      ? KeyBinding([.character("q")], "leave", "leave now; the session ends behind you", .back)
      : KeyBinding([.character("q")], "end", "end the session", .back)
  }

  private var textBindings: [KeyBinding] {
    [
      KeyBinding([.up, .character("k")], "up", "scroll the text up", .up, isInFooter: false),
      KeyBinding([.down, .character("j")], "down", "scroll the text down", .down, isInFooter: false),
    ] + pageBindings
  }

  private var pageBindings: [KeyBinding] {
    [
      KeyBinding([.pageUp], "page up", "scroll the text up by a page", .pageUp, isInFooter: false),
      KeyBinding([.pageDown], "page down", "scroll the text down by a page", .pageDown, isInFooter: false),
      KeyBinding(
        [.tab], "other text", "scroll the other text: the reasoning or the elements", .otherText,
        disabled: showsElements ? nil : "there is only one text here", isInFooter: false),
    ]
  }

  private var judgementBindings: [KeyBinding] {
    [
      KeyBinding([.character("y")], "reached", "the goal is reached: end the session", .yes),
      KeyBinding([.character("n")], "not reached", "the goal isn't reached: end the session", .no),
      KeyBinding([.character("d")], "don't know", "end the session without saying", .dontKnow),
      KeyBinding(
        [.character("x")], "not yet", "it isn't done: say why, and it goes on", .notYet,
        disabled: model == nil ? "there is no model in this session" : nil),
      KeyBinding([.character("h")], "by hand", "take over: you act, and it is recorded", .byHand),
    ]
  }

  // MARK: - By hand

  private var handBindings: [KeyBinding] {
    let why = whyNotAct
    func arrow(_ key: Key, _ direction: Direction, isCoarse: Bool, _ help: String, _ keys: Key...) -> KeyBinding {
      KeyBinding(
        [key] + keys, isCoarse ? "swipe" : "scroll", help, .arrow(direction, isCoarse: isCoarse), disabled: why,
        isInFooter: key == .down)
    }
    return [
      arrow(.up, .up, isCoarse: false, "scroll to what is above"),
      arrow(.down, .down, isCoarse: false, "scroll to what is below"),
      arrow(.left, .left, isCoarse: false, "scroll to what is on the left"),
      arrow(.right, .right, isCoarse: false, "scroll to what is on the right"),
      arrow(.shiftUp, .up, isCoarse: true, "swipe the finger up", .character("K")),
      arrow(.shiftDown, .down, isCoarse: true, "swipe the finger down", .character("J")),
      arrow(.shiftLeft, .left, isCoarse: true, "swipe the finger to the left", .character("H")),
      arrow(.shiftRight, .right, isCoarse: true, "swipe the finger to the right", .character("L")),
      KeyBinding([.character("i")], "type", "type text into the field that has the cursor", .typeText, disabled: why),
      KeyBinding([.enter], "enter", "press the keyboard's Enter", .keyboardEnter, disabled: why),
      KeyBinding([.character("b"), .backspace], "back", "press Back", .navigateBack, disabled: why),
      KeyBinding([.character("g"), .home], "home", "go to the home screen", .navigateHome, disabled: why),
      KeyBinding([.character("o")], "open", "open an app by its name", .typeApp, disabled: why),
      KeyBinding(
        [.character("e")], "aim", "aim with the keyboard: arrows move the point, Enter taps", .edit, disabled: why),
      KeyBinding(
        [.character("t")], "click: \(tool.words)", "what the next click on the picture does", .nextTool, disabled: why),
      KeyBinding(
        [.character("c"), .character(":")], "command", "type a command: click 540 1200, swipe up, type hello",
        .typeCommand, disabled: why),
      KeyBinding([.character("w")], "wait", "wait a moment, as a step", .wait, disabled: why, isInFooter: false),
      KeyBinding(
        [.character("h")], "hand back", "let the model go on", .handBack,
        disabled: model == nil ? "there is no model in this session" : why),
      KeyBinding([.character("l")], "look again", "look at the device's screen again", .lookAgain, disabled: why),
      KeyBinding(
        [.character("u")], "elements", showsElements ? "hide the screen's elements" : "show the screen's elements",
        .toggleElements),
      KeyBinding(
        [.character("[")], "earlier", "look at the step before", .earlier,
        disabled: steps.isEmpty ? "there is no earlier step" : nil),
      KeyBinding([.function(2)], "info", "all about this session", .about, isInFooter: false),
    ] + pageBindings + [end]
  }

  private func bindings(of draft: ActionDraft) -> [KeyBinding] {
    let noPoint = draft.hasPoint || draft.hasDirection ? nil : "this action isn't aimed"
    let noElements = draft.hasElements ? nil : "no elements of this screen are known"
    func arrow(_ keys: [Key], _ direction: Direction, isCoarse: Bool) -> KeyBinding {
      KeyBinding(
        keys, draft.hasDirection ? "turn" : "move",
        draft.hasDirection
          ? "turn it \(direction.rawValue)" : "move the point \(direction.rawValue)" + (isCoarse ? ", far" : ""),
        .arrow(direction, isCoarse: isCoarse), disabled: noPoint, isInFooter: keys.first == .up)
    }
    return [
      KeyBinding(
        [.enter], awaited == nil ? "do it" : "do this", "do the action as it is now", .accept,
        disabled: draft.whyNotDone),
      arrow([.up], .up, isCoarse: false), arrow([.down], .down, isCoarse: false),
      arrow([.left], .left, isCoarse: false), arrow([.right], .right, isCoarse: false),
      arrow([.shiftUp, .character("K")], .up, isCoarse: true),
      arrow([.shiftDown, .character("J")], .down, isCoarse: true),
      arrow([.shiftLeft, .character("H")], .left, isCoarse: true),
      arrow([.shiftRight, .character("L")], .right, isCoarse: true),
      KeyBinding([.tab], "kind", "the next kind of action", .nextType),
      KeyBinding([.backTab], "kind back", "the kind of action before", .previousType, isInFooter: false),
      KeyBinding(
        [.character("t")], "text", "change its text", .typeText,
        disabled: draft.textToType == nil ? "this action has no text" : nil),
      KeyBinding(
        [.character("n")], "next element", "aim at the next thing on the screen that takes taps", .nextElement,
        disabled: noElements),
      KeyBinding(
        [.character("N")], "element before", "aim at the thing before", .previousElement, disabled: noElements,
        isInFooter: false),
      KeyBinding(
        [.character("c")], "clear first", "empty the field before typing, or don't", .toggleClearing,
        disabled: draft.action.type == .inputText ? nil : "this action types nothing",
        isInFooter: draft.action.type == .inputText),
      KeyBinding(
        [.character("u")], "elements", showsElements ? "hide the screen's elements" : "show the screen's elements",
        .toggleElements, isInFooter: false),
      KeyBinding([.escape, .character("q")], "cancel", "leave the action as it was", .dismiss),
    ]
  }

  private static func bindings(of kind: PromptKind, _ field: TextField) -> [KeyBinding] {
    let isBlank = field.text.allSatisfy(\.isWhitespace)
    let (title, help): (String, String) =
      switch kind {
      case .reason: ("reject", "reject the action for this reason")
      case .notYet: ("go on", "go on, for this reason")
      case .hint: ("ask again", "ask again, with this advice or without")
      case .text: ("type", "type this on the device")
      case .app: ("open", "open this app")
      case .command: ("do it", "do this")
      case .draftText: ("take", "take this text")
      }
    let needs: String? =
      switch kind {
      case .reason, .notYet: isBlank ? "type a reason first; it goes into the next prompt" : nil
      case .text: field.isEmpty ? "type some text first" : nil
      case .app: isBlank ? "type the name of an app first" : nil
      case .command: isBlank ? "type a command first, for example click 540 1200" : nil
      case .hint, .draftText: nil
      }
    return [
      KeyBinding([.enter], title, help, .accept, disabled: needs),
      KeyBinding([.escape], "cancel", "don't", .dismiss),
    ]
  }

  // MARK: - The past and the end

  private var pastBindings: [KeyBinding] {
    [
      KeyBinding([.enter, .escape, .end], "now", "back to the present", .now),
      KeyBinding(
        [.character("["), .left], "earlier", "the step before", .earlier,
        disabled: list.selection == 0 ? "this is the first step" : nil),
      KeyBinding([.character("]"), .right], "later", "the step after", .later),
      KeyBinding([.home], "first", "the first step", .first, isInFooter: false),
      KeyBinding(
        [.character("u")], "elements", showsElements ? "hide the screen's elements" : "show the screen's elements",
        .toggleElements),
      KeyBinding([.character("i"), .function(2)], "info", "all about this session", .about),
    ] + textBindings + [end]
  }

  private var endedBindings: [KeyBinding] {
    [
      KeyBinding(
        [.enter], "replay", "replay the recording", .replayRecording,
        disabled: recording == nil ? "this session wasn't recorded" : nil),
      KeyBinding([.character("n")], "new session", "start another session", .newSession),
      KeyBinding(
        [.character("["), .left], "earlier", "look at the last step", .earlier,
        disabled: steps.isEmpty ? "no step was made" : nil),
      KeyBinding(
        [.character("u")], "elements", showsElements ? "hide the screen's elements" : "show the screen's elements",
        .toggleElements, isInFooter: false),
      KeyBinding([.character("i"), .function(2)], "info", "all about this session", .about),
    ] + textBindings + [KeyBinding([.character("q"), .escape], "back", "to the screen before", .back)]
  }
}

extension SessionScreen.Phase {
  /// Why the person's word isn't waited for.
  var whyBusy: String? {
    switch self {
    case .waiting: nil
    case .looking: "the device is being looked at"
    case .proposing: "the model is thinking"
    case .told: "the session is about to go on"
    case .acting: "the action is being done"
    case .ending: "the session is ending"
    case .ended: "the session is over"
    }
  }
}

extension SessionScreen.Tool {
  /// What a click does, in a word.
  var words: String {
    switch self {
    case .tap: "taps"
    case .longPress: "long-presses"
    case .doubleTap: "double-taps"
    }
  }
}
