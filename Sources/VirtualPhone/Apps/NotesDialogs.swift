import Imaging

/// The notebook's dialogs.
struct NotesDialogs {
  let activity: Activity
  let phone: Phone

  private var ids: String { "\(NotesApp.name):id/" }
  private var parts: AppParts { AppParts(phone: phone, package: NotesApp.name) }
  private var folder: String { NotesBrowser.folder(activity) }
  private var selected: [String] { NotesBrowser.selected(activity) }

  func dialog(_ name: String) -> View? {
    switch name {
    case "new": new()
    case "format": format()
    case "rename": rename()
    case "delete": delete()
    case "info": info()
    case "move": target("Move")
    case "copy": target("Copy")
    case "sort": sort()
    case "go": go()
    case "selection": selection()
    case "document": document()
    case "share": ShareSheet.view(phone)
    case "about":
      Dialog.message(
        phone, title: "Markor", text: "A text editor for notes and lists. Everything is a file in a folder.",
        buttons: [Dialog.Button(title: "OK", action: Dialog.dismiss)])
    default: nil
    }
  }

  // MARK: - New files

  private func new() -> View {
    let theme = phone.theme
    func caption(_ text: String) -> View { View.text(text, 12, theme.secondary).wide.padding(left: 24, top: 8) }
    func field(_ key: String, _ hint: String, _ id: String) -> View {
      // Enter only hides the keyboard: the type may still be chosen.
      let field = View.Field(key: key, hint: hint, size: 16, color: theme.text, hintColor: theme.secondary)
      return View.column([
        View(.field(field)).size(width: .fill, height: .fixed(44)).id("\(ids)\(id)"),
        View(.stack).size(width: .fill, height: .fixed(1)).fill(theme.secondary),
      ])
    }
    let type = View.row([
      View.text(phone.data.notes.format.rawValue, 16, theme.text, id: "android:id/text1").weighted(),
      .icon("arrow_drop_down", theme.secondary),
    ]).padding(0, 8).wide.id("\(ids)new_file_dialog__type", "android.widget.Spinner").tap {
      $0.activity.dialog = "format"
    }
    return Dialog.card(
      phone, title: "",
      content: [
        .space(height: 12), caption("Name"),
        View.row([
          field("edit", "Title", "new_file_dialog__name").weighted(0.7), .space(width: 16),
          field("ending", ".md", "new_file_dialog__ext").weighted(0.3),
        ]).padding(24, 0).wide, caption("Type"), View.stack([type]).padding(24, 0).wide,
        View.text("A folder is created without extension. A file that exists already is kept.", 12, theme.secondary)
          .wide.padding(24, 12),
      ],
      neutral: Dialog.Button(
        title: "FOLDER",
        action: { phone in
          let name = Self.plain(phone.activity.text("edit"))
          Dialog.dismiss(&phone)
          guard !name.isEmpty else { return }
          let path = "\(NotesBrowser.folder(phone.activity))/\(name)"
          phone.stampFiles()
          do throws(FileSystemError) {
            try phone.files.makeDirectory(path)
          } catch {
            phone.showToast("\(name): \(error)")
          }
        }),
      buttons: [
        Dialog.Button(title: "CANCEL", action: Dialog.dismiss), Dialog.Button(title: "OK", action: Self.makeFile),
      ])
  }

  /// Makes the file that the dialog names, or opens the one that is there.
  private static let makeFile: PhoneAction = { phone in
    let name = plain(phone.activity.text("edit"))
    let ending = plain(phone.activity.text("ending"))
    Dialog.dismiss(&phone)
    guard !name.isEmpty else { return }
    phone.data.notes.ending = ending
    let path = "\(NotesBrowser.folder(phone.activity))/\(name)\(ending)"
    phone.stampFiles()
    do throws(FileSystemError) {
      if !phone.files.exists(path) { try phone.files.write([], to: path) }
      guard !phone.files.isDirectory(path) else { throw .isADirectory }
      phone.openNote(path, isNew: true)
    } catch {
      phone.showToast("\(name)\(ending): \(error)")
    }
  }

  /// What a file can be called: no slashes, no spaces around it.
  private static func plain(_ name: String) -> String {
    let kept = name.filter { !"/\\:*?\"<>|\n".contains($0) }
    let front = kept.drop { $0 == " " }
    return String(front[..<(front.lastIndex { $0 != " " }.map { front.index(after: $0) } ?? front.startIndex)])
  }

