/// What an answer must look like, asked before each token.
public protocol TokenConstraint: Sendable {
  /// The tokens that may come next. Never empty before the answer is complete.
  mutating func allowedTokens() -> TokenSet

  /// Moves on by a token; false, and nothing changes, when it was not allowed.
  mutating func accept(_ token: Int32) -> Bool

  /// Whether the answer is whole: only an end-of-text token may follow.
  var isComplete: Bool { get }
}
