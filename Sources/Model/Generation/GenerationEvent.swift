/// What a generation does, as it does it. Each phase begins with nothing done and ends with all done.
public enum GenerationEvent: Sendable, Equatable {
  /// Tiles of a picture encoded so far; the picture is prepared when this first comes.
  case encoding(tilesDone: Int, tiles: Int)
  /// Positions of the prompt computed so far, of those that the cache didn't hold.
  case prefill(done: Int, of: Int, promptTokens: Int, reusedTokens: Int)
  /// A token of the answer.
  case token(Int32)
}
