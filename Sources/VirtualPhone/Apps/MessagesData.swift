internal import Randomness

/// Short messages, by the other side's number.
struct MessagesData: Sendable, Equatable, Codable {
  struct Message: Sendable, Equatable, Codable {
    var text: String
    var isMine: Bool
    /// Milliseconds since 1970.
    var time: Int
  }

  struct Conversation: Sendable, Equatable, Codable {
    var number: String
    var messages: [Message] = []
    var isRead = true
  }

  /// The latest one first.
  var conversations: [Conversation] = []

  init() {}

  init(seed: UInt64, contacts: ContactsData, now: Int) {
    var random = SplitMix64(seed: seed ^ 0x5A5)
    let texts = [
      "Are we still on for tomorrow?", "Please call me back.", "The meeting moved to 3 pm.", "Happy birthday!",
      "Can you send me the address?", "12 Oak Street, second floor", "Thanks a lot", "I'm running late, sorry",
      "Dinner at 7?", "Your code is 482913",
    ]
    for (index, contact) in random.shuffled(contacts.contacts).prefix(3).enumerated() {
      var conversation = Conversation(number: contact.phone)
      for step in 0..<(1 + random.below(3)) {
        conversation.messages.append(
          Message(
            text: random.pick(texts), isMine: step % 2 == 1, time: now - (index + 1) * 3_600_000 + step * 60_000))
      }
      conversations.append(conversation)
    }
  }

  func conversation(_ number: String) -> Conversation? {
    conversations.first { ContactsData.digits($0.number) == ContactsData.digits(number) }
  }

  mutating func add(_ text: String, to number: String, isMine: Bool, time: Int) {
    var conversation = conversation(number) ?? Conversation(number: number)
    conversations.removeAll { $0.number == conversation.number }
    conversation.messages.append(Message(text: text, isMine: isMine, time: time))
    conversation.isRead = isMine
    conversations.insert(conversation, at: 0)
  }
}
