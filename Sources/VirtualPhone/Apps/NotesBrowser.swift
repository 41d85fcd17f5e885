import Imaging

/// The folder that is shown, with its notes.
///
/// The activity's values: `folder`, where it isn't the notebook; `selected`, the names of what is selected, a line each;
/// `tab`, where another tab than the files is shown; `searching`, 1 while there is a field for a search.
struct NotesBrowser {
  let activity: Activity
  let phone: Phone

  private var ids: String { "\(NotesApp.name):id/" }
  private var parts: AppParts { AppParts(phone: phone, package: NotesApp.name) }

  static func folder(_ activity: Activity) -> String { activity.values["folder"] ?? NotesData.folder }

  static func selected(_ activity: Activity) -> [String] {
    (activity.values["selected"] ?? "").split(separator: "\n").map(String.init)
  }

  /// What a folder has, as it is shown: folders first, no hidden files.
  static func entries(_ folder: String, _ phone: Phone) -> [PhoneFileSystem.Entry] {
    let data = phone.data.notes
    let found = ((try? phone.files.list(folder)) ?? []).filter { !$0.name.hasPrefix(".") }
    let names = found.map { $0.name.lowercased() }
    return found.indices.sorted { a, b in
      let (first, second) = (found[a], found[b])
      if (first.kind == .directory) != (second.kind == .directory) { return first.kind == .directory }
      let (one, other) = data.isReversed ? (b, a) : (a, b)
      switch data.order {
      case .name: break
      // The newest and the largest come first.
      case .date where found[one].modified != found[other].modified: return found[one].modified > found[other].modified
      case .size where found[one].size != found[other].size: return found[one].size > found[other].size
      default: break
      }
      return (names[one], found[one].name) < (names[other], found[other].name)
    }.map { found[$0] }
  }

  /// The bar over a screen, with the title that Markor gives it.
  static func bar(_ title: String, _ phone: Phone, back: Bool, buttons: [View]) -> View {
    let parts = AppParts(phone: phone, package: NotesApp.name)
    var row: [View] = [.space(width: back ? 0 : 16)]
    if back {
      row.append(parts.button(AppParts.Button("arrow_back", "Navigate up") { $0.goBack() }))
      row.append(.space(width: 8))
    }
    row.append(View.text(title, 20, phone.theme.text, weight: 500, lines: 1).weighted())
    return View.row(row + buttons).size(width: .fill, height: .fixed(Phone.statusBarHeight + 56))
      .padding(left: 4, top: Phone.statusBarHeight, right: 4).id("\(NotesApp.name):id/toolbar")
  }

  func screen() -> View {
    let tab = activity.values["tab"] ?? "Files"
    let content: View
    switch tab {
    case "To-Do", "QuickNote":
      let save = parts.button(AppParts.Button("save", "Save") { $0.saveNote() }).id("\(ids)action_save")
        .enabled(activity.values["dirty"] == "1")
      content = View.column([
        Self.bar(tab, phone, back: false, buttons: [save]),
        View.scroll("page", View.column([NotesEditor.field(phone)]).wide).weighted(),
      ])
    case "More": content = more()
    default: content = files()
    }
    return View.column([content.filling.weighted(), tabs(tab)]).filling.fill(parts.page)
  }

  private func tabs(_ chosen: String) -> View {
    let all = [
      ("folder", "Files", "nav_notebook"), ("done_all", "To-Do", "nav_todo"), ("bolt", "QuickNote", "nav_quicknote"),
      ("more_horiz", "More", "nav_more"),
    ]
    let theme = phone.theme
    return View.row(
      all.map { icon, title, id in
        let isChosen = title == chosen
        let color = isChosen ? theme.accent : theme.secondary
        return View.column([.icon(icon, color), View.text(title, 12, color, weight: isChosen ? 500 : 400)])
          .aligned(.top).size(height: .fixed(56)).padding(left: 0, top: 8).weighted().id("\(ids)\(id)")
          .label(title, "android.widget.FrameLayout").selected(isChosen).tap { $0.showNotes(tab: title) }
      }
    ).wide.fill(theme.raised)
  }

  private func more() -> View {
    View.column([
      Self.bar("More", phone, back: false, buttons: []),
      parts.row(
        "About Markor", "Text files, in folders, on this phone", icon: .icon("info_outline", phone.theme.secondary),
        tap: { $0.activity.dialog = "about" }),
      parts.row(
        "Notebook", NotesData.folder, icon: .icon("folder", phone.theme.secondary),
        tap: { phone in
          phone.activity.values["folder"] = nil
          phone.showNotes(tab: "Files")
        }),
    ])
  }

