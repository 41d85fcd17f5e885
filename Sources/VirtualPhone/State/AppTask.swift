/// An app that was started, with its screens; the last one is in front.
struct AppTask: Sendable, Equatable, Codable {
  var package: String
  var activities: [Activity]
}
