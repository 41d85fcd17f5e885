/// Which block characters the terminal's font has.
enum BlockSymbols: Sendable, Equatable {
  /// Halves of a cell: all that the Linux console's fonts have.
  case halves
  /// Quarters and eighths too.
  case quadrants
  /// Six dots in a cell too, which few fonts have; some terminals draw them themselves.
  case sextants
}

/// How pictures are shown.
enum PictureMethod: Sendable, Equatable {
  /// The kitty graphics protocol, with PNG data.
  case kitty
  /// iTerm2's inline images, with PNG data.
  case iTerm2
  /// DEC's sixels.
  case sixel
  /// Characters, in the colours that there are.
  case blocks(BlockSymbols)
  /// Not at all.
  case none

  /// What `INFIR_PICTURES` asks for: `kitty`, `iterm2`, `sixel`, `halves`, `blocks`, `sextants` or `none`; anything else is
  /// left to the terminal.
  static func wanted(_ environment: [String: String]) -> PictureMethod? {
    switch environment["INFIR_PICTURES"]?.lowercased() {
    case "kitty": .kitty
    case "iterm2": .iTerm2
    case "sixel": .sixel
    case "halves": .blocks(.halves)
    case "blocks": .blocks(.quadrants)
    case "sextants": .blocks(.sextants)
    case "none": PictureMethod.none
    default: nil
    }
  }

  /// Whether the terminal should be asked about itself.
  ///
  /// tmux and screen answer for themselves and don't pass pictures on; a few terminals would show the question.
  static func asks(environment: [String: String], isANSI: Bool) -> Bool {
    guard isANSI, !isMultiplexed(environment), environment["TERM_PROGRAM"] != "Apple_Terminal" else { return false }
    let term = environment["TERM"] ?? ""
    if ["linux", "vt", "ansi", "cons", "sun", "dumb", "cygwin"].contains(where: term.hasPrefix) { return false }
    switch wanted(environment) {
    case .blocks?, PictureMethod.none?: return false
    case .kitty?, .iTerm2?, .sixel?, nil: return true
    }
  }

  /// Chooses from the environment and the terminal's answers.
  static func choose(environment: [String: String], isANSI: Bool, replies: TerminalReplies) -> PictureMethod {
    // Pictures are sent past ncurses, in sequences that other terminals would show as text.
    guard isANSI else { return .none }
    if let wanted = wanted(environment) { return wanted }
    let blocks = PictureMethod.blocks(symbols(environment))
    if isMultiplexed(environment) { return blocks }
    if replies.showsKitty { return .kitty }
    if ["iTerm.app", "WezTerm"].contains(environment["TERM_PROGRAM"] ?? "") || environment["LC_TERMINAL"] == "iTerm2" {
      return .iTerm2
    }
    if replies.showsSixels { return .sixel }
    // A slow line: the answers are still on their way.
    if !replies.isComplete, isKitty(environment) { return .kitty }
    return blocks
  }

  private static func isMultiplexed(_ environment: [String: String]) -> Bool {
    let term = environment["TERM"] ?? ""
    return environment["TMUX"]?.isEmpty == false || environment["STY"]?.isEmpty == false || term.hasPrefix("screen")
      || term.hasPrefix("tmux")
  }

  private static func isKitty(_ environment: [String: String]) -> Bool {
    environment["KITTY_WINDOW_ID"] != nil || ["xterm-kitty", "xterm-ghostty"].contains(environment["TERM"] ?? "")
  }

  private static func symbols(_ environment: [String: String]) -> BlockSymbols {
    if environment["TERM"] == "linux" { return .halves }
    // GNOME's terminals draw sextants themselves, whatever the font, since VTE 0.62.
    let version = environment["VTE_VERSION"].flatMap { Int($0) } ?? 0
    return version >= 6200 && !isMultiplexed(environment) ? .sextants : .quadrants
  }

  /// In words, for the person at the screen.
  func name(depth: ColorDepth, isUTF8: Bool) -> String {
    switch self {
    case .kitty: "kitty"
    case .iTerm2: "iTerm2"
    case .sixel: "sixel"
    case .blocks: (isUTF8 ? "blocks, " : "characters, ") + depth.name
    case .none: "none"
    }
  }

  /// Whether the terminal may scroll when a picture reaches its last row.
  var scrolls: Bool { self == .iTerm2 || self == .sixel }

  /// Whether pictures are pixels, which the terminal keeps apart from its cells.
  var isPixels: Bool {
    switch self {
    case .kitty, .iTerm2, .sixel: true
    case .blocks, .none: false
    }
  }
}
