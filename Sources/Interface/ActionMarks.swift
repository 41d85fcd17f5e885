internal import Episodes

/// What is drawn over a screenshot for an action.
enum ActionMarks {
  private static let longestLabel = 40

  /// A ring for taps, an arrow for swipes and scrolls, the text for typing, a box around what it is aimed at.
  static func marks(
    for action: Action, width: Int, height: Int, elements: [UIElement], bounds: Bounds?, role: Role
  ) -> [Mark] {
    var marks: [Mark] = []
    if let bounds = bounds ?? elementBounds(of: action, elements) { marks.append(box(bounds, role: role)) }
    let path = FingerPath(action, width: width, height: height, elements: elements)
    switch path {
    case .point(let point): marks.append(.ring(x: point.x, y: point.y, role: role))
    case .line(let from, let to):
      marks.append(.arrow(fromX: from.x, fromY: from.y, toX: to.x, toY: to.y, role: role))
    case nil: break
    }
    if case .inputText(let text, _, _) = action {
      let label = DisplayText.glyphs(of: text.prefix(longestLabel), ascii: false).map(\.character)
      let place: Point =
        if case .point(let point) = path { point } else { bounds?.middle ?? Point(x: width / 2, y: height / 2) }
      marks.append(.label(x: place.x, y: place.y, text: String(label), role: role))
    }
    return marks
  }

  static func box(_ bounds: Bounds, role: Role) -> Mark {
    .box(left: bounds.left, top: bounds.top, right: bounds.right, bottom: bounds.bottom, role: role)
  }

  private static func elementBounds(of action: Action, _ elements: [UIElement]) -> Bounds? {
    switch action {
    case .click(.element(let index)), .doubleTap(.element(let index)), .longPress(.element(let index)),
      .scroll(_, .element(let index)), .swipe(_, .element(let index)),
      .inputText(_, target: .element(let index), clears: _):
      elements.indices.contains(index) ? elements[index].bounds : nil
    default: nil
    }
  }
}
