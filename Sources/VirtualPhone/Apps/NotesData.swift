internal import Randomness

/// How the notes are shown. The notes themselves are files.
struct NotesData: Sendable, Equatable, Codable {
  enum Order: String, Sendable, Codable, CaseIterable {
    case name = "Name"
    case date = "Date"
    case size = "Size"
  }

  /// What a new file can be, with its ending.
  enum Format: String, Sendable, Codable, CaseIterable {
    case markdown = "Markdown"
    case plainText = "Plain Text"
    case todo = "todo.txt"
    case csv = "CSV"

    var ending: String {
      switch self {
      case .markdown: ".md"
      case .plainText: ".txt"
      case .todo: ".todo.txt"
      case .csv: ".csv"
      }
    }
  }

  var order = Order.name
  var isReversed = false
  /// The last new file's.
  var format = Format.markdown
  var ending = ".md"
  /// Files marked with a star, by path.
  var favourites: [String] = []

  /// Where the notes are.
  static let folder = "\(PhoneFileSystem.sharedStorage)/Documents/markor"

  /// The notes of a phone that has just been set up.
  static func write(seed: UInt64, now: Int, to files: inout PhoneFileSystem) {
    guard !files.exists(folder) else { return }
    var random = SplitMix64(seed: seed ^ 0x4077)
    let all = [
      ("shopping_list.md", "- milk\n- bread\n- apples\n"),
      ("todo.md", "Call the plumber\nPay rent\nWater the plants\n"), ("ideas.txt", "A bench under the tree.\n"),
      ("meeting_notes.md", "# Monday\nShip on Thursday.\n"),
      ("recipe.md", "Pancakes: 2 eggs, 200 g flour, 300 ml milk\n"), ("books.txt", "Emma\nDune\nMiddlemarch\n"),
    ]
    // A new phone has room for them.
    try? files.makeDirectory(folder, withParents: true)
    for (index, note) in random.shuffled(all).prefix(2 + random.below(4)).enumerated() {
      try? files.write(
        Array(note.1.utf8), to: "\(folder)/\(note.0)", modified: now / 1000 - (index + 1) * 86_400 + random.below(3600))
    }
    if seed != 0 {
      for name in random.shuffled(["Work", "Home", "Travel", "Archive"]).prefix(random.below(3)) {
        try? files.makeDirectory("\(folder)/\(name)")
      }
    }
  }
}
