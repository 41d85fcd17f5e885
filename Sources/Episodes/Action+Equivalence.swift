extension Action {
  /// AndroidWorld's equality (`_compare_actions`): without regard to case in text and app name, and to `clear_text`.
  ///
  /// `==` compares everything exactly. Whether a proposal is as good as what was recorded is `ActionMatching`'s
  /// business.
  public func isEquivalent(to other: Action) -> Bool {
    switch (self, other) {
    case (.inputText(let text, let target, _), .inputText(let otherText, let otherTarget, _)):
      text.lowercased() == otherText.lowercased() && target == otherTarget
    case (.answer(let text), .answer(let otherText)): text.lowercased() == otherText.lowercased()
    case (.openApp(let name), .openApp(let otherName)): name.lowercased() == otherName.lowercased()
    default: self == other
    }
  }
}
