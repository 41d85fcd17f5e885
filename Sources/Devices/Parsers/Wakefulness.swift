/// What `dumpsys power` says: `mWakefulness=Awake`, `Asleep`, `Dozing` or `Dreaming`.
enum Wakefulness {
  /// Whether the screen is on; nil where it doesn't say.
  static func isAwake(_ text: String) -> Bool? {
    for line in text.split(whereSeparator: \.isNewline) {
      if let word = LabelledLine.value(of: "mWakefulness=", in: line) { return word == "Awake" }
    }
    return nil
  }
}
