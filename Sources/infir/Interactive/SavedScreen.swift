internal import Foundation

/// Screens that a person saved as text.
enum SavedScreen {
  /// Saves a screen under the next free name in the data folder, and says where, or why not.
  static func save(_ text: String) -> String {
    let folder = Settings.dataDirectory() + "/screens"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      var number = 1
      while FileManager.default.fileExists(atPath: "\(folder)/screen-\(number).txt") { number += 1 }
      let path = "\(folder)/screen-\(number).txt"
      try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      return "saved as screen-\(number).txt in \(folder)"
    } catch {
      return "the screen can't be saved in \(folder): \(error.localizedDescription)"
    }
  }
}
