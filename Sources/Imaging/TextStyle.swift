/// How text is set: font, size, weight, colourless.
public struct TextStyle: Sendable, Hashable {
  /// Where lines that are narrower than their box go.
  public enum Alignment: Sendable, Hashable { case left, center, right }

  /// The font's family, for example `Roboto`.
  public var family: String
  /// Pixels from one line's baseline to the next, about; the font's em.
  public var size: Double
  /// From 100, thin, to 900; 400 is regular.
  public var weight: Int
  /// Where narrower lines go.
  public var alignment: Alignment
  /// How many lines there are at most; what doesn't fit ends in an ellipsis. Nil sets no limit.
  public var maximumLines: Int?

  /// A style; Roboto, regular, from the left.
  public init(
    size: Double, weight: Int = 400, family: String = "Roboto", alignment: Alignment = .left, maximumLines: Int? = nil
  ) {
    self.size = size
    self.weight = weight
    self.family = family
    self.alignment = alignment
    self.maximumLines = maximumLines
  }
}
