import Imaging

/// Short messages.
struct MessagesApp: App {
  var package: PhonePackage {
    PhonePackage(
      name: "com.google.android.apps.messaging", label: "Messages",
      launcherActivity:
        "com.google.android.apps.messaging/com.google.android.apps.messaging.ui.ConversationListActivity",
      isSystem: true)
  }
  var icon: AppIcon { AppIcon(.messages) }
  var databases: [AppDatabase] { [Self.database] }

  func reset(_ phone: inout Phone) {
    phone.data.messages = MessagesData(
      seed: phone.configuration.seed, contacts: phone.data.contacts, now: phone.milliseconds)
  }

  func activity(for intent: PhoneIntent, _ phone: Phone) -> Activity? {
    if intent.action == "android.intent.action.SEND", let text = intent.extras["android.intent.extra.TEXT"] {
      var activity = Activity(package.name, "new")
      activity.fields["message"] = FieldText(text)
      return activity
    }
    guard let data = intent.data, data.hasPrefix("sms:") || data.hasPrefix("smsto:") else { return nil }
    let number = String(data.drop { $0 != ":" }.dropFirst())
    var activity = Activity(package.name, number.isEmpty ? "new" : "conversation", ["number": number])
    activity.fields["message"] = FieldText(intent.extras["sms_body"] ?? "")
    return activity
  }

  func view(_ activity: Activity, _ phone: Phone) -> View {
    switch activity.screen {
    case "conversation": conversation(activity, phone)
    case "new": new(activity, phone)
    default: list(phone)
    }
  }

  private func list(_ phone: Phone) -> View {
    let parts = AppParts(phone: phone, package: package.name)
    let rows = phone.data.messages.conversations.map { item in
      let name = phone.data.contacts.name(of: item.number)
      let number = item.number
      let last = item.messages.last
      return parts.row(
        name, last.map { ($0.isMine ? "You: " : "") + $0.text }, icon: parts.avatar(name),
        trailing: View.text(
          last.map { CivilTime(milliseconds: $0.time + phone.timeZoneOffset).clock(is24Hour: phone.is24Hour) } ?? "",
          12,
          phone.theme.secondary, weight: item.isRead ? 400 : 700), tap: { $0.writeMessage(to: number) },
        longPress: { phone in
          phone.activity.values["number"] = number
          phone.activity.dialog = "delete"
        })
    }
    let content = rows.isEmpty ? [parts.empty("No conversations yet")] : rows
    return parts.screen(
      parts.bar("Messages", back: false), View.scroll("list", View.column(content + [.space(height: 88)]).wide),
      floating: parts.floating("chat", "Start chat") { phone in
        phone.open("new")
        phone.focus("to", text: "")
      })
  }

  private func new(_ activity: Activity, _ phone: Phone) -> View {
    let parts = AppParts(phone: phone, package: package.name)
    let query = activity.text("to")
    let found = phone.data.contacts.sorted.filter {
      !$0.phone.isEmpty
        && (query.isEmpty || $0.name.lowercased().contains(query.lowercased()) || $0.phone.contains(query))
    }
    var rows = [
      View.stack([
        parts.field("to", "Type a name, phone number, or email") { phone in
          let number = phone.activity.text("to")
          if !ContactsData.digits(number).isEmpty { phone.replaceWithConversation(number) }
        }
      ]).padding(16, 8).wide
    ]
    if !ContactsData.digits(query).isEmpty {
      rows.append(
        parts.row(
          "Send to \(query)", icon: .icon("send", phone.theme.accent), tap: { $0.replaceWithConversation(query) }))
    }
    rows += found.map { contact in
      let number = contact.phone
      return parts.row(
        contact.name, number, icon: parts.avatar(contact.name), tap: { $0.replaceWithConversation(number) })
    }
    return parts.screen(parts.bar("New conversation"), View.scroll("new", View.column(rows).wide))
  }

  private func conversation(_ activity: Activity, _ phone: Phone) -> View {
    let parts = AppParts(phone: phone, package: package.name)
    let theme = phone.theme
    let number = activity.values["number"] ?? ""
    let name = phone.data.contacts.name(of: number)
    let messages = phone.data.messages.conversation(number)?.messages ?? []
    let rows = messages.suffix(60).map { message -> View in
      let text = message.text
      let bubble = View.text(
        message.text, 16, message.isMine ? theme.onAccent : theme.text, id: "\(package.name):id/message_text"
      )
      .padding(16, 8).fill(message.isMine ? theme.accent : theme.tile, corner: 20).longPress { phone in
        phone.system.clipboard = text
        phone.showToast("Message copied")
      }
      return View.stack([bubble]).padding(left: message.isMine ? 72 : 0, right: message.isMine ? 0 : 72).wide.aligned(
        message.isMine ? .topRight : .topLeft)
    }
    let send: PhoneAction = { phone in
      let text = phone.activity.text("message")
      guard !text.isEmpty else { return phone.showToast("Type a message first") }
      phone.data.messages.add(text, to: number, isMine: true, time: phone.milliseconds)
      phone.activity.fields["message"] = FieldText()
      phone.activity.scroll["messages"] = 1e6
    }
    let foot = View.row([
      View.stack([parts.field("message", "Text message", submit: send)]).weighted(), .space(width: 8),
      View.stack([.icon("send", theme.accent)], .center).square(48).label("Send SMS", "android.widget.ImageView").tap(
        send),
    ]).padding(12, 8).wide
    let list = View.column([.space(height: 8)] + rows.flatMap { [$0, .space(height: 8)] }).padding(left: 16, right: 16)
      .wide
    return parts.screen(
      parts.bar(
        name,
        buttons: [
          AppParts.Button("call", "Call") { $0.call(number) },
          AppParts.Button("delete_outline", "Delete") { $0.activity.dialog = "delete" },
        ]), View.scroll("messages", list), foot: foot)
  }

  func dialog(_ name: String, _ activity: Activity, _ phone: Phone) -> View? {
    let number = activity.values["number"] ?? ""
    return AppParts(phone: phone, package: package.name).confirm(
      "Delete this conversation?", "This conversation will be deleted from this phone.", "Delete"
    ) { phone in
      phone.data.messages.conversations.removeAll { $0.number == number }
      if phone.activity.screen == "conversation" { phone.finish() }
    }
  }
}

extension Phone {
  /// Opens the conversation with a number.
  mutating func writeMessage(to number: String) {
    if let index = data.messages.conversations.firstIndex(where: { $0.number == number }) {
      data.messages.conversations[index].isRead = true
    }
    open("conversation", of: "com.google.android.apps.messaging", ["number": number])
    activity.scroll["messages"] = 1e6
    activity.fields["message"] = FieldText()
  }

  fileprivate mutating func replaceWithConversation(_ number: String) {
    // What another app has shared goes with it.
    let text = activity.text("message")
    finish()
    writeMessage(to: number)
    activity.fields["message"] = FieldText(text)
  }

  /// Puts a message into the phone, as `adb emu sms send` does.
  public mutating func receiveMessage(_ text: String, from number: String) {
    data.messages.add(text, to: number, isMine: false, time: milliseconds)
    announceMessage(text, from: number)
  }
}
