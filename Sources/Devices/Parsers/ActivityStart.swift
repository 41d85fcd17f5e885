/// What `am start` says about whether it did: its exit code is 0 on many versions even when it didn't.
///
///     Starting: Intent { act=android.intent.action.VIEW dat=content://com.android.calendar }
///     Error: Activity not started, unable to resolve Intent { … }
///
///     Starting: Intent { cmp=com.a/.B }
///     Error type 3
///     Error: Activity class {com.a/com.a.B} does not exist.
enum ActivityStart {
  /// Why it didn't; nil where it did. `Warning: Activity not started, its current task has been brought to the front`
  /// is as good as a start.
  static func failure(_ result: ShellResult) -> String? {
    let text = result.text + "\n" + String(decoding: result.errors, as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).map { LabelledLine.trimmed($0) }
    if let line = lines.first(where: { $0.hasPrefix("Error:") }) {
      return String(LabelledLine.trimmed(line.dropFirst("Error:".count)))
    }
    if let line = lines.first(where: { $0.hasPrefix("Error") || $0.contains("Exception") }) { return String(line) }
    return result.code == 0 ? nil : String(lines.last ?? "exit code \(result.code)")
  }
}
