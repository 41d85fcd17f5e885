/// A sentence in the status line, gone with the next key.
struct Notice: Sendable, Equatable {
  var text: String
  var role: Role

  init(_ text: String, role: Role = .status) {
    self.text = text
    self.role = role
  }
}

/// What a screen may know of the rest of the interface.
struct Context: Sendable {
  /// Where the screen is drawn.
  var body: Rect
  var isASCII: Bool
  /// How many times as high as wide a cell is.
  var cellAspect: Double
  var models: ModelState
  var devices = DeviceState()
  var tasks = TaskState()
  var recents: [Start.Recent]
  var homeDirectory: String
  var directory: String
  var version: String
  /// The step whose proposal is being made, if any.
  var runningStep: Int?
}

/// Where to go.
enum Navigation: Sendable {
  case back
  case open(any Screen)
}

/// What was picked on one screen for the one below it.
enum Choice: Sendable, Equatable {
  case device(String)
  case task(TaskSummary)
}

/// What a screen wants after a key or a message.
struct Outcome: Sendable {
  var effects: [Effect] = []
  var notice: Notice?
  var navigation: Navigation?
  /// A text shown over the screen.
  var overlay: Overlay?
  /// Given to the screen below when this one is left.
  var choice: Choice?

  static let nothing = Outcome()
  static func effect(_ effect: Effect) -> Outcome { Outcome(effects: [effect]) }
  static func notice(_ text: String, role: Role = .status) -> Outcome { Outcome(notice: Notice(text, role: role)) }
}

/// A part of the status line; parts that matter less are left out where there is no room.
struct StatusPart: Sendable, Equatable {
  var text: String
  /// 0 goes last.
  var rank: Int
  var isBold = false
}

/// One screen: what it knows, what its keys do, how it looks.
protocol Screen: Sendable {
  /// The title line's parts, from home on; the home menu has none.
  var trail: [String] { get }
  /// What the title line says at its right end.
  func summary(_ context: Context) -> String
  /// Its part of the status line.
  func status(_ context: Context) -> [StatusPart]
  /// Its keys, just now.
  func bindings(_ context: Context) -> [KeyBinding]
  /// Whether characters go into a text field.
  var isTyping: Bool { get }
  /// A key that stops something that runs by itself, whatever else it means.
  func interruption(by key: Key) -> Command?
  mutating func type(_ key: Key, _ context: Context) -> Bool
  mutating func paste(_ text: String, _ context: Context)
  mutating func perform(_ command: Command, _ context: Context) -> Outcome
  /// A row of its list was clicked; `twice` opens it.
  mutating func click(row: Int, twice: Bool, _ context: Context) -> Outcome
  /// A picture was clicked, at a pixel of it.
  mutating func click(x: Int, y: Int, _ context: Context) -> Outcome
  /// Something was picked on the screen above.
  mutating func take(_ choice: Choice, _ context: Context)
  /// The wheel was turned over something.
  mutating func scroll(_ target: MouseTarget, by lines: Int, _ context: Context)
  /// News from elsewhere.
  mutating func receive(_ message: Message, _ context: Context) -> Outcome
  /// It is being left.
  func leave() -> [Effect]
  func draw(on canvas: inout Canvas, _ context: Context)
}

extension Screen {
  var isTyping: Bool { false }
  func summary(_ context: Context) -> String { "" }
  func status(_ context: Context) -> [StatusPart] { [] }
  func interruption(by key: Key) -> Command? { nil }
  mutating func type(_ key: Key, _ context: Context) -> Bool { false }
  mutating func paste(_ text: String, _ context: Context) {}
  mutating func click(row: Int, twice: Bool, _ context: Context) -> Outcome { .nothing }
  mutating func click(x: Int, y: Int, _ context: Context) -> Outcome { .nothing }
  mutating func take(_ choice: Choice, _ context: Context) {}
  mutating func scroll(_ target: MouseTarget, by lines: Int, _ context: Context) {}
  mutating func receive(_ message: Message, _ context: Context) -> Outcome { .nothing }
  func leave() -> [Effect] { [] }
}
