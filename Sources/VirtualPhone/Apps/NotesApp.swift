import Imaging

/// A notebook of text files in the manner of Markor: a browser over the folder with the notes, and an editor.
struct NotesApp: App {
  static let name = "net.gsantner.markor"

  var package: PhonePackage {
    PhonePackage(
      name: Self.name, label: "Markor", launcherActivity: "\(Self.name)/\(Self.name).activity.MainActivity",
      isSystem: false)
  }
  var icon: AppIcon { AppIcon("edit_note", background: 0xD32F2F) }

  func component(of screen: String) -> String {
    screen == "note" ? "\(Self.name)/\(Self.name).activity.DocumentActivity" : package.launcherActivity ?? package.name
  }

  func reset(_ phone: inout Phone) {
    clear(&phone)
    NotesData.write(seed: phone.configuration.seed, now: phone.milliseconds, to: &phone.files)
  }

  /// The notes are files in the shared storage, which outlive the app's own data.
  func clear(_ phone: inout Phone) { phone.data.notes = NotesData() }

  func activity(for intent: PhoneIntent, _ phone: Phone) -> Activity? {
    guard intent.action == "android.intent.action.VIEW" || intent.action == "android.intent.action.EDIT",
      let data = intent.data, data.hasPrefix("file://")
    else { return nil }
    let path = String(data.dropFirst(7))
    guard [.text, .page].contains(FileKind(name: path)), (try? phone.files.entry(path))?.kind == .file else {
      return nil
    }
    return NotesEditor.activity(path, phone)
  }

  func view(_ activity: Activity, _ phone: Phone) -> View {
    if activity.screen == "note" { return NotesEditor(activity: activity, phone: phone).screen() }
    return NotesBrowser(activity: activity, phone: phone).screen()
  }

  func dialog(_ name: String, _ activity: Activity, _ phone: Phone) -> View? {
    NotesDialogs(activity: activity, phone: phone).dialog(name)
  }

  /// As Markor does, leaving a note saves it.
  func back(_ phone: inout Phone) -> Bool {
    if phone.activity.screen == "note" {
      phone.saveNote()
      return false
    }
    return NotesBrowser.back(&phone)
  }

  /// A note that went out of sight is saved too.
  func tick(_ phone: inout Phone, since uptime: Int) {
    for task in phone.system.tasks.indices where phone.system.tasks[task].package == Self.name {
      let last = phone.system.tasks[task].activities.indices.last
      for index in phone.system.tasks[task].activities.indices {
        let activity = phone.system.tasks[task].activities[index]
        guard activity.values["dirty"] == "1" else { continue }
        let isInSight =
          index == last && task == phone.system.tasks.indices.last && phone.system.isAppInFront
          && phone.system.isScreenOn && !phone.system.isShowingRecents
        if !isInSight { phone.system.tasks[task].activities[index] = NotesEditor.saved(activity, &phone.files) }
      }
    }
  }
}
