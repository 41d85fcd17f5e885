public import Episodes

/// Why a typed command is no action; the description says what to type.
public struct TypedActionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// One clause for the status line.
  public var description: String
}

/// An action as a person types it: `click 540 1200`, `swipe up`, `type hello`, or AndroidWorld's JSON.
public enum TypedAction {
  /// Reads a command.
  ///
  /// The first word is one of AndroidWorld's action types or a shorter name for it (`tap`, `back`, `open Settings`).
  /// Points are pixels of the screenshot; one number instead of two is an element's.
  ///
  /// - Throws: `TypedActionError` where it is none, or where its point is beside the screen.
  public static func parse(
    _ text: String, width: Int, height: Int, elements: Int
  ) throws(TypedActionError) -> Action {
    let text = String(text.drop(while: \.isWhitespace))
    let action = text.hasPrefix("{") ? try json(text) : try words(text)
    switch action.target {
    case .point(let point):
      guard (0..<max(1, width)).contains(point.x), (0..<max(1, height)).contains(point.y) else {
        throw TypedActionError("(\(point.x), \(point.y)) is beside the screen of \(width) × \(height) pixels")
      }
    case .element(let index):
      guard (0..<elements).contains(index) else {
        throw TypedActionError(
          elements == 0
            ? "no elements of this screen are known; name a point" : "there are elements 0 to \(elements - 1)")
      }
    case nil: break
    }
    return action
  }

  private static func json(_ text: String) throws(TypedActionError) -> Action {
    do { return try Action(json: text) } catch { throw TypedActionError("\(error)") }
  }

  private static func words(_ text: String) throws(TypedActionError) -> Action {
    let parts = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    let name = parts.first.map { $0.lowercased() } ?? ""
    var rest = parts.count > 1 ? String(parts[1].drop(while: \.isWhitespace)) : ""
    switch name {
    case "type", "input_text", "text": return .inputText(try need(rest, "the text"), target: nil, clears: false)
    case "replace", "clear": return .inputText(rest, target: nil, clears: true)
    case "answer": return .answer(try need(rest, "the answer"))
    default: break
    }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    switch name {
    case "click", "tap": return .click(try target(rest))
    case "double_tap", "double": return .doubleTap(try target(rest))
    case "long_press", "long", "press": return .longPress(try target(rest))
    case "scroll":
      let (direction, target) = try direction(rest)
      return .scroll(direction, target)
    case "swipe":
      let (direction, target) = try direction(rest)
      return .swipe(direction, target)
    case "open", "open_app": return .openApp(try need(rest, "the app's name"))
    default: break
    }
    guard let action = plain[name] else {
      throw TypedActionError(
        name.isEmpty
          ? "nothing was typed" : "\(name) is no action; type for example click 540 1200, swipe up, type hello, back")
    }
    guard rest.isEmpty else { throw TypedActionError("\(name) takes nothing after it") }
    return action
  }

  private static let plain: [String: Action] = [
    "back": .navigateBack, "navigate_back": .navigateBack, "home": .navigateHome, "navigate_home": .navigateHome,
    "enter": .keyboardEnter, "keyboard_enter": .keyboardEnter, "wait": .wait, "done": .status(.complete),
    "complete": .status(.complete), "infeasible": .status(.infeasible),
  ]

  private static func need(_ text: String, _ what: String) throws(TypedActionError) -> String {
    guard !text.isEmpty else { throw TypedActionError("\(what) is missing") }
    return text
  }

  private static func direction(_ text: String) throws(TypedActionError) -> (Direction, Target?) {
    let parts = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard let word = parts.first, let direction = Direction(rawValue: word.lowercased()) else {
      throw TypedActionError("the direction is missing: up, down, left or right")
    }
    return (direction, parts.count > 1 ? try target(String(parts[1])) : nil)
  }

  private static func target(_ text: String) throws(TypedActionError) -> Target {
    let numbers = text.split { $0.isWhitespace || $0 == "," }.map { Int($0) }
    switch (numbers.count, numbers.first ?? nil, numbers.last ?? nil) {
    case (1, let index?, _): return .element(index)
    case (2, let x?, let y?): return .point(Point(x: x, y: y))
    default: throw TypedActionError("the point is missing: two numbers of pixels, or one element's number")
    }
  }
}

extension TypedActionError {
  fileprivate init(_ description: String) { self.description = description }
}
