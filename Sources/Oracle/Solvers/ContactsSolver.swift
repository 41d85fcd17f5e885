internal import Episodes
internal import Tasks

/// Adds, drafts, changes, deletes and reads contacts.
struct ContactsSolver: Solver {
  /// The names of the tasks that it solves.
  let tasks = [
    "ContactsAddContact", "ContactsNewContactDraft", "ContactsEditNumber", "ContactsDeleteContact",
    "ContactsNumberOfPerson",
  ]

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: false)
  }

  /// Types another number, or takes another person.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: true)
  }

  private func act(_ task: TaskInstance, _ hands: Hands, wrongly: Bool) async throws(OracleError) {
    try await hands.openApp("Contacts")
    switch task.definition.name {
    case "ContactsAddContact":
      let name = try task.need("name")
      let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
      try await hands.tap("Create contact", "I begin a new contact.")
      try await hands.type(parts.first ?? name, into: "First name", "The first name is \(parts.first ?? name).")
      if parts.count > 1 { try await hands.type(parts[1], into: "Last name", "The last name is \(parts[1]).") }
      let number = Self.number(try task.need("number"), wrongly)
      try await hands.type(number, into: "Phone", "Now the number.")
      try await hands.tap("Save", "Everything is filled in; I save it.")
    case "ContactsNewContactDraft":
      try await hands.tap("Create contact", "I begin a new contact.")
      try await hands.type(try task.need("first"), into: "First name", "The first name comes first.")
      try await hands.type(try task.need("last"), into: "Last name", "Now the last name.")
      try await hands.type(Self.number(try task.need("phone"), wrongly), into: "Phone", "Now the number.")
      let label = try task.need("phone_label")
      if hands.find("\(label) Phone") == nil {
        let spinner = try await hands.reach(atMost: 2, "I look for the number's label.") { hands in
          hands.elements.first { $0.contentDescription?.hasSuffix(" Phone") == true }
        }
        guard let spinner else { throw hands.missing("the number's label") }
        try await hands.tap(spinner, "The number has another label than \(label); I open the labels.")
        try await hands.tap(try await hands.reach(label, "I look for \(label)."), "It is a \(label) number.")
      }
    case "ContactsEditNumber":
      try await open(try task.need("name"), hands)
      try await hands.tap("Edit contact", "The pencil changes the contact.")
      try await hands.type(
        Self.number(try task.need("number"), wrongly), into: "Phone", clears: true, "The new number replaces the old.")
      try await hands.tap("Save", "The number is right; I save it.")
    case "ContactsDeleteContact":
      try await open(try task.need(wrongly ? "other" : "name"), hands)
      try await hands.tap("Delete contact", "The bin deletes the contact.")
      try await hands.tap("Delete", "I am asked whether to delete it: yes.")
    default:
      let number = try await Self.readNumber(of: try task.need("name"), hands)
      try await hands.answer(Self.number(number, wrongly), "The number stands on the screen.")
    }
    try await hands.done("Nothing else was asked for.")
  }

  private func open(_ name: String, _ hands: Hands) async throws(OracleError) {
    try await hands.tap(try await hands.reach(name, "I look for \(name)."), "There is \(name).")
  }

  /// Opens a contact in the list of contacts and reads the number there.
  static func readNumber(of name: String, _ hands: Hands) async throws(OracleError) -> String {
    try await hands.tap(try await hands.reach(name, "I look for \(name)."), "There is \(name).")
    let number = hands.elements.compactMap(\.text).first { text in
      text.filter(\.isNumber).count >= 5 && text.allSatisfy { $0.isNumber || "+-() ".contains($0) }
    }
    guard let number else { throw hands.missing("a phone number") }
    return number
  }

  /// A number, or one with another last digit.
  private static func number(_ number: String, _ wrongly: Bool) -> String {
    guard wrongly, let last = number.last?.wholeNumberValue else { return number }
    return number.dropLast() + "\((last + 1) % 10)"
  }
}
