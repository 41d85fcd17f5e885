/// Calls that were made, and the one that goes on.
struct DialerData: Sendable, Equatable, Codable {
  struct Call: Sendable, Equatable, Codable {
    var number: String
    /// Milliseconds since 1970.
    var time: Int
    /// As the call log has it: 1 came in, 2 went out, 3 was missed.
    var type = 2
  }

  /// The latest one first.
  var calls: [Call] = []
}
