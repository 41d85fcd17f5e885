internal import Episodes
internal import Tasks

/// Plans events in the calendar.
struct CalendarAddingSolver: Solver {
  /// The names of the tasks that it solves.
  let tasks = [
    "SimpleCalendarAddOneEvent", "SimpleCalendarAddOneEventInTwoWeeks", "SimpleCalendarAddOneEventRelativeDay",
    "SimpleCalendarAddOneEventTomorrow", "SimpleCalendarAddRepeatingEvent",
  ]

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, hoursLate: 0)
  }

  /// Plans it an hour late.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, hoursLate: 1)
  }

  private func act(_ task: TaskInstance, _ hands: Hands, hoursLate: Int) async throws(OracleError) {
    let start = try task.need(moment: "start")
    let hour = start.hour + hoursLate
    let minutes = try task.need(number: "minutes")
    try await hands.openApp("Simple Calendar Pro")
    try await hands.openDay(start)
    try await hands.tap("New Event", "I make a new event on that day.")
    try await hands.type(try task.need("event_title"), into: "Title", "The title comes first.")
    try await hands.type(try task.need("event_description"), into: "Description", "Now the description.")
    if hands.find("End") == nil { try await hands.back("The keyboard hides the time; I close it.") }
    try await hands.tap(try await hands.reach("Start", "I look for the time."), "The event starts at \(hour):00.")
    try await hands.pickTime(hour: hour, minute: 0, "The start")
    // A new event lasts an hour.
    if minutes != 60 {
      let end = hour * 60 + minutes
      try await hands.tap(try await hands.reach("End", "I look for the end."), "It lasts \(minutes) minutes.")
      try await hands.pickTime(hour: end / 60, minute: end % 60, "The end")
    }
    if task.values["repeat_rule"] != nil {
      let rule = try task.need("repeat_rule")
      try await hands.tap(try await hands.reach("No repetition", "I look for the repetition."), "It has to repeat.")
      try await hands.tap(rule.lowercased() == "weekly" ? "Weekly" : "Daily", "It repeats \(rule).")
    }
    try await hands.tap("Save", "Everything is set; I save the event.")
    try await hands.done("The event is in the calendar.")
  }
}
