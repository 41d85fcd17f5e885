internal import Checkpoints
internal import Episodes
internal import Foundation
internal import Interface

/// Lists folders for the file browser.
enum DirectoryListing {
  /// The entries of a folder: folders first, each with what it is.
  static func message(path: String) -> Message {
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: path)
      let entries = names.map { entry(name: $0, path: path == "/" ? "/" + $0 : path + "/" + $0) }
      return .listed(path: path, entries: entries.sorted(by: comesFirst), problem: nil)
    } catch {
      let reason = FileManager.default.fileExists(atPath: path) ? "it can't be opened" : "there is no such folder"
      return .listed(path: path, entries: [], problem: "\(path) can't be listed: \(reason)")
    }
  }

  private static func comesFirst(_ a: DirectoryEntry, _ b: DirectoryEntry) -> Bool {
    let (isFileA, isFileB) = (a.kind == .file, b.kind == .file)
    if isFileA != isFileB { return isFileB }
    return a.name.localizedStandardCompare(b.name) == .orderedAscending
  }

  private static func entry(name: String, path: String) -> DirectoryEntry {
    var isDirectory = ObjCBool(false)
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    guard exists else { return DirectoryEntry(name: name, kind: .file, detail: "broken link") }
    if Checkpoint.looksLikeModel(path) {
      return DirectoryEntry(
        name: name, kind: .model, detail: ModelSummary(path)?.detail ?? "not a model that runs here")
    }
    guard isDirectory.boolValue else { return DirectoryEntry(name: name, kind: .file, detail: size(of: path)) }
    if FileManager.default.fileExists(atPath: path + "/episode.json") {
      return DirectoryEntry(name: name, kind: .episode, detail: goal(of: path))
    }
    if let dataSet = try? DataSet(contentsOf: path), !dataSet.episodes.isEmpty {
      let count = dataSet.episodes.count
      return DirectoryEntry(name: name, kind: .dataSet, detail: "\(count) episode\(count == 1 ? "" : "s")")
    }
    return DirectoryEntry(name: name, kind: .directory)
  }

  private static func goal(of path: String) -> String { (try? Episode(contentsOf: path))?.goal ?? "unreadable" }

  private static func size(of path: String) -> String {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? Int).map(CheckpointInspection.size) ?? ""
  }
}
