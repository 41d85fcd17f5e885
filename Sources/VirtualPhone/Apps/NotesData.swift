/// The notes' files, by name.
struct NotesData: Sendable, Equatable, Codable {
  struct Note: Sendable, Equatable, Codable {
    var name: String
    var text: String
    /// When it was last saved, in milliseconds since 1970.
    var time: Int
  }

  var notes: [Note] = []

  init(seed: UInt64 = 0, now: Int = 0) {
    var random = SplitMix(seed ^ 0x4077)
    let all = [
      ("shopping_list.md", "- milk\n- bread\n- apples"), ("todo.md", "Call the plumber\nPay rent\nWater the plants"),
      ("ideas.txt", "A bench under the tree."), ("meeting_notes.md", "# Monday\nShip on Thursday."),
      ("recipe.md", "Pancakes: 2 eggs, 200 g flour, 300 ml milk"), ("books.txt", "Emma\nDune\nMiddlemarch"),
    ]
    for (index, note) in random.shuffled(all).prefix(2 + random.below(4)).enumerated() {
      notes.append(Note(name: note.0, text: note.1, time: now - (index + 1) * 86_400_000))
    }
  }

  func note(_ name: String) -> Note? { notes.first { $0.name == name } }

  mutating func save(_ name: String, _ text: String, now: Int) {
    if let index = notes.firstIndex(where: { $0.name == name }) {
      notes[index].text = text
      notes[index].time = now
    } else {
      notes.append(Note(name: name, text: text, time: now))
    }
  }
}
