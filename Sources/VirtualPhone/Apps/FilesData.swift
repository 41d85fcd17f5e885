internal import Randomness

/// How the files app shows files.
struct FilesData: Sendable, Equatable, Codable {
  enum Order: String, Sendable, Codable, CaseIterable {
    case name = "File name (A to Z)"
    case type = "Type (A to Z)"
    case size = "Size (largest first)"
    case modified = "Modified (newest first)"
  }

  var order = Order.name
  var isGrid = true
  /// Packages that open files with an ending, where a person has said so for always.
  var openers: [String: String] = [:]

  /// Files that people have, for phones that were used before.
  static func write(seed: UInt64, now: Int, to files: inout PhoneFileSystem) {
    guard seed != 0 else { return }
    var random = SplitMix64(seed: seed ^ 0xF11E)
    let names = [
      "Download/invoice_march.pdf", "Download/boarding_pass.pdf", "Download/wifi_password.txt", "Download/read_me.html",
      "Documents/lease.pdf", "Documents/packing_list.txt", "Music/morning_run.mp3", "Music/slow_piano.mp3",
      "Podcasts/episode_12.mp3", "Recordings/voice_memo.m4a", "Ringtones/old_bell.mp3",
    ]
    for name in random.shuffled(names).prefix(2 + random.below(6)) {
      let text: String
      switch FileKind(name: name) {
      case .text: text = "Milk, bread, tea\nAsk at the desk\n"
      case .page:
        text =
          "<title>Read me</title>\n<h1>Read me</h1>\n<p>Everything here may be copied.</p>\n<ul><li>Keep it dry<li>Keep it warm</ul>\n"
      default: text = "\(FileKind.description(of: name)) without content\n"
      }
      // A phone that is set up has room for them.
      try? files.write(
        Array(text.utf8), to: "\(PhoneFileSystem.sharedStorage)/\(name)",
        modified: now / 1000 - random.below(40) * 86_400 - random.below(80_000))
    }
  }
}
