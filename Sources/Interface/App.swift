internal import Episodes

/// The whole interface as a value: which screens are open, and what is known.
///
///     var app = App(size: size, start: Start(homeDirectory: home, directory: folder))
///     while let message = next() {
///       if let effect = app.update(message) { perform(effect) }   // answers come back as messages
///       show(app.draw())
///     }
public struct App: Sendable {
  /// Larger terminals are drawn as if they were this large.
  public static let largestSize = Size(columns: 2_000, rows: 1_000)

  private var size: Size
  private var surroundings: Surroundings
  private var models: ModelState
  private var devices = DeviceState()
  private var tasks = TaskState()
  /// What the session that is being started was asked to be.
  private var request: SessionRequest?
  private var recents: [Start.Recent]
  private let start: Start
  private var runs = RunQueue()
  /// From the home menu to the screen that is shown; never empty.
  private var screens: [any Screen] = [HomeScreen()]
  private var overlay: Overlay?
  private var notice: Notice?
  /// Whether the last press of the mouse did what a double click would do.
  private var pressOpened = false

  /// The interface at its home menu.
  public init(size: Size, start: Start = Start()) {
    self.size = App.clamped(size)
    self.start = start
    surroundings = start.surroundings
    models = ModelState(found: start.models, solver: start.solver)
    recents = start.recents
    request = start.session
    // What it asks before it begins, it asks there.
    if let session = start.session { screens.append(SetupScreen(starting: session)) }
  }

  private static func clamped(_ size: Size) -> Size {
    Size(
      columns: min(max(0, size.columns), largestSize.columns), rows: min(max(0, size.rows), largestSize.rows))
  }

  // MARK: - What happens

  /// Takes what happened into account, and says what is to be done.
  public mutating func update(_ message: Message) -> Effect? {
    switch message {
    case .key(let key): return press(key)
    case .paste(let text):
      notice = nil
      if isTyping {
        screens[top].paste(text, context)
      } else {
        notice = Notice("There is nothing here that takes text.")
      }
      return nil
    case .mouse(let mouse): return take(mouse)
    case .resized(let size):
      self.size = App.clamped(size)
      return nil
    case .surroundings(let surroundings):
      self.surroundings = surroundings
      return nil
    case .notice(let text):
      notice = Notice(text)
      return nil
    case .modelsFound, .modelLoading, .modelLoaded, .modelFailed:
      if let news = models.update(message), !showsFailure(message) { notice = news }
      return nil
    case .proposal(let step, let update):
      return runs.takes(step: step, update) ? tell(message) : nil
    case .devicesFound(let found, let problem):
      devices.found(found, problem: problem)
      return nil
    case .tasksFound(let found, let problem):
      tasks.found(found, problem: problem)
      return nil
    case .listed: return tell(message)
    case .sessionRefused(let request, let problem, _):
      if self.request == request { self.request = nil }
      let effect = tell(message)
      if !(screens[top] is SetupScreen) { notice = Notice(problem, role: .bad) }
      return effect
    case .session(let update): return take(update)
    case .episodeOpened(let episode):
      let effect = tell(message)
      return Self.joined([effect, open(episode)])
    case .dataSetOpened(let path, let entries):
      let effect = tell(message)
      remember(
        path: path, title: "\(PathText.name(of: path)), \(NumberText.count(entries.count, "episode", "episodes"))")
      return Self.joined([effect, show(DataSetScreen(path: path, entries: entries))])
    case .episodeFailed(_, let problem):
      let effect = tell(message)
      notice = Notice(problem, role: .bad)
      return effect
    }
  }

  private mutating func take(_ update: SessionUpdate) -> Effect? {
    switch update {
    case .started(let goal, let task, let device, let model, let recording, let maximumSteps, let earlier):
      if let recording { remember(path: recording, title: goal) }
      let screen = SessionScreen(
        goal: goal, task: task, device: device, model: model, recording: recording, maximumSteps: maximumSteps,
        earlier: earlier, approval: request?.approval ?? .always)
      request = nil
      return show(screen)
    case .notice(let text) where !screens.contains { $0 is SessionScreen || $0 is SetupScreen }: notice = Notice(text)
    default: break
    }
    return tell(.session(update))
  }

  private var top: Int { screens.count - 1 }

