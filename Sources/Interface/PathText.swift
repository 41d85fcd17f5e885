/// Paths as text; the interface never looks at the disk.
enum PathText {
  /// A name below a folder.
  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The folder that a path is in; nil at the top.
  static func parent(of path: String) -> String? {
    let parts = path.split(separator: "/")
    guard !parts.isEmpty else { return nil }
    let parent = parts.dropLast().joined(separator: "/")
    return path.hasPrefix("/") ? "/" + parent : (parent.isEmpty ? nil : parent)
  }

  /// The last part of a path.
  static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The path with the home folder as `~`.
  static func abbreviated(_ path: String, home: String) -> String {
    guard home.count > 1, path == home || path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.count)
  }

  /// The path as a person typed it, with `~` put back and without a slash at its end.
  static func expanded(_ text: String, home: String) -> String {
    var path = text
    if path == "~" { path = home } else if path.hasPrefix("~/") { path = join(home, String(path.dropFirst(2))) }
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
