// Formulas: google-research `android_in_the_wild/action_matching.py`. Its gestures are points where the finger touches
// and lifts; here a tap is `click`, and `scroll` and `swipe` are drags whose axis is that of their direction.

extension ActionMatching {
  static func matchAITW(_ proposed: Action, _ recorded: Action, on screen: Screen) -> Agreement {
    switch (gesture(proposed), gesture(recorded)) {
    case (.tap, .tap): return matchTapsAITW(proposed, recorded, on: screen)
    case (.drag(let isVertical), .drag(let other)):
      return isVertical == other ? .agrees : .differs(reason: "\(axis(isVertical)) instead of \(axis(other))")
    case (nil, nil) where proposed.type == recorded.type:
      // Complete and infeasible are two types there.
      guard case .status(let status) = proposed, case .status(let other) = recorded, status != other else {
        return .agrees
      }
      return .differs(reason: "\(status.rawValue) instead of \(other.rawValue)")
    default: return .differs(reason: "\(name(proposed)) instead of \(name(recorded))")
    }
  }

  private enum Gesture {
    case tap
    case drag(isVertical: Bool)
  }

  private static func gesture(_ action: Action) -> Gesture? {
    switch action {
    case .click: .tap
    case .scroll(let direction, _), .swipe(let direction, _):
      .drag(isVertical: direction == .up || direction == .down)
    default: nil
    }
  }

  private static func axis(_ isVertical: Bool) -> String { isVertical ? "up or down" : "left or right" }

  private static func matchTapsAITW(_ proposed: Action, _ recorded: Action, on screen: Screen) -> Agreement {
    guard let place = screen.place(of: proposed.target) else { return .differs(reason: "no such element") }
    guard let recordedPlace = screen.place(of: recorded.target), let width = screen.width, let height = screen.height,
      let distance = screen.distance(place, recordedPlace)
    else { return .unknown }
    if distance <= tapDistance { return .agrees }
    let areInOneBox = screen.step.elements.contains { element in
      guard let bounds = element.bounds else { return false }
      let enlarged = enlarge(bounds, width: width, height: height)
      return enlarged.contains(place) && enlarged.contains(recordedPlace)
    }
    return areInOneBox ? .agrees : .differs(reason: "a tap \(decimals(distance)) of the screen away")
  }

  /// A box enlarged by 1.4 of its size about its middle. As there, what the screen's first edges cut off is added at
  /// the far side, since the corner is clamped and the size isn't made smaller.
  private static func enlarge(_ bounds: Bounds, width: Int, height: Int) -> Box {
    let w = Double(bounds.right) - Double(bounds.left)
    let h = Double(bounds.bottom) - Double(bounds.top)
    let x = max(0, Double(bounds.left) - 0.7 * w)
    let y = max(0, Double(bounds.top) - 0.7 * h)
    return Box(x: x, y: y, width: min(Double(width), 2.4 * w), height: min(Double(height), 2.4 * h))
  }

  private struct Box {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    func contains(_ point: Point) -> Bool {
      x <= Double(point.x) && Double(point.x) <= x + width && y <= Double(point.y) && Double(point.y) <= y + height
    }
  }
}
