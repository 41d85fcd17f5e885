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
    // Serials are addresses, too, and no address may lead out of the folder.
    let name = serial.utf8.map { byte in
      let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      return isPlain ? String(UnicodeScalar(byte)) : "_" + String(byte, radix: 16)
    }.joined()
    file = folder + "/" + name
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
