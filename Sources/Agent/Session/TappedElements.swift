internal import Episodes

/// What a tap meets: everything under the finger, and everything in the button that is under it.
struct TappedElements {
  /// The smallest first.
  let elements: [UIElement]
  /// Whether one of them takes taps.
  let isClickable: Bool

  /// Nil where nothing is known of what is there.
  init?(_ target: Target, in all: [UIElement]) {
    let point: Point
    switch target {
    case .point(let aimed): point = aimed
    case .element(let number):
      guard all.indices.contains(number), let bounds = all[number].bounds else { return nil }
      point = bounds.middle
    }
    let screen = all.compactMap { $0.bounds.map(Self.area) }.max() ?? 0
    func isLarge(_ element: UIElement) -> Bool { (element.bounds.map(Self.area) ?? 0) * 2 > screen }
    let under = all.filter { $0.bounds?.contains(point) == true }
      .sorted { ($0.bounds.map(Self.area) ?? 0) < ($1.bounds.map(Self.area) ?? 0) }
    // The window behind everything is under every finger.
    let near = under.filter { !isLarge($0) }
    guard !near.isEmpty || under.contains(where: { $0.isClickable || Self.says($0) }) else { return nil }
    var found = near.isEmpty ? Array(under.prefix(1)) : near
    if let button = near.first(where: \.isClickable), let bounds = button.bounds {
      found += all.filter { element in
        guard let inner = element.bounds, !element.isClickable, !near.contains(element) else { return false }
        return bounds.left <= inner.left && inner.right <= bounds.right && bounds.top <= inner.top
          && inner.bottom <= bounds.bottom
      }
    }
    elements = found
    isClickable = found.contains(where: \.isClickable)
  }

  /// What they say.
  var labels: [String] { elements.flatMap { [$0.text, $0.contentDescription].compactMap(\.self) } }

  /// What programmers call them.
  var names: [String] { elements.compactMap { RiskPolicy.name(of: $0) } }

  /// The smallest thing that takes taps, or else the smallest: what an action is aimed at.
  var aim: UIElement? { elements.first(where: \.isClickable) ?? elements.first }

  /// Whether it says no to something.
  var isRefusal: Bool {
    labels.contains { label in
      let folded = RiskWords.folded(label)
      return RiskWords.begins(folded, with: RiskWords.refusals)
        || RiskWords.says(folded, ["cancel", "abbrechen", "annuler", "cancelar", "取消"])
    }
  }

  /// Whether it looks for something, as the launcher's own field does.
  var isSearch: Bool {
    (labels + names).contains {
      RiskWords.says(RiskWords.folded($0), ["search", "suchen", "buscar", "rechercher", "搜索"])
    }
  }

  private static func says(_ element: UIElement) -> Bool { element.text != nil || element.contentDescription != nil }

  private static func area(_ bounds: Bounds) -> Int {
    let (product, overflow) = (bounds.right - bounds.left + 1).multipliedReportingOverflow(
      by: bounds.bottom - bounds.top + 1)
    return overflow ? .max : product
  }
}
