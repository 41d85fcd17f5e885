public import Devices
public import Episodes

/// A solver's eyes and hands: what it sees is elements, what it does is AndroidWorld's actions, one at a time, each with
/// the thought behind it.
///
/// How an action is done is the owner's business: straight on a device (`onDevice`), or as a proposal that someone
/// approves first.
public final class Hands {
  /// Does an action and looks again.
  public typealias Act = (_ thought: String, _ action: Action) async throws(OracleError) -> Observation

  /// What is on the screen.
  public private(set) var screen: Observation
  /// What is on it, parents before what is in them.
  public var elements: [UIElement] { screen.elements }
  /// How many actions were done, `answer` and `status` included: what a task's budget counts.
  public private(set) var steps = 0
  /// What was answered last.
  public private(set) var answered: String?
  /// Whether it was said that the task is done.
  public private(set) var claimsDone = false
  private let act: Act

  /// Hands over a screen that was looked at.
  public init(seeing screen: Observation, act: @escaping Act) {
    self.screen = screen
    self.act = act
  }

  /// Does an action.
  ///
  /// - Parameter thought: why, as one would say it: `The contact needs a name.`
  public func perform(_ action: Action, _ thought: String) async throws(OracleError) {
    screen = try await act(thought, action)
    steps += 1
    switch action {
    case .answer(let text): answered = text
    case .status(.complete): claimsDone = true
    default: break
    }
  }
}
