import Testing

@testable import Terminal

@Suite struct PictureMethodTests {
  private static let kitty = "\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62;c"
  private static let sixel = "\u{1B}[?62;4c"
  private static let plain = "\u{1B}[?62;c"

  @Test(
    "from the environment and the answers",
    arguments: [
      ([:], plain, PictureMethod.blocks(.quadrants)), ([:], "", .blocks(.quadrants)), ([:], kitty, .kitty),
      ([:], sixel, .sixel), (["KITTY_WINDOW_ID": "1"], "", .kitty), (["TERM": "xterm-kitty"], "", .kitty),
      (["TERM": "xterm-ghostty"], kitty, .kitty),
      // Another terminal that was started from kitty, and says that it isn't it.
      (["KITTY_WINDOW_ID": "1"], plain, .blocks(.quadrants)),
      (["TERM_PROGRAM": "iTerm.app"], plain, .iTerm2), (["TERM_PROGRAM": "WezTerm"], sixel, .iTerm2),
      (["LC_TERMINAL": "iTerm2"], "", .iTerm2), (["TERM_PROGRAM": "WezTerm"], kitty, .kitty),
      (["VTE_VERSION": "7000"], plain, .blocks(.sextants)),
      (["VTE_VERSION": "5200"], plain, .blocks(.quadrants)),
      (["TERM": "linux"], "", .blocks(.halves)), (["INFIR_PICTURES": "halves"], plain, .blocks(.halves)),
      (["VTE_VERSION": "7000", "TMUX": "/tmp/tmux"], "", .blocks(.quadrants)),
      (["TMUX": "/tmp/tmux", "KITTY_WINDOW_ID": "1"], "", .blocks(.quadrants)),
      (["TERM": "screen-256color", "TERM_PROGRAM": "iTerm.app"], "", .blocks(.quadrants)),
      (["INFIR_PICTURES": "none"], kitty, .none), (["INFIR_PICTURES": "blocks"], kitty, .blocks(.quadrants)),
      (["INFIR_PICTURES": "sextants"], kitty, .blocks(.sextants)),
      (["INFIR_PICTURES": "iterm2"], plain, .iTerm2), (["INFIR_PICTURES": "SIXEL"], plain, .sixel),
      (["INFIR_PICTURES": "kitty", "TMUX": "/tmp/tmux"], "", .kitty), (["INFIR_PICTURES": "nonsense"], kitty, .kitty),
    ] as [([String: String], String, PictureMethod)])
  func chosen(environment: [String: String], answers: String, method: PictureMethod) {
    let replies = TerminalReplies(parsing: Array(answers.utf8))
    #expect(PictureMethod.choose(environment: environment, isANSI: true, replies: replies) == method)
  }

  @Test func aTerminalWithoutControlSequencesShowsNone() {
    #expect(PictureMethod.choose(environment: [:], isANSI: false, replies: TerminalReplies()) == .none)
  }

  @Test(
    "who is asked",
    arguments: [
      (["TERM": "xterm-256color"], true), (["TERM": "xterm-kitty"], true), (["TERM": "foot"], true),
      (["TERM": "linux"], false), (["TERM": "vt100"], false), (["TERM": "xterm", "TMUX": "x"], false),
      (["TERM": "tmux-256color"], false), (["TERM": "xterm", "TERM_PROGRAM": "Apple_Terminal"], false),
      (["TERM": "xterm", "INFIR_PICTURES": "blocks"], false), (["TERM": "xterm", "INFIR_PICTURES": "none"], false),
      (["TERM": "xterm", "INFIR_PICTURES": "kitty"], true),
    ] as [([String: String], Bool)])
  func asked(environment: [String: String], asks: Bool) {
    #expect(PictureMethod.asks(environment: environment, isANSI: true) == asks)
    #expect(!PictureMethod.asks(environment: environment, isANSI: false))
  }

  @Test func inWords() {
    #expect(PictureMethod.kitty.name(depth: .trueColor, isUTF8: true) == "kitty")
    #expect(PictureMethod.blocks(.quadrants).name(depth: .palette, isUTF8: true) == "blocks, 256 colours")
    #expect(PictureMethod.blocks(.quadrants).name(depth: .none, isUTF8: false) == "characters, no colours")
  }
}
