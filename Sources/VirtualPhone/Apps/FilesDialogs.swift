import Imaging

/// The files app's drawer, menus and dialogs.
struct FilesDialogs {
  let activity: Activity
  let phone: Phone

  private var ids: String { "\(FilesApp.name):id/" }
  private var parts: AppParts { AppParts(phone: phone, package: FilesApp.name) }
  private var browser: FilesBrowser { FilesBrowser(activity: activity, phone: phone) }
  private var selected: [String] { NotesBrowser.selected(activity) }

  func dialog(_ name: String) -> View? {
    switch name {
    case "roots": roots()
    case "options": options()
    case "selection": selection()
    case "sort": sort()
    case "delete": delete()
    case "rename": rename()
    case "info": info()
    case "newfolder": newFolder()
    case "open": open()
    case "share": ShareSheet.view(phone)
    default: nil
    }
  }

  // MARK: - Drawer

  private func roots() -> View {
    let theme = phone.theme
    let chosen = browser.root
    let rows = FilesRoot.allCases.flatMap { root -> [View] in
      let isChosen = root == chosen
      let color = isChosen ? theme.tileOnText : theme.text
      var texts = [View.text(root.rawValue, 15, color, weight: 500, lines: 1, id: "android:id/title")]
      if root == .storage {
        let free = StoragePages.free(phone)
        texts.append(View.text("\(free) free", 12, theme.secondary, id: "android:id/summary"))
      }
      let row = View.row([
        .space(width: 20), .icon(root.icon, isChosen ? color : theme.secondary), .space(width: 20),
        View.column(texts).weighted(),
      ]).atLeast(height: 56).wide.id("\(ids)item_root", "android.widget.LinearLayout").selected(isChosen).tap { phone in
        phone.activity.dialog = nil
        phone.activity.values["root"] = root.rawValue
        phone.activity.values["folder"] = nil
        phone.activity.values["selected"] = nil
        phone.activity.values["kind"] = nil
        phone.activity.scroll["list"] = 0
        phone.endFileSearch()
      }
      let face = isChosen ? row.fill(theme.tileOn, corner: 28) : row
      return root == .storage
        ? [View(.stack).size(width: .fill, height: .fixed(1)).fill(theme.divider).padding(0, 8), face] : [face]
    }
    let panel = View.column(
      [
        .space(height: Phone.statusBarHeight), View.text("Files", 22, theme.text).wide.padding(20, 16),
        View.scroll("roots", View.column(rows).wide).weighted(),
      ]
    ).size(width: .fixed(300), height: .fill).padding(8, 0).fill(theme.raised)
      .id("\(ids)roots_list", "android.widget.ListView").blocking
    return View.row([panel, View(.stack).filling.slide { phone, _ in Dialog.dismiss(&phone) }]).filling
  }

  // MARK: - Menus

  private func options() -> View {
    var items: [(title: String, action: PhoneAction)] = []
    if browser.folder != nil, !browser.isPicking {
      items.append(
        (
          "New folder",
          { phone in
            phone.activity.dialog = "newfolder"
            phone.focus("edit", text: "")
          }
        ))
    }
    items.append(("Sort by…", { $0.activity.dialog = "sort" }))
    if !browser.isPicking {
      items.append(
        (
          "Select all",
          { phone in
            let all = FilesBrowser(activity: phone.activity, phone: phone).items().map(\.path)
            phone.activity.values["selected"] = all.isEmpty ? nil : all.joined(separator: "\n")
          }
        ))
    }
    return parts.menu(items)
  }

  private func selection() -> View {
    let selected = selected
    var items: [(title: String, action: PhoneAction)] = [
      (
        "Select all",
        { phone in
          let all = FilesBrowser(activity: phone.activity, phone: phone).items().map(\.path)
          phone.activity.values["selected"] = all.joined(separator: "\n")
        }
      ), ("Copy to…", { $0.pickFolder("copy", for: selected) }),
      ("Move to…", { $0.pickFolder("move", for: selected) }),
    ]
    if selected.count == 1, let path = selected.first {
      items.append(
        (
          "Rename",
          { phone in
            phone.activity.dialog = "rename"
            phone.focus("edit", text: PhoneFileSystem.name(of: path))
          }
        ))
      items.append(("Get info", { $0.activity.dialog = "info" }))
    }
    return parts.menu(items)
  }

  private func sort() -> View {
    let all = FilesData.Order.allCases
    return Dialog.choice(
      phone, title: "Sort by", options: all.map(\.rawValue), selected: all.firstIndex(of: phone.data.files.order)
    ) { phone, index in
      phone.data.files.order = all[index]
      phone.activity.scroll["list"] = 0
    }
  }

