internal import Episodes
internal import Tasks

/// Deletes events from the calendar.
struct CalendarDeletingSolver: Solver {
  /// The names of the tasks that it solves.
  let tasks = [
    "SimpleCalendarDeleteEvents", "SimpleCalendarDeleteEventsOnRelativeDay", "SimpleCalendarDeleteOneEvent",
  ]

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    let date = try task.need(moment: "day")
    try await hands.openApp("Simple Calendar Pro")
    try await hands.openDay(date)
    if task.definition.name == "SimpleCalendarDeleteOneEvent" {
      try await delete(try task.need("event_title"), hands)
    } else {
      // A day has no more events than this.
      for _ in 0..<20 {
        guard let event = try await firstEvent(of: date, hands) else { break }
        try await delete(event.title, hands)
      }
    }
    try await hands.done("They are deleted.")
  }

  /// Deletes another event, or leaves one of the day's.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    let date = try task.need(moment: "day")
    try await hands.openApp("Simple Calendar Pro")
    try await hands.openDay(date)
    if task.definition.name == "SimpleCalendarDeleteOneEvent" {
      try await delete(try task.need("other_title"), hands)
    } else if let event = try await firstEvent(of: date, hands) {
      try await delete(event.title, hands)
    }
    try await hands.done("They are deleted.")
  }

  private func delete(_ title: String, _ hands: Hands) async throws(OracleError) {
    try await hands.tap(try await hands.reach(title, "I look for “\(title)”."), "I open “\(title)”.")
    try await hands.tap("Delete", "The bin deletes the event.")
    try await hands.tap("Yes", "I am asked whether to delete it: yes.")
  }

  /// The first event below the day's heading.
  private func firstEvent(of date: Moment, _ hands: Hands) async throws(OracleError) -> CalendarPage.Event? {
    if let event = CalendarPage(hands.elements).events.first { return event }
    if hands.find("No events") != nil { return nil }
    _ = try await hands.reach(atMost: 2, "I look for the day's events.") { hands in
      hands.find("No events") ?? CalendarPage(hands.elements).events.first?.element
    }
    return CalendarPage(hands.elements).events.first
  }
}
