internal import Episodes
internal import Tasks

/// Tasks that take something from one app into another.
struct ErrandsSolver: Solver {
  /// The names of the tasks that it solves.
  let tasks = ["SmsContactNumber", "SmsEventTomorrow", "ClockTimerFromSms", "ContactFromSms"]

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: false)
  }

  /// Sends or enters something else.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: true)
  }

  private func act(_ task: TaskInstance, _ hands: Hands, wrongly: Bool) async throws(OracleError) {
    switch task.definition.name {
    case "SmsContactNumber":
      try await hands.openApp("Contacts", "The number is in the contacts.")
      let number = try await ContactsSolver.readNumber(of: try task.need(wrongly ? "other" : "name"), hands)
      try await hands.openApp("Messages", "The number is \(number). Now I send it.")
      try await MessagesSolver.begin(with: try task.need("number"), hands)
      try await MessagesSolver.send(number, hands)
    case "SmsEventTomorrow":
      let date = try task.need(moment: "day")
      try await hands.openApp("Simple Calendar Pro", "First I look up tomorrow's event.")
      try await hands.openDay(date)
      let found = try await hands.reach(atMost: 2, "I look for the day's events.") { hands in
        CalendarPage(hands.elements).events.first?.element
      }
      guard let found else { throw hands.missing("an event") }
      try await hands.openApp("Messages", "It is “\(found.says)”. Now I send it.")
      try await MessagesSolver.begin(with: try task.need("number"), hands)
      try await MessagesSolver.send(wrongly ? "Nothing" : found.says, hands)
    case "ClockTimerFromSms":
      try await hands.openApp("Messages", "The message says how long.")
      try await MessagesSolver.open(try task.need("number"), hands)
      let numbers = try MessagesSolver.lastMessage(hands).split { !$0.isNumber }.compactMap { Int($0) }
      guard numbers.count == 2 else { throw hands.missing("minutes and seconds") }
      try await hands.openApp("Clock", "\(numbers[0]) minutes and \(numbers[1]) seconds. Now the timer.")
      try await hands.tap("Timer", "Timers have a tab of their own.")
      try await ClockSolver.enterTimer(
        hours: 0, minutes: numbers[0], seconds: wrongly ? (numbers[1] + 1) % 60 : numbers[1], hands)
    default:
      let name = try task.need("name")
      try await hands.openApp("Messages", "The number is in a message.")
      try await MessagesSolver.open(try task.need("sender"), hands)
      let message = try MessagesSolver.lastMessage(hands)
      let digits = message.split(whereSeparator: { $0 == " " || $0 == "." }).last { $0.contains(where: \.isNumber) }
      guard let digits else { throw hands.missing("a number in “\(message)”") }
      let number = wrongly ? String(digits.dropLast()) : String(digits)
      let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
      try await hands.openApp("Contacts", "The number is \(digits). Now I add the contact.")
      try await hands.tap("Create contact", "I begin a new contact.")
      try await hands.type(parts.first ?? name, into: "First name", "The first name is \(parts.first ?? name).")
      if parts.count > 1 { try await hands.type(parts[1], into: "Last name", "The last name is \(parts[1]).") }
      try await hands.type(number, into: "Phone", "Now the number.")
      try await hands.tap("Save", "Everything is filled in; I save it.")
    }
    try await hands.done("That is all that was asked for.")
  }
}
