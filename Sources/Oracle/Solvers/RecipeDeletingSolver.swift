internal import Episodes
internal import Tasks

/// Deletes recipes from Broccoli.
struct RecipeDeletingSolver: Solver {
  /// The names of the tasks that it solves.
  let tasks = [
    "RecipeDeleteSingleRecipe", "RecipeDeleteSingleWithRecipeWithNoise", "RecipeDeleteMultipleRecipes",
    "RecipeDeleteMultipleRecipesWithNoise", "RecipeDeleteMultipleRecipesWithConstraint",
  ]

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await hands.openApp("Broccoli")
    if task.definition.name == "RecipeDeleteMultipleRecipesWithConstraint" {
      try await deleteAll(using: try task.need("ingredient"), hands)
    } else {
      try await delete(try titles(task), hands)
    }
    try await hands.done("They are deleted.")
  }

  /// Leaves the last of them, or changes its mind when it is asked.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    let titles = try titles(task)
    try await hands.openApp("Broccoli")
    if titles.count > 1 {
      try await delete(titles.dropLast(), hands)
    } else if let title = titles.first {
      try await hands.tap(try await hands.reach(title, "I look for “\(title)”."), "I open “\(title)”.")
      try await hands.tap("More options", "The menu has what can be done with it.")
      try await hands.tap("Delete", "I delete it.")
      try await hands.tap("Cancel", "I close the question.")
    }
    try await hands.done("They are deleted.")
  }

  private func titles(_ task: TaskInstance) throws(OracleError) -> [String] {
    guard let titles = task.list("titles") else { throw .parameter(task: task.definition.name, name: "titles") }
    return titles.compactMap(\.text)
  }

  private func delete(_ titles: [String], _ hands: Hands) async throws(OracleError) {
    for title in titles {
      if hands.find(title) == nil {
        if hands.field("search_src_text") == nil { try await hands.tap("Search", "A search is quicker than the list.") }
        try await hands.type(title, into: "search_src_text", clears: true, "I look for “\(title)”.")
      }
      try await hands.tap(try RecipePage.card(title, hands), "I open “\(title)”.")
      try await RecipePage.deleteOpen(hands)
    }
  }

  /// Opens one recipe after the other, and deletes those whose directions have the ingredient.
  private func deleteAll(using ingredient: String, _ hands: Hands) async throws(OracleError) {
    var seen: Set<String> = []
    while true {
      let next = try await hands.reach(atMost: 8, "I look for recipes that I haven't read.") { hands in
        hands.findAll(id: "card_text_view_title").first { !seen.contains($0.says) }
      }
      guard let next else { return }
      seen.insert(next.says)
      try await hands.tap(next, "I read what “\(next.says)” is made of.")
      if RecipePage.directions(hands).lowercased().contains(ingredient) {
        try await RecipePage.deleteOpen(hands)
      } else {
        try await hands.back("There is no \(ingredient) in it.")
      }
    }
  }
}
