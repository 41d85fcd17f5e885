import Imaging

/// A root's or a folder's files.
///
/// The activity's values: `root`, a `FilesRoot`; `folder`, a path, where it isn't the root's; `selected`, paths, a line
/// each; `kind`, the chip that is chosen; `searching`, 1 while there is a field for a search. Of a choice of a folder,
/// `operation`, `copy` or `move`, and `paths`, those that it is for.
struct FilesBrowser {
  let activity: Activity
  let phone: Phone

  private var ids: String { "\(FilesApp.name):id/" }
  private var parts: AppParts { AppParts(phone: phone, package: FilesApp.name) }
  private var theme: Theme { phone.theme }

  var root: FilesRoot {
    FilesRoot(rawValue: activity.values["root"] ?? "") ?? (isPicking ? .storage : .downloads)
  }
  /// The folder that is shown; nil in roots that are searches.
  var folder: String? { activity.values["folder"] ?? root.path }
  var isPicking: Bool { activity.screen == "pick" }

  /// A file with where it is.
  struct Item: Sendable {
    var path: String
    var entry: PhoneFileSystem.Entry
    var isFolder: Bool { entry.kind == .directory }
    var kind: FileKind { isFolder ? .folder : FileKind(name: entry.name) }
  }

  // MARK: - What there is

  func items() -> [Item] {
    let query = activity.text("search").lowercased()
    let isSearching = activity.values["searching"] == "1" && !query.isEmpty
    let chip = FilesRoot(rawValue: activity.values["kind"] ?? "")
    var found: [Item]
    if let folder, !isSearching, chip == nil {
      found = ((try? phone.files.list(folder)) ?? []).map { Item(path: "\(folder)/\($0.name)", entry: $0) }
    } else {
      found = everything(under: folder ?? PhoneFileSystem.sharedStorage).filter { root.holds($0.kind) }
    }
    found.removeAll { $0.entry.name.hasPrefix(".") }
    if isSearching { found.removeAll { !$0.entry.name.lowercased().contains(query) } }
    if let chip { found.removeAll { !chip.holds($0.kind) || $0.isFolder } }
    let order = root == .recent && folder == nil ? .modified : phone.data.files.order
    return Array(Self.sorted(found, by: order).prefix(500))
  }

  private static func sorted(_ items: [Item], by order: FilesData.Order) -> [Item] {
    let names = items.map { $0.entry.name.lowercased() }
    return items.indices.sorted { a, b in
      let (first, second) = (items[a], items[b])
      if first.isFolder != second.isFolder { return first.isFolder }
      switch order {
      case .name: break
      case .type:
        let types = (FileKind.ending(of: first.entry.name), FileKind.ending(of: second.entry.name))
        if types.0 != types.1 { return types.0 < types.1 }
      case .size where first.entry.size != second.entry.size: return first.entry.size > second.entry.size
      case .modified where first.entry.modified != second.entry.modified:
        return first.entry.modified > second.entry.modified
      default: break
      }
      return (names[a], first.path) < (names[b], second.path)
    }.map { items[$0] }
  }

  private func everything(under path: String) -> [Item] {
    var found: [Item] = []
    var pending = [path]
    while let path = pending.popLast(), found.count < 5000 {
      for entry in (try? phone.files.list(path)) ?? [] where !entry.name.hasPrefix(".") {
        let item = Item(path: "\(path)/\(entry.name)", entry: entry)
        if item.path == "\(PhoneFileSystem.sharedStorage)/Android" { continue }
        found.append(item)
        if item.isFolder { pending.append(item.path) }
      }
    }
    return found
  }

  // MARK: - Screen

  func screen() -> View {
    let selected = NotesBrowser.selected(activity)
    let items = items()
    var content: [View] = []
    if !isPicking, activity.values["searching"] != "1" { content.append(chips()) }
    if let folder, let path = root.path, folder != path { content.append(crumbs(from: path, to: folder)) }
    content.append(
      View.text(header(), 14, theme.secondary, weight: 500, id: "\(ids)header_title").wide.padding(
        left: 16, top: 12, right: 16, bottom: 8))
    if items.isEmpty { content.append(parts.empty("No items")) }
    content += phone.data.files.isGrid ? grid(items, selected) : items.map { line($0, selected) }
    let list = View.scroll("list", View.column(content + [.space(height: 24)]).wide)
      .id("\(ids)dir_list", "androidx.recyclerview.widget.RecyclerView")
    let bar = selected.isEmpty ? bar() : selectionBar(selected)
    return parts.screen(bar, list, foot: isPicking ? foot() : nil)
  }

