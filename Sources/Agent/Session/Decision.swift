public import Episodes

/// What a person says while a session waits for them, or at any other time.
public enum Decision: Sendable, Equatable {
  /// Do what is proposed.
  case approve
  /// Do this instead.
  case edit(Action)
  /// Don't, for this reason, which goes into the next prompt.
  case reject(reason: String)
  /// Propose again, with a word of advice or without.
  case askAgain(hint: String?)
  /// Run by itself from now on (`never`), or ask again as before.
  case setApproval(ApprovalPolicy)
  /// Wait after the step in hand, or at once where a proposal is being made.
  case pause
  /// Go on.
  case resume
  /// The person acts: proposals stop until `handBack`.
  case takeOver
  /// A step by the person, while they have taken over or instead of what is proposed.
  case act(Action, thought: String?)
  /// Propose again, from a fresh look.
  case handBack
  /// Look at the screen again.
  case lookAgain
  /// End after the step in hand; what the person says of the goal, where they say it.
  case end(success: Bool?)
}
