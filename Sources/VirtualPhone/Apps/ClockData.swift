internal import Randomness

/// Alarms, timers, the stopwatch.
struct ClockData: Sendable, Equatable, Codable {
  struct Alarm: Sendable, Equatable, Codable {
    var id: Int
    var hour: Int
    var minute: Int
    var isOn = true
    /// Weekdays on which it repeats; 0 is Sunday.
    var days: Set<Int> = []
    var label = ""
  }

  struct Timer: Sendable, Equatable, Codable {
    var id: Int
    /// Milliseconds that it was set to.
    var length: Int
    /// Milliseconds that are left, while it is paused.
    var left: Int
    /// The uptime at which it ends, while it runs.
    var end: Int?
    var hasRung = false

    func remaining(_ uptime: Int) -> Int { end.map { $0 - uptime } ?? left }
  }

  var alarms: [Alarm] = []
  var timers: [Timer] = []
  var nextID = 1
  /// Milliseconds that the stopwatch had run when it was last paused.
  var stopwatch = 0
  /// The uptime at which it was last started, while it runs.
  var stopwatchStart: Int?
  /// What the stopwatch said at each lap.
  var laps: [Int] = []
  /// The alarm or timer that rings.
  var ringing: String?

  init(seed: UInt64 = 0) {
    alarms = [
      Alarm(id: 1, hour: 8, minute: 30, isOn: false, days: [1, 2, 3, 4, 5]),
      Alarm(id: 2, hour: 9, minute: 0, isOn: false, days: [0, 6]),
    ]
    nextID = 3
    var random = SplitMix64(seed: seed ^ 0xC10C)
    guard seed != 0 else { return }
    for _ in 0..<random.below(3) {
      alarms.append(
        Alarm(id: nextID, hour: random.below(24), minute: random.below(12) * 5, isOn: random.below(2) == 0))
      nextID += 1
    }
  }

  func stopwatchTime(_ uptime: Int) -> Int { stopwatch + (stopwatchStart.map { uptime - $0 } ?? 0) }
}
