/// The whole interface as a value: which screen is shown, and what is known.
public struct App: Sendable {
  private var size: Size

  /// The interface at its home menu.
  public init(size: Size) { self.size = size }

  /// Takes what happened into account, and says what is to be done.
  public mutating func update(_ message: Message) -> Effect? {
    switch message {
    case .resized(let size): self.size = size
    case .key(.character("q")): return .quit
    default: break
    }
    return nil
  }

  /// The screen as it is now.
  public func draw() -> Frame { Frame(size: size) }
}
