/// A notification.
struct Notice: Sendable, Equatable, Codable {
  /// A button; its app is told `name` when it is pressed.
  struct Action: Sendable, Equatable, Codable {
    var title: String
    var name: String
  }

  var id: Int
  var package: String
  /// The app's name, as its header shows it.
  var app: String
  var icon: String
  var title: String
  var text: String
  /// When it came, in milliseconds since 1970.
  var time: Int
  /// What it opens: a screen of its app.
  var screen: String
  var values: [String: String] = [:]
  /// Whether a swipe leaves it.
  var isOngoing = false
  var actions: [Action] = []
}
