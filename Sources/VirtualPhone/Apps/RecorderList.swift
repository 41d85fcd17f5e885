import Imaging

/// The recordings, and those that were deleted.
enum RecorderList {
  private static let sorts = ["By date (newest)", "By date (oldest)", "By name (A-Z)", "By duration (longest)"]

  private static func path(_ file: String) -> String { "\(RecordingFile.directory)/\(file)" }

  static func view(_ activity: Activity, _ look: RecorderLook) -> View {
    let phone = look.phone
    let sort = Int(activity.values["sort"] ?? "") ?? 0
    let records = phone.recordings().sorted { a, b in
      switch sort {
      case 1: (a.modified, a.file) < (b.modified, b.file)
      case 2: a.name.lowercased() < b.name.lowercased()
      case 3: a.milliseconds > b.milliseconds
      default: (a.modified, a.file) > (b.modified, b.file)
      }
    }
    let rows = records.map { record -> View in
      let file = record.file
      let isShown = phone.data.recorder.shown == file
      let time = CivilTime(milliseconds: record.modified * 1000 + phone.timeZoneOffset)
      return View.row([
        View.stack([.icon("audiotrack", look.faint)], .center).square(48), .space(width: 8),
        View.column([
          View.text(record.name, 16, look.text, weight: 500, lines: 1, id: "\(RecorderApp.name):id/list_item_name"),
          View.text(
            "\(RecorderLook.clock(record.milliseconds)), \(RecorderLook.megabytes(record.size)), \(record.ending)", 14,
            look.faint, id: "\(RecorderApp.name):id/list_item_description"),
        ]).weighted(),
        View.text("\(time.day) \(time.shortMonth)", 12, look.faint, id: "\(RecorderApp.name):id/list_item_date"),
        look.button("more_vert", "Options for \(record.name)", "list_item_more", size: 24) { phone in
          phone.activity.values["file"] = file
          phone.activity.dialog = "options"
        },
      ]).padding(left: 8, right: 4).size(width: .fill, height: .fixed(72)).fill(isShown ? look.panel : look.page)
        .selected(isShown).tap { phone in
          phone.data.recorder.shown = file
          phone.data.recorder.playing = phone.system.uptime
        }
    }
    let none = View.stack([View.text("Records is empty", 20, look.text)], .center).padding(32, 160).wide
    var parts = [
      look.bar(
        "Records", sorts[sort],
        buttons: [look.button("sort", "", "btn_sort", size: 24) { $0.activity.dialog = "sort" }]),
      View.scroll("records", View.column(rows.isEmpty ? [none] : rows).wide).weighted(),
    ]
    if let shown = records.first(where: { $0.file == phone.data.recorder.shown }) { parts.append(player(shown, look)) }
    return View.column(parts).filling.fill(look.page)
  }

  private static func player(_ record: Phone.Recording, _ look: RecorderLook) -> View {
    let file = record.file
    let played = look.phone.data.recorder.playing.map { min(record.milliseconds, look.phone.system.uptime - $0) }
    return View.column([
      View.text(
        RecorderLook.clock(played ?? 0), 20, look.text, weight: 500, alignment: .center,
        id: "\(RecorderApp.name):id/txt_progress"
      ).wide, .space(height: 4),
      View.row([
        View.text("00:00", 14, look.faint), .spring,
        View.text(record.name, 16, look.text, lines: 1, id: "\(RecorderApp.name):id/txt_name").tap {
          $0.askForRecordingName(file)
        }, .spring, View.text(RecorderLook.clock(record.milliseconds), 14, look.faint),
      ]).padding(16, 4).wide,
      View.row([
        .spring,
        look.button("delete_forever", "", "btn_delete") { phone in
          phone.activity.values["file"] = file
          phone.activity.dialog = "delete"
        }, .space(width: 16),
        look.button(played == nil ? "play_arrow" : "pause", "", "btn_play", size: 56) { phone in
          phone.data.recorder.playing = played == nil ? phone.system.uptime : nil
        }, .space(width: 16),
        look.button("stop", "", "btn_stop") { phone in
          phone.data.recorder.playing = nil
          phone.data.recorder.shown = nil
        }, .spring,
      ]).wide,
    ]).padding(0, 12).wide.fill(look.panel, corner: 12)
  }

  static func trash(_ look: RecorderLook) -> View {
    let rows = look.phone.recordings(inTrash: true).map { record -> View in
      let file = record.file
      // `Record-1.m4a.del` was `Record-1.m4a`.
      return View.row([
        View.text(record.name, 16, look.text, lines: 1).weighted(),
        look.button("restore", "Restore \(record.name)", "", size: 24) { phone in
          try? phone.files.move(path(file), to: path(record.name))
          phone.showToast("The record restored successfully")
        },
        look.button("delete_forever", "Delete \(record.name)", "", size: 24) { phone in
          try? phone.files.remove(path(file))
          phone.showToast("The record deleted successfully")
        },
      ]).padding(left: 20, right: 4).size(width: .fill, height: .fixed(64))
    }
    let none = View.stack([View.text("Empty", 20, look.text)], .center).padding(32, 160).wide
    return View.column([
      look.bar("Trash"), View.scroll("trash", View.column(rows.isEmpty ? [none] : rows).wide).weighted(),
    ]).filling.fill(look.page)
  }