  private func files() -> View {
    let folder = Self.folder(activity)
    let selected = Self.selected(activity)
    let isSearching = activity.values["searching"] == "1"
    let query = activity.text("search").lowercased()
    var rows: [View] = []
    if folder != PhoneFileSystem.sharedStorage, query.isEmpty {
      rows.append(up(folder))
    }
    for entry in Self.entries(folder, phone) where query.isEmpty || matches(entry, in: folder, query) {
      rows.append(row(entry, in: folder, isSelected: selected.contains(entry.name), isSelecting: !selected.isEmpty))
    }
    var content: [View] = []
    if isSearching {
      content.append(
        View.stack([parts.field("search", "Search") { $0.system.isKeyboardUp = false }]).padding(16, 4).wide)
    }
    content += rows
    let list = View.scroll("list", View.column(content + [.space(height: 88)]).wide)
      .id("\(ids)ui__filesystem_dialog__list", "androidx.recyclerview.widget.RecyclerView")
    let title = folder == NotesData.folder ? "Markor" : "> \(PhoneFileSystem.name(of: folder))"
    let add = View.stack([.icon("add", .white)], .center).square(56).fill(Color(hex: 0xD32F2F), corner: 28)
      .label("Create a new file or folder", "android.widget.ImageButton").id("\(ids)fab_add_new_item")
      .tap { $0.beginNewNote() }
    return View.stack([
      View.column([
        Self.bar(
          title, phone, back: false, buttons: selected.isEmpty ? ordinaryButtons() : selectionButtons(selected, folder)),
        list.weighted(),
      ]).filling, View.stack([add]).padding(left: 0, right: 16, bottom: 16).placed(.bottomRight),
    ])
  }

  private func ordinaryButtons() -> [View] {
    [
      parts.button(
        AppParts.Button("search", "Search") { phone in
          if phone.value("searching") == "1" {
            phone.activity.values["searching"] = nil
            phone.activity.fields["search"] = nil
            phone.activity.focus = nil
            phone.system.isKeyboardUp = false
          } else {
            phone.activity.values["searching"] = "1"
            phone.focus("search", text: "")
          }
        }
      ).id("\(ids)action_search"),
      parts.button(AppParts.Button("folder_open", "Go to") { $0.activity.dialog = "go" }).id("\(ids)action_go_to"),
      parts.button(AppParts.Button("sort", "Sort by") { $0.activity.dialog = "sort" }).id("\(ids)action_sort"),
    ]
  }

  private func selectionButtons(_ selected: [String], _ folder: String) -> [View] {
    var buttons: [View] = []
    if selected.count == 1, let name = selected.first {
      buttons.append(
        parts.button(
          AppParts.Button("edit", "Rename") { phone in
            phone.activity.dialog = "rename"
            phone.focus("edit", text: name)
          }
        ).id("\(ids)action_rename_selected_item"))
      buttons.append(
        parts.button(AppParts.Button("info_outline", "Info") { $0.activity.dialog = "info" })
          .id("\(ids)action_info_selected_item"))
    }
    buttons.append(
      parts.button(AppParts.Button("delete", "Delete") { $0.activity.dialog = "delete" })
        .id("\(ids)action_delete_selected_items"))
    if selected.allSatisfy({ !phone.files.isDirectory("\(folder)/\($0)") }) {
      buttons.append(
        parts.button(AppParts.Button("share", "Share") { $0.shareNotes(selected.map { "\(folder)/\($0)" }) })
          .id("\(ids)action_share_files"))
    }
    buttons.append(parts.button(AppParts.Button("more_vert", "More options") { $0.activity.dialog = "selection" }))
    return buttons
  }

  private func matches(_ entry: PhoneFileSystem.Entry, in folder: String, _ query: String) -> Bool {
    if entry.name.lowercased().contains(query) { return true }
    guard entry.kind == .file, entry.size <= 20_000, FileKind(name: entry.name) == .text,
      let bytes = try? phone.files.read("\(folder)/\(entry.name)")
    else { return false }
    return String(decoding: bytes, as: UTF8.self).lowercased().contains(query)
  }

  private func up(_ folder: String) -> View {
    let parent = PhoneFileSystem.directory(of: folder)
    return line("..", parent, icon: "folder", isSelected: false).label("Folder ..", "android.widget.LinearLayout")
      .tap { $0.showFolder(parent) }
  }

