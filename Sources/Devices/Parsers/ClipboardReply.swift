/// What `cmd clipboard …` says: most devices have no such command, and not all of them say so by the exit code.
///
///     No shell command implementation.
///     cmd: Can't find service: clipboard
///     Unknown command: set-primary-clip
enum ClipboardReply {
  /// Whether the text is on the clipboard.
  static func isSet(_ result: ShellResult) -> Bool {
    let text = (result.text + String(decoding: result.errors, as: UTF8.self)).lowercased()
    let refusals = ["no shell command", "can't find service", "unknown command", "exception", "usage", "not found"]
    return result.code == 0 && !refusals.contains(where: text.contains)
  }
}
