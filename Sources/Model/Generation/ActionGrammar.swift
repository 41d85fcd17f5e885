/// Every answer that constrained decoding lets through, compiled once for a vocabulary and shared by all answers.
///
///     Thought: <free text on one line>
///     Action: <one JSON object of a known action, keys in the order of the prompt's examples>
///
/// The grammar is finite apart from its three kinds of text, so it is a plain automaton over bytes (`ByteAutomaton`), and
/// the tokens that may follow are found by walking the vocabulary's trie along it. Tokens may cross the grammar's
/// borders: `.\n`, ` {"`, `":"` and half characters are allowed wherever their bytes are.
public final class ActionGrammar: Sendable {
  /// How long texts may be.
  public struct Limits: Sendable, Equatable {
    /// Bytes of the thought; it ends at the first whole character from there on.
    public var thoughtBytes: Int
    /// Tokens of the thought's line; the same.
    public var thoughtTokens: Int
    /// Bytes of what is typed or answered, as written in JSON.
    public var textBytes: Int
    /// Bytes of an app's name, as written in JSON.
    public var appNameBytes: Int

    /// Gathers the limits; each is at least 1 and at most 60,000.
    public init(thoughtBytes: Int = 600, thoughtTokens: Int = 160, textBytes: Int = 400, appNameBytes: Int = 64) {
      func clamped(_ value: Int) -> Int { min(max(value, 1), 60_000) }
      self.thoughtBytes = clamped(thoughtBytes)
      self.thoughtTokens = clamped(thoughtTokens)
      self.textBytes = clamped(textBytes)
      self.appNameBytes = clamped(appNameBytes)
    }
  }

  /// How long texts may be.
  public let limits: Limits
  /// The vocabulary.
  public let trie: TokenTrie

  let automaton: ByteAutomaton
  let start: ByteAutomaton.State
  /// The text that the thought is.
  let thought: ByteAutomaton.Text
  private let end: ByteAutomaton.Node
  /// What may follow a whole answer.
  private let endOfText: TokenSet
  private let masks = MaskCache()

  /// Compiles the grammar.
  ///
  /// - Parameters:
  ///   - trie: the vocabulary, without its special tokens.
  ///   - endOfText: the tokens that may follow a whole answer.
  /// - Throws: `configuration` when the vocabulary lacks single bytes, so that an answer could get stuck.
  public init(trie: TokenTrie, endOfText: [Int32], limits: Limits = Limits()) throws(ModelError) {
    var automaton = ByteAutomaton()
    let start = automaton.addNode()
    let end = automaton.addNode()
    let action = automaton.addNode()
    let newline = automaton.addNode()
    let thought = automaton.addText(.line, limit: limits.thoughtBytes, mayBeEmpty: false, endingAt: newline)
    automaton.append("Thought: ", to: start, endingAt: thought)
    automaton.append("Action: ", to: newline, endingAt: action)
    automaton.addActions(from: action, to: end, limits)

    let distances = automaton.distances(from: start, to: end, alphabet: trie.singleBytes)
    for (node, distance) in distances.sorted(by: { $0.key < $1.key }) where distance == nil {
      let missing = automaton.exitBytes(of: node).filter { !trie.singleBytes.contains($0) }
      // A node with all its bytes is only stuck because a later one is.
      guard let byte = missing.first else { continue }
      throw .configuration(
        path: "the tokenizer",
        reason: "it has no token for the byte \(byte), which a well-formed answer can need; "
          + "use the tokenizer that belongs to the model, or decode without constraints")
    }
    var endSet = TokenSet(universe: trie.tokenCount)
    for id in endOfText { endSet.insert(id) }

    self.limits = limits
    self.trie = trie
    self.automaton = automaton
    self.start = ByteAutomaton.State(node: start)
    self.thought = automaton.text(of: ByteAutomaton.State(node: thought))
    self.end = end
    self.endOfText = endSet
  }

  /// No answer has more bytes, and so no answer has more tokens.
  ///
  /// The longest is `Thought: …⏎Action: {"action_type":"input_text","text":"…","x":1000,"y":1000,"clear_text":false}`: 93
  /// bytes beside its texts, each of which may end 11 bytes after its limit.
  public var longestAnswer: Int { 93 + limits.thoughtBytes + max(limits.textBytes, limits.appNameBytes) + 22 }

  func isComplete(_ state: ByteAutomaton.State) -> Bool { state.node == end }

