/// A line of text with a meaning.
struct TextLine: Sendable, Equatable {
  var text: String
  var role: Role
  var isBold: Bool

  init(_ text: String, role: Role = .text, isBold: Bool = false) {
    self.text = text
    self.role = role
    self.isBold = isBold
  }

  /// A text as lines of one meaning.
  static func wrap(_ text: String, columns: Int, ascii: Bool, role: Role = .text, isBold: Bool = false) -> [TextLine] {
    TextLayout.wrap(text, columns: columns, ascii: ascii).map { TextLine($0, role: role, isBold: isBold) }
  }

  /// A title and what there is to say under it; nothing where there is nothing to say.
  static func section(_ title: String, _ text: String?) -> [TextLine] {
    guard let text, !text.isEmpty else { return [] }
    return [TextLine(title, role: .title, isBold: true), TextLine(text)]
  }
}

/// How far a text that doesn't fit is scrolled.
struct TextPane: Sendable, Equatable {
  /// The first line that is shown; nil shows the end, and stays there as text comes.
  private(set) var offset: Int?

  /// At the top of a text, or at its end.
  init(atEnd: Bool = false) { offset = atEnd ? nil : 0 }

  /// The first line that is shown of `count` in a window of `visible`.
  func first(count: Int, visible: Int) -> Int {
    let last = max(0, count - max(0, visible))
    return min(offset ?? last, last)
  }

  /// Scrolls by lines; arriving at the end of a text that was followed follows it again.
  mutating func scroll(by lines: Int, count: Int, visible: Int, follows: Bool) {
    let last = max(0, count - max(0, visible))
    let target = min(max(0, first(count: count, visible: visible) + lines), last)
    offset = follows && target == last ? nil : target
  }
}
