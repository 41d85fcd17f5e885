import Synchronization
import Testing

@testable import Model

@Suite("Generator")
struct GeneratorTests {
  /// The events of a generation, from whichever thread.
  final class Log: Sendable {
    private let events = Mutex<[GenerationEvent]>([])
    func add(_ event: GenerationEvent) { events.withLock { $0.append(event) } }
    var all: [GenerationEvent] { events.withLock { $0 } }
    var tokens: [Int32] { all.compactMap { if case .token(let id) = $0 { id } else { nil } } }
    var encodes: Bool { all.contains { if case .encoding = $0 { true } else { false } } }
  }

  static let text: [Int32] = [5, 17, 80, 3, 3, 91, 20]

  private func generator(
    _ model: VisionLanguageModel, tokens: Int = 12, endOfText: [Int32] = [], ignores: Bool = false,
    temperature: Float = 0
  ) -> Generator {
    Generator(
      model,
      Generator.Parameters(
        sampling: SamplingParameters(temperature: temperature, seed: 7), maximumTokens: tokens, endOfText: endOfText,
        ignoresEndOfText: ignores))
  }

  private func context(_ model: VisionLanguageModel, capacity: Int = 200) -> CachedContext {
    CachedContext(model.configuration.text, capacity: capacity)
  }

  @Test("the same answer comes out of an empty context and of one that holds part of the prompt")
  func reuseChangesNothing() throws {
    let model = try TinyModel.make(vocabularySize: 100)
    let generator = generator(model, temperature: 1)
    let picture = TinyModel.image(0.3)
    // Each prompt with the number of positions that it shares with the one before it and its answer.
    let prompts: [(prompt: [PromptPart], shared: Int)] = [
      ([.tokens(Self.text)], 0),
      ([.tokens(Self.text)], 6),
      ([.tokens([5, 17, 80, 4, 9])], 3),
      ([.tokens([5, 17, 80, 4]), .image(picture), .tokens([8, 9])], 4),
      ([.tokens([5, 17, 80, 4]), .image(picture), .tokens([8, 10])], 9),
      ([.tokens([5, 17, 80, 4]), .image(picture)], 7),
      ([.tokens([5, 17, 80, 4]), .image(TinyModel.image(0.4)), .tokens([8])], 4),
      ([.tokens([5, 17]), .image(TinyModel.image(0.4)), .tokens([80, 4, 8])], 2),
      ([.tokens([6, 17])], 0),
    ]
    var kept = context(model)
    for (index, (prompt, shared)) in prompts.enumerated() {
      var fresh = context(model)
      let expected = try generator.generate(prompt, context: &fresh)
      let found = try generator.generate(prompt, context: &kept)
      #expect(found.tokens == expected.tokens, "prompt \(index)")
      #expect(found.reusedTokens == shared, "prompt \(index)")
      #expect(expected.reusedTokens == 0)
      #expect(found.promptTokens == PositionKey.positions(of: prompt).count)
    }
  }

  @Test("an answer's tokens are reused by a prompt that has them as history")
  func answerIsReused() throws {
    let model = try TinyModel.make(vocabularySize: 100)
    var context = context(model)
    let first = try generator(model).generate([.tokens(Self.text)], context: &context)
    let longer = Self.text + first.tokens + [1, 2]
    let second = try generator(model).generate([.tokens(longer)], context: &context)
    // All but the last token of the answer, which was never computed, and [1, 2].
    #expect(second.reusedTokens == Self.text.count + first.tokens.count - 1)
  }

  @Test("a picture is prepared and encoded once, even behind another text")
  func pictureIsEncodedOnce() throws {
    let model = try TinyModel.make(vocabularySize: 100)
    let counter = Counter()
    let picture = TinyModel.image(0.3) { counter.add() }
    var context = context(model)
    for (index, before) in [[Int32(1)], [1], [2], [3]].enumerated() {
      let log = Log()
      _ = try generator(model).generate(
        [.tokens(before), .image(picture), .tokens([9])], context: &context, onEvent: { log.add($0) })
      #expect(log.encodes == (index == 0))
    }
    #expect(counter.count == 1)
  }

  final class Counter: Sendable {
    private let value = Mutex(0)
    func add() { value.withLock { $0 += 1 } }
    var count: Int { value.withLock { $0 } }
  }

  @Test("events come in order, each phase from nothing to all")
  func events() throws {
    let model = try TinyModel.make(vocabularySize: 100)
    var context = context(model)
    let log = Log()
    let result = try generator(model, tokens: 3).generate(
      [.tokens([1, 2]), .image(TinyModel.image(0.3)), .tokens([9])], context: &context, onEvent: { log.add($0) })
    let prefill = log.all.filter { if case .prefill = $0 { true } else { false } }
    #expect(log.all.first == .encoding(tilesDone: 0, tiles: 1))
    #expect(log.all[1] == .encoding(tilesDone: 1, tiles: 1))
    #expect(prefill.first == .prefill(done: 0, of: 7, promptTokens: 7, reusedTokens: 0))
    #expect(prefill.last == .prefill(done: 7, of: 7, promptTokens: 7, reusedTokens: 0))
    #expect(log.all.suffix(3) == result.tokens.map { .token($0) }[...])
  }

