internal import Episodes
internal import Tasks

/// Moves, copies, renames and deletes files, and makes folders.
struct FilesSolver: Solver {
  /// The names of the tasks that it solves.
  let tasks = ["FilesDeleteFile", "FilesMoveFile", "FilesCopyFile", "FilesRenameFile", "FilesCreateFolder"]

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: false)
  }

  /// Takes another file, name or folder.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: true)
  }

  private func act(_ task: TaskInstance, _ hands: Hands, wrongly: Bool) async throws(OracleError) {
    try await hands.openApp("Files")
    try await Self.openStorage(hands)
    try await Self.openFolder(try task.need("folder"), hands)
    switch task.definition.name {
    case "FilesDeleteFile":
      let name = try task.need(wrongly ? "other" : "file")
      try await select(name, hands)
      try await hands.tap("Delete", "The bin deletes it.")
      try await hands.tap("OK", "I am asked whether to delete it: yes.")
    case "FilesMoveFile", "FilesCopyFile":
      let isCopy = task.definition.name == "FilesCopyFile"
      try await select(try task.need("file"), hands)
      try await hands.tap("More options", "That is in the menu.")
      // The near miss moves what should be copied, and copies what should be moved.
      let copies = isCopy != wrongly
      try await hands.tap(copies ? "Copy to…" : "Move to…", copies ? "I copy it." : "I move it.")
      try await Self.openFolder(try task.need("destination"), hands)
      try await hands.tap(copies ? "COPY" : "MOVE", "This is the folder.")
    case "FilesRenameFile":
      try await select(try task.need("file"), hands)
      try await hands.tap("More options", "Renaming is in the menu.")
      try await hands.tap("Rename", "I rename it.")
      let name = try task.need("new_name")
      try await hands.type(
        wrongly ? "copy_\(name)" : name, into: "edit", clears: true, "The new name is \(name).")
      try await hands.tap("OK", "I confirm the name.")
    default:
      try await hands.tap("More options", "Making folders is in the menu.")
      try await hands.tap("New folder", "I make a folder.")
      let name = try task.need("new_folder")
      try await hands.type(wrongly ? "\(name)_2" : name, into: "edit", "Its name is \(name).")
      try await hands.tap("OK", "I confirm the name.")
    }
    try await hands.done("That is what was asked for.")
  }

  /// Shows the storage's folders.
  static func openStorage(_ hands: Hands) async throws(OracleError) {
    try await hands.tap("Show roots", "The storage is among the roots.")
    try await hands.tap("sdk_gphone_x86_64", "I open the storage.")
  }

  /// Opens a folder of the list; a chip above it may have the same name.
  static func openFolder(_ name: String, _ hands: Hands) async throws(OracleError) {
    try await hands.tap(try await title(name, hands), "I open \(name).")
  }

  private static func title(_ name: String, _ hands: Hands) async throws(OracleError) -> UIElement {
    let found = try await hands.reach(atMost: 20, "I look for \(name).") { hands in
      hands.elements.first { $0.text == name && $0.resourceID == "android:id/title" }
    }
    guard let found else { throw hands.missing("“\(name)”") }
    return found
  }

  private func select(_ name: String, _ hands: Hands) async throws(OracleError) {
    try await hands.longPress(try await Self.title(name, hands), "A long press selects \(name).")
  }
}
