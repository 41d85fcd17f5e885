import Imaging

/// The gallery's menus and dialogs. They are about the picture on the screen, or about what is selected in a folder.
struct GalleryDialogs {
  let activity: Activity
  let phone: Phone

  private var ids: String { "\(GalleryApp.name):id/" }
  private var parts: AppParts { AppParts(phone: phone, package: GalleryApp.name) }

  private var paths: [String] {
    if activity.screen == "photo" { return [activity.values["path"] ?? ""] }
    let folder = activity.values["folder"] ?? ""
    return NotesBrowser.selected(activity).map { "\(folder)/\($0)" }
  }

  func dialog(_ name: String) -> View? {
    switch name {
    case "info": info()
    case "rename": rename()
    case "delete": delete()
    case "more": more()
    case "copy", "move": destination(isCopy: name == "copy")
    case "copyto", "moveto": folderPicker(isCopy: name == "copyto")
    case "newfolder": newFolder()
    case "sort": sort()
    case "options": options()
    case "columns": columns()
    case "share": ShareSheet.view(phone)
    default: nil
    }
  }

  // MARK: - About files

  private func info() -> View? {
    let entries = paths.compactMap { try? phone.files.entry($0) }
    guard let entry = entries.first, let path = paths.first else { return nil }
    var text: String
    if entries.count > 1 {
      text = "Items selected: \(entries.count)\nSize: \(FileKind.size(entries.reduce(0) { $0 + $1.size }))"
    } else {
      let time = CivilTime(milliseconds: entry.modified * 1000 + phone.timeZoneOffset)
      text = "Name: \(entry.name)\nPath: \(PhoneFileSystem.directory(of: path))\nSize: \(FileKind.size(entry.size))"
      if let size = try? Image.size(of: phone.files.read(path)) {
        text += "\nResolution: \(size.width) x \(size.height)"
      }
      text +=
        "\nLast modified: \(time.monthName) \(time.day), \(time.year) \(time.clock(is24Hour: phone.is24Hour))"
    }
    return Dialog.message(
      phone, title: "Properties", text: text, buttons: [Dialog.Button(title: "OK", action: Dialog.dismiss)])
  }

  private func rename() -> View? {
    guard let path = paths.first else { return nil }
    let (_, ending) = FileKind.parts(of: PhoneFileSystem.name(of: path))
    return SettingsDialogs.text(phone, title: "Rename", confirm: "OK") { phone, base in
      let name = base.filter { $0 != "/" } + ending
      let new = "\(PhoneFileSystem.directory(of: path))/\(name)"
      guard !base.isEmpty, new != path else { return }
      guard !phone.files.exists(new) else { return phone.showToast("\(name) already exists") }
      do throws(FileSystemError) {
        try phone.files.move(path, to: new)
        phone.leftPictures()
        if phone.activity.screen == "photo" { phone.activity.values["path"] = new }
      } catch {
        phone.showToast("\(name): \(error)")
      }
    }
  }

  private func delete() -> View {
    let paths = paths
    let what = paths.count == 1 ? PhoneFileSystem.name(of: paths.first ?? "") : "\(paths.count) items"
    return Dialog.message(
      phone, title: "", text: "Are you sure you want to delete \(what)?",
      buttons: [
        Dialog.Button(title: "No", action: Dialog.dismiss),
        Dialog.Button(
          title: "Yes",
          action: { phone in
            Dialog.dismiss(&phone)
            phone.stampFiles()
            for path in paths where (try? phone.files.remove(path)) == nil {
              phone.showToast("\(PhoneFileSystem.name(of: path)) can’t be deleted")
            }
            if phone.activity.screen == "photo" { phone.finish() } else { phone.leftPictures() }
          }),
      ])
  }

  // MARK: - Menus

