internal import Episodes

/// What the calendar's lists say: events below the day that they belong to.
struct CalendarPage {
  struct Event: Equatable {
    /// The heading above it, for example `Friday, October 20, 2023`; empty where it is out of sight.
    var day: String
    var title: String
    /// Minutes since midnight.
    var start: Int
    var place: String
    /// Where its title is.
    var element: UIElement
  }

  let events: [Event]

  /// Reads a screen: an event's second line is its time, `09:00 – 10:00`, perhaps with a place; its first one stands
  /// before it.
  init(_ elements: [UIElement]) {
    var events: [Event] = []
    var day = ""
    var before: UIElement?
    for element in elements {
      guard let text = element.text else { continue }
      if Moment.dayNames.contains(where: { text.hasPrefix("\($0), ") }) { day = text }
      if let dash = text.firstRange(of: " – "), let start = Moment.minutes(of: text[..<dash.lowerBound]), let before {
        let rest = text[dash.upperBound...]
        let place = rest.firstRange(of: ", ").map { String(rest[$0.upperBound...]) } ?? ""
        events.append(Event(day: day, title: before.says, start: start, place: place, element: before))
      }
      before = element
    }
    self.events = events
  }
}

extension Moment {
  /// As the calendar's headings have it; the month view's without the year.
  func heading(withYear: Bool = true) -> String {
    "\(dayName), \(monthName) \(day)" + (withYear ? ", \(year)" : "")
  }
}

extension Hands {
  /// Turns the calendar to the month of a day and taps the day.
  func openDay(_ moment: Moment) async throws(OracleError) {
    let name = "\(moment.monthName) \(moment.day)"
    for _ in 0..<240 {
      guard let shown = monthShown, shown != moment.months else { break }
      let isEarlier = shown > moment.months
      try await tap(isEarlier ? "Previous month" : "Next month", "I turn the page to \(moment.monthName).")
    }
    let day = elements.first { element in
      guard element.isClickable, let label = element.contentDescription else { return false }
      return label == name || label.hasPrefix("\(name), ")
    }
    guard let day else { throw missing("the day \(name)") }
    try await tap(day, "I choose \(name).")
  }

  /// Shows the list of all events to come, and reads it up to the end of a day.
  ///
  /// - Parameter last: the last day that matters, in seconds since 1970; nil reads all.
  func readEvents(through last: Int? = nil) async throws(OracleError) -> [CalendarPage.Event] {
    try await tap("Change view", "A list of all events is easier to read than the month.")
    try await tap("Simple event list", "I choose the list.")
    return try await collectEvents(through: last)
  }

  /// Reads the events of the list on the screen, up to the end of a day.
  ///
  /// - Parameter last: the last day that matters, in seconds since 1970; nil reads all.
  func collectEvents(through last: Int? = nil) async throws(OracleError) -> [CalendarPage.Event] {
    var all: [CalendarPage.Event] = []
    for _ in 0..<20 {
      let page = CalendarPage(elements).events
      var day = ""
      for event in page {
        // An event that was on the page before has its day from there, as have those after it.
        let known = all.last { $0.title == event.title && $0.start == event.start }
        day = event.day.isEmpty ? known?.day ?? (day.isEmpty ? all.last?.day ?? "" : day) : event.day
        if all.contains(where: { $0.title == event.title && $0.start == event.start && $0.day == day }) { continue }
        var event = event
        event.day = day
        all.append(event)
      }
      if let last, all.contains(where: { Self.seconds(ofHeading: $0.day) > last }) { break }
      guard elements.contains(where: \.isScrollable) else { break }
      let before = elements.map(\.says)
      try await scroll(.down, "I read on.")
      if elements.map(\.says) == before { break }
    }
    return all
  }

  /// Seconds since 1970 of `Friday, October 20, 2023`; 0 where it is none.
  private static func seconds(ofHeading heading: String) -> Int {
    let words = heading.split(whereSeparator: { $0 == " " || $0 == "," })
    guard words.count == 4, let month = Moment.monthNames.firstIndex(of: String(words[1])), let day = Int(words[2]),
      let year = Int(words[3])
    else { return 0 }
    return Moment.seconds(year: year, month: month + 1, day: day)
  }
}
