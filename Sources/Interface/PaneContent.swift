/// A text that scrolls, and lines below it that stay.
struct PaneContent {
  var text: [TextLine] = []
  var pinned: [TextLine] = []

  /// The rows of a pane that its text gets: one is the heading, and one is left to the text whatever is pinned.
  func textRows(in rect: Rect) -> Int {
    let rows = max(0, rect.rows - 1)
    return max(min(1, rows), rows - pinned.count)
  }

  /// The columns of a pane's text; one is the scroll bar's, one is between.
  static func columns(in rect: Rect) -> Int { max(1, rect.columns - 2) }
}
