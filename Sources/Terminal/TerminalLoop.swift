import CTerminal
import Interface

/// The loop of a session: waits, hands on what came, and draws. One thread, which alone talks to ncurses.
struct TerminalLoop<P: Program> {
  /// How a session ended.
  enum Ending: Equatable {
    /// The program wanted to quit, or the terminal is gone.
    case quit
    /// A signal asked for it.
    case signal(Int32)
  }

  /// The least time between two frames.
  static var frameTime: Duration { .milliseconds(16) }
  /// The longest that messages are handed on while keys may be waiting.
  static var slice: Duration { .milliseconds(8) }
  /// A paste of which nothing more comes is taken for ended.
  static var pasteTime: Duration { .milliseconds(500) }

  private let perform: @Sendable (Effect, @escaping @Sendable (Message) -> Void) -> Void
  private let inbox: Inbox
  private let clock = ContinuousClock()
  private var program: P
  private var screen: Screen
  private var surroundings: Surroundings
  private var decoder = InputDecoder()
  /// Taken out of the inbox; those before `next` were handed on.
  private var messages: [Message] = []
  private var next = 0
  private var ending: Ending?
  private var isDirty = true
  private var lastFrame: ContinuousClock.Instant

  /// A loop in a terminal that is open.
  init(
    program: P, screen: Screen, surroundings: Surroundings, inbox: Inbox,
    perform: @escaping @Sendable (Effect, @escaping @Sendable (Message) -> Void) -> Void
  ) {
    self.program = program
    self.screen = screen
    self.surroundings = surroundings
    self.inbox = inbox
    self.perform = perform
    lastFrame = clock.now - TerminalLoop.frameTime
  }

  /// Runs until the program wants to quit, the terminal is gone, or a signal comes.
  mutating func run(size: Size, start: [Effect], typed: [UInt8]) -> Ending {
    take(.surroundings(surroundings))
    take(.resized(size))
    for effect in start { take(effect) }
    for scalar in String(decoding: typed, as: UTF8.self).unicodeScalars {
      take(ct_input(kind: .character, code: scalar.value))
    }
    decoder.pause().map { take($0) }
    while ending == nil {
      let ready = ct_wait(timeout())
      if ready.contains(.gone) { return .quit }
      if ready.contains(.signal) { takeSignals() }
      if ready.contains(.input) {
        takeInput()
      } else if ready.isEmpty {
        if decoder.isPasting { decoder.endPaste().map { take($0) } }
      }
      takeMessages()
      draw()
    }
    return ending ?? .quit
  }

  // MARK: - Waiting

  /// Milliseconds until something is due; negative if nothing is.
  private func timeout() -> Int32 {
    // Handed out but not handed on: look for keys in between, and don't wait.
    if !messages.isEmpty { return 0 }
    if isDirty {
      let left = lastFrame + TerminalLoop.frameTime - clock.now
      return left <= .zero ? 0 : Int32(left / .milliseconds(1)) + 1
    }
    return decoder.isPasting ? Int32(TerminalLoop.pasteTime / .milliseconds(1)) : -1
  }

  private mutating func draw() {
    guard isDirty, ending == nil, clock.now - lastFrame >= TerminalLoop.frameTime else { return }
    isDirty = false
    lastFrame = clock.now
    if !screen.show(program.draw()) { ending = .quit }
  }

  // MARK: - What came

  private mutating func takeSignals() {
    while ending == nil {
      let signal = ct_next_signal()
      switch signal.kind {
      case .none: return
      // A message, which is looked for anyway, or a picture.
      case .woken: isDirty = true
      case .resized:
        ct_resized()
        resized()
      case .suspend: suspend(group: false)
      case .continued:
        ct_resume()
        resized()
      case .end: ending = .signal(signal.number)
      }
    }
  }

  private mutating func takeInput() {
    while ending == nil {
      let input = ct_read()
      if input.kind == .none { break }
      take(input)
    }
    decoder.pause().map { take($0) }
  }

  private mutating func take(_ input: ct_input) {
    if let message = decoder.take(input, at: clock.now) { take(message) }
  }

  private mutating func takeMessages() {
    messages.append(contentsOf: inbox.takeAll())
    let deadline = clock.now + TerminalLoop.slice
    while next < messages.count, ending == nil {
      take(messages[next])
      next += 1
      // Reading the clock costs about as much as a message.
      if next % 64 == 0, clock.now >= deadline { return }
    }
    messages = []
    next = 0
  }

  private mutating func take(_ message: Message) {
    guard ending == nil else { return }
    isDirty = true
    if let effect = program.update(message) { take(effect) }
  }

  private mutating func take(_ effect: Effect) {
    guard ending == nil else { return }
    switch effect {
    case .batch(let effects): for effect in effects { take(effect) }
    case .quit: ending = .quit
    case .suspend: suspend(group: true)
    case .redraw:
      screen.redraw()
      isDirty = true
    default: perform(effect) { [inbox] in inbox.send($0) }
    }
  }

  private mutating func suspend(group: Bool) {
    ct_suspend(group)
    resized()
  }

  /// The screen is blank, and perhaps of another size.
  private mutating func resized() {
    let size = TerminalSession.size()
    let cell = TerminalSession.cell()
    screen.reset(size: size, cell: cell)
    if let cell, cell != surroundings.cell {
      surroundings.cell = cell
      take(.surroundings(surroundings))
    }
    take(.resized(size))
  }
}
