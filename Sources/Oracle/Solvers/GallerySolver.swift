internal import Episodes
internal import Tasks

/// Copies, moves, renames, deletes and reads pictures.
struct GallerySolver: Solver {
  /// The names of the tasks that it solves.
  let tasks = [
    "SaveCopyOfReceiptTaskEval", "GalleryDeletePicture", "GalleryMovePicture", "GalleryReceiptTotal",
    "GalleryRenamePicture",
  ]

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: false)
  }

  /// Takes another picture, name or folder.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: true)
  }

  private func act(_ task: TaskInstance, _ hands: Hands, wrongly: Bool) async throws(OracleError) {
    let name = task.definition.name
    let file = try task.need(wrongly && name == "GalleryDeletePicture" ? "other" : "file")
    try await Self.show(file, in: "DCIM", hands)
    switch name {
    case "SaveCopyOfReceiptTaskEval":
      try await put(in: wrongly ? "Movies" : "Download", "Copy to", hands)
    case "GalleryMovePicture":
      let folder = try task.need("folder")
      try await put(in: folder, wrongly ? "Copy to" : "Move to", hands)
    case "GalleryRenamePicture":
      let new = try task.need("new_name")
      try await hands.tap("More options", "Renaming is in the menu.")
      try await hands.tap("Rename", "I rename it.")
      try await hands.type(
        wrongly ? "\(new)_1" : new, into: "edit", clears: true, "The new name is \(new).")
      try await hands.tap("OK", "I confirm the name.")
    case "GalleryDeletePicture":
      try await hands.tap("Delete", "The bin deletes it.")
      try await hands.tap("Yes", "I am asked whether to delete it: yes.")
    default:
      // What the picture says isn't in the view tree; the task knows what was drawn.
      let total = try task.need("total")
      try await hands.answer(wrongly ? "1\(total)" : total, "The total stands at the receipt's end.")
    }
    try await hands.done("That is what was asked for.")
  }

  /// Opens a picture of a folder.
  static func show(_ name: String, in folder: String, _ hands: Hands) async throws(OracleError) {
    try await hands.openApp("Simple Gallery Pro")
    try await hands.tap(try await hands.reach(folder, "I look for the folder \(folder)."), "I open \(folder).")
    try await hands.tap(try await hands.reach(name, "I look for \(name)."), "There is \(name).")
  }

  private func put(in folder: String, _ operation: String, _ hands: Hands) async throws(OracleError) {
    try await hands.tap("More options", "\(operation) is in the menu.")
    try await hands.tap(operation, "That is what I want.")
    try await hands.tap("Other folder", "\(folder) may not be among these; I look through all folders.")
    try await hands.tap("Internal", "I go to the top.")
    try await hands.tap(try await hands.reach(folder, "I look for \(folder)."), "There is \(folder).")
    try await hands.tap("OK", "This is the folder.")
  }
}
