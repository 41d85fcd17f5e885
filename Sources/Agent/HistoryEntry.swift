public import Episodes

/// A step that is over, as the prompt tells of it.
public struct HistoryEntry: Sendable, Equatable {
  /// Its place in the episode, from 0.
  public var index: Int
  /// The reasoning.
  public var thought: String?
  /// What was done, or proposed and rejected, in thousandths of the screen.
  public var action: Action?
  /// What came of it, where something is known.
  public var outcome: String?

  /// An entry.
  public init(index: Int, thought: String? = nil, action: Action? = nil, outcome: String? = nil) {
    self.index = index
    self.thought = thought
    self.action = action
    self.outcome = outcome
  }

  /// A recorded step, with its action brought from pixels to thousandths and from list elements to their middles.
  ///
  /// - Parameters:
  ///   - width: of the screenshot that the action's pixels are of.
  ///   - height: the same.
  public init(_ step: Step, width: Int, height: Int) {
    index = step.index
    thought = step.thought
    outcome = step.result ?? (step.decision == "rejected" ? "the person rejected it" : nil)
    // What was rejected or came to nothing is told, too, else it would be proposed again.
    guard var action = step.action ?? step.proposedAction else { return }
    if case .element(let number)? = action.target {
      let element = step.elements.indices.contains(number) ? step.elements[number].bounds : nil
      if let bounds = step.targetBounds ?? element { action.target = .point(bounds.middle) }
    }
    self.action = action.scaledToThousandths(width: width, height: height)
  }

  /// A thought longer than this is cut at a word.
  static let thoughtCharacters = 160

  /// The line of the prompt.
  var line: String {
    var line = "Step \(index + 1):"
    if let thought, !thought.isEmpty {
      line += " Thought: " + PromptText.shortened(thought, to: Self.thoughtCharacters)
    }
    line += " Action: " + (action?.answerJSON ?? "not recorded")
    if let outcome, !outcome.isEmpty {
      line += " Outcome: " + PromptText.shortened(outcome, to: Self.thoughtCharacters)
    }
    return line
  }
}
