/// Keeps one answer inside the grammar of thoughts and actions, whatever the logits say.
public struct ActionConstraint: TokenConstraint {
  private let grammar: ActionGrammar
  private(set) var state: ByteAutomaton.State
  private var thoughtTokens = 0

  /// At the beginning of an answer.
  public init(_ grammar: ActionGrammar) {
    self.grammar = grammar
    state = grammar.start
  }

  /// The tokens that may come next; after the closing brace only those that end the text.
  public func allowedTokens() -> TokenSet { grammar.allowedTokens(state) }

  /// Moves on by a token; false, and nothing changes, when it was not allowed.
  public mutating func accept(_ token: Int32) -> Bool {
    if isComplete { return grammar.allowedTokens(state).contains(token) }
    guard let next = grammar.advance(state, by: token) else { return false }
    state = next
    if grammar.automaton.text(of: state) == grammar.thought {
      thoughtTokens += 1
      if thoughtTokens >= grammar.limits.thoughtTokens { state = grammar.automaton.closing(state) }
    }
    return true
  }

  /// Whether the closing brace is there.
  public var isComplete: Bool { grammar.isComplete(state) }
}