  private func header() -> String {
    if activity.values["searching"] == "1", !activity.text("search").isEmpty { return "Search results" }
    guard let folder, folder != root.path else { return root.header }
    return "Files in \(PhoneFileSystem.name(of: folder))"
  }

  private var title: String {
    guard let folder, folder != root.path else { return root.rawValue }
    return PhoneFileSystem.name(of: folder)
  }

  private func bar() -> View {
    var row = [
      parts.button(AppParts.Button("menu", "Show roots") { $0.activity.dialog = "roots" }), .space(width: 8),
    ]
    if activity.values["searching"] == "1" {
      var field = View.Field(key: "search", hint: "Search", size: 18, color: theme.text, hintColor: theme.secondary)
      field.onSubmit = { $0.system.isKeyboardUp = false }
      field.onChange = { $0.activity.scroll["list"] = 0 }
      row.append(View(.field(field)).size(width: .fill, height: .fixed(48)).id("\(ids)search_src_text").weighted())
      row.append(parts.button(AppParts.Button("close", "Clear query") { $0.endFileSearch() }))
    } else {
      row.append(View.text(title, 20, theme.text, lines: 1).weighted())
      row.append(
        parts.button(
          AppParts.Button("search", "Search") { phone in
            phone.activity.values["searching"] = "1"
            phone.focus("search", text: "")
          }
        ).id("\(ids)option_menu_search"))
    }
    if isPicking {
      row.append(
        parts.button(
          AppParts.Button("create_new_folder", "New folder") { phone in
            phone.activity.dialog = "newfolder"
            phone.focus("edit", text: "")
          }
        ).id("\(ids)option_menu_create_dir").enabled(folder != nil))
    }
    let isGrid = phone.data.files.isGrid
    row.append(
      parts.button(
        AppParts.Button(isGrid ? "view_list" : "grid_view", isGrid ? "List view" : "Grid view") { phone in
          phone.data.files.isGrid.toggle()
        }
      ).id("\(ids)sub_menu_\(isGrid ? "list" : "grid")"))
    row.append(parts.button(AppParts.Button("more_vert", "More options") { $0.activity.dialog = "options" }))
    return framed(row)
  }

  private func selectionBar(_ selected: [String]) -> View {
    var row = [
      parts.button(AppParts.Button("close", "Done") { $0.activity.values["selected"] = nil }), .space(width: 8),
      View.text("\(selected.count) selected", 20, theme.text, lines: 1).weighted(),
    ]
    if selected.allSatisfy({ !phone.files.isDirectory($0) }) {
      row.append(
        parts.button(AppParts.Button("share", "Share") { $0.sharePictures(selected) }).id("\(ids)action_menu_share"))
    }
    row.append(
      parts.button(AppParts.Button("delete", "Delete") { $0.activity.dialog = "delete" }).id("\(ids)action_menu_delete")
    )
    row.append(parts.button(AppParts.Button("more_vert", "More options") { $0.activity.dialog = "selection" }))
    return framed(row).fill(theme.raised)
  }

  private func framed(_ row: [View]) -> View {
    View.row(row).size(width: .fill, height: .fixed(Phone.statusBarHeight + 56))
      .padding(left: 4, top: Phone.statusBarHeight, right: 4).id("\(ids)toolbar")
  }

  private func chips() -> View {
    let chosen = activity.values["kind"]
    let all: [FilesRoot] = [.images, .audio, .videos, .documents]
    // Where all four have no room beside each other, they are as wide as their names.
    let style = TextStyle(size: 13 * phone.fontScale)
    let names = all.map { TextMeasure.size($0.rawValue, style).width }.reduce(0, +)
    let hasIcons = names + 4 * 46 + 24 < phone.widthDP
    let inset = hasIcons ? 10 : max(2, min(10, (phone.widthDP - 24 - 24 - names) / 8))
    return View.row(
      all.flatMap { kind -> [View] in
        let name = kind.rawValue
        let isOn = chosen == name
        let icon = [
          View.icon(isOn ? "check" : kind.icon, isOn ? theme.tileOnText : theme.secondary, size: 16), .space(width: 4),
        ]
        var face = View.row(
          (hasIcons ? icon : []) + [View.text(name, 13, isOn ? theme.tileOnText : theme.text, lines: 1)]
        ).padding(inset, 0).size(height: .fixed(32)).label(name, "android.widget.CheckBox").checked(isOn).tap { phone in
          phone.activity.values["kind"] = isOn ? nil : name
          phone.activity.scroll["list"] = 0
        }
        face = isOn ? face.fill(theme.tileOn, corner: 16) : face.outline(theme.divider, corner: 16)
        return [face, .space(width: 6)]
      }
    ).padding(12, 8).wide
  }

