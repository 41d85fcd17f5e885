/// What the browser remembers.
struct BrowserData: Sendable, Equatable, Codable {
  /// Addresses that were opened, the latest one first.
  var history: [String] = []
  var bookmarks: [String] = []
}
