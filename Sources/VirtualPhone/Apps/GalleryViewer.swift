import Imaging

/// One picture on a whole screen. The activity's value `path` says which; `hidden`, 1 while nothing is shown beside it.
struct GalleryViewer {
  let activity: Activity
  let phone: Phone

  private var ids: String { "\(GalleryApp.name):id/" }
  private var path: String { activity.values["path"] ?? "" }

  func screen() -> View {
    guard let bytes = try? phone.files.read(path) else {
      return View.stack([View.text("This picture was deleted", 16, .white)], .center).filling.fill(.black)
    }
    let name = PhoneFileSystem.name(of: path)
    let isVideo = FileKind(name: name) == .video
    // As sharp as the screen; receipts are read here.
    let side = max(phone.screen.width, phone.screen.height)
    var layers: [View] = [
      .picture(isVideo ? [] : bytes, .inside, side: side, icon: "movie").filling
    ]
    if isVideo {
      let seconds = (VideoFile.length(bytes) ?? 0) / 1000
      layers.append(
        View.text("\(CivilTime.two(seconds / 60)):\(CivilTime.two(seconds % 60))", 18, .white).padding(0, 120).placed(
          .bottom))
    }
    let picture = View.stack(layers, .center).filling.label(name, "android.widget.ImageView")
      .id("\(ids)gestures_view").swipe { phone, direction in
        if direction == .left { phone.showPicture(step: 1) }
        if direction == .right { phone.showPicture(step: -1) }
      }.tap { $0.activity.values["hidden"] = $0.value("hidden") == "1" ? nil : "1" }
    guard activity.values["hidden"] != "1" else { return View.stack([picture]).filling.fill(.black) }
    return View.stack([picture, View.column([bar(name), .spring, foot()]).filling]).filling.fill(.black)
  }

  private func button(_ icon: String, _ label: String, _ id: String = "", _ action: @escaping PhoneAction) -> View {
    View.stack([.icon(icon, .white)], .center).square(48).label(label, "android.widget.ImageButton")
      .id(id.isEmpty ? "" : "\(ids)\(id)").tap(action)
  }

  private func bar(_ name: String) -> View {
    View.row([
      button("arrow_back", "Back") { $0.goBack() }, .space(width: 8),
      View.text(name, 18, .white, lines: 1, id: "\(ids)medium_viewer_title").weighted(),
      button("info_outline", "Properties") { $0.activity.dialog = "info" },
      button("more_vert", "More options") { $0.activity.dialog = "more" },
    ]).padding(left: 4, top: Phone.statusBarHeight, right: 4, bottom: 8).wide.fill(Color.black.faded(0.4))
  }

  private func foot() -> View {
    let path = path
    let isFavourite = phone.data.photos.favourites.contains(path)
    return View.row([
      .spring,
      button(isFavourite ? "star" : "star_border", "Toggle favorite", "bottom_favorite") { $0.toggleFavourite([path]) },
      .spring, button("share", "Share", "bottom_share") { $0.sharePictures([path]) }, .spring,
      button("delete", "Delete", "bottom_delete") { $0.activity.dialog = "delete" }, .spring,
    ]).size(width: .fill, height: .fixed(72)).fill(Color.black.faded(0.4))
  }
}

extension Phone {
  /// Shows the picture next to the one in front, if there is one.
  mutating func showPicture(step: Int) {
    let path = value("path")
    let folder = PhoneFileSystem.directory(of: path)
    let media = MediaFolder(folder, self).media
    guard let index = media.firstIndex(where: { $0.name == PhoneFileSystem.name(of: path) }),
      media.indices.contains(index + step)
    else { return }
    activity.values["path"] = "\(folder)/\(media[index + step].name)"
  }

  mutating func toggleFavourite(_ paths: [String]) {
    let areAll = paths.allSatisfy(data.photos.favourites.contains)
    data.photos.favourites.removeAll(where: paths.contains)
    if !areAll { data.photos.favourites += paths }
  }

  /// Offers pictures to other apps: what they take of them are the names.
  mutating func sharePictures(_ paths: [String]) {
    activity.values["shared"] = paths.map { PhoneFileSystem.name(of: $0) }.joined(separator: "\n")
    activity.dialog = "share"
  }
}