  private func crumbs(from root: String, to folder: String) -> View {
    var path = root
    var row: [View] = []
    let names = [self.root.rawValue] + folder.dropFirst(root.count).split(separator: "/").map(String.init)
    for (index, name) in names.enumerated() {
      if index > 0 {
        path += "/\(name)"
        row.append(.icon("chevron_right", theme.secondary, size: 18))
      }
      let place = path
      row.append(
        View.text(name, 13, place == folder ? theme.accent : theme.secondary, lines: 1, id: "\(ids)breadcrumb_text")
          .padding(6, 8).enabled(place != folder).tap { $0.showFiles(in: place) })
    }
    return View.row(row).padding(10, 0).wide
  }

  private func foot() -> View {
    let isCopy = activity.values["operation"] == "copy"
    func button(_ title: String, _ id: String, _ isEnabled: Bool, _ action: @escaping PhoneAction) -> View {
      parts.pill(title, filled: id == "button1", isEnabled: isEnabled, action).id("android:id/\(id)")
    }
    return View.row([
      .spring, button("CANCEL", "button2", true) { $0.finish() }, .space(width: 12),
      button(isCopy ? "COPY" : "MOVE", "button1", folder != nil) { $0.finishPicking() },
    ]).padding(16, 10).wide.fill(theme.raised)
  }

  // MARK: - Files

  private func touchable(_ view: View, _ item: Item, _ selected: [String]) -> View {
    let path = item.path
    let isSelected = selected.contains(path)
    let isSelecting = !selected.isEmpty
    let isPicking = isPicking
    let touched = view.enabled(!isPicking || item.isFolder).selected(isSelected)
      .id("\(ids)item_root", "android.widget.LinearLayout").tap { phone in
        if isSelecting {
          phone.selectFile(path, isSelected: !isSelected)
        } else if item.isFolder {
          phone.showFiles(in: path)
        } else {
          phone.openChosenFile(path)
        }
      }
    return isPicking ? touched : touched.longPress { $0.selectFile(path, isSelected: !isSelected) }
  }

  private func details(_ item: Item) -> String {
    let time = CivilTime(milliseconds: item.entry.modified * 1000 + phone.timeZoneOffset)
    let today = phone.time
    let when =
      time.days == today.days
      ? time.clock(is24Hour: phone.is24Hour)
      : time.year == today.year
        ? "\(time.shortMonth) \(time.day)" : "\(time.shortMonth) \(time.day), \(time.year)"
    if item.isFolder { return when }
    return "\(when), \(FileKind.size(item.entry.size)), \(FileKind.description(of: item.entry.name))"
  }

  private func thumbnail(_ item: Item, _ size: Double) -> View? {
    guard item.kind == .image, let bytes = try? phone.files.read(item.path) else { return nil }
    return View.stack([View.picture(bytes, .covering, side: GalleryGrid.thumbnail, corner: 4)]).square(size)
  }

  private func line(_ item: Item, _ selected: [String]) -> View {
    let isSelected = selected.contains(item.path)
    let icon =
      isSelected
      ? View.stack([.icon("check_circle", theme.accent, size: 28)], .center).square(40)
      : thumbnail(item, 40) ?? View.stack([.icon(item.kind.icon, theme.secondary, size: 28)], .center).square(40)
    let view = View.row([
      .space(width: 16), icon, .space(width: 16),
      View.column([
        View.text(item.entry.name, 16, theme.text, lines: 1, id: "android:id/title"),
        View.text(details(item), 12, theme.secondary, lines: 1, id: "\(ids)metadata"),
      ]).weighted(), .space(width: 16),
    ]).padding(0, 8).atLeast(height: 64).wide
    return touchable(isSelected ? view.fill(theme.tile) : view, item, selected)
  }

