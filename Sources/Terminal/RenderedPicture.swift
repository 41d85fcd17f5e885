import Interface

/// A picture in the form in which it is sent to the terminal.
struct RenderedPicture: Sendable {
  /// What is sent.
  enum Content: Sendable {
    /// Characters.
    case blocks(BlockPicture)
    /// A sequence that shows the picture at the cursor.
    case sequence([UInt8])
    /// The same, and the number by which kitty knows the picture.
    case kitty([UInt8], id: UInt32)
  }

  /// What is sent.
  let content: Content
  /// The cells that it covers, relative to the area's corner.
  let cells: Rect
}
