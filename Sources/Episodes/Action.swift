/// A place on the screen. On devices and in episodes in pixels; between model and program 0…1000 of width and height.
public struct Point: Sendable, Equatable, Hashable, Codable {
  /// From the left.
  public var x: Int
  /// From the top.
  public var y: Int
  /// A place.
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// Where scrolls and swipes go.
public enum Direction: String, Sendable, Codable, CaseIterable {
  case up, down, left, right
}

/// How a task ended, in the agent's own judgement.
public enum GoalStatus: String, Sendable, Codable, CaseIterable {
  case complete, infeasible
}

/// What an action is aimed at: a point, or an element of the UI list by its index. AndroidWorld forbids both at once.
public enum Target: Sendable, Equatable, Hashable {
  case point(Point)
  case element(Int)
}

/// An action in AndroidWorld's action space (`json_action.py`).
public enum Action: Sendable, Equatable {
  case click(Target)
  case doubleTap(Target)
  case longPress(Target)
  /// The content moves on in this direction: `down` moves the finger up. From the target, or from the middle of the screen.
  case scroll(Direction, Target?)
  /// The finger moves in this direction. From the target, or over the whole screen.
  case swipe(Direction, Target?)
  /// Types text, into the target where one is given; `clears` empties the field first.
  case inputText(String, target: Target?, clears: Bool)
  case keyboardEnter
  case navigateHome
  case navigateBack
  case openApp(String)
  case wait
  /// Answers a question to the person who set the goal.
  case answer(String)
  case status(GoalStatus)
  case unknown
}
