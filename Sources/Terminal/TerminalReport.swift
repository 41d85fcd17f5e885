internal import CChafa
internal import CTerminal

/// What can be said of the terminal without taking it over, and of the libraries that draw on it.
public struct TerminalReport: Sendable, Equatable {
  /// Whether standard input and output are a terminal.
  public let isTerminal: Bool
  /// Whether ncurses knows its type, and can move the cursor on it.
  public let isKnown: Bool
  /// Its width in cells; 0 where unknown.
  public let columns: Int
  /// Its height in cells; 0 where unknown.
  public let rows: Int
  /// How many colours it shows, in words.
  public let colours: String
  /// Whether it shows UTF-8.
  public let isUTF8: Bool
  /// How pictures are shown, in words.
  public let pictures: String
  /// Whether that is as pixels.
  public let hasPixelGraphics: Bool

  /// Looks at the terminal, and asks it about its graphics as the interface does. Not to be done while the interface is
  /// shown.
  public init(environment: [String: String]) {
    let info = ct_look()
    isTerminal = info.is_terminal
    isKnown = info.is_known
    columns = Int(info.columns)
    rows = Int(info.rows)
    isUTF8 = ct_set_locale(LocaleChoice.isPlain(environment))
    let depth = ColorDepth.choose(environment: environment, colors: Int(info.colors), hasRGB: info.has_rgb)
    colours = depth.name
    let asks = info.is_terminal && PictureMethod.asks(environment: environment, isANSI: info.is_ansi)
    let method = PictureMethod.choose(
      environment: environment, isANSI: info.is_ansi, replies: asks ? .askedQuietly() : TerminalReplies())
    pictures = method.name(depth: depth, isUTF8: isUTF8)
    hasPixelGraphics = method.isPixels
  }

  /// For example `ncurses 6.4.20221231`.
  public static var ncursesVersion: String { String(cString: ct_version()) }

  /// The version of chafa that this program was built with, for example `1.12.4`; it has no function that tells.
  public static var chafaVersion: String { "\(CHAFA_MAJOR_VERSION).\(CHAFA_MINOR_VERSION).\(CHAFA_MICRO_VERSION)" }
}
