public import Episodes

extension Hands {
  /// Scrolls the list until something says this, down to its end and then up to its beginning.
  ///
  /// - Parameter atMost: how many scrolls it takes at most.
  /// - Returns: what says it.
  @discardableResult public func reach(
    _ words: String, atMost limit: Int = 30, _ thought: String
  ) async throws(OracleError) -> UIElement {
    let found = try await reach(atMost: limit, thought) { $0.find(words) }
    guard let found else { throw missing("“\(words)”") }
    return found
  }

  /// Scrolls the list until something is found, down to its end and then up to its beginning; nil where it isn't there.
  public func reach(
    atMost limit: Int = 30, _ thought: String, _ look: (Hands) -> UIElement?
  ) async throws(OracleError) -> UIElement? {
    var left = limit
    for direction in [Direction.down, .up] {
      while true {
        if let found = look(self) { return found }
        guard left > 0 else { return nil }
        left -= 1
        let before = elements.filter(\.isBelowStatusBar)
        try await scroll(direction, thought)
        if elements.filter(\.isBelowStatusBar) == before { break }
      }
    }
    return nil
  }

  /// Scrolls the largest list by less than it shows, so that nothing is passed over.
  ///
  /// A scroll from a point moves the finger to the screen's edge, so the point says how far.
  public func scroll(_ direction: Direction, _ thought: String) async throws(OracleError) {
    func area(_ bounds: Bounds?) -> Int { bounds.map { $0.width * $0.height } ?? 0 }
    let lists = elements.filter(\.isScrollable)
    let all = elements.compactMap(\.bounds)
    guard let bottom = all.map(\.bottom).max(), let right = all.map(\.right).max() else { throw missing("a list") }
    let list =
      lists.max { area($0.bounds) < area($1.bounds) }?.bounds
      ?? Bounds(left: 0, top: 0, right: right, bottom: bottom)
    let share = 0.36
    var point = list.middle
    switch direction {
    case .down: point.y = max(list.top + list.height / 8, min(Int(Double(bottom) * share), list.bottom - 8))
    case .up: point.y = min(list.bottom - list.height / 8, max(Int(Double(bottom) * (1 - share)), list.top + 8))
    case .right: point.x = max(list.left + 8, min(Int(Double(right) * share), list.right - 8))
    case .left: point.x = min(list.right - 8, max(Int(Double(right) * (1 - share)), list.left + 8))
    }
    try await perform(.scroll(direction, .point(point)), thought)
  }
}

extension UIElement {
  // The clock there changes by itself.
  fileprivate var isBelowStatusBar: Bool { resourceID?.hasPrefix("com.android.systemui:") != true }
}
