internal import Episodes
internal import Tasks

/// Finds the recipe that Broccoli has twice, and deletes one of the two.
struct RecipeDuplicatesSolver: Solver {
  /// The names of the tasks that it solves.
  let tasks = ["RecipeDeleteDuplicateRecipes", "RecipeDeleteDuplicateRecipes2", "RecipeDeleteDuplicateRecipes3"]

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await hands.openApp("Broccoli")
    try await openDuplicate(hands)
    try await RecipePage.deleteOpen(hands)
    try await hands.done("Each recipe is there once.")
  }

  /// Deletes both.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await hands.openApp("Broccoli")
    let name = try await openDuplicate(hands)
    let text = RecipePage.text(hands)
    try await RecipePage.deleteOpen(hands)
    // The other one is among those that look alike.
    for index in 0..<8 {
      let cards = RecipePage.cards(hands).filter { $0.name == name }
      guard cards.indices.contains(index) else { break }
      try await hands.tap(cards[index].element, "I open the other one.")
      if RecipePage.text(hands) == text {
        try await RecipePage.deleteOpen(hands)
        break
      }
      try await hands.back("That one is another.")
    }
    try await hands.done("Each recipe is there once.")
  }

  /// Opens a recipe that is there twice, and returns what its card says.
  @discardableResult
  private func openDuplicate(_ hands: Hands) async throws(OracleError) -> String {
    // Recipes are listed by their titles, so those that look alike are neighbours.
    let found = try await hands.reach(atMost: 12, "I look for recipes that are there twice.") { hands in
      let cards = RecipePage.cards(hands)
      return cards.first { card in cards.count { $0.name == card.name } > 1 }?.element
    }
    guard let found, let name = RecipePage.cards(hands).first(where: { $0.element == found })?.name else {
      throw hands.missing("a recipe that is there twice")
    }
    let title = name.split(separator: "\n").first.map(String.init) ?? name
    try await hands.tap("Search", "There are several “\(title)”. A search shows them together.")
    try await hands.type(title, into: "search_src_text", "I look for “\(title)”.")
    try await hands.enter("The list is short now.")
    var groups: [String: Int] = [:]
    for card in RecipePage.cards(hands) { groups[card.name, default: 0] += 1 }
    let alike = RecipePage.cards(hands).filter { (groups[$0.name] ?? 0) > 1 }.map(\.name)
    if alike.count == 2, let first = RecipePage.cards(hands).first(where: { $0.name == alike[0] }) {
      try await hands.tap(first.element, "These two look alike. I open one of them.")
      return first.name
    }
    var read: Set<String> = []
    for index in alike.indices {
      let cards = RecipePage.cards(hands).filter { alike.contains($0.name) }
      guard cards.indices.contains(index) else { break }
      try await hands.tap(cards[index].element, "I read this one.")
      if !read.insert(RecipePage.text(hands)).inserted { return cards[index].name }
      try await hands.back("I compare it with the next one.")
    }
    throw hands.missing("a recipe that is there twice")
  }
}
