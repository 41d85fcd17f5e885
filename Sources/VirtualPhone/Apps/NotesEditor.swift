import Imaging

/// A note's text. The activity's value `path` says which; `dirty` is 1 while something isn't saved.
struct NotesEditor {
  let activity: Activity
  let phone: Phone

  private var ids: String { "\(NotesApp.name):id/" }
  private var path: String { activity.values["path"] ?? "" }

  /// An editor with a file's text.
  static func activity(_ path: String, _ phone: Phone) -> Activity {
    var activity = Activity(NotesApp.name, "note", ["path": path])
    activity.fields["text"] = field(path, phone.files)
    return activity
  }

  static func field(_ path: String, _ files: PhoneFileSystem) -> FieldText {
    let bytes = (try? files.read(path)) ?? []
    var field = FieldText(String(decoding: bytes.prefix(20_000), as: UTF8.self))
    field.move(to: 0)
    return field
  }

  /// The same, with its text in its file.
  static func saved(_ activity: Activity, _ files: inout PhoneFileSystem) -> Activity {
    var activity = activity
    activity.values["dirty"] = nil
    // What has no room any more stays on the screen.
    guard let path = activity.values["path"],
      (try? files.write(Array(activity.text("text").utf8), to: path)) != nil
    else { return activity }
    return activity
  }

  func screen() -> View {
    let parts = AppParts(phone: phone, package: NotesApp.name)
    let title = FileKind.parts(of: PhoneFileSystem.name(of: path)).base
    let isPreview = activity.values["preview"] == "1"
    var buttons: [View] = []
    if !isPreview {
      buttons = [
        parts.button(AppParts.Button("undo", "Undo") { $0.stepNote(back: true) }).id("\(ids)action_undo")
          .enabled(activity.values["dirty"] == "1"),
        parts.button(AppParts.Button("redo", "Redo") { $0.stepNote(back: false) }).id("\(ids)action_redo")
          .enabled(activity.values["after"] != nil),
        parts.button(AppParts.Button("save", "Save") { $0.saveNote() }).id("\(ids)action_save")
          .enabled(activity.values["dirty"] == "1"),
      ]
    }
    buttons.append(
      parts.button(
        AppParts.Button(isPreview ? "edit" : "visibility", isPreview ? "Edit mode" : "View mode") { phone in
          phone.saveNote()
          phone.activity.focus = nil
          phone.system.isKeyboardUp = false
          phone.activity.values["preview"] = isPreview ? nil : "1"
        }
      ).id("\(ids)action_\(isPreview ? "edit" : "preview")"))
    buttons.append(
      parts.button(AppParts.Button("more_vert", "More options") { $0.activity.dialog = "document" }))
    return parts.screen(
      NotesBrowser.bar(title, phone, back: true, buttons: buttons),
      View.scroll("page", View.column([isPreview ? page() : Self.field(phone)]).wide))
  }

  /// The field that a note is written in.
  static func field(_ phone: Phone) -> View {
    let theme = phone.theme
    var field = View.Field(key: "text", hint: "", size: 17, color: theme.text, hintColor: theme.secondary)
    field.isMultiline = true
    field.onChange = { phone in
      phone.activity.values["dirty"] = "1"
      phone.activity.values["after"] = nil
    }
    return View(.field(field)).padding(16, 12).wide.atLeast(height: phone.heightDP * 0.6)
      .id("\(NotesApp.name):id/document__fragment__edit__highlighting_editor")
  }

  // Markdown as it is read: headings, points, boxes.
  private func page() -> View {
    let theme = phone.theme
    let lines = activity.text("text").split(separator: "\n", omittingEmptySubsequences: false).prefix(500)
    let views = lines.map { line -> View in
      let text = String(line)
      let level = text.prefix { $0 == "#" }.count
      if (1...6).contains(level), text.dropFirst(level).first == " " {
        return View.text(String(text.dropFirst(level + 1)), 28 - Double(level) * 2, theme.text, weight: 500).wide
          .padding(0, 6)
      }
      for (mark, sign) in [("- [ ] ", "☐ "), ("- [x] ", "☑ "), ("- ", "• "), ("* ", "• ")] where text.hasPrefix(mark) {
        return View.text(sign + text.dropFirst(mark.count), 16, theme.text).wide.padding(left: 8, top: 2)
      }
      return text.isEmpty ? .space(height: 12) : View.text(text, 16, theme.text).wide
    }
    return View.column(views).padding(16, 12).wide.id("\(ids)document__fragment_view_webview", "android.webkit.WebView")
  }
}

extension Phone {
  /// Opens a note.
  mutating func openNote(_ path: String, isNew: Bool = false) {
    push(NotesEditor.activity(path, self))
    if isNew { focus("text") }
  }

  /// Writes the note in front to its file.
  mutating func saveNote() {
    guard activity.values["dirty"] == "1" else { return }
    stampFiles()
    activity = NotesEditor.saved(activity, &files)
  }

  /// Goes back to the text in the file, or to what it was undone from.
  mutating func stepNote(back: Bool) {
    let text = activity.text("text")
    if back {
      activity.fields["text"] = NotesEditor.field(activity.values["path"] ?? "", files)
    } else {
      activity.fields["text"] = FieldText(activity.values["after"] ?? "")
    }
    activity.values["after"] = back ? text : nil
    activity.values["dirty"] = back ? nil : "1"
  }
}