  /// The tokens that may follow, from the cache or by a walk.
  func allowedTokens(_ state: ByteAutomaton.State) -> TokenSet {
    if state.node == end { return endOfText }
    let automaton = automaton
    let longest = trie.longestToken
    let key = automaton.canonical(state, length: longest)
    if let known = masks[key] { return known }
    let mask: TokenSet
    var far = key
    far.used = 0
    if let room = automaton.room(of: key), room < longest, room >= Self.roomForMostTokens,
      let farRoom = automaton.room(of: far), farRoom >= longest
    {
      // A text near its limit is rarely met twice at the same distance. Tokens that fit are as possible as far from it,
      // so only the few long ones are looked at: a tenth of the time of a walk.
      mask = allowedTokens(far, correctedFor: key, room: room)
    } else {
      mask = trie.tokens(from: key) { automaton.step($0, $1) }
    }
    masks[key] = mask
    return mask
  }

  /// Most tokens of the common vocabularies have no more bytes.
  private static let roomForMostTokens = 16

  private func allowedTokens(_ far: ByteAutomaton.State, correctedFor key: ByteAutomaton.State, room: Int) -> TokenSet {
    var mask = allowedTokens(far)
    for token in trie.tokens(longerThan: room) {
      if advance(key, by: token) == nil { mask.remove(token) } else { mask.insert(token) }
    }
    return mask
  }

  /// The state after a token; nil when the token is not allowed.
  func advance(_ state: ByteAutomaton.State, by token: Int32) -> ByteAutomaton.State? {
    let bytes = trie.bytes(of: token)
    guard !bytes.isEmpty else { return nil }
    var state = state
    for byte in bytes {
      guard let next = automaton.step(state, byte) else { return nil }
      state = next
    }
    return state
  }
}

extension ByteAutomaton {
  /// Adds the JSON object of every action.
  fileprivate mutating func addActions(from: Node, to end: Node, _ limits: ActionGrammar.Limits) {
    let kind = append("{\"action_type\":\"", to: from)
    let close = addNode()
    append("}", to: close, endingAt: end)

    let point = addNode()
    addPoint(from: point, after: ["}": end])
    for name in ["click", "double_tap", "long_press"] { append(name + "\",", to: kind, endingAt: point) }

    for name in ["scroll", "swipe"] {
      let direction = append(name + "\",\"direction\":\"", to: kind)
      for way in ["up", "down", "left", "right"] { append(way + "\"", to: direction, endingAt: close) }
    }
    for name in ["keyboard_enter", "navigate_home", "navigate_back", "wait"] {
      append(name + "\"", to: kind, endingAt: close)
    }

    let clears = addNode()
    for value in ["true", "false"] { append("\"clear_text\":" + value, to: clears, endingAt: close) }
    let more = addNode()
    let optional = addNode()
    append("}", to: more, endingAt: end)
    append(",", to: more, endingAt: optional)
    addPoint(from: optional, after: ["}": end, ",": clears])
    for value in ["true", "false"] { append("\"clear_text\":" + value, to: optional, endingAt: close) }
    // Empty with clear_text is how a field is emptied.
    let typed = addText(.json, limit: limits.textBytes, mayBeEmpty: true, endingAt: more)
    append("input_text\",\"text\":\"", to: kind, endingAt: typed)

    let app = addText(.json, limit: limits.appNameBytes, mayBeEmpty: false, endingAt: close)
    append("open_app\",\"app_name\":\"", to: kind, endingAt: app)
    let answer = addText(.json, limit: limits.textBytes, mayBeEmpty: false, endingAt: close)
    append("answer\",\"text\":\"", to: kind, endingAt: answer)

    let status = append("status\",\"goal_status\":\"", to: kind)
    for value in ["complete", "infeasible"] { append(value + "\"", to: status, endingAt: close) }
  }

  /// Adds `"x":N,"y":N`, and what each byte after it leads to.
  private mutating func addPoint(from: Node, after: [Character: Node]) {
    let y = addNode()
    addNumber(from: append("\"x\":", to: from), after: [",": y])
    addNumber(from: append("\"y\":", to: y), after: after)
  }

  /// Adds 0…1000 without leading zeros.
  private mutating func addNumber(from: Node, after: [Character: Node]) {
    let zero = addNode()
    let one = addNode()
    let digit = addNode()  // 2–9
    let ten = addNode()
    let twoDigits = addNode()
    let hundred = addNode()
    let whole = addNode()  // three digits, or 1000
    connect(from, anyOf: "0", to: zero)
    connect(from, anyOf: "1", to: one)
    connect(from, anyOf: "23456789", to: digit)
    connect(one, anyOf: "0", to: ten)
    connect(one, anyOf: "123456789", to: twoDigits)
    connect(digit, anyOf: "0123456789", to: twoDigits)
    connect(ten, anyOf: "0", to: hundred)
    connect(ten, anyOf: "123456789", to: whole)
    connect(twoDigits, anyOf: "0123456789", to: whole)
    connect(hundred, anyOf: "0", to: whole)
    for node in [zero, one, digit, ten, twoDigits, hundred, whole] {
      for (character, next) in after { connect(node, anyOf: String(character), to: next) }
    }
  }
}
