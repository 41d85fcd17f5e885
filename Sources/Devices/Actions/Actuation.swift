internal import Episodes

// As AndroidWorld actuates (`android_world/env/actuation.py`, `adb_utils.py`), but for what `FingerPath` and
// `TextCommand` say.

/// The shell commands that do an action.
enum Actuation {
  private static let longPressMilliseconds = 1000
  private static let swipeMilliseconds = 500
  /// AndroidWorld waits so long for the keyboard after it has tapped a field.
  static let focusSeconds = 1

  /// The command for everything that takes one and is neither typing nor opening an app; nil for the rest.
  ///
  /// - Throws: `DeviceError.refused` where the target isn't known.
  static func command(
    for action: Action, on screen: ScreenGeometry?, elements: [UIElement], name: String
  ) throws(DeviceError) -> String? {
    switch action {
    case .click:
      return tap(try point(action, screen, elements, name))
    case .doubleTap:
      let tap = tap(try point(action, screen, elements, name))
      return "\(tap) && \(tap)"
    case .longPress:
      let point = try point(action, screen, elements, name)
      return swipe(from: point, to: point, milliseconds: longPressMilliseconds)
    case .scroll: return try line(action, screen, elements, name, milliseconds: nil)
    case .swipe: return try line(action, screen, elements, name, milliseconds: swipeMilliseconds)
    case .keyboardEnter: return key("KEYCODE_ENTER")
    case .navigateHome: return key("KEYCODE_HOME")
    case .navigateBack: return key("KEYCODE_BACK")
    case .inputText, .openApp, .wait, .answer, .status, .unknown: return nil
    }
  }

  /// Whether the action is aimed at a place of the picture that was looked at.
  static func dependsOnPicture(_ action: Action) -> Bool {
    switch action {
    case .click, .doubleTap, .longPress, .scroll, .swipe: true
    case .inputText(_, let target, _): target != nil
    default: false
    }
  }

  /// Whether the action is aimed at an element by its number.
  static func needsElements(_ action: Action) -> Bool {
    if case .element? = action.target { true } else { false }
  }

  /// A tap where typing goes.
  static func tap(
    for action: Action, on screen: ScreenGeometry?, elements: [UIElement], name: String
  ) throws(DeviceError) -> String {
    tap(try point(action, screen, elements, name))
  }

  static func key(_ name: String) -> String { "input keyevent \(name)" }

  private static func tap(_ point: Point) -> String { "input tap \(point.x) \(point.y)" }

  private static func swipe(from: Point, to: Point, milliseconds: Int?) -> String {
    "input swipe \(from.x) \(from.y) \(to.x) \(to.y)" + (milliseconds.map { " \($0)" } ?? "")
  }

  private static func point(
    _ action: Action, _ screen: ScreenGeometry?, _ elements: [UIElement], _ name: String
  ) throws(DeviceError) -> Point {
    guard let screen else { throw notLooked(action, name) }
    guard case .point(let point) = FingerPath(action, width: screen.width, height: screen.height, elements: elements)
    else { throw unknownTarget(action, elements, name) }
    return screen.input(point)
  }

  private static func line(
    _ action: Action, _ screen: ScreenGeometry?, _ elements: [UIElement], _ name: String, milliseconds: Int?
  ) throws(DeviceError) -> String {
    guard let screen else { throw notLooked(action, name) }
    guard
      case .line(let from, let to) = FingerPath(action, width: screen.width, height: screen.height, elements: elements)
    else { throw unknownTarget(action, elements, name) }
    return swipe(from: screen.input(from), to: screen.input(to), milliseconds: milliseconds)
  }

  private static func notLooked(_ action: Action, _ name: String) -> DeviceError {
    .notPerformed(name: name, what: action.summary, reason: "its screen hasn't been looked at")
  }

  private static func unknownTarget(_ action: Action, _ elements: [UIElement], _ name: String) -> DeviceError {
    .notPerformed(
      name: name, what: action.summary,
      reason: "the screen has \(elements.count) known elements, and the target is none of them that has a place")
  }
}
