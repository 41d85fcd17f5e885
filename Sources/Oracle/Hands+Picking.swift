internal import Episodes

extension Hands {
  /// Sets the time in a dialog with a clock's face, and confirms it.
  ///
  /// Minutes that the face hasn't are typed.
  func pickTime(hour: Int, minute: Int, _ what: String) async throws(OracleError) {
    let isHalfDay = find("PM") != nil
    if isHalfDay {
      let half = hour < 12 ? "AM" : "PM"
      let thought = "\(Moment.clock(hour, minute)) is in the \(hour < 12 ? "morning" : "afternoon"), so \(half)."
      try await turn(half, on: true, thought)
    }
    let shown = isHalfDay ? (hour + 11) % 12 + 1 : hour
    guard minute % 5 == 0 else {
      try await tap("Use keyboard", "The face has no \(minute), so I type the time.")
      try await type(
        isHalfDay ? "\(shown)" : Moment.two(hour), into: "Hour", clears: true, "The hour is \(shown).")
      try await type(Moment.two(minute), into: "Minute", clears: true, "The minute is \(minute).")
      return try await tap("OK", "The time is right; I confirm it.")
    }
    try await tap(isHalfDay ? "\(shown) o'clock" : "\(hour) hours", "\(what) is at \(shown).")
    if find("\(minute) minutes") == nil { try await tap("Select minutes", "Now the minutes.") }
    try await tap("\(minute) minutes", "The minutes are \(Moment.two(minute)).")
    try await tap("OK", "The time is right; I confirm it.")
  }

  /// Sets the day in a dialog with a month's days, and confirms it.
  func pickDate(_ moment: Moment, _ what: String) async throws(OracleError) {
    let name = "\(Moment.two(moment.day)) \(moment.monthName) \(moment.year)"
    for _ in 0..<240 where find(name) == nil {
      try await tap(
        monthShown.map { $0 > moment.months } == true ? "Previous month" : "Next month",
        "I look for \(moment.monthName).")
    }
    try await tap(name, "\(what) is on \(moment.monthName) \(moment.day).")
    try await tap("OK", "The date is right; I confirm it.")
  }

  /// The month that a calendar's heading names, in months since year 0.
  var monthShown: Int? {
    for element in elements {
      let words = element.text?.split(separator: " ") ?? []
      guard words.count == 2, let year = Int(words[1]), year > 1900,
        let month = Moment.monthNames.firstIndex(of: String(words[0]))
      else { continue }
      return year * 12 + month
    }
    return nil
  }
}
