/// Calls that were made, and the one that goes on.
struct DialerData: Sendable, Equatable, Codable {
  struct Call: Sendable, Equatable, Codable {
    var number: String
    /// Milliseconds since 1970.
    var time: Int
  }

  /// The latest one first.
  var calls: [Call] = []
}
