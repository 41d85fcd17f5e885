/// What the recorder does and how it is set; the recordings themselves are files.
struct RecorderData: Sendable, Equatable, Codable {
  enum State: String, Sendable, Codable { case idle, recording, paused }

  /// Whether the welcome and the set-up were seen.
  var isSetUp = true
  var state = State.idle
  /// When it began or went on, by uptime.
  var start = 0
  /// Milliseconds that were recorded before.
  var before = 0
  /// The ending of new files: `m4a`, `wav`, `3gp`.
  var format = "m4a"
  var asksForName = true
  /// The number that the next recording is called by.
  var next = 1
  /// The file that is shown, and when it began to play, by uptime.
  var shown: String?
  var playing: Int?

  /// Milliseconds that were recorded.
  func length(_ uptime: Int) -> Int { before + (state == .recording ? max(0, uptime - start) : 0) }
}

/// A recording's file: there is no sound to keep, so it holds how long it is, and grows with that.
enum RecordingFile {
  static let directory = "/storage/emulated/0/Android/data/com.dimowner.audiorecorder/files/Music/records"
  private static let mark = "ftypM4A ms="
  private static let largest = 512 << 10

  static func bytes(milliseconds: Int) -> [UInt8] {
    let head = Array("\(mark)\(milliseconds);".utf8)
    // As 128 kbps take, up to a size that many of them don't fill a phone with.
    let size = max(head.count, min(milliseconds, largest / 16) * 16)
    return head + [UInt8](repeating: 0x55, count: size - head.count)
  }

  /// How long a file is; what others put there is taken for 128 kbps.
  static func milliseconds(_ bytes: [UInt8]) -> Int {
    let head = String(decoding: bytes.prefix(48), as: UTF8.self)
    guard head.hasPrefix(mark) else { return bytes.count / 16 }
    return Int(head.dropFirst(mark.count).prefix { $0.isASCII && $0.isNumber }) ?? 0
  }
}
