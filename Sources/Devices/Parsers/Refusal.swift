/// Whether a command of `input` or another tool was refused: some say so with exit code 0.
enum Refusal {
  /// Why, in the device's words, and what to do where that is known; nil where it wasn't refused.
  static func reason(in result: ShellResult) -> String? {
    let text = String(decoding: result.errors, as: UTF8.self) + "\n" + result.text
    let lines = text.split(whereSeparator: \.isNewline).map { LabelledLine.trimmed($0) }
    if text.contains("INJECT_EVENTS") {
      return "it forbids input over adb (INJECT_EVENTS); on Xiaomi, OPPO and others switch on "
        + "\"USB debugging (Security settings)\" in the developer options and restart it"
    }
    let sentence = lines.first { $0.hasPrefix("Error:") || $0.contains("Exception:") }
    guard result.code != 0 || sentence != nil else { return nil }
    return String((sentence ?? lines.first ?? "exit code \(result.code)").prefix(300))
  }
}
