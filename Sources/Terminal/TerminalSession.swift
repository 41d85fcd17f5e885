public import Interface

/// Runs the interface in the terminal: keys in, frames and pictures out.
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
  ) throws(TerminalError) {}
}
