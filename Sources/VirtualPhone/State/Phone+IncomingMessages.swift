extension Phone {
  private static let messages = "com.google.android.apps.messaging"

  /// Announces a message that is there already.
  mutating func announceMessage(_ text: String, from number: String) {
    // Who is reading it needs no notice.
    let front = activity
    if system.isAppInFront, system.isScreenOn, front.package == Self.messages, front.screen == "conversation",
      ContactsData.digits(front.values["number"] ?? "") == ContactsData.digits(number)
    {
      return
    }
    notify(
      Self.messages, app: "Messages", icon: "message", title: data.contacts.name(of: number), text: text,
      screen: "conversation", values: ["number": number],
      actions: [Notice.Action(title: "Mark as read", name: "read"), Notice.Action(title: "Reply", name: "reply")],
      isUrgent: true)
  }
}

extension MessagesApp {
  func respond(to action: String, _ values: [String: String], _ phone: inout Phone) {
    let number = values["number"] ?? ""
    switch action {
    case "read":
      let index = phone.data.messages.conversations.firstIndex {
        ContactsData.digits($0.number) == ContactsData.digits(number)
      }
      if let index { phone.data.messages.conversations[index].isRead = true }
    case "reply":
      phone.system.shade = 0
      phone.restart(with: Activity(package.name, "conversation", ["number": number]))
      phone.focus("message")
    default: break
    }
  }
}
