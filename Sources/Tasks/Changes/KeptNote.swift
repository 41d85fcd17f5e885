internal import Devices
internal import Foundation
internal import JSON

/// A note on disk of what a set-up found, from before it changes anything until that is put back: a program that was cut
/// off between the two leaves it to the next that uses the device.
struct KeptNote: Sendable {
  /// A state and what was read of it.
  typealias Entry = (state: KeptState, printed: String)

  /// The folder of the notes, one file a device.
  let folder: String
  private let file: String

  /// - Parameter device: the device's name.
  init(folder: String, device: String) {
    self.folder = folder
    file = folder + "/" + StateFolder.fileName(for: device) + ".json"
  }

  /// What is in the note; empty without one. What names no state that we keep is passed over: it goes into commands.
  var entries: [Entry] {
    guard let data = FileManager.default.contents(atPath: file), data.count < 1 << 20,
      let value = try? JSONValue(parsing: [UInt8](data)), case .array(let items) = value
    else { return [] }
    return items.compactMap { item in
      guard case .object(let object) = item, case .string(let name)? = object["state"],
        case .string(let printed)? = object["was"], let state = KeptState(name)
      else { return nil }
      return (state, printed)
    }
  }

  /// Writes it.
  ///
  /// - Throws: `TaskError.note`.
  func write(_ entries: [Entry]) throws(TaskError) {
    let items = entries.map { JSONValue.object(["state": .string($0.state.name), "was": .string($0.printed)]) }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data((JSONValue.array(items).text + "\n").utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
    } catch { throw .note(folder: folder, reason: error.localizedDescription) }
  }

  /// Removes it.
  func remove() { try? FileManager.default.removeItem(atPath: file) }
}