  private func row(
    _ entry: PhoneFileSystem.Entry, in folder: String, isSelected: Bool, isSelecting: Bool
  ) -> View {
    let name = entry.name
    let path = "\(folder)/\(name)"
    let isFolder = entry.kind == .directory
    let isFavourite = phone.data.notes.favourites.contains(path)
    let icon = isSelected ? "check_box" : isFavourite ? "star" : isFolder ? "folder" : "insert_drive_file"
    let word = isSelected ? "Selected" : isFolder ? "Folder" : "File"
    return line(name, phone.noteTime(entry.modified), icon: icon, isSelected: isSelected)
      .label("\(word) \(name)", "android.widget.LinearLayout")
      .tap { phone in
        if isSelecting {
          phone.select(name, isSelected: !isSelected)
        } else if isFolder {
          phone.showFolder(path)
        } else if [.text, .page, .other].contains(FileKind(name: name)) {
          phone.openNote(path)
        } else {
          phone.openFile(path)
        }
      }
      .longPress { $0.select(name, isSelected: !isSelected) }
  }

  private func line(_ title: String, _ summary: String, icon: String, isSelected: Bool) -> View {
    let theme = phone.theme
    let color = isSelected ? theme.accent : icon == "folder" ? Color(hex: 0xD99A00) : theme.secondary
    let view = View.row([
      .space(width: 16), View.icon(icon, color, size: 28), .space(width: 16),
      View.column([
        View.text(title, 16, theme.text, lines: 1, id: "\(ids)opoc_filesystem_item__title"),
        View.text(summary, 12, theme.secondary, lines: 1, id: "\(ids)opoc_filesystem_item__description"),
      ]).weighted(), .space(width: 16),
    ]).padding(0, 8).atLeast(height: 56).wide.id("\(ids)opoc_filesystem_item__root")
    return isSelected ? view.fill(theme.tile) : view
  }

  /// Back leaves a selection, a search and folders before it leaves the app.
  static func back(_ phone: inout Phone) -> Bool {
    let activity = phone.activity
    if activity.values["tab"] != nil {
      phone.showNotes(tab: "Files")
    } else if activity.values["selected"] != nil {
      phone.activity.values["selected"] = nil
    } else if activity.values["searching"] != nil {
      phone.activity.values["searching"] = nil
      phone.activity.fields["search"] = nil
      phone.activity.focus = nil
    } else if folder(activity) != NotesData.folder {
      let folder = folder(activity)
      phone.showFolder(
        folder.hasPrefix(NotesData.folder + "/") ? PhoneFileSystem.directory(of: folder) : NotesData.folder)
    } else {
      return false
    }
    return true
  }
}

extension Phone {
  /// As Markor tells when a file was changed: `10/15/2023, 15:34`.
  func noteTime(_ seconds: Int) -> String {
    let time = CivilTime(milliseconds: seconds * 1000 + timeZoneOffset)
    return "\(time.month)/\(time.day)/\(time.year), \(time.clock(is24Hour: is24Hour))"
  }

  mutating func showFolder(_ path: String) {
    activity.values["folder"] = path == NotesData.folder ? nil : path
    activity.values["selected"] = nil
    activity.scroll["list"] = 0
  }

  /// Shows one of the notebook's tabs; two of them are a note that is always there.
  mutating func showNotes(tab: String) {
    saveNote()
    activity.focus = nil
    system.isKeyboardUp = false
    activity.values["tab"] = tab == "Files" ? nil : tab
    activity.values["selected"] = nil
    activity.values["path"] = nil
    let names = ["To-Do": "todo.txt", "QuickNote": "QuickNote.md"]
    guard let name = names[tab] else { return }
    let path = "\(NotesData.folder)/\(name)"
    activity.values["path"] = path
    activity.fields["text"] = NotesEditor.field(path, files)
  }

  mutating func select(_ name: String, isSelected: Bool) {
    var names = NotesBrowser.selected(activity)
    names.removeAll { $0 == name }
    if isSelected { names.append(name) }
    activity.values["selected"] = names.isEmpty ? nil : names.joined(separator: "\n")
  }

  mutating func beginNewNote() {
    activity.values["selected"] = nil
    activity.fields["ending"] = FieldText(data.notes.ending)
    activity.dialog = "new"
    focus("edit", text: "")
  }
}