  /// Whether the list of models says by itself why one can't be loaded.
  private func showsFailure(_ message: Message) -> Bool {
    guard case .modelFailed(let path, _) = message else { return false }
    return screens[top] is ModelScreen && models.known.contains { $0.path == path }
  }

  /// Tells all open screens.
  private mutating func tell(_ message: Message) -> Effect? {
    var effects: [Effect?] = []
    for index in screens.indices {
      let outcome = screens[index].receive(message, context)
      effects.append(settle(outcome))
    }
    return Self.joined(effects)
  }

  private mutating func open(_ episode: Episode) -> Effect? {
    if let directory = episode.directory { remember(path: directory, title: episode.goal) }
    let effect = show(ReplayScreen(episode: episode))
    if let problem = episode.problems.first {
      let more = episode.problems.count - 1
      notice = Notice(
        problem + (more > 0 ? " (and \(NumberText.count(more, "more problem", "more problems")); i shows all)" : ""),
        role: .warning)
    }
    return effect
  }

  private mutating func remember(path: String, title: String) {
    recents.removeAll { $0.path == path }
    recents.insert(Start.Recent(path: path, title: title), at: 0)
  }

  /// Shows a screen; one replay replaces another, and a session what it was set up with.
  private mutating func show(_ screen: any Screen) -> Effect? {
    overlay = nil
    var effects: [Effect] = []
    while let index = screens.lastIndex(where: { isReplaced($0, by: screen) }) {
      let replaced = screens.remove(at: index)
      // The session that begins is the one that it set up, and the one before has ended.
      if replaced is ReplayScreen { effects += replaced.leave() }
    }
    screens.append(screen)
    return settle(Outcome(effects: effects))
  }

  private func isReplaced(_ old: any Screen, by new: any Screen) -> Bool {
    if old is ReplayScreen { return true }
    guard new is SessionScreen else { return false }
    return old is SessionScreen || old is SetupScreen || old is DeviceScreen || old is TaskScreen || old is ModelScreen
  }

  /// Does what a screen wants within the interface, and returns what it wants done outside.
  private mutating func settle(_ outcome: Outcome) -> Effect? {
    var effects = outcome.effects
    if let notice = outcome.notice { self.notice = notice }
    if let overlay = outcome.overlay { self.overlay = overlay }
    switch outcome.navigation {
    case .back:
      effects += screens[top].leave()
      if screens.count > 1 { screens.removeLast() }
      if let choice = outcome.choice { screens[top].take(choice, context) }
    case .open(let screen): screens.append(screen)
    case nil: break
    }
    for effect in effects { note(effect) }
    return Self.joined(effects)
  }

  private mutating func note(_ effect: Effect) {
    runs.note(effect)
    switch effect {
    case .loadModel(let path): models.beganLoading(path)
    case .findModels: models.beganSearch()
    case .findDevices: devices.beganSearch()
    case .findTasks: tasks.beganReading()
    case .startSession(let request): self.request = request
    default: break
    }
  }

  private static func joined(_ effects: [Effect?]) -> Effect? {
    let effects = effects.compactMap { $0 }
    return effects.count > 1 ? .batch(effects) : effects.first
  }

  // MARK: - Keys

  private mutating func press(_ key: Key) -> Effect? {
    notice = nil
    let context = context
    if overlay == nil, let command = screens[top].interruption(by: key) { return perform(command) }
    if let binding = bindings(context).first(where: { $0.keys.contains(key) }) {
      guard let reason = binding.disabled else { return perform(binding.command) }
      notice = Notice("\(key.name(symbols)) does nothing: \(reason).")
      return nil
    }
    if overlay == nil, screens[top].type(key, context) { return nil }
    // Where Shift makes no difference to an arrow.
    if key.unshifted != key { return press(key.unshifted) }
    notice = Notice("\(key.name(symbols)) does nothing here; \(isTyping ? "F1" : "?") shows the keys.")
    return nil
  }

  private var isTyping: Bool { overlay == nil && screens[top].isTyping }

  /// The keys that mean something just now.
  private func bindings(_ context: Context) -> [KeyBinding] {
    guard overlay == nil else {
      return Overlay.bindings + KeyBinding.besidesHelp(isTyping: false, isRunning: runs.runningStep != nil)
    }
    let own = screens[top].bindings(context)
    return own + KeyBinding.everywhere(isTyping: isTyping, isRunning: runs.runningStep != nil, besides: own)
  }

