internal import Episodes
internal import Tasks

/// Timers, the stopwatch, alarms.
struct ClockSolver: Solver {
  /// The names of the tasks that it solves.
  let tasks = [
    "ClockTimerEntry", "ClockStopWatchRunning", "ClockStopWatchPausedVerify", "ClockAlarmCreate", "ClockAlarmTurnOn",
  ]

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: false)
  }

  /// Sets the next minute, leaves the stopwatch as it shouldn't be, or switches the other alarm.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: true)
  }

  private func act(_ task: TaskInstance, _ hands: Hands, wrongly: Bool) async throws(OracleError) {
    try await hands.openApp("Clock")
    switch task.definition.name {
    case "ClockTimerEntry":
      try await hands.tap("Timer", "Timers have a tab of their own.")
      let minutes = try task.need(number: "minutes")
      try await Self.enterTimer(
        hours: try task.need(number: "hours"), minutes: wrongly ? (minutes + 1) % 60 : minutes,
        seconds: try task.need(number: "seconds"), hands)
      try await hands.done("The timer is entered, and it shall not be started.")
    case "ClockStopWatchRunning":
      try await hands.tap("Stopwatch", "The stopwatch has a tab of its own.")
      try await hands.tap("Start", "This starts it.")
      if wrongly { try await hands.tap("Pause", "This stops it.") }
      try await hands.done("The stopwatch runs.")
    case "ClockStopWatchPausedVerify":
      try await hands.tap("Stopwatch", "The stopwatch has a tab of its own.")
      if wrongly {
        try await hands.tap("Start", "This starts it.")
      } else if hands.find("Pause") != nil {
        try await hands.tap("Pause", "It runs; this pauses it.")
      }
      try await hands.done("The stopwatch doesn't run.")
    case "ClockAlarmCreate":
      let at = try task.need(moment: "at")
      let (hour, minute) = (at.hour, at.minute)
      try await hands.tap("Alarm", "Alarms have a tab of their own.")
      try await hands.tap("Add alarm", "I add an alarm.")
      try await hands.pickTime(hour: hour, minute: wrongly ? (minute + 5) % 60 : minute, "The alarm")
      try await hands.done("The alarm is set.")
    default:
      try await hands.tap("Alarm", "Alarms have a tab of their own.")
      let times = [try task.need("time"), try task.need("other")]
      let wanted = Moment.minutes(of: times[wrongly ? 1 : 0])
      // The phone may show 8:30 AM for 08:30.
      let toggle = hands.elements.first { element in
        guard element.isChecked != nil, let label = element.contentDescription, label.hasSuffix(" alarm") else {
          return false
        }
        return Moment.minutes(of: label.dropLast(6)) == wanted
      }
      guard let toggle else { throw hands.missing("the alarm at \(times[0])") }
      if toggle.isChecked != true { try await hands.tap(toggle, "This alarm is off; I switch it on.") }
      try await hands.done("The alarm is on.")
    }
  }

  /// Types a timer's length on its keypad, which fills it from the right.
  static func enterTimer(hours: Int, minutes: Int, seconds: Int, _ hands: Hands) async throws(OracleError) {
    let digits = (Moment.two(hours) + Moment.two(minutes) + Moment.two(seconds)).drop { $0 == "0" }
    for digit in digits {
      // Digits stand in other places of the screen too; the keys are buttons.
      let key = hands.elements.first { element in
        element.isClickable && [element.text, element.contentDescription].contains(String(digit))
      }
      guard let key else { throw hands.missing("the key \(digit)") }
      try await hands.tap(
        key, "For \(hours) hours, \(minutes) minutes and \(seconds) seconds I type \(digits); now \(digit).")
    }
  }
}
