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
    return [
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

  @Test func noKeyMeansTwoThings() {
    for (name, screen, context) in Self.screens {
      let bindings =
        screen.bindings(context)
        + KeyBinding.everywhere(isTyping: screen.isTyping, isRunning: context.runningStep != nil)
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
