internal import Episodes
internal import Tasks

/// Sends, answers and resends short messages.
struct MessagesSolver: Solver {
  /// The names of the tasks that it solves.
  let tasks = [
    "SimpleSmsSend", "SimpleSmsReply", "SimpleSmsReplyMostRecent", "SimpleSmsResend", "SimpleSmsSendReceivedAddress",
    "SimpleSmsSendClipboardContent",
  ]

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, ending: "")
  }

  /// Sends a message with a word too many.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, ending: " maybe")
  }

  private func act(_ task: TaskInstance, _ hands: Hands, ending: String) async throws(OracleError) {
    try await hands.openApp("Messages")
    switch task.definition.name {
    case "SimpleSmsSend":
      try await Self.begin(with: try task.need("number"), hands)
      try await Self.send(try task.need("message") + ending, hands)
    case "SimpleSmsSendClipboardContent":
      try await Self.begin(with: try task.need("number"), hands)
      guard ending.isEmpty else {
        try await Self.send("Hello", hands)
        break
      }
      try await Self.paste(hands)
      try await hands.tap("Send SMS", "It is there; I send it.")
    case "SimpleSmsReply":
      try await Self.open(try task.need("number"), hands)
      try await Self.send(try task.need("message") + ending, hands)
    case "SimpleSmsReplyMostRecent":
      try await hands.tap(try Self.firstConversation(hands), "The latest message is on top.")
      try await Self.send(try task.need("message") + ending, hands)
    case "SimpleSmsResend":
      try await Self.open(try task.need("name"), hands)
      let message = try Self.lastMessage(hands)
      try await hands.type(
        message + ending, into: "Text message", "The last thing that I sent is “\(message)”; I write it again.")
      try await hands.tap("Send SMS", "I send it.")
    default:
      try await Self.open(try task.need("name2"), hands)
      let address = try Self.lastMessage(hands)
      try await hands.back("The address is “\(address)”. Now I go back to write it to the other one.")
      try await Self.begin(with: try task.need("name1"), hands)
      try await Self.send(address + ending, hands)
    }
    try await hands.done("The message is sent.")
  }

  /// Opens the conversation with a name or number.
  static func open(_ other: String, _ hands: Hands) async throws(OracleError) {
    let row = try await hands.reach(other, "I look for the conversation with \(other).")
    try await hands.tap(row, "There is the conversation with \(other).")
  }

  /// Begins a conversation with a number, or with someone of the address book.
  static func begin(with other: String, _ hands: Hands) async throws(OracleError) {
    try await hands.tap("Start chat", "I begin a conversation.")
    try await hands.type(other, into: "Type a name, phone number, or email", "It goes to \(other).")
    let row =
      hands.find("Send to \(other)")
      ?? hands.elements.first { !$0.isField && $0.text?.lowercased() == other.lowercased() }
    guard let row else { throw hands.missing("\(other) among the receivers") }
    try await hands.tap(row, "I choose \(other).")
  }

  /// Writes into the conversation that is open.
  static func send(_ text: String, _ hands: Hands) async throws(OracleError) {
    try await hands.type(text, into: "Text message", "I write the message.")
    try await hands.tap("Send SMS", "It says what it should; I send it.")
  }

  // Puts what is on the clipboard into the conversation that is open.
  private static func paste(_ hands: Hands) async throws(OracleError) {
    guard let field = hands.elements.first(where: \.isField) else { throw hands.missing("the field for the message") }
    try await hands.longPress(field, "A long press shows what can be put in.")
    try await hands.tap("Paste", "I paste what is on the clipboard.")
  }

  /// The text of the conversation's last message.
  static func lastMessage(_ hands: Hands) throws(OracleError) -> String {
    guard let text = hands.findAll(id: "message_text").last?.text else { throw hands.missing("a message") }
    return text
  }

  private static func firstConversation(_ hands: Hands) throws(OracleError) -> UIElement {
    let top = hands.find(id: "toolbar_title")?.bounds?.bottom ?? 0
    let rows = hands.elements.filter { element in
      guard element.isClickable, let bounds = element.bounds else { return false }
      return bounds.top > top && bounds.width > 2 * bounds.height
    }
    guard let first = rows.min(by: { ($0.bounds?.top ?? 0) < ($1.bounds?.top ?? 0) }) else {
      throw hands.missing("a conversation")
    }
    return first
  }
}
