import Imaging

/// The address book.
struct ContactsApp: App {
  var package: PhonePackage {
    PhonePackage(
      name: "com.google.android.contacts", label: "Contacts",
      launcherActivity: "com.google.android.contacts/com.android.contacts.activities.PeopleActivity", isSystem: true)
  }
  var icon: AppIcon { AppIcon("person", background: 0x1A73E8) }

  func component(of screen: String) -> String {
    switch screen {
    case "edit": "com.google.android.contacts/com.google.android.apps.contacts.editor.ContactEditorActivity"
    case "contact": "com.google.android.contacts/com.google.android.apps.contacts.quickcontact.QuickContactActivity"
    default: package.launcherActivity ?? package.name
    }
  }

  func reset(_ phone: inout Phone) { phone.data.contacts = ContactsData(seed: phone.configuration.seed) }

  func activity(for intent: PhoneIntent, _ phone: Phone) -> Activity? {
    guard intent.action == "android.intent.action.INSERT", intent.type?.contains("contact") == true else { return nil }
    var activity = Activity(package.name, "edit")
    let name = intent.extras["name"] ?? ""
    let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
    activity.fields["first"] = FieldText(parts.first ?? "")
    activity.fields["last"] = FieldText(parts.count > 1 ? parts[1] : "")
    activity.fields["phone"] = FieldText(intent.extras["phone"] ?? "")
    activity.fields["email"] = FieldText(intent.extras["email"] ?? "")
    return activity
  }

  func view(_ activity: Activity, _ phone: Phone) -> View {
    switch activity.screen {
    case "contact": detail(activity, phone)
    case "edit": editor(activity, phone)
    default: list(activity, phone)
    }
  }

  private func list(_ activity: Activity, _ phone: Phone) -> View {
    let parts = AppParts(phone: phone, package: package.name)
    let theme = phone.theme
    let query = activity.text("search").lowercased()
    let found = phone.data.contacts.sorted.filter { query.isEmpty || $0.name.lowercased().contains(query) }
    var rows: [View] = []
    var letter = ""
    for contact in found {
      let first = contact.name.first.map { $0.uppercased() } ?? "#"
      if first != letter {
        letter = first
        rows.append(
          View.text(letter, 14, theme.accent, weight: 500).wide.padding(left: 16, top: 12, right: 0, bottom: 4))
      }
      let id = String(contact.id)
      rows.append(parts.row(contact.name, icon: parts.avatar(contact.name)) { $0.open("contact", ["id": id]) })
    }
    if found.isEmpty { rows = [parts.empty(query.isEmpty ? "No contacts" : "No results")] }
    let search = View.stack([parts.field("search", "Search contacts") { $0.system.isKeyboardUp = false }])
      .padding(left: 16, top: Phone.statusBarHeight + 8, right: 16, bottom: 8).wide
    return parts.screen(
      search, View.scroll("list", View.column(rows + [.space(height: 88)]).wide),
      floating: parts.floating("add", "Create contact") { phone in
        phone.open("edit")
        phone.focus("first", text: "")
      })
  }

  private func detail(_ activity: Activity, _ phone: Phone) -> View {
    let parts = AppParts(phone: phone, package: package.name)
    guard let contact = phone.data.contacts.contact(activity.values["id"] ?? "") else {
      return parts.screen(parts.bar(""), parts.empty("This contact was deleted"))
    }
    let id = String(contact.id)
    let number = contact.phone
    let bar = parts.bar(
      "",
      buttons: [
        AppParts.Button("edit", "Edit contact") { phone in
          guard let contact = phone.data.contacts.contact(id) else { return }
          var activity = Activity("com.google.android.contacts", "edit", ["id": id])
          activity.values["type"] = String(contact.phoneType)
          for (key, text) in [
            ("first", contact.first), ("last", contact.last), ("phone", contact.phone), ("email", contact.email),
          ] { activity.fields[key] = FieldText(text) }
          phone.push(activity)
        }, AppParts.Button("delete_outline", "Delete contact") { $0.activity.dialog = "delete" },
      ])
    var rows = [
      View.column([
        parts.avatar(contact.name, size: 112), .space(height: 16),
        View.text(contact.name, 28, phone.theme.text, alignment: .center, id: "\(package.name):id/large_title"),
      ]).aligned(.top).wide.padding(16)
    ]
    if !number.isEmpty {
      rows.append(
        View.row([
          .spring, parts.pill("Call", filled: false) { $0.call(number) }, .space(width: 16),
          parts.pill("Text", filled: false) { $0.writeMessage(to: number) }, .spring,
        ]).wide)
      rows.append(.space(height: 16))
      rows.append(
        parts.row(number, contact.phoneLabel, icon: .icon("call", phone.theme.secondary), tap: { $0.call(number) }))
    }
    if !contact.email.isEmpty {
      rows.append(
        parts.row(
          contact.email, "Email", icon: .icon("mail_outline", phone.theme.secondary),
          tap: { phone in
            phone.system.clipboard = phone.data.contacts.contact(id)?.email ?? ""
            phone.showToast("Email address copied")
          }))
    }
    return parts.screen(bar, View.scroll("detail", View.column(rows).wide))
  }

