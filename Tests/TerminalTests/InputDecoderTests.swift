import CTerminal
import Interface
import Testing

@testable import Terminal

@Suite struct InputDecoderTests {
  private let now = ContinuousClock.now

  /// What the decoder makes of inputs that came in one piece.
  private func messages(_ inputs: [ct_input]) -> [String] {
    var decoder = InputDecoder()
    var messages = inputs.compactMap { decoder.take($0, at: now) }
    if let last = decoder.pause() { messages.append(last) }
    return messages.map { "\($0)" }
  }

  private func characters(_ text: String) -> [ct_input] {
    text.unicodeScalars.map { ct_input(kind: .character, code: $0.value) }
  }

  private func input(_ kind: ct_input_kind, code: UInt32 = 0) -> ct_input { ct_input(kind: kind, code: code) }

  private func keys(_ keys: Key...) -> [String] { keys.map { "\(Message.key($0))" } }

  @Test("characters", arguments: ["a", "é", "漢", "👍", " ", "~", "\u{A0}"] as [Character])
  func charactersAreKeys(character: Character) {
    #expect(messages(characters(String(character))) == keys(.character(character)))
  }

  @Test(
    "control characters",
    arguments: [
      ("\u{01}", Key.control("a")), ("\u{03}", .control("c")), ("\u{1A}", .control("z")), ("\u{00}", .control(" ")),
      ("\u{1C}", .control("\\")), ("\u{1F}", .control("_")), ("\u{08}", .backspace), ("\u{7F}", .backspace),
      ("\t", .tab), ("\r", .enter), ("\n", .enter), ("\u{1B}", .escape),
    ] as [(String, Key)])
  func controlCharactersAreNamed(text: String, key: Key) {
    #expect(messages(characters(text)) == keys(key))
  }

