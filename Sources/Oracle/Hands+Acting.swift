public import Episodes

extension Hands {
  // MARK: - Touching

  /// Taps what says this.
  public func tap(_ words: String, _ thought: String) async throws(OracleError) {
    try await tap(try need(words), thought)
  }

  /// Taps an element.
  public func tap(_ element: UIElement, _ thought: String) async throws(OracleError) {
    try await perform(.click(.point(try middle(of: element))), thought)
  }

  /// Taps twice what says this.
  public func doubleTap(_ words: String, _ thought: String) async throws(OracleError) {
    try await perform(.doubleTap(.point(try middle(of: try need(words)))), thought)
  }

  /// Presses what says this for a second.
  public func longPress(_ words: String, _ thought: String) async throws(OracleError) {
    try await longPress(try need(words), thought)
  }

  /// Presses an element for a second.
  public func longPress(_ element: UIElement, _ thought: String) async throws(OracleError) {
    try await perform(.longPress(.point(try middle(of: element))), thought)
  }

  func middle(of element: UIElement) throws(OracleError) -> Point {
    guard let bounds = element.bounds else { throw missing("a place for “\(element.says)”") }
    return bounds.middle
  }

  // MARK: - Typing

  /// Types into a field, named by its hint, its label or its resource id.
  ///
  /// - Parameter clears: whether what stands in it is deleted first.
  public func type(
    _ text: String, into field: String, clears: Bool = false, _ thought: String
  ) async throws(OracleError) {
    guard let element = self.field(field) else { throw missing("the field \(field)") }
    try await type(text, into: element, clears: clears, thought)
  }

  /// Types into a field.
  public func type(
    _ text: String, into field: UIElement, clears: Bool = false, _ thought: String
  ) async throws(OracleError) {
    try await perform(.inputText(text, target: .point(try middle(of: field)), clears: clears), thought)
  }

  /// Presses Enter.
  public func enter(_ thought: String) async throws(OracleError) { try await perform(.keyboardEnter, thought) }

  // MARK: - Going about

  /// Goes back.
  public func back(_ thought: String) async throws(OracleError) { try await perform(.navigateBack, thought) }

  /// Goes to the home screen.
  public func home(_ thought: String) async throws(OracleError) { try await perform(.navigateHome, thought) }

  /// Opens an app by the name that the launcher shows.
  public func openApp(_ name: String, _ thought: String? = nil) async throws(OracleError) {
    try await perform(.openApp(name), thought ?? "I open \(name).")
  }

  /// Waits until something says this; at most so many waits of a second.
  public func wait(for words: String, atMost times: Int = 5, _ thought: String) async throws(OracleError) {
    var left = times
    while find(words) == nil {
      guard left > 0 else { throw missing("“\(words)”") }
      try await perform(.wait, thought)
      left -= 1
    }
  }

  // MARK: - Setting

  /// Switches what these words name on or off; nothing is done where it is so.
  public func turn(_ words: String, on isOn: Bool, _ thought: String) async throws(OracleError) {
    guard let toggle = toggle(words) else { throw missing("the switch \(words)") }
    if toggle.isChecked != isOn { try await tap(toggle, thought) }
  }

  /// Sets a slider: to an end by a swipe that goes beyond it, else by a tap at a place of it.
  ///
  /// - Parameter share: from 0, its left end, to 1.
  public func slide(_ slider: UIElement, to share: Double, _ thought: String) async throws(OracleError) {
    guard let bounds = slider.bounds else { throw missing("a place for the slider") }
    if share <= 0 || share >= 1 {
      return try await perform(.swipe(share <= 0 ? .left : .right, .point(bounds.middle)), thought)
    }
    let reach = Double(bounds.right - bounds.left)
    let x = bounds.left + Int((reach * share).rounded())
    try await perform(.click(.point(Point(x: x, y: bounds.middle.y))), thought)
  }

  // MARK: - Ending

  /// Answers the question.
  public func answer(_ text: String, _ thought: String) async throws(OracleError) {
    try await perform(.answer(text), thought)
  }

  /// Says that the task is done.
  public func done(_ thought: String) async throws(OracleError) { try await perform(.status(.complete), thought) }
}