  @Test("no token follows a cancellation", arguments: [1, 2, 5])
  func cancellation(after count: Int) throws {
    let model = try TinyModel.make(vocabularySize: 100)
    var context = context(model)
    let log = Log()
    #expect(throws: ModelError.cancelled) {
      try generator(model, tokens: 50).generate(
        [.tokens(Self.text)], context: &context, isCancelled: { log.tokens.count >= count }, onEvent: { log.add($0) })
    }
    #expect(log.tokens.count == count)
    // What was computed is there and right.
    var fresh = self.context(model)
    let expected = try generator(model).generate([.tokens(Self.text)], context: &fresh)
    let found = try generator(model).generate([.tokens(Self.text)], context: &context)
    #expect(found.tokens == expected.tokens)
    #expect(found.reusedTokens == Self.text.count - 1)
  }

  @Test("a cancelled prefill leaves what the prompts share")
  func cancelledPrefill() throws {
    let model = try TinyModel.make(vocabularySize: 100)
    var context = context(model)
    _ = try generator(model, tokens: 1).generate([.tokens(Self.text)], context: &context)
    #expect(throws: ModelError.cancelled) {
      try generator(model).generate(
        [.tokens(Self.text.prefix(3) + [40, 41])], context: &context, isCancelled: { true })
    }
    #expect(context.count == 3)
  }

  @Test("generation ends with the text, or goes on where that is ignored")
  func endOfText() throws {
    let model = try TinyModel.make(vocabularySize: 100)
    func run(_ endOfText: [Int32], ignores: Bool = false) throws -> Generation {
      var context = context(model)
      return try generator(model, tokens: 8, endOfText: endOfText, ignores: ignores)
        .generate([.tokens(Self.text)], context: &context)
    }
    let all = try run([])
    #expect(all.tokens.count == 8)
    #expect(all.end == .maximumTokens)
    let end = all.tokens[4]
    let first = try #require(all.tokens.firstIndex(of: end))
    let ended = try run([end])
    #expect(ended.tokens == Array(all.tokens[...first]))
    #expect(ended.end == .endOfText)
    #expect(try run([end], ignores: true) == all)
  }

  @Test("a prompt that doesn't fit is refused, and an answer that fills the context ends")
  func capacity() throws {
    let model = try TinyModel.make(vocabularySize: 100)
    var small = context(model, capacity: 6)
    #expect(throws: ModelError.contextTooLong(tokens: 7, limit: 6)) {
      try generator(model).generate([.tokens(Self.text)], context: &small)
    }
    var tight = context(model, capacity: 9)
    let result = try generator(model).generate([.tokens(Self.text)], context: &tight)
    #expect(result.end == .contextFull)
    #expect(result.tokens.count == 3)
    #expect(throws: ModelError.self) { try generator(model).generate([], context: &tight) }
    #expect(throws: ModelError.self) { try generator(model).generate([.tokens([])], context: &tight) }
  }

  @Test("a picture with another number of features than announced is refused")
  func wrongFeatures() throws {
    let model = try TinyModel.make(vocabularySize: 100)
    var context = context(model)
    let picture = PromptImage(key: ImageKey(hash: 1, width: 8, height: 8), tokens: 5, input: TinyModel.image(0).input)
    #expect(throws: ModelError.self) { try generator(model).generate([.image(picture)], context: &context) }
  }

  @Test("a model of random weights answers with a valid action", arguments: 0..<20)
  func constrained(seed: Int) throws {
    let vocabulary = TestVocabulary.pairs
    let model = try TinyModel.make(vocabularySize: vocabulary.tokens.count)
    let grammar = try ActionGrammar(
      trie: vocabulary.trie, endOfText: [vocabulary.endOfText], limits: ActionConstraintTests.small)
    let generator = Generator(
      model,
      .init(
        sampling: SamplingParameters(temperature: 1, seed: UInt64(seed)), maximumTokens: grammar.longestAnswer,
        endOfText: [vocabulary.endOfText]))
    var context = context(model, capacity: 400)
    let result = try generator.generate(
      [.tokens(Self.text)], context: &context, constraint: ActionConstraint(grammar))
    #expect(result.end == .complete)
    let bytes = vocabulary.bytes(result.tokens)
    #expect(AnswerRules.problem(bytes) == nil, "\(String(decoding: bytes, as: UTF8.self))")
  }
}
