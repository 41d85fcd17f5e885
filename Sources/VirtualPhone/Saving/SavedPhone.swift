/// All of a phone and its host but the files, in the form that is saved.
struct SavedPhone: Codable, Equatable {
  var configuration: PhoneConfiguration
  var system: SystemState
  /// By table, key.
  var settings: [String: [String: String]]
  var data: AppData
  var content: ContentTables
  var properties: [String: String]
  var isRoot: Bool
  var bootCount: Int
}
