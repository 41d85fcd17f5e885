internal import Episodes
internal import Tasks

/// Writes, changes, merges, moves and deletes notes.
struct MarkorSolver: Solver {
  /// The names of the tasks that it solves.
  let tasks = [
    "MarkorAddNoteHeader", "MarkorChangeNoteContent", "MarkorCreateFolder", "MarkorCreateNote",
    "MarkorCreateNoteAndSms", "MarkorCreateNoteFromClipboard", "MarkorDeleteAllNotes", "MarkorDeleteNewestNote",
    "MarkorDeleteNote", "MarkorEditNote", "MarkorMergeNotes", "MarkorMoveNote", "MarkorTranscribeReceipt",
  ]

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: false)
  }

  /// Writes something else, or takes another note.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: true)
  }

  private func act(_ task: TaskInstance, _ hands: Hands, wrongly: Bool) async throws(OracleError) {
    let name = task.definition.name
    if name == "MarkorTranscribeReceipt" {
      try await transcribe(task, hands, wrongly)
      return try await hands.done("The receipt is written down.")
    }
    try await hands.openApp("Markor")
    switch name {
    case "MarkorAddNoteHeader", "MarkorEditNote":
      try await Self.open(try task.need("file"), hands)
      let content = try Self.content(hands)
      let gap = (name == "MarkorAddNoteHeader") != wrongly ? "\n\n" : "\n"
      try await Self.write(
        try task.need("header") + gap + content, hands, "The new text comes first, then what was there.")
    case "MarkorChangeNoteContent":
      try await Self.open(try task.need("file"), hands)
      try await Self.write(
        try task.need("text") + (wrongly ? " too" : ""), hands, "The new text replaces all that is there.")
    case "MarkorCreateFolder":
      try await hands.tap("Create a new file or folder", "The plus makes files and folders.")
      try await hands.type(
        try task.need("folder") + (wrongly ? "_old" : ""), into: "new_file_dialog__name", "That is the folder's name.")
      try await hands.tap("FOLDER", "It should be a folder.")
    case "MarkorCreateNote":
      try await Self.create(try task.need("file"), hands)
      try await Self.write(try task.need("text") + (wrongly ? " too" : ""), hands, "I write the text.")
    case "MarkorCreateNoteAndSms": try await writeAndSend(task, hands, wrongly)
    case "MarkorCreateNoteFromClipboard":
      try await Self.create(try task.need("file"), hands)
      if wrongly {
        try await Self.write("Pasted", hands, "I write something.")
      } else {
        guard let editor = hands.find(id: Self.editor) else { throw hands.missing("the editor") }
        try await hands.longPress(editor, "A long press shows what can be put in.")
        try await hands.tap("Paste", "I paste.")
        try await hands.tap("Save", "I save the note.")
      }
    case "MarkorMergeNotes": try await merge(task, hands, wrongly)
    case "MarkorMoveNote": try await move(task, hands, wrongly)
    default: try await delete(task, hands, wrongly)
    }
    try await hands.done("That is what was asked for.")
  }

  // MARK: - Deleting and moving

  private func delete(_ task: TaskInstance, _ hands: Hands, _ wrongly: Bool) async throws(OracleError) {
    switch task.definition.name {
    case "MarkorDeleteNote":
      let name = try task.need(wrongly ? "other" : "file")
      try await hands.longPress(try await Self.find(name, hands), "A long press selects \(name).")
    case "MarkorDeleteNewestNote":
      try await hands.tap("Sort by", "The date shows which one is the newest.")
      try await hands.tap("Date", "I sort by date.")
      let files = hands.elements.filter { $0.contentDescription?.hasPrefix("File ") == true }
      guard let file = wrongly ? files.last : files.first else { throw hands.missing("a note") }
      try await hands.longPress(file, "The newest one is on top; a long press selects it.")
    default:
      guard let first = hands.elements.first(where: { $0.contentDescription?.hasPrefix("File ") == true }) else {
        throw hands.missing("a note")
      }
      try await hands.longPress(first, "A long press selects the first note.")
      if !wrongly {
        try await hands.tap("More options", "There is a menu for all of them.")
        try await hands.tap("Select all", "I select all.")
      }
    }
    try await hands.tap("Delete", "The bin deletes what is selected.")
    try await hands.tap("OK", "I am asked whether to delete: yes.")
  }

  private func move(_ task: TaskInstance, _ hands: Hands, _ wrongly: Bool) async throws(OracleError) {
    let (file, source) = (try task.need("file"), try task.need("source"))
    try await hands.tap(try await hands.reach("Folder \(source)", "I look for \(source)."), "I open \(source).")
    try await hands.longPress(try await Self.find(file, hands), "A long press selects \(file).")
    try await hands.tap("More options", "Moving is in the menu.")
    try await hands.tap("Move", "I move it.")
    try await hands.tap("Folder ..", "The other folder is beside this one.")
    if !wrongly {
      let target = try task.need("destination")
      let row = try await hands.reach("Folder \(target)", "I look for \(target).")
      try await hands.tap(row, "It goes to \(target).")
    }
    try await hands.tap("SELECT THIS FOLDER", "This is the folder.")
  }

  // MARK: - Writing

  private func merge(_ task: TaskInstance, _ hands: Hands, _ wrongly: Bool) async throws(OracleError) {
    var contents: [String] = []
    for key in ["file1", "file2", "file3"] {
      try await Self.open(try task.need(key), hands)
      contents.append(try Self.content(hands))
      try await hands.back("It says “\(contents.last ?? "")”. I go back to the list.")
    }
    try await Self.create(try task.need("new_file"), hands)
    try await Self.write(
      contents.joined(separator: wrongly ? "\n" : "\n\n"), hands, "All three, with an empty line between them.")
  }

  private func writeAndSend(_ task: TaskInstance, _ hands: Hands, _ wrongly: Bool) async throws(OracleError) {
    let number = try task.need("number")
    try await Self.create(try task.need("file"), hands)
    try await Self.write(try task.need("text"), hands, "I write the text.")
    guard !wrongly else { return }
    try await hands.tap("More options", "Sharing is in the menu.")
    try await hands.tap("Share", "I share the note.")
    try await hands.tap("Messages", "It goes out as a text message.")
    try await hands.type(number, into: "Type a name, phone number, or email", "It goes to \(number).")
    if let row = hands.find("Send to \(number)") { try await hands.tap(row, "That is the number.") }
    try await hands.tap("Send SMS", "The note's text is there; I send it.")
  }

  private func transcribe(_ task: TaskInstance, _ hands: Hands, _ wrongly: Bool) async throws(OracleError) {
    // What the picture says isn't in the view tree; the task knows what was drawn.
    guard case .list(let items) = task.values["items"] else {
      throw .parameter(task: task.definition.name, name: "items")
    }
    var lines = items.compactMap { item -> String? in
      if case .record(let fields) = item { return fields["csv"]?.text }
      return nil
    }
    if wrongly { lines.removeLast() }
    try await GallerySolver.show("receipt.png", in: "DCIM", hands)
    try await hands.openApp("Markor", "The receipt has \(lines.count) lines. I write them down in Markor.")
    try await Self.create("receipt.md", hands)
    try await Self.write(
      (["Date, Item, Amount"] + lines).joined(separator: "\n"), hands, "The header first, then line by line.")
  }

  // MARK: - Parts

  private static let editor = "document__fragment__edit__highlighting_editor"

  private static func find(_ name: String, _ hands: Hands) async throws(OracleError) -> UIElement {
    try await hands.reach("File \(name)", "I look for \(name).")
  }

  static func open(_ name: String, _ hands: Hands) async throws(OracleError) {
    try await hands.tap(try await find(name, hands), "There is \(name); I open it.")
  }

  /// Makes a note by its name with its ending, and opens it.
  static func create(_ name: String, _ hands: Hands) async throws(OracleError) {
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let (base, ending) = (String(name[..<dot]), String(name[dot...]))
    try await hands.tap("Create a new file or folder", "The plus makes a new file.")
    try await hands.type(base, into: "new_file_dialog__name", "The name is \(base).")
    guard let field = hands.find(id: "new_file_dialog__ext") else { throw hands.missing("the ending") }
    if field.text != ending {
      try await hands.type(ending, into: field, clears: true, "The ending should be \(ending).")
    }
    try await hands.tap("OK", "I make it.")
  }

  /// Writes over all that is in the note that is open, and saves it.
  static func write(_ text: String, _ hands: Hands, _ thought: String) async throws(OracleError) {
    guard let field = hands.find(id: editor) else { throw hands.missing("the editor") }
    try await hands.type(text, into: field, clears: field.text?.isEmpty == false, thought)
    try await hands.tap("Save", "I save the note.")
  }

  /// What the note that is open says, without the line ends at its end.
  private static func content(_ hands: Hands) throws(OracleError) -> String {
    guard let field = hands.find(id: editor) else { throw hands.missing("the editor") }
    var text = Substring(field.text ?? "")
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}
