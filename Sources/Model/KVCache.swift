internal import Kernels

/// Keys and values of the tokens so far, of every layer, in float32.
///
/// One piece of memory: for every layer the keys (allocated, width), then the values, where width is
/// `keyValueHeads · headDimension`. It grows by doubling, so a token is copied at most twice on average.
public struct KVCache: ~Copyable {
  /// The tokens that fit.
  public let capacity: Int
  /// The tokens that are in.
  public private(set) var count = 0

  private let layers: Int
  private let width: Int
  private var allocated = 0
  /// (layers, 2, allocated, width)
  var memory = Buffer<Float>(count: 0, repeating: 0)

  /// An empty cache; memory is taken as tokens come.
  public init(_ configuration: TextConfiguration, capacity: Int) {
    self.capacity = max(capacity, 0)
    layers = configuration.layers
    width = configuration.keyValueHeads * configuration.headDimension
  }

  /// Forgets all tokens from `count` on.
  public mutating func truncate(to count: Int) { self.count = max(0, min(count, self.count)) }

  /// The bytes of memory that are taken.
  public var byteCount: Int { memory.count * MemoryLayout<Float>.stride }

  /// Makes room for that many tokens in all.
  mutating func reserve(_ tokens: Int) {
    precondition(tokens <= capacity, "\(tokens) tokens in a cache of \(capacity)")
    guard tokens > allocated else { return }
    let grown = min(capacity, max(tokens, 2 * allocated, 64))
    var larger = Buffer<Float>(count: layers * 2 * grown * width, repeating: 0)
    for part in 0..<layers * 2 {
      let from = part * allocated * width
      larger.copy(memory, from..<from + count * width, to: part * grown * width)
    }
    memory = larger
    allocated = grown
  }

  /// Where the keys of a layer begin in `memory`.
  func keys(_ layer: Int) -> Int { layer * 2 * allocated * width }

  /// Where the values of a layer begin in `memory`.
  func values(_ layer: Int) -> Int { (layer * 2 + 1) * allocated * width }

  /// Where the row of a token begins, counted from the layer's first.
  func row(_ token: Int) -> Int { token * width }

  /// Counts tokens in, whose keys and values have been written to every layer.
  mutating func append(_ tokens: Int) {
    precondition(count + tokens <= allocated, "\(count + tokens) tokens in memory for \(allocated)")
    count += tokens
  }
}
