internal import Foundation

/// A note on disk of the keyboard that a person had chosen, from before the helper keyboard is switched on until theirs is
/// back: a run that finds one left over puts it right.
struct KeyboardNote: Sendable {
  /// The folder of the notes, one file a device.
  let folder: String
  private let file: String

  /// - Parameter serial: the device's.
  init(folder: String, serial: String) {
    self.folder = folder
    file = folder + "/" + StateFolder.fileName(for: serial)
  }

  /// The input method in the note; nil without one.
  var keyboard: String? {
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return nil }
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    // It goes into a shell command: what isn't a component is no keyboard.
    return Component(line) == nil ? nil : line
  }

  /// Writes it.
  ///
  /// - Throws: what the file system says.
  func write(_ keyboard: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data((keyboard + "\n").utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
  }

  /// Removes it.
  func remove() { try? FileManager.default.removeItem(atPath: file) }
}
