/// The room that a text takes.
public struct TextSize: Sendable, Hashable {
  /// The widest line, in pixels.
  public var width: Double
  /// How many lines it has.
  public var lines: Int

  /// A size.
  public init(width: Double, lines: Int) {
    self.width = width
    self.lines = lines
  }
}