  private func more() -> View {
    let paths = paths
    let isFavourite = paths.allSatisfy(phone.data.photos.favourites.contains)
    var items: [(title: String, action: PhoneAction)] = []
    if activity.screen != "photo" { items.append(("Properties", { $0.activity.dialog = "info" })) }
    if paths.count == 1, let path = paths.first {
      items.append(
        (
          "Rename",
          { phone in
            phone.activity.dialog = "rename"
            phone.focus("edit", text: FileKind.parts(of: PhoneFileSystem.name(of: path)).base)
          }
        ))
    }
    items.append(("Copy to", { $0.activity.dialog = "copy" }))
    items.append(("Move to", { $0.activity.dialog = "move" }))
    items.append(
      (
        isFavourite ? "Remove from favorites" : "Add to favorites",
        { phone in
          phone.toggleFavourite(paths)
          phone.leftPictures()
        }
      ))
    if activity.screen != "photo" {
      items.append(
        (
          "Select all",
          { phone in
            let all = MediaFolder(phone.value("folder"), phone).media.map(\.name)
            phone.activity.values["selected"] = all.joined(separator: "\n")
          }
        ))
    }
    return parts.menu(items)
  }

  private func options() -> View {
    parts.menu([
      ("Sort by", { $0.activity.dialog = "sort" }), ("Column count", { $0.activity.dialog = "columns" }),
    ])
  }

  private func columns() -> View {
    let all = [2, 3, 4, 5]
    return Dialog.choice(
      phone, title: "Column count", options: all.map { "\($0) columns" },
      selected: all.firstIndex(of: phone.data.photos.columns)
    ) { phone, index in phone.data.photos.columns = all[index] }
  }

  private func sort() -> View {
    let data = phone.data.photos
    let theme = phone.theme
    func radio(_ title: String, _ isOn: Bool, _ action: @escaping PhoneAction) -> View {
      View.row([
        View(.radio(isOn: isOn)).size(width: .fixed(32), height: .fixed(24)), .space(width: 16),
        View.text(title, 16, theme.text).weighted(),
      ]).padding(24, 0).atLeast(height: 44).wide.id("android:id/text1", "android.widget.RadioButton").checked(isOn)
        .enabled(!isOn).tap(action)
    }
    let orders = PhotosData.Order.allCases.map { order in
      radio(order.rawValue, data.order == order) { $0.data.photos.order = order }
    }
    return Dialog.card(
      phone, title: "Sort by",
      content: orders + [
        View(.stack).size(width: .fill, height: .fixed(1)).fill(theme.divider),
        radio("Ascending", data.isAscending) { $0.data.photos.isAscending = true },
        radio("Descending", !data.isAscending) { $0.data.photos.isAscending = false },
      ], buttons: [Dialog.Button(title: "OK", action: Dialog.dismiss)])
  }

  // MARK: - Copying and moving

  /// The folders that have pictures, to copy or move to; any other one behind a button.
  private func destination(isCopy: Bool) -> View {
    let paths = paths
    let own = PhoneFileSystem.directory(of: paths.first ?? "")
    let side = (min(phone.widthDP - 56, 560) - 48) / 2
    let tiles = MediaFolder.all(phone).filter { $0.path != own }.map { folder -> View in
      let target = folder.path
      let cover = folder.media.first { FileKind(name: $0.name) == .image }
      let bytes = cover.flatMap { try? phone.files.read("\(target)/\($0.name)") } ?? []
      let caption = View.text(folder.name, 14, .white, lines: 1, id: "\(ids)dir_name").wide.padding(8, 4)
        .fill(Color.black.faded(0.45)).placed(.bottom)
      return View.stack([View.picture(bytes, .covering, side: GalleryGrid.thumbnail).padding(2), caption]).square(side)
        .id("\(ids)dir_holder", "android.view.ViewGroup").tap { phone in
          Dialog.dismiss(&phone)
          phone.put(paths, into: target, isCopy: isCopy)
        }
    }
    let rows = stride(from: 0, to: tiles.count, by: 2).map { start in
      View.row(Array(tiles[start..<min(start + 2, tiles.count)])).padding(24, 0).wide
    }
    return Dialog.card(
      phone, title: "Select destination", content: rows,
      neutral: Dialog.Button(
        title: "Other folder",
        action: { phone in
          phone.activity.values["target"] = own
          phone.activity.dialog = isCopy ? "copyto" : "moveto"
        }), buttons: [Dialog.Button(title: "Cancel", action: Dialog.dismiss)])
  }

