/// A screen of an app and what a person has done on it.
struct Activity: Sendable, Equatable, Codable {
  /// The app's package.
  var package: String
  /// Which of the app's screens, for example `display`.
  var screen: String
  /// What it was opened with, and what was chosen on it.
  var values: [String: String] = [:]
  /// How far lists are scrolled, in pixels.
  var scroll: [String: Double] = [:]
  /// The texts of fields.
  var fields: [String: FieldText] = [:]
  /// The field that gets what is typed.
  var focus: String?
  /// The dialog that is open.
  var dialog: String?

  init(_ package: String, _ screen: String, _ values: [String: String] = [:]) {
    self.package = package
    self.screen = screen
    self.values = values
  }

  /// A field's text; empty when nothing was typed.
  func text(_ key: String) -> String { fields[key]?.text ?? "" }
}