  private func format() -> View {
    let all = NotesData.Format.allCases
    return Dialog.choice(
      phone, title: "Type", options: all.map(\.rawValue), selected: all.firstIndex(of: phone.data.notes.format)
    ) { phone, index in
      phone.data.notes.format = all[index]
      phone.activity.fields["ending"] = FieldText(all[index].ending)
      phone.activity.dialog = "new"
      phone.focus("edit")
    }
  }

  // MARK: - What is selected

  private func rename() -> View {
    let path = activity.values["path"] ?? "\(folder)/\(selected.first ?? "")"
    return SettingsDialogs.text(phone, title: "Rename", confirm: "OK") { phone, name in
      let name = Self.plain(name)
      let new = "\(PhoneFileSystem.directory(of: path))/\(name)"
      guard !name.isEmpty, new != path else { return }
      guard !phone.files.exists(new) else { return phone.showToast("\(name) already exists") }
      phone.saveNote()
      do throws(FileSystemError) {
        try phone.files.move(path, to: new)
        phone.activity.values["selected"] = nil
        if phone.activity.values["path"] == path { phone.activity.values["path"] = new }
      } catch {
        phone.showToast("\(name): \(error)")
      }
    }
  }

  private func delete() -> View {
    let isNote = activity.screen == "note"
    let paths = isNote ? [activity.values["path"] ?? ""] : selected.map { "\(folder)/\($0)" }
    let text = paths.map { "- " + PhoneFileSystem.name(of: $0) }.joined(separator: "\n")
    return Dialog.message(
      phone, title: "Confirm Delete", text: text,
      buttons: [
        Dialog.Button(title: "CANCEL", action: Dialog.dismiss),
        Dialog.Button(
          title: "OK",
          action: { phone in
            Dialog.dismiss(&phone)
            phone.stampFiles()
            for path in paths {
              do throws(FileSystemError) {
                try phone.files.remove(path, recursively: true)
              } catch {
                phone.showToast("\(PhoneFileSystem.name(of: path)): \(error)")
              }
            }
            phone.activity.values["selected"] = nil
            if isNote { phone.finish() }
          }),
      ])
  }

  private func info() -> View? {
    let path = activity.screen == "note" ? activity.values["path"] ?? "" : "\(folder)/\(selected.first ?? "")"
    guard let entry = try? phone.files.entry(path) else { return nil }
    var text = "Name\n\(entry.name)\n\nLocation\n\(path)\n\nLast modified\n\(phone.noteTime(entry.modified))"
    if entry.kind == .file { text += "\n\nSize\n\(FileKind.size(entry.size))" }
    return Dialog.message(
      phone, title: "Info", text: text, buttons: [Dialog.Button(title: "OK", action: Dialog.dismiss)])
  }

  private func selection() -> View {
    let paths = selected.map { "\(folder)/\($0)" }
    let isFavourite = paths.allSatisfy(phone.data.notes.favourites.contains)
    return parts.menu([
      ("Move", { $0.chooseFolder("move") }), ("Copy", { $0.chooseFolder("copy") }),
      (
        isFavourite ? "Remove from favourites" : "Favourite",
        { phone in
          phone.data.notes.favourites.removeAll(where: paths.contains)
          if !isFavourite { phone.data.notes.favourites += paths }
          phone.activity.values["selected"] = nil
        }
      ),
      (
        "Select all",
        { phone in
          let all = NotesBrowser.entries(NotesBrowser.folder(phone.activity), phone).map(\.name)
          phone.activity.values["selected"] = all.joined(separator: "\n")
        }
      ),
    ])
  }

