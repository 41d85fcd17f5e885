import Imaging

/// A notebook of text files, in the manner of Markor.
struct NotesApp: App {
  var package: PhonePackage {
    PhonePackage(
      name: "net.gsantner.markor", label: "Markor",
      launcherActivity: "net.gsantner.markor/net.gsantner.markor.activity.MainActivity", isSystem: false)
  }
  var icon: AppIcon { AppIcon("edit_note", background: 0xD32F2F) }

  func component(of screen: String) -> String {
    screen == "note"
      ? "net.gsantner.markor/net.gsantner.markor.activity.DocumentActivity" : package.launcherActivity ?? package.name
  }

  func reset(_ phone: inout Phone) {
    phone.data.notes = NotesData(seed: phone.configuration.seed, now: phone.milliseconds)
  }

  func view(_ activity: Activity, _ phone: Phone) -> View {
    activity.screen == "note" ? editor(activity, phone) : list(activity, phone)
  }

  private func list(_ activity: Activity, _ phone: Phone) -> View {
    let parts = AppParts(phone: phone, package: package.name)
    let isByDate = activity.values["sort"] == "date"
    let query = activity.text("search").lowercased()
    let isSearching = activity.values["searching"] == "1"
    let notes = phone.data.notes.notes.filter { query.isEmpty || $0.name.lowercased().contains(query) }.sorted {
      isByDate ? $0.time > $1.time : $0.name.lowercased() < $1.name.lowercased()
    }
    let rows = notes.map { note in
      let name = note.name
      let time = CivilTime(milliseconds: note.time + phone.timeZoneOffset)
      return parts.row(
        name, "\(time.shortMonth) \(time.day), \(time.clock(is24Hour: phone.is24Hour))",
        icon: .icon("insert_drive_file", phone.theme.secondary),
        trailing: View.stack([.icon("more_vert", phone.theme.secondary)], .center).square(48)
          .label("Options for \(name)", "android.widget.ImageButton").tap { phone in
            phone.activity.values["name"] = name
            phone.activity.dialog = "options"
          },
        tap: { $0.openNote(name) },
        longPress: { phone in
          phone.activity.values["name"] = name
          phone.activity.dialog = "options"
        })
    }
    let bar = parts.bar(
      "Files", back: false,
      buttons: [
        AppParts.Button("search", "Search") { phone in
          if phone.value("searching") == "1" {
            phone.activity.values["searching"] = nil
            phone.activity.fields["search"] = FieldText()
            phone.system.isKeyboardUp = false
          } else {
            phone.activity.values["searching"] = "1"
            phone.focus("search", text: "")
          }
        }, AppParts.Button("sort", "Sort by") { $0.activity.dialog = "sort" },
      ])
    var content: [View] = []
    if isSearching {
      content.append(
        View.stack([parts.field("search", "Search") { $0.system.isKeyboardUp = false }]).padding(16, 4).wide)
    }
    content += rows.isEmpty ? [parts.empty("No files here")] : rows
    return parts.screen(
      bar, View.scroll("list", View.column(content + [.space(height: 88)]).wide),
      floating: parts.floating("add", "Create a new file or folder") { phone in
        phone.activity.dialog = "new"
        phone.focus("edit", text: "")
      })
  }

  private func editor(_ activity: Activity, _ phone: Phone) -> View {
    let parts = AppParts(phone: phone, package: package.name)
    let theme = phone.theme
    let name = activity.values["name"] ?? ""
    let save: PhoneAction = { phone in
      phone.data.notes.save(name, phone.activity.text("text"), now: phone.milliseconds)
    }
    var field = View.Field(key: "text", hint: "Note", size: 17, color: theme.text, hintColor: theme.secondary)
    field.isMultiline = true
    let bar = parts.bar(
      name,
      buttons: [
        AppParts.Button("save", "Save") { phone in
          save(&phone)
          phone.showToast("Saved")
        }, AppParts.Button("more_vert", "More options") { $0.activity.dialog = "more" },
      ])
    let page = View(.field(field)).padding(16, 12).wide.atLeast(height: phone.heightDP * 0.6)
      .id("\(package.name):id/document__fragment__edit__highlighting_editor")
    return parts.screen(bar, View.scroll("page", View.column([page]).wide))
  }

  /// As Markor does, leaving a note saves it.
  func back(_ phone: inout Phone) -> Bool {
    if phone.activity.screen == "note", let name = phone.activity.values["name"] {
      phone.data.notes.save(name, phone.activity.text("text"), now: phone.milliseconds)
    }
    return false
  }

  func dialog(_ name: String, _ activity: Activity, _ phone: Phone) -> View? {
    let parts = AppParts(phone: phone, package: package.name)
    let file = activity.values["name"] ?? ""
    switch name {
    case "new":
      return SettingsDialogs.text(phone, title: "Create a new file", confirm: "OK") { phone, name in
        let name = Self.fileName(name)
        guard !name.isEmpty else { return phone.showToast("Enter a name first") }
        guard phone.data.notes.note(name) == nil else { return phone.showToast("\(name) already exists") }
        phone.data.notes.save(name, "", now: phone.milliseconds)
        phone.openNote(name)
        phone.focus("text")
      }
    case "rename":
      return SettingsDialogs.text(phone, title: "Rename", confirm: "OK") { phone, name in
        let name = Self.fileName(name)
        guard !name.isEmpty, phone.data.notes.note(name) == nil,
          let index = phone.data.notes.notes.firstIndex(where: { $0.name == file })
        else { return phone.showToast("That name can’t be used") }
        phone.data.notes.notes[index].name = name
      }
    case "options":
      return parts.menu([
        ("Open", { $0.openNote(file) }),
        (
          "Rename",
          { phone in
            phone.activity.dialog = "rename"
            phone.focus("edit", text: file)
          }
        ), ("Delete", { $0.activity.dialog = "delete" }),
      ])
    case "more":
      return parts.menu([
        (
          "Copy all",
          { phone in
            phone.system.clipboard = phone.activity.text("text")
            phone.showToast("Copied")
          }
        ), ("Delete", { $0.activity.dialog = "delete" }),
      ])
    case "delete":
      return parts.confirm("Confirm delete", file, "OK") { phone in
        phone.data.notes.notes.removeAll { $0.name == file }
        if phone.activity.screen == "note" { phone.finish() }
      }
    case "sort":
      return Dialog.choice(
        phone, title: "Sort by", options: ["Name", "Date"], selected: activity.values["sort"] == "date" ? 1 : 0
      ) {
        phone, index in phone.activity.values["sort"] = index == 1 ? "date" : nil
      }
    default: return nil
    }
  }

  /// What a file is called: without slashes, with an ending.
  private static func fileName(_ name: String) -> String {
    let name = String(name.filter { $0 != "/" }.drop { $0 == " " })
    return name.isEmpty || name.contains(".") ? name : "\(name).md"
  }
}

extension Phone {
  fileprivate mutating func openNote(_ name: String) {
    open("note", of: "net.gsantner.markor", ["name": name])
    activity.fields["text"] = FieldText(data.notes.note(name)?.text ?? "")
  }
}
