internal import Episodes
internal import Tasks

/// Calls, and reads the list of calls.
struct PhoneSolver: Solver {
  /// The names of the tasks that it solves.
  let tasks = ["PhoneCallNumber", "PhoneCallContact", "PhoneCallBackMissed", "PhoneLastCaller"]

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: false)
  }

  /// Calls another number, or answers with one.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: true)
  }

  private func act(_ task: TaskInstance, _ hands: Hands, wrongly: Bool) async throws(OracleError) {
    try await hands.openApp("Phone")
    switch task.definition.name {
    case "PhoneCallNumber":
      let number = try task.need("number")
      try await hands.tap("key pad", "The number has to be dialled on the keypad.")
      for digit in wrongly ? String(number.dropLast()) : number { try await press(digit, of: number, hands) }
      try await hands.tap("dial", "The number is complete; I call it.")
      try await hands.tap("End call", "The call was made; I end it.")
    case "PhoneCallContact":
      try await hands.tap("Contacts", "The people are on the other tab.")
      let name = try task.need(wrongly ? "other" : "name")
      try await hands.tap(try await hands.reach(name, "I look for \(name)."), "I call \(name).")
      try await hands.tap("End call", "The call was made; I end it.")
    case "PhoneCallBackMissed":
      let call = try await row(saying: wrongly ? "Incoming" : "Missed", hands)
      try await hands.tap(call, "This is the call that was missed; I call back.")
      try await hands.tap("End call", "The call was made; I end it.")
    default:
      let call = try await row(saying: "Incoming", hands)
      let number = wrongly ? String(call.says.reversed()) : call.says
      try await hands.answer(number, "The topmost incoming call is from \(number).")
    }
    try await hands.done("Nothing else was asked for.")
  }

  private func press(_ digit: Character, of number: String, _ hands: Hands) async throws(OracleError) {
    let key = hands.elements.first { element in
      guard element.isClickable, let label = element.contentDescription else { return false }
      return label == String(digit) || label.hasPrefix("\(digit),") || digit == "+" && label == "0,+"
    }
    guard let key else { throw hands.missing("the key \(digit)") }
    if digit == "+" {
      try await hands.longPress(key, "A long press on 0 gives the plus.")
    } else {
      try await hands.tap(key, "For \(number), now \(digit).")
    }
  }

  /// Whose call it is, in the topmost row of the list whose second line begins so.
  private func row(saying kind: String, _ hands: Hands) async throws(OracleError) -> UIElement {
    let found = try await hands.reach(atMost: 4, "I look for the call.") { hands in
      let elements = hands.elements
      guard let line = elements.firstIndex(where: { $0.text?.hasPrefix(kind) == true }), line > 0 else { return nil }
      return elements[line - 1]
    }
    guard let found else { throw hands.missing("a call that is \(kind)") }
    return found
  }
}
