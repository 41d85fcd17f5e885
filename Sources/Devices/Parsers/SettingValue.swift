/// What `settings get` says.
enum SettingValue {
  /// The value; nil for `null`, which is how it says that there is none.
  static func value(_ text: String) -> String? {
    let value = LabelledLine.trimmed(text[...])
    return value == "null" || value.isEmpty ? nil : String(value)
  }
}
