/// How many colours the terminal shows.
enum ColorDepth: Sendable, Equatable, CaseIterable {
  /// None: bold, underlined and reversed text at most.
  case none
  /// The eight of ECMA-48.
  case eight
  /// Those and their bright versions.
  case sixteen
  /// xterm's palette.
  case palette
  /// Red, green and blue, 8 bits each.
  case trueColor

  /// Chooses from what the environment and terminfo say.
  ///
  /// `NO_COLOR` (no-color.org) wins over all. `COLORTERM` is believed only if terminfo has at least 256 colours: it is
  /// inherited by programs in GNU screen, on a serial line, or with an older `TERM` set on purpose.
  /// - Parameters:
  ///   - colors: terminfo's number of colours; zero or less without any.
  ///   - hasRGB: whether terminfo has `RGB` or `Tc`.
  static func choose(environment: [String: String], colors: Int, hasRGB: Bool) -> ColorDepth {
    if let no = environment["NO_COLOR"], !no.isEmpty { return .none }
    switch colors {
    case ..<8: return .none
    case ..<16: return .eight
    case ..<256: return .sixteen
    default:
      if hasRGB || colors > 256 { return .trueColor }
      return ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "") ? .trueColor : .palette
    }
  }

  /// In words, for the person at the screen.
  var name: String {
    switch self {
    case .none: "no colours"
    case .eight: "8 colours"
    case .sixteen: "16 colours"
    case .palette: "256 colours"
    case .trueColor: "true colour"
    }
  }
}
