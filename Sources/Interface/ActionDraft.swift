internal import Episodes

/// An action that a person is changing: where it is aimed, what kind it is, what it types.
struct ActionDraft: Sendable, Equatable {
  /// The kinds that Tab goes through.
  static let types: [ActionType] = [
    .click, .longPress, .doubleTap, .inputText, .scroll, .swipe, .openApp, .navigateBack, .navigateHome,
    .keyboardEnter, .wait, .answer, .status,
  ]

  private let width: Int
  private let height: Int
  private let elements: [UIElement]
  private(set) var action: Action
  // What other kinds had, so that going through the kinds loses nothing.
  private var point: Point
  private var direction: Direction
  private var text = ""
  private var clears = false

  /// A draft that begins as this action; a tap in the middle of the screen where there is none.
  init(_ action: Action?, width: Int, height: Int, elements: [UIElement]) {
    self.width = max(1, width)
    self.height = max(1, height)
    self.elements = elements
    point = Point(x: self.width / 2, y: self.height / 2)
    direction = .down
    var action = action ?? .click(.point(point))
    if let target = action.target {
      if let aimed = Self.place(of: target, elements) { point = aimed }
      point = Self.clamped(point, width: self.width, height: self.height)
      action.target = .point(point)
    }
    self.action = action
    switch action {
    case .scroll(let direction, _), .swipe(let direction, _): self.direction = direction
    case .inputText(let text, _, let clears):
      self.text = text
      self.clears = clears
    case .answer(let text), .openApp(let text): self.text = text
    default: break
    }
  }

  private static func place(of target: Target, _ elements: [UIElement]) -> Point? {
    switch target {
    case .point(let point): point
    case .element(let index): elements.indices.contains(index) ? elements[index].bounds?.middle : nil
    }
  }

  private static func clamped(_ point: Point, width: Int, height: Int) -> Point {
    Point(x: min(max(0, point.x), width - 1), y: min(max(0, point.y), height - 1))
  }

  /// Whether it is aimed at a point that can be moved.
  var hasPoint: Bool {
    switch action {
    case .click, .longPress, .doubleTap: true
    case .inputText(_, let target, _): target != nil
    default: false
    }
  }

  var hasDirection: Bool { [.scroll, .swipe].contains(action.type) }

  /// What is typed in it; nil where nothing is.
  var textToType: String? {
    switch action {
    case .inputText, .openApp, .answer: text
    default: nil
    }
  }

  /// Why it can't be done yet.
  var whyNotDone: String? {
    switch action {
    case .inputText(let text, _, let clears) where text.isEmpty && !clears: "it types nothing yet; t types its text"
    case .openApp(let name) where name.isEmpty: "it opens nothing yet; t types the app's name"
    case .answer(let text) where text.isEmpty: "it answers nothing yet; t types the answer"
    default: nil
    }
  }

  /// Moves the point by shares of the screen's width, or turns the direction.
  mutating func arrow(_ direction: Direction, isCoarse: Bool) {
    guard !hasDirection else {
      self.direction = direction
      return make(action.type)
    }
    guard hasPoint else { return }
    let step = max(1, isCoarse ? width / 12 : width / 108)
    switch direction {
    case .up: point.y -= step
    case .down: point.y += step
    case .left: point.x -= step
    case .right: point.x += step
    }
    move(to: point)
  }

  /// Aims at a point; what isn't aimed becomes a tap there.
  mutating func aim(at point: Point) {
    if !hasPoint, action.type != .inputText { make(.click) }
    move(to: point)
  }

  private mutating func move(to point: Point) {
    self.point = Self.clamped(point, width: width, height: height)
    action.target = .point(self.point)
  }

  /// Aims at the next thing on the screen that takes taps, or the one before.
  mutating func aimAtNext(backwards: Bool) {
    let places = elements.filter(\.isClickable).compactMap(\.bounds).map(\.middle)
      .map { Self.clamped($0, width: width, height: height) }.sorted { ($0.y, $0.x) < ($1.y, $1.x) }
    guard !places.isEmpty else { return }
    let key = { (point: Point) in (point.y, point.x) }
    let next =
      backwards
      ? places.last { key($0) < key(point) } ?? places[places.count - 1]
      : places.first { key($0) > key(point) } ?? places[0]
    aim(at: next)
  }

  var hasElements: Bool { elements.contains { $0.isClickable && $0.bounds != nil } }

  /// The next kind of action.
  mutating func changeType(backwards: Bool) {
    // Of the two ways to end, the second follows the first.
    if action == .status(.complete), !backwards { return action = .status(.infeasible) }
    if action == .status(.infeasible), backwards { return action = .status(.complete) }
    let index = Self.types.firstIndex(of: action.type) ?? 0
    make(Self.types[(index + (backwards ? Self.types.count - 1 : 1)) % Self.types.count])
    if backwards, action == .status(.complete) { action = .status(.infeasible) }
  }

  mutating func set(text: String) {
    self.text = text
    make(action.type)
  }

  mutating func toggleClearing() {
    clears.toggle()
    if action.type == .inputText { make(.inputText) }
  }

  private mutating func make(_ type: ActionType) {
    let aimed = Target.point(point)
    let isAimed = if case .inputText(_, let target, _) = action { target != nil } else { false }
    switch type {
    case .click: action = .click(aimed)
    case .longPress: action = .longPress(aimed)
    case .doubleTap: action = .doubleTap(aimed)
    // Into the field that has the cursor, unless it is aimed.
    case .inputText: action = .inputText(text, target: isAimed ? aimed : nil, clears: clears)
    case .scroll: action = .scroll(direction, nil)
    case .swipe: action = .swipe(direction, nil)
    case .openApp: action = .openApp(text)
    case .answer: action = .answer(text)
    case .navigateBack: action = .navigateBack
    case .navigateHome: action = .navigateHome
    case .keyboardEnter: action = .keyboardEnter
    case .status: action = .status(.complete)
    case .wait, .unknown: action = .wait
    }
  }
}
