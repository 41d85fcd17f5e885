internal import Devices
internal import Foundation

/// The shell commands that put bytes into a file of a device.
enum FileCommands {
  /// Bytes a command: with base64 they stay below the 65,535 that one request to adb may have.
  static let chunk = 30_000

  /// Makes the folder, then the file.
  static func write(_ bytes: [UInt8], to path: String) -> [String] {
    let word = ShellWord.quoted(path)
    let folder = (path as NSString).deletingLastPathComponent
    var commands = folder.isEmpty ? [] : ["mkdir -p \(ShellWord.quoted(folder))"]
    if bytes.isEmpty { commands.append(": > \(word)") }
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      let text = Data(bytes[start..<min(start + chunk, bytes.count)]).base64EncodedString()
      commands.append("echo \(text) | base64 -d \(start == 0 ? ">" : ">>") \(word)")
    }
    return commands
  }

  /// Sets when a file was changed, as the device's wall clock shows it.
  static func touch(_ path: String, at seconds: Int) -> String {
    let time = WallClock(seconds)
    return "touch -d \(time.iso)T\(time.clock):\(WallClock.two(time.second)) \(ShellWord.quoted(path))"
  }
}
