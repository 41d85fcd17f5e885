/// What the apps keep.
struct AppData: Sendable, Equatable, Codable {
  var settings = SettingsData()
}
