internal import Episodes
internal import Tasks

/// Puts a text on the clipboard.
struct ClipboardSolver: Solver {
  /// The names of the tasks that it solves.
  let tasks = ["SystemCopyToClipboard"]

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await copy(try task.need("clipboard_content"), hands)
  }

  /// Copies it without its last letter.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await copy(String(try task.need("clipboard_content").dropLast()), hands)
  }

  private func copy(_ text: String, _ hands: Hands) async throws(OracleError) {
    try await hands.openApp("Clipper", "Clipper copies what is typed into it.")
    try await hands.type(text, into: "Text to copy", "I type the text.")
    try await hands.tap("Copy", "I copy it.")
    try await hands.done("It is on the clipboard.")
  }
}
