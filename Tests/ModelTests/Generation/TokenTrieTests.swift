import TestSupport
import Testing

@testable import Model

@Suite("Token trie")
struct TokenTrieTests {
  @Test("a walk finds exactly the tokens that an automaton takes byte by byte", arguments: 0..<20)
  func walk(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let tokens: [[UInt8]] = (0..<300).map { _ in
      (0..<Int.random(in: 0...5, using: &generator)).map { _ in UInt8.random(in: 97...100, using: &generator) }
    }
    let trie = TokenTrie(tokenCount: tokens.count) { tokens[Int($0)] }
    // Takes byte strings whose sum stays below a bound and which don't repeat a byte.
    func step(_ state: [Int], _ byte: UInt8) -> [Int]? {
      let next = [state[0] + Int(byte) - 96, Int(byte)]
      return next[0] <= 9 && next[1] != state[1] ? next : nil
    }
    let found = trie.tokens(from: [0, 0], step: step)
    for (id, token) in tokens.enumerated() {
      var state: [Int]? = [0, 0]
      for byte in token { state = state.flatMap { step($0, byte) } }
      #expect(found.contains(Int32(id)) == (state != nil && !token.isEmpty), "\(token)")
      #expect(Array(trie.bytes(of: Int32(id))) == token)
    }
    #expect(trie.longestToken == tokens.map(\.count).max())
    #expect(trie.singleBytes == Set(tokens.filter { $0.count == 1 }.map { $0[0] }))
  }

  @Test("an empty vocabulary has no tokens")
  func empty() {
    let trie = TokenTrie(tokenCount: 0) { _ in [] }
    #expect(trie.tokens(from: 0) { state, _ in state }.isEmpty)
    #expect(trie.bytes(of: 0).isEmpty)
    #expect(trie.bytes(of: -1).isEmpty)
  }
}