  /// Chooses a folder for what is selected.
  private func target(_ title: String) -> View {
    let target = activity.values["target"] ?? folder
    let theme = phone.theme
    let isCopy = title == "Copy"
    func row(_ name: String, _ path: String) -> View {
      View.row([
        .icon("folder", Color(hex: 0xD99A00)), .space(width: 16), View.text(name, 16, theme.text, lines: 1).weighted(),
      ]).padding(24, 0).atLeast(height: 48).wide.label("Folder \(name)", "android.widget.LinearLayout").tap {
        $0.activity.values["target"] = path
        $0.activity.scroll["dialog"] = 0
      }
    }
    var rows = [View.text(target, 12, theme.secondary, lines: 2).wide.padding(left: 24, right: 24, bottom: 8)]
    if target != PhoneFileSystem.sharedStorage { rows.append(row("..", PhoneFileSystem.directory(of: target))) }
    for entry in NotesBrowser.entries(target, phone)
    where entry.kind == .directory && !(target == folder && selected.contains(entry.name)) {
      rows.append(row(entry.name, "\(target)/\(entry.name)"))
    }
    let names = selected
    return Dialog.card(
      phone, title: title, content: rows,
      buttons: [
        Dialog.Button(title: "CANCEL", action: Dialog.dismiss),
        Dialog.Button(
          title: "SELECT THIS FOLDER",
          action: { phone in
            Dialog.dismiss(&phone)
            phone.put(names, into: target, isCopy: isCopy)
          }),
      ])
  }

  // MARK: - Menus

  private func sort() -> View {
    let all = NotesData.Order.allCases
    let theme = phone.theme
    let rows = all.map { order in
      View.row([
        View(.radio(isOn: order == phone.data.notes.order)).size(width: .fixed(32), height: .fixed(24)),
        .space(width: 16), View.text(order.rawValue, 16, theme.text).weighted(),
      ]).padding(24, 0).atLeast(height: 48).wide.id("android:id/text1", "android.widget.CheckedTextView")
        .checked(order == phone.data.notes.order).tap { phone in
          phone.activity.dialog = nil
          phone.data.notes.order = order
          phone.activity.scroll["list"] = 0
        }
    }
    let reverse = View.row([
      View(.checkbox(isOn: phone.data.notes.isReversed)).size(width: .fixed(32), height: .fixed(24)),
      .space(width: 16), View.text("Reverse order", 16, theme.text).weighted(),
    ]).padding(24, 0).atLeast(height: 48).wide.tap { phone in
      phone.activity.dialog = nil
      phone.data.notes.isReversed.toggle()
    }
    return Dialog.card(
      phone, title: "Sort by", content: rows + [reverse],
      buttons: [Dialog.Button(title: "CANCEL", action: Dialog.dismiss)])
  }

  private func go() -> View {
    parts.menu([
      ("Notebook", { $0.showFolder(NotesData.folder) }),
      ("Internal storage", { $0.showFolder(PhoneFileSystem.sharedStorage) }),
      ("Documents", { $0.showFolder("\(PhoneFileSystem.sharedStorage)/Documents") }),
    ])
  }

  private func document() -> View {
    let path = activity.values["path"] ?? ""
    return parts.menu([
      ("Share", { $0.shareNotes([path]) }),
      (
        "Copy all",
        { phone in
          phone.system.clipboard = phone.activity.text("text")
          phone.showToast("Copied")
        }
      ),
      (
        "Rename",
        { phone in
          phone.activity.dialog = "rename"
          phone.focus("edit", text: PhoneFileSystem.name(of: path))
        }
      ), ("Info", { $0.activity.dialog = "info" }), ("Delete", { $0.activity.dialog = "delete" }),
    ])
  }
}

extension Phone {
  fileprivate mutating func chooseFolder(_ dialog: String) {
    activity.values["target"] = NotesBrowser.folder(activity)
    activity.scroll["dialog"] = 0
    activity.dialog = dialog
  }

  /// Moves or copies what is selected.
  fileprivate mutating func put(_ names: [String], into target: String, isCopy: Bool) {
    let folder = NotesBrowser.folder(activity)
    activity.values["selected"] = nil
    stampFiles()
    for name in names {
      let new = "\(target)/\(name)"
      do throws(FileSystemError) {
        guard !files.exists(new) else { throw .exists }
        if isCopy {
          try files.copy("\(folder)/\(name)", to: new)
        } else {
          try files.move("\(folder)/\(name)", to: new)
        }
      } catch {
        showToast("\(name): \(error)")
      }
    }
  }

  /// Offers notes to other apps, as the text that is in them.
  mutating func shareNotes(_ paths: [String]) {
    saveNote()
    let texts = paths.map { String(decoding: ((try? files.read($0)) ?? []).prefix(20_000), as: UTF8.self) }
    activity.values["shared"] = texts.joined(separator: "\n")
    activity.dialog = "share"
  }
}
