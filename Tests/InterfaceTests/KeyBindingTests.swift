import Episodes
import Testing

@testable import Interface

@Suite struct KeyBindingTests {
  /// Every screen in every state that changes its keys.
  static var screens: [(name: String, screen: any Screen, context: Context)] {
    var plain = Context(
      body: Rect(column: 0, row: 1, columns: 80, rows: 21), isASCII: false, cellAspect: 2,
      models: ModelState(found: [Sample.model]),
      recents: Sample.startWithRecents.recents, homeDirectory: "/home/ada", directory: "/", version: "",
      runningStep: nil)
    _ = plain.models.update(.modelLoaded(Sample.model))
    var running = plain
    running.runningStep = 0
    var noModel = plain
    noModel.models = ModelState()

    func after(_ commands: Command..., on screen: some Screen) -> any Screen {
      var screen = screen
      for command in commands { _ = screen.perform(command, plain) }
      return screen
    }
    var browser = BrowserScreen(purpose: .anything, path: "/home/ada")
    _ = browser.receive(.listed(path: "/home/ada", entries: Sample.entries, problem: nil), plain)
    var filtered = browser
    _ = filtered.perform(.filter, plain)
    _ = filtered.type(.character("w"), plain)
    let dataSet = DataSetScreen(path: "/data", entries: Sample.dataSet)
    let replay = ReplayScreen(episode: Sample.episode)
    return sessionScreens(plain) + [
      ("home", HomeScreen(), plain), ("browser", browser, plain), ("browser, typing", filtered, plain),
      ("browser, empty", BrowserScreen(purpose: .model, path: "/"), noModel), ("data set", dataSet, plain),
      ("data set, typing", after(.filter, on: dataSet), plain), ("replay", replay, plain),
      ("replay, running", replay, running), ("replay without a model", replay, noModel),
      ("replay, going to", after(.goTo, on: replay), plain),
      ("replay without steps", ReplayScreen(episode: Episode(id: "e", goal: "g")), plain),
      ("replay, last step", after(.last, on: replay), plain), ("models", ModelScreen(), plain),
      ("models, none", ModelScreen(), noModel), ("models, typing", after(.typePath, on: ModelScreen()), plain),
    ]
  }

  private static func sessionScreens(_ context: Context) -> [(name: String, screen: any Screen, context: Context)] {
    func session(_ waits: SessionWait?, _ commands: Command..., model: String? = "m", approval: Approval = .always)
      -> any Screen
    {
      var screen = SessionScreen(
        goal: "g", task: nil, device: "virtual", model: model, recording: nil, maximumSteps: 9,
        earlier: [Step(index: 0)], approval: approval)
      _ = screen.receive(Sample.observed(step: 1), context)
      if let waits { _ = screen.receive(.session(.waiting(step: 1, waits)), context) }
      for command in commands { _ = screen.perform(command, context) }
      return screen
    }
    func setup(_ commands: Command...) -> any Screen {
      var screen = SetupScreen()
      for command in commands { _ = screen.perform(command, context) }
      return screen
    }
    let approval = SessionWait.approval(.inputText("x", target: nil, clears: false), risks: ["pays"])
    let screens: [(name: String, screen: any Screen)] = [
      ("session, looking", session(nil)), ("session, by itself", session(nil, approval: .never)),
      ("session, waiting", session(approval)), ("session, editing", session(approval, .edit)),
      ("session, text", session(approval, .edit, .typeText)), ("session, rejecting", session(approval, .reject)),
      ("session, past", session(approval, .earlier)), ("session, by hand", session(.takenOver)),
      ("session, command", session(.takenOver, .typeCommand)), ("session, aiming", session(.takenOver, .edit)),
      ("session, no model", session(.takenOver, model: nil)), ("session, stuck", session(.stuck("x"))),
      ("session, no proposal", session(.noProposal("x"))), ("session, paused", session(.paused)),
      ("session, device", session(.device("x"))), ("session, steps", session(.outOfSteps)),
      ("session, judgement", session(.judgement(.complete))), ("session, asking to end", session(approval, .back)),
      ("session, asking for never", session(approval, .automatic, .automatic)),
      ("session, ending", session(approval, .back, .yes)), ("setup, goal", setup()), ("setup, task", setup(.down)),
      ("setup, device", setup(.down, .down)), ("setup, approval", setup(.down, .down, .down)),
      ("setup, start", setup(.down, .down, .down, .down, .down)), ("setup, starting", setup(.start)),
      ("devices", DeviceScreen(isForSession: true)), ("tasks", TaskScreen()),
    ]
    return screens.map { ($0.name, $0.screen, context) }
  }

  @Test func noKeyMeansTwoThings() {
    for (name, screen, context) in Self.screens {
      let own = screen.bindings(context)
      let bindings =
        own + KeyBinding.everywhere(isTyping: screen.isTyping, isRunning: context.runningStep != nil, besides: own)
      expectApart(bindings, name)
    }
    expectApart(Overlay.bindings + KeyBinding.besidesHelp(isTyping: false, isRunning: true), "overlay")
  }

  private func expectApart(_ bindings: [KeyBinding], _ name: String) {
    var seen: [Key: String] = [:]
    for binding in bindings {
      #expect(!binding.keys.isEmpty, "\(name): \(binding.title) has no key")
      for key in binding.keys {
        #expect(seen[key] == nil, "\(name): \(key) is \(seen[key] ?? "") and \(binding.help)")
        seen[key] = binding.help
      }
    }
  }

  @Test func noBindingTakesACharacterFromATextField() {
    for (name, screen, context) in Self.screens where screen.isTyping {
      for binding in screen.bindings(context) + KeyBinding.everywhere(isTyping: true, isRunning: false) {
        for case .character(let character) in binding.keys { Issue.record("\(name): \(character) can't be typed") }
      }
    }
  }

  @Test func everyScreenCanBeLeftAndSaysHow() {
    for (name, screen, context) in Self.screens {
      let ways: [Command] = [.back, .quit, .dismiss, .clearFilter]
      #expect(
        screen.bindings(context).contains { ways.contains($0.command) && $0.disabled == nil && $0.isInFooter },
        "\(name)")
    }
  }

  @Test func reasonsReadAsPartOfASentence() {
    for (name, screen, context) in Self.screens {
      for binding in screen.bindings(context) {
        #expect(!binding.help.isEmpty && !binding.title.isEmpty)
        if let reason = binding.disabled {
          #expect(!reason.isEmpty && !reason.hasSuffix("."), "\(name): \(reason)")
        }
      }
    }
  }
}
