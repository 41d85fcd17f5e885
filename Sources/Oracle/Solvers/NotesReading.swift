internal import Episodes

/// Reads notes in Markor.
enum NotesReading {
  /// The text of a note of the notebook.
  static func text(of name: String, _ hands: Hands) async throws(OracleError) -> String {
    try await hands.openApp("Markor", "What I need is in \(name) in Markor.")
    try await hands.tap(try await hands.reach(name, "I look for \(name)."), "I open \(name).")
    guard let text = hands.find(id: "document__fragment__edit__highlighting_editor")?.text else {
      throw hands.missing("the text of \(name)")
    }
    return text
  }
}
