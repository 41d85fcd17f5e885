/// What ends a command before its end.
enum ShellInterruption: Error, Equatable {
  /// It reads from a client that may still send something. Run it again when all is there.
  case needsInput
  /// `exit`.
  case exit(Int32)
  /// `break`, out of so many loops.
  case breakLoop(Int)
  /// `continue`, of the so-manieth loop.
  case continueLoop(Int)
  /// It runs for longer, prints more, or nests deeper than a phone in memory allows.
  case tooMuch
}
