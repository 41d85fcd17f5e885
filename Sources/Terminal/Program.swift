package import Interface

/// What a terminal session runs: a state that messages change and that can be drawn.
package protocol Program {
  /// Takes what happened into account, and says what is to be done.
  mutating func update(_ message: Message) -> Effect?
  /// The screen as it is now.
  func draw() -> Frame
}

extension App: Program {}
