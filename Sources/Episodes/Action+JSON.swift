// AndroidWorld's JSON (`android_world/env/json_action.py`): its checks, and the ones that its executor makes later.

public import JSON

extension Action {
  /// Reads an action from AndroidWorld's JSON.
  ///
  /// Keys that it doesn't know are passed over, null is absence, numbers may come as text (`"3"`) and coordinates as
  /// real numbers, of which the pixel that holds them is taken.
  ///
  /// - Throws: `EpisodeError.action` when the text isn't an object, or for an unknown `action_type` or `direction`,
  ///   `index` together with `x` or `y`, half a point, a field that the action needs and doesn't have, or a field of a
  ///   type that makes no sense.
  public init(json: String) throws(EpisodeError) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: json, rules: .lenient)
    } catch {
      throw .action(reason: "it is \(error)")
    }
    guard let object = value.object else { throw .action(reason: "it is \(value.kind); write an object") }
    try self.init(object: object)
  }

  /// Reads an action from a decoded object, by the same rules.
  ///
  /// - Throws: `EpisodeError.action`.
  public init(object: JSONObject) throws(EpisodeError) {
    guard let named = object.present("action_type") else {
      throw .action(reason: "it has no action_type; use one of \(Self.typeNames)")
    }
    guard let type = named.string.flatMap(ActionType.init(rawValue:)) else {
      throw .action(reason: "\(named.text) is no action_type; use one of \(Self.typeNames)")
    }
    if let keycode = object.present("keycode"), keycode.string?.hasPrefix("KEYCODE_") != true {
      throw .action(reason: "keycode \(keycode.text) doesn't begin with KEYCODE_; write it so")
    }
    let target = try Self.target(of: object)
    switch type {
    case .click: self = .click(try Self.need(target, "x and y, or index", for: type))
    case .doubleTap: self = .doubleTap(try Self.need(target, "x and y, or index", for: type))
    case .longPress: self = .longPress(try Self.need(target, "x and y, or index", for: type))
    case .scroll: self = .scroll(try Self.need(try Self.direction(of: object), "direction", for: type), target)
    case .swipe: self = .swipe(try Self.need(try Self.direction(of: object), "direction", for: type), target)
    case .inputText:
      let text = try Self.need(try Self.text(of: object), "text", for: type)
      self = .inputText(text, target: target, clears: try Self.clears(in: object))
    case .keyboardEnter: self = .keyboardEnter
    case .navigateHome: self = .navigateHome
    case .navigateBack: self = .navigateBack
    case .openApp: self = .openApp(try Self.need(try Self.appName(of: object), "app_name", for: type))
    case .wait: self = .wait
    case .answer: self = .answer(try Self.need(try Self.text(of: object), "text", for: type))
    case .status: self = .status(try Self.need(try Self.goalStatus(of: object), "goal_status", for: type))
    case .unknown: self = .unknown
    }
  }

  /// AndroidWorld's `json_str()`: no spaces, absent fields left out, letters as they are.
  public var json: String { jsonObject.text }

  /// The fields of `json` in their order.
  public var jsonObject: JSONObject {
    var object: JSONObject = ["action_type": .string(type.rawValue)]
    switch target {
    case .element(let index): object["index"] = .integer(index)
    case .point(let point):
      object["x"] = .integer(point.x)
      object["y"] = .integer(point.y)
    case nil: break
    }
    switch self {
    case .scroll(let direction, _), .swipe(let direction, _): object["direction"] = .string(direction.rawValue)
    case .inputText(let text, _, let clears):
      object["text"] = .string(text)
      if clears { object["clear_text"] = .bool(true) }
    case .answer(let text): object["text"] = .string(text)
    case .status(let status): object["goal_status"] = .string(status.rawValue)
    case .openApp(let name): object["app_name"] = .string(name)
    default: break
    }
    return object
  }

  // MARK: - Fields

  private static let typeNames = ActionType.allCases.map(\.rawValue).joined(separator: ", ")

  private static func need<Value>(_ value: Value?, _ field: String, for type: ActionType) throws(EpisodeError) -> Value
  {
    guard let value else { throw .action(reason: "\(type.rawValue) has no \(field); add it") }
    return value
  }

  private static func target(of object: JSONObject) throws(EpisodeError) -> Target? {
    let x = object.present("x")
    let y = object.present("y")
    if let index = object.present("index") {
      guard x == nil, y == nil else { throw .action(reason: "it has index and x or y; give either") }
      guard let value = wholeNumber(index), value >= 0 else {
        throw .action(reason: "index is \(index.text); give the number of an element, from 0")
      }
      return .element(value)
    }
    switch (x, y) {
    case (nil, nil): return nil
    case (let x?, let y?): return .point(Point(x: try coordinate(x, "x"), y: try coordinate(y, "y")))
    case (nil, _): throw .action(reason: "it has y without x; add it")
    case (_, nil): throw .action(reason: "it has x without y; add it")
    }
  }

  private static func coordinate(_ value: JSONValue, _ name: String) throws(EpisodeError) -> Int {
    let number = value.double ?? value.string.flatMap { JSONValue.number($0).double }
    // No screen is larger, and later arithmetic can't overflow.
    guard let number, abs(number) < 1e9 else {
      throw .action(reason: "\(name) is \(value.text); give a number of pixels")
    }
    return Int(number.rounded(.down))
  }

  private static func wholeNumber(_ value: JSONValue) -> Int? {
    value.integer ?? value.string.flatMap { Int($0) }
  }

  private static func text(of object: JSONObject) throws(EpisodeError) -> String? {
    guard let value = object.present("text") else { return nil }
    switch value {
    case .string(let text): return text
    case .number(let literal): return literal
    // Python's str(True), as AndroidWorld coerces.
    case .bool(let truth): return truth ? "True" : "False"
    default: throw .action(reason: "text is \(value.kind); give text")
    }
  }

  private static func appName(of object: JSONObject) throws(EpisodeError) -> String? {
    guard let value = object.present("app_name") else { return nil }
    guard let name = value.string else { throw .action(reason: "app_name is \(value.kind); give text") }
    return name
  }

  private static func direction(of object: JSONObject) throws(EpisodeError) -> Direction? {
    guard let value = object.present("direction") else { return nil }
    guard let direction = value.string.flatMap(Direction.init(rawValue:)) else {
      throw .action(reason: "direction is \(value.text); use up, down, left or right")
    }
    return direction
  }

  private static func goalStatus(of object: JSONObject) throws(EpisodeError) -> GoalStatus? {
    guard let value = object.present("goal_status") else { return nil }
    guard let status = value.string.flatMap(GoalStatus.init(rawValue:)) else {
      throw .action(reason: "goal_status is \(value.text); use complete or infeasible")
    }
    return status
  }

  private static func clears(in object: JSONObject) throws(EpisodeError) -> Bool {
    guard let value = object.present("clear_text") else { return false }
    guard let clears = value.bool else { throw .action(reason: "clear_text is \(value.kind); use true or false") }
    return clears
  }
}