  // MARK: - Dialogs

  /// Asks what a recording is to be called.
  static func rename(_ file: String, _ look: RecorderLook) -> View {
    let phone = look.phone
    let theme = phone.theme
    let save: PhoneAction = { phone in
      let name = String(phone.activity.text("edit").map { "/\\:*?\"<>|".contains($0) ? "_" : $0 })
      let ending = file.lastIndex(of: ".").map { String(file[$0...]) } ?? ""
      guard !name.allSatisfy(\.isWhitespace) else { return phone.showToast("Invalid output file") }
      let target = "\(name)\(ending)"
      guard target == file || !phone.files.exists(path(target)) else {
        return phone.showToast("File with this name is already exists!")
      }
      Dialog.dismiss(&phone)
      do throws(FileSystemError) {
        try phone.files.move(path(file), to: path(target))
        phone.data.recorder.shown = target
      } catch {
        phone.showToast("Failed to rename the record!")
      }
    }
    var field = View.Field(key: "edit", hint: "New name", size: 18, color: theme.text, hintColor: theme.secondary)
    field.onSubmit = save
    let isAsking = phone.data.recorder.asksForName
    return Dialog.card(
      phone, title: "New name",
      content: [
        View.column([
          View(.field(field)).size(width: .fill, height: .fixed(48)).id("\(RecorderApp.name):id/input_name"),
          View(.stack).size(width: .fill, height: .fixed(2)).fill(theme.accent), .space(height: 8),
          View.row([
            View(.checkbox(isOn: !isAsking)).size(width: .fixed(32), height: .fixed(40)).id(
              "\(RecorderApp.name):id/check_box"
            ).label("Don't ask again").tap { $0.data.recorder.asksForName.toggle() },
            .space(width: 8), View.text("Don't ask again", 16, theme.text),
          ]),
        ]).padding(24, 4).wide
      ],
      buttons: [
        Dialog.Button(title: "Cancel", action: Dialog.dismiss), Dialog.Button(title: "Save", action: save),
      ])
  }

  static func menu(_ file: String, _ look: RecorderLook) -> View {
    AppParts(phone: look.phone, package: RecorderApp.name).list([
      (
        "Information",
        { phone in
          phone.activity.values["file"] = file
          phone.activity.dialog = "information"
        }
      ), ("Rename", { $0.askForRecordingName(file) }),
      (
        "Download",
        { phone in
          let copy = "\(PhoneFileSystem.sharedStorage)/Download/\(file)"
          guard !phone.files.exists(copy), let bytes = try? phone.files.read(path(file)) else {
            return phone.showToast("Failed to download. File with name \(file) already exists")
          }
          try? phone.files.write(bytes, to: copy)
          phone.showToast("\(file) downloaded to the Download directory")
        }
      ),
      (
        "Delete",
        { phone in
          phone.activity.values["file"] = file
          phone.activity.dialog = "delete"
        }
      ),
    ])
  }

  static func dialog(_ name: String, _ file: String, _ look: RecorderLook) -> View? {
    let phone = look.phone
    switch name {
    case "options": return menu(file, look)
    case "sort":
      return Dialog.choice(
        phone, title: "", options: sorts, selected: Int(phone.activity.values["sort"] ?? "") ?? 0
      ) { phone, index in phone.activity.values["sort"] = String(index) }
    case "information":
      guard let record = phone.recordings().first(where: { $0.file == file }) else { return nil }
      let time = CivilTime(milliseconds: record.modified * 1000 + phone.timeZoneOffset)
      return Dialog.message(
        phone, title: "Information",
        text: """
          Name: \(record.name)
          Format: \(record.ending)
          Duration: \(RecorderLook.clock(record.milliseconds))
          Size: \(RecorderLook.megabytes(record.size))
          File location: \(path(file))
          Created: \(time.day) \(time.shortMonth) \(time.year), \(time.clock(is24Hour: phone.is24Hour))
          """, buttons: [Dialog.Button(title: "Ok", action: Dialog.dismiss)])
    case "delete":
      let title = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
      return Dialog.confirm(phone, title: "Warning!", text: "Move to trash \(title)?", yes: "Yes") { phone in
        try? phone.files.move(path(file), to: path("\(file).del"))
        phone.data.recorder.shown = nil
        phone.data.recorder.playing = nil
        phone.showToast("The record moved to trash")
      }
    default: return nil
    }
  }
}
