/// How strictly JSON is read.
public struct JSONRules: Sendable, Equatable {
  /// Whether what recorders and models get wrong is put up with.
  ///
  /// Control characters inside strings are kept, broken UTF-8 and halves of surrogate pairs become U+FFFD, and Python's
  /// `NaN` and `Infinity` become null.
  public var isLenient: Bool
  /// How many lists and objects may lie in one another; few enough for every thread's stack.
  public var depth: Int

  /// Rules.
  public init(isLenient: Bool, depth: Int) {
    self.isLenient = isLenient
    self.depth = depth
  }

  /// RFC 8259 and nothing else, as deep as serde_json goes, which Hugging Face's libraries read with.
  public static let strict = JSONRules(isLenient: false, depth: 128)

  /// For what people and models write; deeper than any recording or action is.
  public static let lenient = JSONRules(isLenient: true, depth: 64)
}
