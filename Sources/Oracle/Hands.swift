public import Devices
public import Episodes

/// A solver's eyes and hands: what it sees is elements, what it does is AndroidWorld's actions, one at a time, each with
/// the thought behind it.
///
/// How an action is done is the owner's business: straight on a device, or as a proposal that someone approves first.
public final class Hands {
  /// Does an action and looks again.
  public typealias Act = (_ thought: String, _ action: Action) async throws(OracleError) -> Observation

  /// What is on the screen.
  public private(set) var screen: Observation
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
  }

  // MARK: - Seeing

  /// The first element that says exactly this, in its text, its description or its hint, without regard to case.
  public func find(_ words: String) -> UIElement? {
    let wanted = words.lowercased()
    return screen.elements.first { element in
      [element.text, element.contentDescription, element.hint].contains { $0?.lowercased() == wanted }
    }
  }

  /// The first element that says this among other things.
  public func find(containing words: String) -> UIElement? {
    let wanted = words.lowercased()
    return screen.elements.first { element in
      [element.text, element.contentDescription].contains { $0?.lowercased().contains(wanted) == true }
    }
  }

  /// All that the screen says, for errors.
  public var words: String {
    screen.elements.compactMap { $0.text ?? $0.contentDescription }.joined(separator: " | ")
  }
}
