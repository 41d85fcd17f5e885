/// Which picture it is, by its content: equal pictures have equal keys.
///
/// It tells screenshots apart; it doesn't withstand someone who makes collisions on purpose, and needn't: they would get
/// wrong answers about their own pictures.
public struct ImageKey: Hashable, Sendable {
  private let hash: UInt64
  private let width: Int
  private let height: Int

  /// The key of a picture whose pixels have that hash.
  public init(hash: UInt64, width: Int, height: Int) {
    self.hash = hash
    self.width = width
    self.height = height
  }
}
