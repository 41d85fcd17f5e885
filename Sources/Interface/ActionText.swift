internal import Episodes

/// An action in words that name what it is aimed at.
enum ActionText {
  /// The longest name of an element that is shown.
  private static let longestName = 40

  /// `tap at (917, 1969) on “Settings”`, `tap element 3 “Settings”`.
  static func words(_ action: Action, elements: [UIElement]) -> String {
    guard let element = target(of: action, elements: elements), let name = name(of: element) else {
      return action.summary
    }
    return action.summary + (isAtPoint(action) ? " on" : "") + " “\(name)”"
  }

  private static func isAtPoint(_ action: Action) -> Bool {
    switch action {
    case .click(.point), .doubleTap(.point), .longPress(.point): true
    default: false
    }
  }

  /// The element that an action is aimed at, or the smallest with a name that its point is in.
  private static func target(of action: Action, elements: [UIElement]) -> UIElement? {
    switch action {
    case .click(let target), .doubleTap(let target), .longPress(let target):
      switch target {
      case .element(let index): return elements.indices.contains(index) ? elements[index] : nil
      case .point(let point):
        // What is about as large as the screen says nothing of a point.
        let most = extent(of: elements) * 0.6
        let around = elements.filter { element in
          guard let bounds = element.bounds, bounds.contains(point), name(of: element) != nil else { return false }
          return elements.count == 1 || size(of: element) <= most
        }
        return around.min { size(of: $0) < size(of: $1) }
      }
    default: return nil
    }
  }

  private static func name(of element: UIElement) -> String? {
    let name = [element.text, element.contentDescription].compactMap { $0 }.first { !$0.allSatisfy(\.isWhitespace) }
    guard let name else { return nil }
    return name.count > longestName ? String(name.prefix(longestName - 1)) + "…" : name
  }

  /// The size of the smallest rectangle around all of them.
  private static func extent(of elements: [UIElement]) -> Double {
    let bounds = elements.compactMap(\.bounds)
    guard let first = bounds.first else { return 0 }
    return size(
      of: UIElement(
        bounds: bounds.reduce(first) { all, one in
          Bounds(
            left: min(all.left, one.left), top: min(all.top, one.top), right: max(all.right, one.right),
            bottom: max(all.bottom, one.bottom))
        }))
  }

  /// In floating point, which takes any coordinates.
  private static func size(of element: UIElement) -> Double {
    guard let bounds = element.bounds else { return .infinity }
    return (Double(bounds.right) - Double(bounds.left)) * (Double(bounds.bottom) - Double(bounds.top))
  }
}
