internal import Foundation
internal import Interface

/// What was open before, in `$XDG_DATA_HOME/infir/recent.json`.
struct RecentEpisodes {
  private static let longest = 8

  private struct Entry: Codable {
    var path: String
    var title: String
  }

  private let file: String

  init(dataDirectory: String = Settings.dataDirectory()) { file = dataDirectory + "/recent.json" }

  /// The latest first; what is no longer there is left out.
  var list: [Start.Recent] {
    entries.filter { FileManager.default.fileExists(atPath: $0.path) }.map {
      Start.Recent(path: $0.path, title: $0.title)
    }
  }

  /// Puts an episode first. A list that can't be written is no reason to bother anyone.
  func add(path: String, title: String) {
    let path = URL(fileURLWithPath: path).standardizedFileURL.path
    let entries = [Entry(path: path, title: title)] + entries.filter { $0.path != path }
    guard let bytes = try? JSONEncoder().encode(Array(entries.prefix(RecentEpisodes.longest))) else { return }
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? bytes.write(to: URL(fileURLWithPath: file), options: .atomic)
  }

  private var entries: [Entry] {
    guard let bytes = FileManager.default.contents(atPath: file) else { return [] }
    return (try? JSONDecoder().decode([Entry].self, from: bytes)) ?? []
  }
}
