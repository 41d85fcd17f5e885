/// A deterministic automaton over bytes, with free texts that count their bytes.
///
/// A text is a group of nodes with a limit. Between two characters it is at its boundary node; there, a text that has
/// reached its limit takes nothing but the byte that ends it. So a character or escape once begun is completed, and a
/// text is at most 11 bytes longer than its limit (the rest of an escaped surrogate pair).
struct ByteAutomaton: Sendable {
  typealias Node = UInt16

  /// Where the automaton is.
  struct State: Hashable, Sendable {
    var node: Node
    /// Bytes of the text so far; 0 outside texts.
    var used: UInt16 = 0
  }

  /// A text's number; 0 for nodes outside texts.
  typealias Text = UInt8

  /// What is known of a node.
  private struct Kind: Sendable {
    var text: Text = 0
    /// At a boundary, the byte that ends the text; -1 elsewhere.
    var end: Int16 = -1
  }

  /// No way on.
  private static let dead: Node = 0

  // (nodes, 256): where each byte leads.
  private var edges: [Node] = []
  private var kinds: [Kind] = []
  private var limits: [UInt16] = [0]

  /// Only the dead node.
  init() { _ = addNode() }

  // MARK: - Building

  /// A node without a way on.
  mutating func addNode(text: Text = 0) -> Node {
    edges += [Node](repeating: Self.dead, count: 256)
    kinds.append(Kind(text: text))
    return Node(kinds.count - 1)
  }

  /// A text with that limit in bytes.
  mutating func addText(limit: Int) -> Text {
    limits.append(UInt16(min(max(limit, 1), 60_000)))
    return Text(limits.count - 1)
  }

  /// Marks the node as the one between two characters of its text, with the byte that ends the text and where it leads.
  mutating func setBoundary(_ node: Node, end: UInt8, to next: Node) {
    kinds[Int(node)].end = Int16(end)
    connect(node, end...end, to: next)
  }

  /// Lets the bytes lead from one node to the other.
  mutating func connect(_ from: Node, _ bytes: ClosedRange<UInt8>, to: Node) {
    for byte in bytes { edges[Int(from) << 8 | Int(byte)] = to }
  }

  /// Lets the bytes of an ASCII text lead from one node to the other.
  mutating func connect(_ from: Node, anyOf bytes: String, to: Node) {
    for byte in bytes.utf8 { connect(from, byte...byte, to: to) }
  }

  /// Follows or makes the path that spells `literal`, and returns its end.
  mutating func append(_ literal: String, to from: Node) -> Node {
    literal.utf8.reduce(from) { node, byte in
      let next = edges[Int(node) << 8 | Int(byte)]
      if next != Self.dead { return next }
      let made = addNode()
      connect(node, byte...byte, to: made)
      return made
    }
  }

  /// Makes the path that spells `literal` and ends at `to`.
  mutating func append(_ literal: String, to from: Node, endingAt to: Node) {
    guard let last = literal.utf8.last else { return }
    let before = append(String(literal.dropLast()), to: from)
    connect(before, last...last, to: to)
  }

  // MARK: - Running

  /// Where the byte leads; nil where it is impossible.
  func step(_ state: State, _ byte: UInt8) -> State? {
    let kind = kinds[Int(state.node)]
    let next = edges[Int(state.node) << 8 | Int(byte)]
    if next == Self.dead { return nil }
    if kind.end >= 0, Int16(byte) != kind.end, state.used >= limits[Int(kind.text)] { return nil }
    let text = kinds[Int(next)].text
    guard text != 0 else { return State(node: next) }
    // 60,000 and the longest escape fit.
    return State(node: next, used: text == kind.text ? state.used + 1 : 0)
  }

  /// The state with its text at the limit, so that it ends at the next boundary; the same outside texts.
  func closing(_ state: State) -> State {
    let text = kinds[Int(state.node)].text
    return text == 0 ? state : State(node: state.node, used: max(state.used, limits[Int(text)]))
  }

  /// The text that the state is in, or 0.
  func text(of state: State) -> Text { kinds[Int(state.node)].text }

  /// The same state with the smallest count from which all byte strings of up to `length` bytes are as possible.
  ///
  /// So all the states that are far from their limit are one, and can share a mask.
  func canonical(_ state: State, length: Int) -> State {
    guard let room = room(of: state) else { return state }
    let limit = limits[Int(kinds[Int(state.node)].text)]
    return State(node: state.node, used: limit - UInt16(min(room, length, Int(limit))))
  }

  /// Bytes until the state's text is at its limit; nil outside texts.
  func room(of state: State) -> Int? {
    let text = kinds[Int(state.node)].text
    return text == 0 ? nil : max(0, Int(limits[Int(text)]) - Int(state.used))
  }

  /// Every node that some byte string reaches, and for each the fewest bytes of `alphabet` to `end`, texts closing.
  ///
  /// - Returns: nil distances for nodes from which `end` is out of reach.
  func distances(from start: Node, to end: Node, alphabet: Set<UInt8>) -> [Node: Int?] {
    var reached: Set<Node> = [start]
    var queue = [start]
    var exits: [Node: [Node]] = [:]  // predecessors by closing edges
    while let node = queue.popLast() {
      for byte in UInt8.min...UInt8.max {
        let next = edges[Int(node) << 8 | Int(byte)]
        guard next != Self.dead else { continue }
        if reached.insert(next).inserted { queue.append(next) }
        let closes = kinds[Int(node)].end < 0 || kinds[Int(node)].end == Int16(byte)
        if closes, alphabet.contains(byte) { exits[next, default: []].append(node) }
      }
    }
    var distances: [Node: Int] = [end: 0]
    var frontier = [end]
    while !frontier.isEmpty {
      var further: [Node] = []
      for node in frontier {
        for previous in exits[node] ?? [] where distances[previous] == nil {
          distances[previous] = (distances[node] ?? 0) + 1
          further.append(previous)
        }
      }
      frontier = further
    }
    return Dictionary(uniqueKeysWithValues: reached.map { ($0, distances[$0]) })
  }

  /// The bytes that lead on from the node, texts closing.
  func exitBytes(of node: Node) -> [UInt8] {
    if let end = UInt8(exactly: kinds[Int(node)].end) { return [end] }
    return (UInt8.min...UInt8.max).filter { edges[Int(node) << 8 | Int($0)] != Self.dead }
  }
}