  // MARK: - About files

  private func delete() -> View {
    let paths = selected
    let text =
      paths.count == 1 ? "Delete “\(PhoneFileSystem.name(of: paths.first ?? ""))”?" : "Delete \(paths.count) items?"
    return Dialog.message(
      phone, title: "", text: text,
      buttons: [
        Dialog.Button(title: "Cancel", action: Dialog.dismiss),
        Dialog.Button(
          title: "OK",
          action: { phone in
            Dialog.dismiss(&phone)
            phone.stampFiles()
            phone.activity.values["selected"] = nil
            let failures = paths.filter { (try? phone.files.remove($0, recursively: true)) == nil }
            phone.showToast(
              failures.isEmpty
                ? "Deleting \(paths.count) item\(paths.count == 1 ? "" : "s")"
                : "Couldn’t delete \(failures.count) item\(failures.count == 1 ? "" : "s")")
          }),
      ])
  }

  private func rename() -> View? {
    guard let path = selected.first else { return nil }
    return SettingsDialogs.text(phone, title: "Rename", confirm: "OK") { phone, name in
      let name = name.filter { $0 != "/" }
      let new = "\(PhoneFileSystem.directory(of: path))/\(name)"
      guard !name.isEmpty, new != path else { return }
      guard !phone.files.exists(new) else { return phone.showToast("A file with this name already exists.") }
      do throws(FileSystemError) {
        try phone.files.move(path, to: new)
        phone.activity.values["selected"] = nil
      } catch {
        phone.showToast("Failed to rename document")
      }
    }
  }

  private func info() -> View? {
    guard let path = selected.first, let entry = try? phone.files.entry(path) else { return nil }
    let time = CivilTime(milliseconds: entry.modified * 1000 + phone.timeZoneOffset)
    let type = entry.kind == .directory ? "Folder" : FileKind.description(of: entry.name)
    var text = "\(path)\n\nType\n\(type)"
    if entry.kind == .file { text += "\n\nSize\n\(FileKind.size(entry.size))" }
    text += "\n\nModified\n\(time.monthName) \(time.day), \(time.year) \(time.clock(is24Hour: phone.is24Hour))"
    return Dialog.message(
      phone, title: entry.name, text: text, buttons: [Dialog.Button(title: "OK", action: Dialog.dismiss)])
  }

  private func newFolder() -> View? {
    guard let folder = browser.folder else { return nil }
    return SettingsDialogs.text(phone, title: "New folder", confirm: "OK") { phone, name in
      let name = name.filter { $0 != "/" }
      guard !name.isEmpty else { return }
      phone.stampFiles()
      do throws(FileSystemError) {
        try phone.files.makeDirectory("\(folder)/\(name)")
        phone.showFiles(in: "\(folder)/\(name)")
      } catch {
        phone.showToast("Failed to create folder")
      }
    }
  }

  /// The system's question which app should open a file.
  private func open() -> View {
    let path = activity.values["opening"] ?? ""
    let chosen = activity.values["opener"]
    let theme = phone.theme
    let rows = phone.apps(for: path).map { app in
      let package = app.package.name
      let isChosen = chosen == package
      let row = View.row([
        .space(width: 24), .appIcon(app.icon, size: 40), .space(width: 16),
        View.text(app.package.label, 16, theme.text, id: "android:id/text1").weighted(),
      ]).atLeast(height: 60).wide.selected(isChosen).tap { $0.activity.values["opener"] = package }
      return isChosen ? row.fill(theme.tileOn) : row
    }
    func finish(_ isForAlways: Bool) -> PhoneAction {
      { phone in
        Dialog.dismiss(&phone)
        if isForAlways { phone.data.files.openers[FileKind.ending(of: path)] = chosen }
        phone.openFile(path, in: chosen)
      }
    }
    return Dialog.card(
      phone, title: "Open with", content: rows,
      buttons: [
        Dialog.Button(title: "Just once", action: finish(false), isEnabled: chosen != nil),
        Dialog.Button(title: "Always", action: finish(true), isEnabled: chosen != nil),
      ])
  }
}

extension Phone {
  fileprivate mutating func pickFolder(_ operation: String, for paths: [String]) {
    push(
      Activity(
        FilesApp.name, "pick",
        ["operation": operation, "paths": paths.joined(separator: "\n"), "root": FilesRoot.storage.rawValue]))
  }
}