  private mutating func perform(_ command: Command) -> Effect? {
    switch command {
    case .help:
      overlay = .help
      return nil
    case .redraw: return .redraw
    case .suspend: return .suspend
    case .saveScreen: return .saveScreen(draw().text)
    case .interrupt:
      guard runs.runningStep != nil else { return .quit }
      return performOnScreens(.stop)
    default: break
    }
    guard overlay != nil else { return settle(screens[top].perform(command, context)) }
    if command == .dismiss {
      overlay = nil
    } else {
      let (bindings, body) = (helpBindings, chrome.body)
      overlay?.scroll(command, bindings: bindings, in: body, isASCII: !surroundings.isUTF8)
    }
    return nil
  }

  /// For a command that a screen below the one shown must obey.
  private mutating func performOnScreens(_ command: Command) -> Effect? {
    guard let index = screens.lastIndex(where: { $0 is ReplayScreen }) else { return .quit }
    return settle(screens[index].perform(command, context))
  }

  /// What the help is about.
  private var helpBindings: [KeyBinding] {
    let own = screens[top].bindings(context)
    return own
      + KeyBinding.everywhere(isTyping: screens[top].isTyping, isRunning: runs.runningStep != nil, besides: own)
  }

  // MARK: - The mouse

  private mutating func take(_ mouse: Mouse) -> Effect? {
    if mouse.kind == .release { return nil }
    let canvas = render()
    let target = canvas.target(column: mouse.column, row: mouse.row)
    let context = context
    switch mouse.kind {
    case .release: return nil
    case .scrollUp, .scrollDown:
      let lines = mouse.kind == .scrollUp ? -3 : 3
      if overlay != nil {
        let bindings = helpBindings
        overlay?.scroll(by: lines, bindings: bindings, in: context.body, isASCII: context.isASCII)
      } else if let target {
        screens[top].scroll(target, by: lines, context)
      }
      return nil
    case .press, .doubleClick:
      notice = nil
      let isDouble = mouse.kind == .doubleClick
      // The first press of a double click may have opened something; the second isn't meant for what came instead.
      if isDouble, pressOpened {
        pressOpened = false
        return nil
      }
      switch target {
      case .key(let key): return press(key)
      case .row(let row) where overlay == nil:
        let depth = screens.count
        if let command = screens[top].interruption(by: .enter) { return perform(command) }
        let effect = settle(screens[top].click(row: row, twice: isDouble, context))
        pressOpened = !isDouble && (effect != nil || screens.count != depth)
        return effect
      case .picture(let pixels, let area) where overlay == nil:
        pressOpened = false
        let placement = surroundings.placement(of: pixels, in: area)
        guard let pixel = placement?.pixel(column: mouse.column, row: mouse.row, of: pixels) else { return nil }
        if let command = screens[top].interruption(by: .enter) { return perform(command) }
        return settle(screens[top].click(x: pixel.x, y: pixel.y, context))
      default:
        pressOpened = false
        return nil
      }
    }
  }

  // MARK: - Drawing

  /// The screen as it is now.
  public func draw() -> Frame { render().frame }

  private var isASCII: Bool { !surroundings.isUTF8 }
  private var symbols: Symbols { isASCII ? .ascii : .utf8 }

  private var chrome: Chrome { Chrome(size: size, hasTitle: !screens[top].trail.isEmpty) }

  private var context: Context {
    Context(
      body: chrome.body, isASCII: isASCII, cellAspect: surroundings.cellAspect, models: models,
      devices: devices, tasks: tasks, recents: recents,
      homeDirectory: start.homeDirectory, directory: start.directory, version: start.version,
      runningStep: runs.runningStep)
  }

  private func render() -> Canvas {
    var canvas = Canvas(size: size, isASCII: isASCII)
    let context = context
    let chrome = chrome
    let screen = screens[top]
    screen.draw(on: &canvas, context)
    chrome.drawTitle(trail: screen.trail, summary: screen.summary(context), on: &canvas)
    overlay?.draw(on: &canvas, bindings: helpBindings, in: chrome.body)
    chrome.drawStatus(
      models: models, proposer: screen.proposer, parts: screen.status(context), notice: notice, on: &canvas)
    chrome.drawFooter(bindings(context), on: &canvas)
    return canvas
  }
}
