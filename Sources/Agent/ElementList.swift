internal import Episodes

/// What is on the screen in words, for models that see no pictures.
struct ElementList {
  /// One line for each element that says something or takes taps.
  let lines: [String]

  /// The elements, their middles in thousandths of the screen.
  init(_ elements: [UIElement], width: Int, height: Int) {
    lines = elements.compactMap { element in
      guard let bounds = element.bounds else { return nil }
      let words = [element.text, element.contentDescription].compactMap(\.self).first { !$0.isEmpty }
      guard words != nil || element.isClickable || element.isScrollable else { return nil }
      let middle = bounds.middle.scaledToThousandths(width: width, height: height)
      var line = "- " + PromptText.shortened(element.className ?? "View", to: 40)
      if let words {
        line += " \"" + PromptText.shortened(words, to: 80) + "\""
      } else if let name = element.resourceID?.split(separator: "/").last {
        line += " " + PromptText.shortened(String(name), to: 40)
      }
      line += " at x=\(middle.x) y=\(middle.y)"
      if element.isClickable { line += ", takes taps" }
      if element.isScrollable { line += ", scrolls" }
      return line
    }
  }

  /// The first `count` lines, and how many are left out.
  func text(first count: Int) -> String {
    if lines.isEmpty { return "nothing that can be named" }
    var shown = Array(lines.prefix(count))
    if lines.count > count { shown.append("(\(lines.count - count) more are left out)") }
    return shown.joined(separator: "\n")
  }
}
