internal import Episodes
internal import Tasks

/// Answers questions about the calendar.
struct CalendarAskingSolver: Solver {
  /// The names of the tasks that it solves.
  let tasks = [
    "SimpleCalendarAnyEventsOnDate", "SimpleCalendarEventOnDateAtTime", "SimpleCalendarEventsInNextWeek",
    "SimpleCalendarEventsInTimeRange", "SimpleCalendarEventsOnDate", "SimpleCalendarFirstEventAfterStartTime",
    "SimpleCalendarLocationOfEvent", "SimpleCalendarNextEvent", "SimpleCalendarNextMeetingWithPerson",
  ]

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await hands.openApp("Simple Calendar Pro")
    let answer = try await answer(task, hands)
    try await hands.answer(answer, "The list says: \(answer).")
    try await hands.done("The question is answered.")
  }

  /// Answers with another event's title, place or time.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await hands.openApp("Simple Calendar Pro")
    let right = try await answer(task, hands)
    let events = CalendarPage(hands.elements).events
    let wrong: String
    switch task.definition.name {
    case "SimpleCalendarLocationOfEvent": wrong = events.map(\.place).first { !$0.isEmpty && $0 != right } ?? "Home"
    case "SimpleCalendarNextMeetingWithPerson": wrong = right.replacing(":00", with: ":30")
    default: wrong = events.map(\.title).first { !right.contains($0) } ?? "\(right), Lunch"
    }
    try await hands.answer(wrong, "The list says so.")
    try await hands.done("The question is answered.")
  }

  private func answer(_ task: TaskInstance, _ hands: Hands) async throws(OracleError) -> String {
    func titles(_ events: [CalendarPage.Event]) -> String { events.map(\.title).joined(separator: ", ") }
    switch task.definition.name {
    case "SimpleCalendarEventsInNextWeek":
      let today = try task.need(moment: "today").midnight
      let days = (1...7).map { today.days(later: $0).heading() }
      return titles(try await hands.readEvents(through: today.days(later: 7).seconds).filter { days.contains($0.day) })
    case "SimpleCalendarLocationOfEvent":
      let title = try task.need("title")
      return try await need(hands.readEvents().first { $0.title == title }, title, hands).place
    case "SimpleCalendarNextEvent":
      return try await need(hands.readEvents(through: 0).first, "an event", hands).title
    case "SimpleCalendarNextMeetingWithPerson":
      let person = try task.need("person")
      let event = try await need(hands.readEvents().first { $0.title.contains(person) }, person, hands)
      let words = event.day.split(whereSeparator: { $0 == " " || $0 == "," })
      guard words.count == 4 else { throw hands.missing("the day of \(event.title)") }
      return "\(words[1]) \(words[2]) \(words[3]) \(Moment.two(event.start / 60)):\(Moment.two(event.start % 60))"
    default:
      let date = try task.need(moment: "day")
      try await hands.openDay(date)
      let heading = date.heading(withYear: false)
      let events = try await hands.collectEvents().filter { $0.day == heading }
      switch task.definition.name {
      case "SimpleCalendarEventOnDateAtTime":
        let at = try task.need(moment: "at").hour * 60
        return titles(events.filter { $0.start == at })
      case "SimpleCalendarEventsInTimeRange":
        let from = try task.need(moment: "from").hour * 60
        return titles(events.filter { $0.start >= from && $0.start < 20 * 60 })
      case "SimpleCalendarFirstEventAfterStartTime":
        let from = try task.need(moment: "from").hour * 60
        return titles(Array(events.filter { $0.start > from }.prefix(1)))
      default: return titles(events)
      }
    }
  }

  private func need(
    _ event: CalendarPage.Event?, _ what: String, _ hands: Hands
  ) throws(OracleError) -> CalendarPage.Event {
    guard let event else { throw hands.missing("the event \(what)") }
    return event
  }
}
