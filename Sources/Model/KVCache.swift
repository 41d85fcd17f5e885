/// Keys and values of the tokens so far, of every layer.
public struct KVCache: ~Copyable {
  /// The tokens that fit.
  public let capacity: Int
  /// The tokens that are in.
  public private(set) var count = 0

  /// An empty cache; memory is taken as tokens come.
  public init(_ configuration: TextConfiguration, capacity: Int) {
    self.capacity = capacity
  }

  /// Forgets all tokens from `count` on.
  public mutating func truncate(to count: Int) { self.count = min(count, self.count) }
}
