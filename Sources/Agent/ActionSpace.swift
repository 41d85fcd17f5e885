internal import Episodes
internal import JSON

/// What the model is told of the actions.
enum ActionSpace {
  /// An example of each action, in thousandths, and what it does.
  static let examples: [(action: Action, meaning: String)] = [
    (.click(.point(Point(x: 500, y: 250))), "tap a place"),
    (.doubleTap(.point(Point(x: 500, y: 250))), "tap a place twice"),
    (.longPress(.point(Point(x: 500, y: 250))), "press a place for a second"),
    (.scroll(.down, nil), "move on in the content: up, down, left or right"),
    (.swipe(.left, nil), "move the finger over the screen: up, down, left or right"),
    (.inputText("pizza", target: nil, clears: false), "type into the field that has the focus"),
    (
      .inputText("pizza", target: .point(Point(x: 500, y: 250)), clears: true),
      "tap a field, empty it and type into it"
    ),
    (.keyboardEnter, "press Enter"),
    (.navigateHome, "go to the home screen"),
    (.navigateBack, "go back"),
    (.openApp("Settings"), "open an app by its name"),
    (.wait, "wait for the screen to change"),
    (.answer("It is 25 degrees."), "answer the question that the goal asks"),
    (.status(.complete), "say that the goal is reached"),
    (.status(.infeasible), "say that the goal can't be reached"),
  ]
}

extension Action {
  /// The action as the model writes it, keys in the order that constrained decoding has (`ActionGrammar`).
  ///
  /// It differs from AndroidWorld's own text, `json`, where text is typed at a place: there x and y come first. A scroll
  /// or swipe from a place is written without the place, and an aim at an element of a list as it is.
  var answerJSON: String {
    var action = self
    switch self {
    case .scroll, .swipe: action.target = nil
    default: break
    }
    guard case .inputText(let text, .point(let point), let clears) = action else { return action.json }
    var object: JSONObject = [
      "action_type": .string(type.rawValue), "text": .string(text), "x": .integer(point.x), "y": .integer(point.y),
    ]
    if clears { object["clear_text"] = .bool(true) }
    return object.text
  }
}
