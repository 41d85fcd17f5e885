internal import Randomness

/// Things to do.
struct TodoData: Sendable, Equatable, Codable {
  struct Todo: Sendable, Equatable, Codable {
    var id: Int
    var title = ""
    /// 0 high, 1 medium, 2 low, 3 none.
    var importance = 3
    /// Milliseconds since 1970; 0 for none. One with a time of day ends in something else than a full minute.
    var due = 0
    var hiddenUntil = 0
    var created: Int
    var modified: Int
    /// 0 while it is to be done.
    var completed = 0
    var deleted = 0
    var notes = ""
  }

  var todos: [Todo] = []
  var nextID = 1
  var showsCompleted = false

  init() {}

  init(seed: UInt64, today: Int, now: Int, zone: Int) {
    var random = SplitMix64(seed: seed ^ 0x70D0)
    let titles = random.shuffled([
      "Paint the fence", "Return library books", "Book train tickets", "Fix the bike", "Write to Noah", "Buy lamp oil",
      "Clean the gutters", "Order firewood", "Plan the picnic", "Mend the curtains", "Pick up the parcel",
      "Sharpen knives",
    ])
    for title in titles.prefix(3 + random.below(7)) {
      var todo = Todo(id: nextID, title: title, created: now - 86_400_000, modified: now - 86_400_000)
      nextID += 1
      todo.importance = random.below(4)
      if random.below(4) > 0 { todo.due = Self.due(on: today - 3 + random.below(14), zone: zone) }
      if random.below(4) == 0 { todo.completed = now - random.below(100) * 3_600_000 }
      if random.below(3) == 0 { todo.notes = random.pick(["Ask Ada first.", "Before noon.", "See the list."]) }
      todos.append(todo)
    }
  }

  /// A day without a time of day is due at noon, as the app keeps it.
  static func due(on day: Int, zone: Int) -> Int { max(1, (day * 24 + 12) * 3_600_000 - zone) }

  static func hasTime(_ due: Int) -> Bool { due % 60_000 != 0 }

  func todo(_ id: String?) -> Todo? { todos.first { String($0.id) == id && $0.deleted == 0 } }

  /// Adds it, or changes the one with its number.
  mutating func save(_ todo: Todo) {
    if let index = todos.firstIndex(where: { $0.id == todo.id }) {
      todos[index] = todo
      return
    }
    var todo = todo
    todo.id = nextID
    nextID += 1
    todos.append(todo)
  }
}
