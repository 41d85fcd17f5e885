import Testing

/// What AndroidWorld's `json_action.py` takes, written down once more and apart from the program's own reader.
enum AndroidWorldAction {
  private static let fields: [String: (needed: Set<String>, possible: Set<String>)] = [
    "click": (["x", "y"], []), "double_tap": (["x", "y"], []), "long_press": (["x", "y"], []),
    "scroll": (["direction"], ["x", "y"]), "swipe": (["direction"], ["x", "y"]),
    "input_text": (["text"], ["x", "y", "clear_text"]), "keyboard_enter": ([], []), "navigate_home": ([], []),
    "navigate_back": ([], []), "open_app": (["app_name"], []), "wait": ([], []), "answer": (["text"], []),
    "status": (["goal_status"], []),
  ]

  /// Expects an action that a device could perform, with its point on a screen of that size.
  static func expectValid(
    _ action: [String: Any], width: Int, height: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let type = try #require(action["action_type"] as? String, sourceLocation: sourceLocation)
    let (needed, possible) = try #require(fields[type], "\(type) is no action", sourceLocation: sourceLocation)
    let present = Set(action.keys).subtracting(["action_type"])
    #expect(present.isSuperset(of: needed), "\(action)", sourceLocation: sourceLocation)
    #expect(present.isSubset(of: needed.union(possible)), "\(action)", sourceLocation: sourceLocation)
    #expect(present.contains("x") == present.contains("y"), "half a point: \(action)", sourceLocation: sourceLocation)
    for (name, limit) in [("x", width), ("y", height)] where present.contains(name) {
      let value = try #require(action[name] as? Int, sourceLocation: sourceLocation)
      #expect((0..<limit).contains(value), "\(action)", sourceLocation: sourceLocation)
    }
    for name in ["text", "app_name"] where present.contains(name) {
      #expect(action[name] is String, sourceLocation: sourceLocation)
    }
    if let direction = action["direction"] {
      #expect(["up", "down", "left", "right"].contains(direction as? String), sourceLocation: sourceLocation)
    }
    if let status = action["goal_status"] {
      #expect(["complete", "infeasible"].contains(status as? String), sourceLocation: sourceLocation)
    }
  }
}
