/// Why the interface can't be shown.
public enum TerminalError: Error, Equatable, CustomStringConvertible {
  /// Standard input or output is no terminal.
  case notATerminal
  /// ncurses doesn't know the terminal.
  case unknownTerminal(name: String)

  /// One sentence for the person at the screen.
  public var description: String {
    switch self {
    case .notATerminal: "this is not a terminal; run a command with --headless, or see infir --help"
    case .unknownTerminal(let name):
      "the terminal type \(name.isEmpty ? "(none)" : name) is unknown; set TERM, for example to xterm-256color"
    }
  }
}
