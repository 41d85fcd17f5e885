internal import Episodes

extension ReplayScreen {
  func bindings(_ context: Context) -> [KeyBinding] {
    if let prompt {
      return [
        KeyBinding(
          [.enter], "go", "show the step of this number", .accept,
          disabled: prompt.isEmpty ? "type the number of a step first" : nil),
        KeyBinding([.escape], "cancel", "stay at this step", .dismiss),
      ]
    }
    let isRunning = context.runningStep != nil
    let none = episode.steps.isEmpty ? "the episode has no steps" : nil
    let atEnd = none ?? (position + 1 >= episode.steps.count ? "this is the last step" : nil)
    let atStart = none ?? (position == 0 ? "this is the first step" : nil)
    let leave: [Key] = isRunning ? [.character("q")] : [.character("q"), .escape]
    let model = KeyBinding([.character("m")], "model", "choose a model", .models)
    let isWaitingForModel = context.models.loaded == nil
    return (isWaitingForModel ? [model] : []) + [
      enter(atEnd: atEnd, context),
      KeyBinding(
        [.character("n"), .right, .character(" ")], "next", "the next step", .next, disabled: atEnd,
        isInFooter: proposal?.state != .finished),
      KeyBinding([.character("p"), .left], "previous", "the step before", .previous, disabled: atStart),
      KeyBinding(
        isRunning ? [.character("x"), .escape] : [.character("x")], "stop", "stop the model", .stop,
        disabled: isRunning || isRunningAll ? nil : "the model isn't doing anything", isInFooter: isRunning),
      KeyBinding(
        [.character("a")], "all", "ask the model about all steps from here on; any key pauses", .askAll,
        disabled: whyNotAskAll(context)),
      KeyBinding(
        [.character("r")], "again", "ask the model again about this step", .askAgain,
        disabled: whyNotAsk(context, evenIfRunningHere: true)
          ?? (proposal == nil ? "there is no proposal yet; Enter asks for one" : nil)),
      KeyBinding(
        [.character("c")], "compare", showsRecording ? "hide what was recorded" : "show what was recorded",
        .toggleRecording),
      KeyBinding(
        [.character("u")], "boxes",
        showsElements ? "hide the boxes of the screen's elements" : "show the boxes of the screen's elements",
        .toggleElements,
        disabled: step?.elements.isEmpty ?? true ? "no elements were recorded for this step" : nil),
    ] + (isWaitingForModel ? [] : [model]) + [
      KeyBinding([.character("g")], "go to", "go to the step of a number", .goTo, disabled: none),
      KeyBinding([.character("i")], "info", "all about this episode and this step", .about),
      KeyBinding([.home], "first", "the first step", .first, disabled: atStart, isInFooter: false),
      KeyBinding([.end], "last", "the last step", .last, disabled: atEnd, isInFooter: false),
      KeyBinding([.up, .character("k")], "up", "scroll the text up", .up, isInFooter: false),
      KeyBinding([.down, .character("j")], "down", "scroll the text down", .down, isInFooter: false),
      KeyBinding([.pageUp], "page up", "scroll the text up by a page", .pageUp, isInFooter: false),
      KeyBinding([.pageDown], "page down", "scroll the text down by a page", .pageDown, isInFooter: false),
      KeyBinding(
        [.tab], "other text", "scroll the other text: the model's or the recording's", .otherText,
        disabled: showsRecording && proposal != nil ? nil : "there is only one text here", isInFooter: false),
    ] + goOn + [
      KeyBinding(leave, "back", "to the screen before; stops the model", .back)
    ]
  }

  private var goOn: [KeyBinding] {
    guard resumable != nil else { return [] }
    return [
      KeyBinding(
        [.character("o")], "go on", "go on with this session, which was cut off before its end", .newSession)
    ]
  }

  /// Enter asks where there is no proposal, and goes on where there is one, so that it alone walks through an episode.
  private func enter(atEnd: String?, _ context: Context) -> KeyBinding {
    if proposal?.state == .finished {
      return KeyBinding([.enter], "next", "the next step", .next, disabled: atEnd.map { "\($0); r asks again" })
    }
    return KeyBinding(
      [.enter], "ask", "ask the model what it would do here", .ask,
      disabled: whyNotAsk(context, evenIfRunningHere: false))
  }

  private func whyNotAsk(_ context: Context, evenIfRunningHere: Bool) -> String? {
    if let reason = whyNoModel(context) { return reason }
    if let running = context.runningStep, running != position || !evenIfRunningHere {
      return running == position
        ? "the model is at it; x stops it" : "the model is at step \(running + 1); x stops it"
    }
    guard let step else { return "the episode has no steps" }
    let needsPicture = context.models.loaded?.seesPictures ?? true
    return needsPicture && step.screenshot == nil ? "no picture was recorded for this step" : nil
  }

  private func whyNotAskAll(_ context: Context) -> String? {
    if let reason = whyNoModel(context) { return reason }
    return nextOpenStep(from: position, context) == nil
      ? "the steps from here on are done; r asks again about one" : nil
  }

  private func whyNoModel(_ context: Context) -> String? {
    guard context.models.loaded == nil else { return nil }
    if let loading = context.models.loading { return "\(context.models.name(of: loading.path)) is still being loaded" }
    return "no model is loaded; m chooses one"
  }
}
