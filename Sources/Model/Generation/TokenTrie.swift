/// The bytes of every token of a vocabulary, as a trie in preorder, so that "which tokens may come next" is one walk.
///
/// A walk goes once through flat arrays: where the bytes so far are impossible it jumps over the whole subtree. Building
/// sorts the vocabulary once (some 0.1 s for 128,000 tokens); share the object.
public final class TokenTrie: Sendable {
  /// Ids are in 0..<tokenCount.
  public let tokenCount: Int
  /// Bytes of the longest token.
  public let longestToken: Int

  /// Longer tokens are left out: none that matters is, and depths stay small.
  private static let longestKept = 1_024

  // Nodes in preorder; the root has none.
  private let nodeBytes: [UInt8]
  private let depths: [UInt16]
  /// The node after the subtree.
  private let ends: [Int32]
  /// The first token, in `tokens`, that goes through node n; those that end at it come first.
  private let firstTokens: [Int32]
  /// How many tokens end at node n: more than one where a vocabulary has the same bytes twice.
  private let tokenCounts: [Int32]
  /// Ids sorted by their bytes.
  private let tokens: [Int32]

  /// Ids of tokens that have bytes, the longest first.
  private let byLength: [Int32]

  // Token t's bytes are `bytes[offsets[t]..<offsets[t + 1]]`.
  private let bytes: [UInt8]
  private let offsets: [Int32]

  /// Builds the trie.
  ///
  /// - Parameters:
  ///   - tokenCount: the number of ids, normally the model's vocabulary size.
  ///   - bytesOf: the bytes of an id; empty for special tokens and for ids without a token.
  public init(tokenCount: Int, bytesOf: (Int32) -> [UInt8]) {
    let tokenCount = max(0, min(tokenCount, Int(Int32.max) - 1))
    self.tokenCount = tokenCount
    var bytes: [UInt8] = []
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(tokenCount + 1)
    var longest = 0
    for id in 0..<tokenCount {
      let token = bytesOf(Int32(id))
      if token.count <= Self.longestKept, bytes.count + token.count < Int(Int32.max) {
        bytes += token
        longest = max(longest, token.count)
      }
      offsets.append(Int32(bytes.count))
    }
    longestToken = longest

    func slice(_ id: Int32) -> ArraySlice<UInt8> { bytes[Int(offsets[Int(id)])..<Int(offsets[Int(id) + 1])] }
    let sorted = (0..<Int32(tokenCount)).filter { !slice($0).isEmpty }
      .sorted { left, right in
        let (a, b) = (slice(left), slice(right))
        for (x, y) in zip(a, b) where x != y { return x < y }
        return (a.count, left) < (b.count, right)
      }

    var nodeBytes: [UInt8] = []
    var depths: [UInt16] = []
    var ends: [Int32] = []
    var firstTokens: [Int32] = []
    var tokenCounts: [Int32] = []
    var path: [Int] = []  // the nodes from the root to the last token
    for (place, id) in sorted.enumerated() {
      let token = slice(id)
      var common = 0
      for (node, byte) in zip(path, token) {
        if nodeBytes[node] != byte { break }
        common += 1
      }
      for node in path[common...] { ends[node] = Int32(nodeBytes.count) }
      path.removeSubrange(common...)
      for byte in token.dropFirst(common) {
        path.append(nodeBytes.count)
        nodeBytes.append(byte)
        depths.append(UInt16(path.count - 1))
        ends.append(0)
        firstTokens.append(Int32(place))
        tokenCounts.append(0)
      }
      if let last = path.last { tokenCounts[last] += 1 }
    }
    for node in path { ends[node] = Int32(nodeBytes.count) }
    self.nodeBytes = nodeBytes
    self.depths = depths
    self.ends = ends
    self.firstTokens = firstTokens
    self.tokenCounts = tokenCounts
    self.tokens = sorted
    byLength = sorted.sorted { (slice($0).count, $1) > (slice($1).count, $0) }
    self.bytes = bytes
    self.offsets = offsets
  }
  /// The bytes of a token; empty for special tokens and ids outside the vocabulary.
  public func bytes(of id: Int32) -> ArraySlice<UInt8> {
    guard id >= 0, Int(id) < tokenCount else { return [] }
    return bytes[Int(offsets[Int(id)])..<Int(offsets[Int(id) + 1])]
  }

  /// The tokens with more than `length` bytes.
  func tokens(longerThan length: Int) -> ArraySlice<Int32> {
    byLength.prefix { bytes(of: $0).count > length }
  }

  /// The tokens all of whose bytes a byte automaton takes, one after the other.
  ///
  /// - Parameters:
  ///   - start: where the automaton is.
  ///   - step: where a byte takes it from a state; nil where the byte is impossible.
  @inline(__always)
  func tokens<State>(from start: State, step: (State, UInt8) -> State?) -> TokenSet {
    var result = TokenSet(universe: tokenCount)
    // states[d] is the state after d bytes of the current path.
    var states = [State](repeating: start, count: longestToken + 1)
    // Held here, so that the loop doesn't ask the object for them each time.
    let (nodeBytes, depths, ends) = (nodeBytes, depths, ends)
    let (firstTokens, tokenCounts, tokens) = (firstTokens, tokenCounts, tokens)
    var node = 0
    while node < nodeBytes.count {
      let depth = Int(depths[node])
      guard let next = step(states[depth], nodeBytes[node]) else {
        node = Int(ends[node])
        continue
      }
      states[depth + 1] = next
      let first = Int(firstTokens[node])
      for place in first..<first + Int(tokenCounts[node]) { result.insert(tokens[place]) }
      node += 1
    }
    return result
  }

  /// The bytes that are tokens by themselves.
  var singleBytes: Set<UInt8> {
    var result: Set<UInt8> = []
    for node in nodeBytes.indices where depths[node] == 0 && tokenCounts[node] > 0 { result.insert(nodeBytes[node]) }
    return result
  }
}