  private func editor(_ activity: Activity, _ phone: Phone) -> View {
    let parts = AppParts(phone: phone, package: package.name)
    let save: PhoneAction = { phone in
      let activity = phone.activity
      var contact = phone.data.contacts.contact(activity.values["id"] ?? "") ?? ContactsData.Contact(id: 0)
      contact.first = activity.text("first")
      contact.last = activity.text("last")
      contact.phone = activity.text("phone")
      contact.phoneType = Int(activity.values["type"] ?? "") ?? 2
      contact.email = activity.text("email")
      guard !contact.name.isEmpty else { return phone.showToast("Add a name or a number first") }
      if let index = phone.data.contacts.contacts.firstIndex(where: { $0.id == contact.id }) {
        phone.data.contacts.contacts[index] = contact
      } else {
        phone.data.contacts.add(contact)
        contact.id = phone.data.contacts.nextID - 1
      }
      let isNew = activity.values["id"] == nil
      phone.finish()
      if isNew { phone.open("contact", of: "com.google.android.contacts", ["id": String(contact.id)]) }
      phone.showToast("Contact saved")
    }
    let bar = View.row([
      parts.button(AppParts.Button("close", "Cancel") { $0.finish() }), .space(width: 8),
      View.text(activity.values["id"] == nil ? "Create contact" : "Edit contact", 22, phone.theme.text).weighted(),
      parts.pill("Save", save), .space(width: 8),
    ]).size(width: .fill, height: .fixed(Phone.statusBarHeight + 64)).padding(
      left: 4, top: Phone.statusBarHeight, right: 4)
    func field(_ key: String, _ hint: String, isNumeric: Bool = false) -> View {
      View.stack([parts.field(key, hint, isNumeric: isNumeric)]).padding(16, 8).wide
    }
    let type = Int(activity.values["type"] ?? "") ?? 2
    let name = ContactsData.phoneTypes.first { $0.type == type }?.label ?? "Other"
    let label = View.row([
      View.text(name, 16, phone.theme.text).weighted(), .icon("arrow_drop_down", phone.theme.secondary),
    ]).padding(16, 0).size(width: .fill, height: .fixed(48)).outline(phone.theme.secondary.faded(0.6), corner: 6)
      .label("\(name) Phone", "android.widget.Spinner").tap { $0.activity.dialog = "label" }
    let fields = [
      field("first", "First name"), field("last", "Last name"), field("phone", "Phone", isNumeric: true),
      View.stack([label]).padding(left: 16, top: 0, right: 180, bottom: 8).wide, field("email", "Email"),
    ]
    return parts.screen(bar, View.scroll("editor", View.column(fields + [.space(height: 24)]).wide))
  }

  func dialog(_ name: String, _ activity: Activity, _ phone: Phone) -> View? {
    if name == "label" {
      let types = ContactsData.phoneTypes
      return Dialog.choice(
        phone, title: "Label", options: types.map(\.label),
        selected: types.firstIndex { String($0.type) == activity.values["type"] ?? "2" }
      ) { phone, index in phone.activity.values["type"] = String(types[index].type) }
    }
    let id = activity.values["id"] ?? ""
    return AppParts(phone: phone, package: package.name).confirm(
      "Delete contact?", "This contact will be permanently deleted from your device", "Delete"
    ) { phone in
      phone.data.contacts.contacts.removeAll { String($0.id) == id }
      phone.finish()
      phone.showToast("Contact deleted")
    }
  }
}
