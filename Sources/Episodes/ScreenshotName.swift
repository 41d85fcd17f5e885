internal import Foundation

/// Names of pictures inside an episode's folder.
enum ScreenshotName {
  /// The picture of a step: `screens/0003.png`; more digits where four don't do.
  static func picture(of index: Int) -> String {
    let digits = String(index)
    return "screens/" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ".png"
  }

  /// Whether a name, as it is written, stays inside the folder.
  static func isInside(_ name: String) -> Bool {
    guard !name.isEmpty, !name.hasPrefix("/"), !name.utf8.contains(0), name.utf8.count <= 1024 else { return false }
    return !name.split(separator: "/").contains("..")
  }

  /// What is found under a name.
  enum Finding {
    case file, nothing, outside
  }

  /// Looks a name up, through symbolic links too, which must not lead out either.
  ///
  /// - Parameter root: The episode's folder without symbolic links.
  static func find(_ name: String, in root: String) -> Finding {
    guard isInside(name) else { return .outside }
    var information = stat()
    guard stat(root + "/" + name, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return .nothing }
    let resolved = URL(fileURLWithPath: root + "/" + name).resolvingSymlinksInPath().path
    return resolved.hasPrefix(root == "/" ? root : root + "/") ? .file : .outside
  }
}
