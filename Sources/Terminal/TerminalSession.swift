import CTerminal
import Foundation
public import Interface

/// Runs the interface in the terminal: keys in, frames and pictures out.
///
/// Ctrl-C and Ctrl-Z are keys like others and reach the interface. The terminal is given back when the interface quits,
/// when the program exits or crashes, on SIGTERM, SIGHUP, SIGINT and SIGQUIT, of which the program then dies as it would
/// have without a session, and while it is stopped. What is written to standard error meanwhile is shown afterwards.
public enum TerminalSession {
  /// Takes over the terminal until the interface wants to quit, and gives it back whatever happens.
  ///
  /// - Parameters:
  ///   - app: the interface at its start; it is told the terminal's size and surroundings first.
  ///   - start: effects that are performed once the terminal is up.
  ///   - perform: does what the interface wants done, without blocking, and sends messages from any thread. Quitting,
  ///     suspending and redrawing never reach it.
  public static func run(
    _ app: App, start: [Effect] = [],
    perform: @escaping @Sendable (Effect, @escaping @Sendable (Message) -> Void) -> Void
  ) throws(TerminalError) {
    try run(program: app, start: start, perform: perform)
  }

  /// As `run(_:start:perform:)`, for anything that can be drawn.
  package static func run(
    program: some Program, start: [Effect] = [],
    perform: @escaping @Sendable (Effect, @escaping @Sendable (Message) -> Void) -> Void
  ) throws(TerminalError) {
    let environment = ProcessInfo.processInfo.environment
    let isUTF8 = ct_set_locale(LocaleChoice.isPlain(environment))
    switch ct_open() {
    case .opened: break
    case .notATerminal: throw .notATerminal
    case .unknownTerminal: throw .unknownTerminal(name: environment["TERM"] ?? "")
    }
    let ending = runOpened(program, start: start, environment: environment, isUTF8: isUTF8, perform: perform)
    ct_close()
    if case .signal(let number) = ending { ct_die(number) }
  }

  private static func runOpened<P: Program>(
    _ program: P, start: [Effect], environment: [String: String], isUTF8: Bool,
    perform: @escaping @Sendable (Effect, @escaping @Sendable (Message) -> Void) -> Void
  ) -> TerminalLoop<P>.Ending {
    let isANSI = ct_is_ansi()
    let replies = PictureMethod.asks(environment: environment, isANSI: isANSI) ? .asked() : TerminalReplies()
    let format = PictureFormat(
      method: .choose(environment: environment, isANSI: isANSI, replies: replies),
      depth: .choose(environment: environment, colors: Int(ct_colors()), hasRGB: ct_has_rgb()), isUTF8: isUTF8,
      cell: cell() ?? replies.cell ?? .assumedCell)
    if format.method == .kitty { ct_set_farewell(KittyEncoder.deleteAll) }

    let inbox = Inbox()
    let size = size()
    let screen = Screen(
      size: size, format: format, synchronizes: replies.synchronizes, store: PictureStore { ct_wake() })
    let surroundings = Surroundings(
      isUTF8: isUTF8, pictures: format.method.name(depth: format.depth, isUTF8: isUTF8), cell: format.cell,
      fillsWholeCells: !format.method.isPixels)
    var loop = TerminalLoop(
      program: program, screen: screen, surroundings: surroundings, inbox: inbox, perform: perform)
    return loop.run(size: size, start: start, typed: replies.rest)
  }

  /// The terminal's size.
  static func size() -> Size {
    let size = ct_get_size()
    return Size(columns: Int(size.columns), rows: Int(size.rows))
  }

  /// A cell's size in pixels, if the kernel was told.
  static func cell() -> PixelSize? {
    let size = ct_get_size()
    guard size.columns > 0, size.rows > 0 else { return nil }
    return PixelSize(cellWidth: Int(size.width / size.columns), height: Int(size.height / size.rows))
  }
}