  @Test("C1 controls mean nothing") func c1() { #expect(messages(characters("\u{80}\u{9F}")) == []) }

  @Test(
    "keys that terminfo names",
    arguments: [
      (ct_input_kind.up, Key.up), (.down, .down), (.left, .left), (.right, .right), (.home, .home), (.end, .end),
      (.pageUp, .pageUp), (.pageDown, .pageDown), (.insert, .insert), (.delete, .delete), (.backTab, .backTab),
      (.backspace, .backspace), (.enter, .enter), (.shiftUp, .shiftUp), (.shiftDown, .shiftDown),
      (.shiftLeft, .shiftLeft), (.shiftRight, .shiftRight),
    ] as [(ct_input_kind, Key)])
  func namedKeys(kind: ct_input_kind, key: Key) { #expect(messages([input(kind)]) == keys(key)) }

  @Test func functionKeysAreNumberedFromOne() {
    #expect(messages([input(.function, code: 1), input(.function, code: 12)]) == keys(.function(1), .function(12)))
  }

  @Test func keysThatMeanNothingAreDropped() { #expect(messages([input(.other), input(.none)]) == []) }

  @Test(
    "what follows Escape at once is swallowed",
    arguments: [
      "\u{1B}x", "\u{1B}[1;5A", "\u{1B}[24;3~", "\u{1B}OP", "\u{1B}[?62;4;22c", "\u{1B}_Gi=31;OK\u{1B}\\",
      "\u{1B}]11;rgb:0000/0000/0000\u{07}", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[200;1R",
    ])
  func sequencesAreSwallowed(sequence: String) {
    #expect(messages(characters(sequence + "z")) == keys(.character("z")))
  }

  @Test func altWithANamedKeyIsSwallowed() {
    #expect(messages(characters("\u{1B}") + [input(.up)] + characters("z")) == keys(.character("z")))
  }

  @Test func escapeTwiceIsTwoKeys() { #expect(messages(characters("\u{1B}\u{1B}")) == keys(.escape, .escape)) }

  @Test func escapeWithAPauseBehindItIsAKeyAndSoIsWhatComesThen() {
    var decoder = InputDecoder()
    #expect(decoder.take(input(.character, code: 0x1B), at: now) == nil)
    #expect(decoder.pause().map { "\($0)" } == keys(.escape)[0])
    #expect(decoder.take(input(.character, code: 0x71), at: now).map { "\($0)" } == keys(.character("q"))[0])
  }

  @Test func aSequenceThatIsCutShortEndsWithThePause() {
    var decoder = InputDecoder()
    for input in characters("\u{1B}[1;") { #expect(decoder.take(input, at: now) == nil) }
    #expect(decoder.pause() == nil)
    #expect(decoder.take(input(.character, code: 0x71), at: now).map { "\($0)" } == keys(.character("q"))[0])
  }

  // MARK: - Paste

  @Test func pastedTextIsOneMessageWithPlainLineEnds() {
    let paste = [input(.pasteBegin)] + characters("q\u{1B}\r\u{7F}é\t\u{9B}!") + [input(.up), input(.pasteEnd)]
    #expect(messages(paste + characters("x")) == ["\(Message.paste("q\né\t!"))"] + keys(.character("x")))
  }

  @Test func anEmptyPasteIsNothing() { #expect(messages([input(.pasteBegin), input(.pasteEnd)]) == []) }

  @Test func aPasteGoesOnAfterAPauseAndCanBeEnded() {
    var decoder = InputDecoder()
    _ = decoder.take(input(.pasteBegin), at: now)
    _ = decoder.take(input(.character, code: 0x71), at: now)
    #expect(decoder.pause() == nil)
    #expect(decoder.isPasting)
    #expect(decoder.endPaste().map { "\($0)" } == "\(Message.paste("q"))")
    #expect(!decoder.isPasting)
  }

  @Test func aHugePasteComesInPieces() {
    var decoder = InputDecoder()
    _ = decoder.take(input(.pasteBegin), at: now)
    var sizes: [Int] = []
    for _ in 0..<(InputDecoder.largestPaste + 5) {
      if case .paste(let text)? = decoder.take(input(.character, code: 0x61), at: now) { sizes.append(text.count) }
    }
    if case .paste(let text)? = decoder.take(input(.pasteEnd), at: now) { sizes.append(text.count) }
    #expect(sizes == [InputDecoder.largestPaste, 5])
  }

  // MARK: - Mouse

  private func mice(_ mice: Mouse...) -> [String] { mice.map { "\(Message.mouse($0))" } }

  @Test(
    "xterm's reports",
    arguments: [
      ("\u{1B}[<0;4;5M", Mouse(.press, column: 3, row: 4)), ("\u{1B}[<0;4;5m", Mouse(.release, column: 3, row: 4)),
      ("\u{1B}[<16;300;100M", Mouse(.press, column: 299, row: 99)),
      ("\u{1B}[<64;2;3M", Mouse(.scrollUp, column: 1, row: 2)),
      ("\u{1B}[<65;2;3M", Mouse(.scrollDown, column: 1, row: 2)),
      ("\u{1B}[M $%", Mouse(.press, column: 3, row: 4)), ("\u{1B}[M#$%", Mouse(.release, column: 3, row: 4)),
      ("\u{1B}[M`$%", Mouse(.scrollUp, column: 3, row: 4)),
    ] as [(String, Mouse)])
  func reports(report: String, mouse: Mouse) {
    #expect(messages(characters(report + "z")) == mice(mouse) + keys(.character("z")))
  }

  @Test(
    "other buttons, movements and nonsense are dropped",
    arguments: [
      "\u{1B}[<1;4;5M", "\u{1B}[<2;4;5m", "\u{1B}[<2;4;5M", "\u{1B}[<32;4;5M", "\u{1B}[<66;4;5M", "\u{1B}[<0;0;5M",
      "\u{1B}[<0;4M",
      "\u{1B}[<0;4;99999999999999999999M", "\u{1B}[<;;M", "\u{1B}[<1:2;3;4M", "\u{1B}[M\u{20}\u{20}\u{20}",
    ])
  func otherReports(report: String) { #expect(messages(characters(report + "z")) == keys(.character("z"))) }

  @Test func pressAndReleaseTogetherAreBoth() {
    #expect(
      messages(characters("\u{1B}[<0;4;5M\u{1B}[<0;4;5m"))
        == mice(Mouse(.press, column: 3, row: 4), Mouse(.release, column: 3, row: 4)))
  }

  @Test(
    "two presses",
    arguments: [
      (4, 100, Mouse.Kind.doubleClick), (4, 400, .doubleClick), (4, 401, .press), (5, 100, .press),
    ] as [(Int, Int, Mouse.Kind)])
  func doubleClicks(column: Int, milliseconds: Int, second: Mouse.Kind) {
    var decoder = InputDecoder()
    for input in characters("\u{1B}[<0;4;5M") { _ = decoder.take(input, at: now) }
    let later = now + .milliseconds(milliseconds)
    let found = characters("\u{1B}[<0;\(column);5M").compactMap { decoder.take($0, at: later) }.map { "\($0)" }
    #expect(found == mice(Mouse(second, column: column - 1, row: 4)))
  }

  @Test func theThirdPressBeginsAnew() {
    let press = "\u{1B}[<0;4;5M"
    let kinds: [Mouse.Kind] = [.press, .doubleClick, .press]
    #expect(
      messages(characters(press + press + press)) == kinds.flatMap { mice(Mouse($0, column: 3, row: 4)) })
  }
}
