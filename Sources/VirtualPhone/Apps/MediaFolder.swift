/// A folder with pictures or videos, as the gallery shows it.
struct MediaFolder: Sendable {
  var path: String
  /// In the gallery's order.
  var media: [PhoneFileSystem.Entry]

  var name: String { path == PhoneFileSystem.sharedStorage ? "Internal" : PhoneFileSystem.name(of: path) }

  /// A folder's pictures and videos.
  init(_ path: String, _ phone: Phone) {
    self.path = path
    let found = ((try? phone.files.list(path)) ?? []).filter(Self.isMedium)
    let data = phone.data.photos
    media = found.sorted { a, b in
      let (first, second) = data.isAscending ? (a, b) : (b, a)
      switch data.order {
      case .name: break
      case .size where first.size != second.size: return first.size < second.size
      case .modified where first.modified != second.modified: return first.modified < second.modified
      default: break
      }
      return first.name.lowercased() < second.name.lowercased()
    }
  }

  /// All folders that have some, the one with the latest first.
  static func all(_ phone: Phone) -> [MediaFolder] {
    var folders: [MediaFolder] = []
    var pending = [PhoneFileSystem.sharedStorage]
    while let path = pending.popLast() {
      guard let entries = try? phone.files.list(path) else { continue }
      for entry in entries where entry.kind == .directory && !entry.name.hasPrefix(".") {
        let child = "\(path)/\(entry.name)"
        if child != "\(PhoneFileSystem.sharedStorage)/Android" { pending.append(child) }
      }
      if entries.contains(where: isMedium) { folders.append(MediaFolder(path, phone)) }
    }
    let times = folders.map { folder in folder.media.reduce(0) { max($0, $1.modified) } }
    return folders.indices.sorted { (-times[$0], folders[$0].path) < (-times[$1], folders[$1].path) }.map {
      folders[$0]
    }
  }

  static func isMedium(_ entry: PhoneFileSystem.Entry) -> Bool {
    guard entry.kind == .file, !entry.name.hasPrefix(".") else { return false }
    let kind = FileKind(name: entry.name)
    return kind == .image || kind == .video
  }
}
