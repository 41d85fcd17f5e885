public import Episodes

/// What a model said.
public struct Answer: Sendable, Equatable {
  /// What it proposes.
  public enum Proposal: Sendable, Equatable {
    /// An action in thousandths of the screen, and its JSON as the model wrote it.
    case action(Action, json: String)
    /// Nothing that can be performed; why, in a sentence. Not to be taken for the end of the task.
    case unreadable(reason: String)
  }

  /// The answer as it was.
  public var text: String
  /// The reasoning.
  public var thought: String?
  /// What it proposes.
  public var proposal: Proposal
}