  private func folderPicker(isCopy: Bool) -> View {
    let paths = paths
    let theme = phone.theme
    let root = PhoneFileSystem.sharedStorage
    let target = activity.values["target"] ?? root
    // The way to the folder: each part leads back to it.
    var crumbs: [View] = []
    var path = root
    for (index, part) in (["Internal"] + target.dropFirst(root.count).split(separator: "/").map(String.init))
      .enumerated()
    {
      if index > 0 { path += "/\(part)" }
      let place = path
      crumbs.append(
        View.text(index == 0 ? part : "> \(part)", 15, theme.accent, id: "\(ids)breadcrumb_text").padding(4, 8)
          .enabled(place != target).tap { $0.activity.values["target"] = place })
    }
    let folders = ((try? phone.files.list(target)) ?? []).filter { $0.kind == .directory && !$0.name.hasPrefix(".") }
    let rows = folders.map { entry in
      let name = entry.name
      let count = (try? phone.files.list("\(target)/\(name)"))?.count ?? 0
      return View.row([
        .icon("folder", theme.secondary), .space(width: 16),
        View.column([
          View.text(name, 16, theme.text, lines: 1, id: "\(ids)list_item_name"),
          View.text("\(count) items", 12, theme.secondary),
        ]).weighted(),
      ]).padding(24, 6).wide.tap { phone in
        phone.activity.values["target"] = "\(target)/\(name)"
        phone.activity.scroll["dialog"] = 0
      }
    }
    return Dialog.card(
      phone, title: "Select a folder", content: [View.row(crumbs).padding(20, 0).wide] + rows,
      neutral: Dialog.Button(
        title: "Create new folder",
        action: { phone in
          phone.activity.values["back"] = isCopy ? "copyto" : "moveto"
          phone.activity.dialog = "newfolder"
          phone.focus("edit", text: "")
        }),
      buttons: [
        Dialog.Button(title: "Cancel", action: Dialog.dismiss),
        Dialog.Button(
          title: "OK",
          action: { phone in
            Dialog.dismiss(&phone)
            phone.put(paths, into: target, isCopy: isCopy)
          }),
      ])
  }

  private func newFolder() -> View {
    let target = activity.values["target"] ?? PhoneFileSystem.sharedStorage
    return SettingsDialogs.text(phone, title: "Create new folder", confirm: "OK") { phone, name in
      phone.activity.dialog = phone.value("back")
      let name = name.filter { $0 != "/" }
      guard !name.isEmpty else { return }
      phone.stampFiles()
      do throws(FileSystemError) {
        try phone.files.makeDirectory("\(target)/\(name)")
        phone.activity.values["target"] = "\(target)/\(name)"
      } catch {
        phone.showToast("\(name): \(error)")
      }
    }
  }
}

extension Phone {
  /// Ends a selection.
  fileprivate mutating func leftPictures() { activity.values["selected"] = nil }

  fileprivate mutating func put(_ paths: [String], into folder: String, isCopy: Bool) {
    stampFiles()
    var failure: String?
    for path in paths {
      let new = "\(folder)/\(PhoneFileSystem.name(of: path))"
      do throws(FileSystemError) {
        guard !files.exists(new) else { throw .exists }
        // The gallery keeps a picture's time.
        if isCopy { try files.copy(path, to: new, keepsTime: true) } else { try files.move(path, to: new) }
        if !isCopy, activity.screen == "photo" { activity.values["path"] = new }
      } catch {
        failure = "\(PhoneFileSystem.name(of: path)): \(error)"
      }
    }
    leftPictures()
    showToast(failure ?? "Files \(isCopy ? "copied" : "moved") successfully")
  }
}
