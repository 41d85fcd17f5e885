import Imaging

/// The gallery's folders, and what is in one of them.
struct GalleryGrid {
  let activity: Activity
  let phone: Phone

  private var ids: String { "\(GalleryApp.name):id/" }
  private var parts: AppParts { AppParts(phone: phone, package: GalleryApp.name) }
  private var query: String { activity.text("search").lowercased() }

  /// Thumbnails are made this large, in pixels.
  static let thumbnail = 360

  // MARK: - Folders

  func folders() -> View {
    let found = MediaFolder.all(phone).filter { query.isEmpty || $0.name.lowercased().contains(query) }
    let side = (phone.widthDP - 6) / 2
    let tiles = found.map { folder -> View in
      let path = folder.path
      let cover = folder.media.first.map { "\(path)/\($0.name)" } ?? ""
      let caption = View.row([
        View.text(folder.name, 15, .white, lines: 1, id: "\(ids)dir_name").weighted(),
        View.text("\(folder.media.count)", 15, .white, id: "\(ids)photo_cnt"),
      ]).padding(8, 6).wide.fill(Color.black.faded(0.45)).placed(.bottom)
      return View.stack([thumbnail(cover).padding(1), caption]).square(side)
        .id("\(ids)dir_holder", "android.view.ViewGroup").tap { $0.open("folder", ["folder": path]) }
    }
    return screen(
      search("Search folders", back: false), tiles, columns: 2, side: side,
      empty: "No media files have been found.")
  }

  // MARK: - A folder

  func media() -> View {
    let path = activity.values["folder"] ?? PhotosData.pictures
    let folder = MediaFolder(path, phone)
    let selected = NotesBrowser.selected(activity)
    let found = folder.media.filter { query.isEmpty || $0.name.lowercased().contains(query) }
    let columns = phone.data.photos.columns
    let side = (phone.widthDP - 6) / Double(columns)
    let tiles = found.map { entry -> View in
      let name = entry.name
      let file = "\(path)/\(name)"
      let isSelected = selected.contains(name)
      var layers = [thumbnail(file).padding(isSelected ? 10 : 1)]
      if FileKind(name: name) == .video {
        layers.append(View.icon("play_circle_outline", .white, size: 40).placed(.center))
      }
      if phone.data.photos.favourites.contains(file) {
        layers.append(View.icon("star", .white, size: 20).padding(4).placed(.bottomRight))
      }
      if isSelected {
        layers.append(View.icon("check_circle", phone.theme.accent, size: 28).padding(4).placed(.topRight))
      }
      return View.stack(layers).square(side).label(name, "android.widget.ImageView").id("\(ids)media_item_thumbnail")
        .selected(isSelected).tap { phone in
          if selected.isEmpty {
            phone.open("photo", ["path": file])
          } else {
            phone.select(name, isSelected: !isSelected)
          }
        }
        .longPress { $0.select(name, isSelected: !isSelected) }
    }
    let bar =
      selected.isEmpty
      ? search("Search in \(folder.name)", back: true) : selectionBar(selected, of: folder.media.count, in: path)
    return screen(bar, tiles, columns: columns, side: side, empty: "No media files have been found.")
  }

  // MARK: - Parts

  private func screen(_ bar: View, _ tiles: [View], columns: Int, side: Double, empty: String) -> View {
    let rows = stride(from: 0, to: tiles.count, by: columns).map { start in
      View.row(Array(tiles[start..<min(start + columns, tiles.count)]))
    }
    return parts.screen(
      bar,
      View.scroll(
        "grid", View.column(rows.isEmpty ? [parts.empty(empty)] : rows + [.space(height: 24)]).padding(3, 0).wide)
    )
  }

  private func thumbnail(_ path: String) -> View {
    let isVideo = FileKind(name: path) == .video
    let bytes = isVideo ? [] : (try? phone.files.read(path)) ?? []
    return View.picture(bytes, .covering, side: Self.thumbnail, icon: isVideo ? "movie" : "image")
  }

  private func search(_ hint: String, back: Bool) -> View {
    let theme = phone.theme
    var field = View.Field(key: "search", hint: hint, size: 16, color: theme.text, hintColor: theme.secondary)
    field.onSubmit = { $0.system.isKeyboardUp = false }
    field.onChange = { $0.activity.scroll["grid"] = 0 }
    let left =
      back
      ? parts.button(AppParts.Button("arrow_back", "Back") { $0.goBack() })
      : View.stack([.icon("search", theme.secondary)], .center).square(48)
    var row = [
      left, View(.field(field)).size(width: .fill, height: .fixed(48)).id("\(ids)top_toolbar_search").weighted(),
    ]
    if !back {
      row.append(parts.button(AppParts.Button("photo_camera", "Open camera") { $0.launch(CameraApp.name) }))
    }
    row.append(parts.button(AppParts.Button("sort", "Sort by") { $0.activity.dialog = "sort" }))
    row.append(parts.button(AppParts.Button("more_vert", "More options") { $0.activity.dialog = "options" }))
    let box = View.row(row).size(width: .fill, height: .fixed(52)).fill(theme.raised, corner: 26)
    return View.stack([box]).padding(left: 12, top: Phone.statusBarHeight + 8, right: 12, bottom: 8).wide
  }

  private func selectionBar(_ selected: [String], of count: Int, in folder: String) -> View {
    let paths = selected.map { "\(folder)/\($0)" }
    return View.row([
      parts.button(AppParts.Button("arrow_back", "Done") { $0.activity.values["selected"] = nil }), .space(width: 8),
      View.text("\(selected.count) / \(count)", 18, phone.theme.text, id: "\(ids)selected_count").weighted(),
      parts.button(AppParts.Button("share", "Share") { $0.sharePictures(paths) }),
      parts.button(AppParts.Button("delete", "Delete") { $0.activity.dialog = "delete" }),
      parts.button(AppParts.Button("more_vert", "More options") { $0.activity.dialog = "more" }),
    ]).size(width: .fill, height: .fixed(Phone.statusBarHeight + 68)).padding(
      left: 4, top: Phone.statusBarHeight, right: 4)
  }
}
