/// What a file is, by the ending of its name.
enum FileKind: Sendable, Equatable {
  case folder, image, video, audio, document, page, text, archive, app, other

  init(name: String) {
    switch Self.ending(of: name) {
    case "jpg", "jpeg", "png", "gif", "webp", "bmp", "heic": self = .image
    case "mp4", "mkv", "webm", "3gp", "avi", "mov": self = .video
    case "mp3", "m4a", "ogg", "wav", "flac", "aac": self = .audio
    case "pdf", "doc", "docx", "odt", "xls", "xlsx", "ppt", "pptx": self = .document
    case "html", "htm": self = .page
    case "txt", "md", "csv", "json", "xml", "log": self = .text
    case "zip", "tar", "gz", "7z": self = .archive
    case "apk": self = .app
    default: self = .other
    }
  }

  /// Its icon in the Material font.
  var icon: String {
    switch self {
    case .folder: "folder"
    case .image: "image"
    case .video: "movie"
    case .audio: "audiotrack"
    case .document: "picture_as_pdf"
    case .page: "code"
    case .text: "description"
    case .archive: "archive"
    case .app: "android"
    case .other: "insert_drive_file"
    }
  }

  /// A name's parts: what stands before its last dot, and the rest with the dot.
  static func parts(of name: String) -> (base: String, ending: String) {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return (name, "") }
    return (String(name[..<dot]), String(name[dot...]))
  }

  /// What stands behind a name's last dot, in small letters.
  static func ending(of name: String) -> String { String(parts(of: name).ending.dropFirst()).lowercased() }

  /// What the system calls files with this ending, for example `JPG image`.
  static func description(of name: String) -> String {
    let ending = ending(of: name).uppercased()
    return switch FileKind(name: name) {
    case .folder: "Folder"
    case .image: "\(ending) image"
    case .video: "\(ending) video"
    case .audio: "\(ending) audio"
    case .document, .text: "\(ending) document"
    case .page: "HTML document"
    case .archive: "\(ending) archive"
    case .app: "Android application"
    case .other: ending.isEmpty ? "File" : "\(ending) file"
    }
  }

  /// A size as Android writes it: `0 B`, `12.40 kB`, `3.10 MB`.
  static func size(_ bytes: Int) -> String {
    guard bytes >= 1000 else { return "\(bytes) B" }
    let units = ["kB", "MB", "GB"]
    var value = Double(bytes) / 1000
    var unit = 0
    while value >= 1000, unit < units.count - 1 {
      value /= 1000
      unit += 1
    }
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(CivilTime.two(hundredths % 100)) \(units[unit])"
  }
}
