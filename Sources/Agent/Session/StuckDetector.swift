internal import Episodes

/// Sees that the same is done on the same screen again and again, or that a few screens follow each other in a circle.
struct StuckDetector: Sendable {
  /// What it thinks of the steps so far.
  enum Verdict: Sendable, Equatable {
    case fine
    /// To be told to the model before it proposes the next.
    case warning(String)
    /// To be asked a person about.
    case stuck(String)
  }

  private struct Entry: Sendable {
    var screen: ScreenFingerprint
    var action: Action

    func resembles(_ other: Entry) -> Bool { action.isEquivalent(to: other.action) && screen.resembles(other.screen) }
  }

  /// How often something is done before it counts as being stuck; once less is warned of.
  private static let repetitions = 3
  /// The longest circle in steps.
  private static let longestCircle = 4

  private var entries: [Entry] = []

  /// Notes what was done on a screen.
  mutating func note(_ action: Action, on screen: ScreenFingerprint) {
    entries.append(Entry(screen: screen, action: action))
    if entries.count > Self.longestCircle * Self.repetitions { entries.removeFirst() }
  }

  /// Forgets everything: a person has helped.
  mutating func reset() { entries = [] }

  /// What to make of the screen that all this led to.
  func verdict(on screen: ScreenFingerprint) -> Verdict {
    var worst = Verdict.fine
    for period in 1...Self.longestCircle {
      guard entries.count >= period, entries[entries.count - period].screen.resembles(screen) else { continue }
      let rounds = rounds(ofLength: period)
      if rounds >= Self.repetitions { return .stuck(Self.sentence(period, rounds, entries)) }
      if rounds == Self.repetitions - 1, worst == .fine {
        worst = .warning(Self.sentence(period, rounds, entries) + "; do something else")
      }
    }
    return worst
  }

  /// How often the last `period` entries stand at the end, one after the other.
  private func rounds(ofLength period: Int) -> Int {
    var same = 0
    var index = entries.count - 1
    while index - period >= 0, entries[index].resembles(entries[index - period]) {
      same += 1
      index -= 1
    }
    return same / period + 1
  }

  private static func sentence(_ period: Int, _ rounds: Int, _ entries: [Entry]) -> String {
    let what = entries.suffix(period).map(\.action.summary)
    return period == 1
      ? "“\(what[0])” was done \(rounds) times and the screen is still the same"
      : "\(what.joined(separator: ", then ")) was done \(rounds) times and led back to the same screen"
  }
}