  private func grid(_ items: [Item], _ selected: [String]) -> [View] {
    let width = (phone.widthDP - 16 * 2 - 8) / 2
    let folders = items.filter(\.isFolder).map { item in
      let isSelected = selected.contains(item.path)
      let tile = View.row([
        .icon(isSelected ? "check_circle" : "folder", isSelected ? theme.accent : theme.secondary), .space(width: 12),
        View.text(item.entry.name, 14, theme.text, weight: 500, lines: 1, id: "android:id/title").weighted(),
      ]).padding(12, 0).size(width: .fixed(width), height: .fixed(48))
      return touchable(framed(tile, isSelected), item, selected)
    }
    let files = items.filter { !$0.isFolder }.map { item in
      let isSelected = selected.contains(item.path)
      let cover =
        item.kind == .image
        ? View.picture((try? phone.files.read(item.path)) ?? [], .covering, side: GalleryGrid.thumbnail)
        : View.stack([.icon(item.kind.icon, theme.secondary, size: 48)], .center).filling
      let tile = View.column([
        View.stack([cover.filling]).size(width: .fill, height: .fixed(104)),
        View.row([
          .icon(isSelected ? "check_circle" : item.kind.icon, isSelected ? theme.accent : theme.secondary, size: 18),
          .space(width: 8),
          View.text(item.entry.name, 14, theme.text, weight: 500, lines: 1, id: "android:id/title").weighted(),
        ]).padding(left: 12, top: 6, right: 12).wide,
        View.text(details(item), 12, theme.secondary, lines: 1, id: "\(ids)details").wide.padding(
          left: 12, top: 2, right: 12, bottom: 8),
      ]).size(width: .fixed(width))
      return touchable(framed(tile, isSelected), item, selected)
    }
    return [folders, files].flatMap { tiles in
      stride(from: 0, to: tiles.count, by: 2).map { start in
        let pair = Array(tiles[start..<min(start + 2, tiles.count)])
        return View.row(pair.count == 2 ? [pair[0], .space(width: 8), pair[1]] : pair).padding(16, 4).wide
      }
    }
  }

  private func framed(_ tile: View, _ isSelected: Bool) -> View {
    isSelected
      ? tile.fill(theme.tileOn, corner: 8).outline(theme.accent, corner: 8) : tile.outline(theme.divider, corner: 8)
  }
}

extension Phone {
  mutating func showFiles(in folder: String) {
    activity.values["folder"] = folder
    activity.values["kind"] = nil
    activity.values["selected"] = nil
    activity.scroll["list"] = 0
    endFileSearch()
  }

  mutating func endFileSearch() {
    activity.values["searching"] = nil
    activity.fields["search"] = nil
    activity.focus = nil
    system.isKeyboardUp = false
  }

  fileprivate mutating func selectFile(_ path: String, isSelected: Bool) { select(path, isSelected: isSelected) }

  /// Opens a file in the app for it; asks where there are several.
  fileprivate mutating func openChosenFile(_ path: String) {
    guard activity.screen != "pick" else { return }
    let apps = apps(for: path)
    if let opener = data.files.openers[FileKind.ending(of: path)], apps.contains(where: { $0.package.name == opener }) {
      return openFile(path, in: opener)
    }
    guard apps.count > 1 else { return apps.isEmpty ? showToast("Can’t open file") : openFile(path) }
    activity.values["opening"] = path
    activity.values["opener"] = nil
    activity.dialog = "open"
  }

  /// Copies or moves what the folder was chosen for.
  fileprivate mutating func finishPicking() {
    guard let folder = FilesBrowser(activity: activity, phone: self).folder else { return }
    let isCopy = value("operation") == "copy"
    let paths = value("paths").split(separator: "\n").map(String.init)
    finish()
    activity.values["selected"] = nil
    stampFiles()
    var failure: String?
    for path in paths where isCopy || PhoneFileSystem.directory(of: path) != folder {
      let new = "\(folder)/\(files.freeName(PhoneFileSystem.name(of: path), in: folder))"
      do throws(FileSystemError) {
        if isCopy { try files.copy(path, to: new, keepsTime: true) } else { try files.move(path, to: new) }
      } catch {
        failure = "\(PhoneFileSystem.name(of: path)): \(error)"
      }
    }
    showToast(failure ?? "\(isCopy ? "Copying" : "Moving") \(paths.count) item\(paths.count == 1 ? "" : "s")")
  }
}
