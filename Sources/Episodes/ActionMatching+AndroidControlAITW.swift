extension ActionMatching {
  static func matchAndroidControlAITW(_ proposed: Action, _ recorded: Action, on screen: Screen) -> Agreement {
    switch (proposed, recorded) {
    case (.click, .click), (.doubleTap, .doubleTap), (.longPress, .longPress):
      return matchTaps(proposed, recorded, on: screen)
    case (.scroll(let direction, _), .scroll(let other, _)), (.swipe(let direction, _), .swipe(let other, _)):
      return direction == other
        ? .agrees : .differs(reason: "\(name(recorded)) \(direction.rawValue) instead of \(other.rawValue)")
    case (.inputText(let text, _, _), .inputText(let other, _, _)):
      return text.lowercased() == other.lowercased() ? .agrees : .differs(reason: "other text")
    case (.answer(let text), .answer(let other)):
      return text.lowercased() == other.lowercased() ? .agrees : .differs(reason: "another answer")
    case (.openApp(let app), .openApp(let other)):
      return app.lowercased() == other.lowercased() ? .agrees : .differs(reason: "another app")
    case (.status(let status), .status(let other)):
      return status == other ? .agrees : .differs(reason: "\(status.rawValue) instead of \(other.rawValue)")
    default:
      return proposed.type == recorded.type
        ? .agrees : .differs(reason: "\(name(proposed)) instead of \(name(recorded))")
    }
  }

  private static func matchTaps(_ proposed: Action, _ recorded: Action, on screen: Screen) -> Agreement {
    if case .element(let index) = proposed.target, proposed.target == recorded.target, index >= 0 { return .agrees }
    guard let place = screen.place(of: proposed.target) else { return .differs(reason: "no such element") }
    var bounds = screen.step.targetBounds
    if bounds == nil, case .element(let index) = recorded.target { bounds = screen.bounds(ofElement: index) }
    if let bounds {
      if bounds.contains(place) { return .agrees }
      guard let distance = screen.distance(place, place.clamped(to: bounds)) else {
        return .differs(reason: "a tap outside the target")
      }
      return .differs(reason: "a tap \(decimals(distance)) of the screen outside the target")
    }
    guard let recordedPlace = screen.place(of: recorded.target) else { return .unknown }
    if place == recordedPlace { return .agrees }
    guard let distance = screen.distance(place, recordedPlace) else { return .unknown }
    return distance <= tapDistance ? .agrees : .differs(reason: "a tap \(decimals(distance)) of the screen away")
  }
}
