internal import Foundation

// `input text` takes printable ASCII alone, reads `%s` as a space, and drops what its keyboard layout lacks. AndroidWorld
// drops other letters and presses Enter at the end; here every letter is kept, and Enter is pressed where the text has a
// line break and nowhere else.

/// The shell commands that type.
enum TextCommand {
  /// The helper keyboard's package and its input method.
  static let helperPackage = "com.android.adbkeyboard"
  static let helperMethod = "com.android.adbkeyboard/.AdbIME"

  /// Whether `input text` can type it.
  static func isPlain(_ text: String) -> Bool { letters(beyondPlain: text).isEmpty }

  /// The letters that `input text` can't type, each once, in their order.
  static func letters(beyondPlain text: String) -> [Character] {
    var seen: [Character] = []
    for letter in text where !isPlain(letter) && !seen.contains(letter) { seen.append(letter) }
    return seen
  }

  private static func isPlain(_ letter: Character) -> Bool {
    letter == "\n" || letter == "\r\n" || letter == "\t"
      || letter.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) }
  }

  /// Types plain text, key by key; nil where there is nothing to type.
  static func input(_ text: String) -> String? {
    var commands: [String] = []
    var run = ""
    func flush() {
      guard !run.isEmpty else { return }
      commands.append("input text " + ShellWord.quoted(run))
      run = ""
    }
    var last: Character?
    for letter in text {
      switch letter {
      case "\n", "\r\n":
        flush()
        commands.append(Actuation.key("KEYCODE_ENTER"))
      case "\t":
        flush()
        commands.append(Actuation.key("KEYCODE_TAB"))
      case " ": run += "%s"
      case "s" where last == "%":
        // Together they would be a space.
        flush()
        run = "s"
      default: run.append(letter)
      }
      last = letter
    }
    flush()
    return commands.isEmpty ? nil : commands.joined(separator: " && ")
  }

  /// Types anything by the helper keyboard, which must be the one in use.
  static func broadcast(_ text: String) -> String {
    "am broadcast -a ADB_INPUT_B64 --es msg \(Data(text.utf8).base64EncodedString())"
  }

  /// Puts a text on the clipboard where the device's shell can; the exit code says whether it could.
  static func setClipboard(_ text: String) -> String { "cmd clipboard set-primary-clip \(ShellWord.quoted(text))" }

  /// Inserts what is on the clipboard.
  static let paste = "input keyevent KEYCODE_PASTE"

  /// Empties the field that has the focus: all of it marked and deleted, or, before Android 12, which has no key
  /// combinations, deleted from the end.
  static func clear(sdk: Int?) -> String {
    if let sdk, sdk < 31 {
      let deletions = String(repeating: " KEYCODE_DEL", count: longestOldField)
      return "input keyevent KEYCODE_MOVE_END && input keyevent" + deletions
    }
    return "input keycombination 113 29 && input keyevent 67"
  }

  private static let longestOldField = 250
}
