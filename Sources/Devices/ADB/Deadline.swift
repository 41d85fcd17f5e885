/// The moment at which waiting for an answer ends.
struct Deadline {
  /// What is waited for, for the error's text.
  let what: String
  /// How long it may take altogether.
  let seconds: Double
  private let end: ContinuousClock.Instant

  init(_ what: String, seconds: Double) {
    self.what = what
    self.seconds = seconds
    end = .now + .seconds(seconds)
  }

  /// Milliseconds left, 0 when there are none.
  var milliseconds: Int {
    let left = (ContinuousClock.now.duration(to: end)).components
    guard left.seconds >= 0, left.attoseconds >= 0 else { return 0 }
    return Int(min(left.seconds, 1_000_000)) * 1000 + Int(left.attoseconds / 1_000_000_000_000_000)
  }
}
