internal import Episodes
internal import Tasks

/// Adds recipes to Broccoli, told in the goal, written in a note, or shown in a picture.
struct RecipeAddingSolver: Solver {
  /// The names of the tasks that it solves.
  let tasks = [
    "RecipeAddSingleRecipe", "RecipeAddMultipleRecipes", "RecipeAddMultipleRecipesFromImage",
    "RecipeAddMultipleRecipesFromMarkor", "RecipeAddMultipleRecipesFromMarkor2",
  ]

  private struct Recipe {
    var title = ""
    var description = ""
    var servings = ""
    var time = ""
    var ingredients = ""
    var directions = ""
  }

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: false)
  }

  /// Gives the last recipe other servings.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: true)
  }

  private func act(_ task: TaskInstance, _ hands: Hands, wrongly: Bool) async throws(OracleError) {
    var recipes = try told(by: task)
    switch task.definition.name {
    case "RecipeAddMultipleRecipesFromMarkor":
      recipes = Self.recipes(in: try await NotesReading.text(of: "recipes.txt", hands))
    case "RecipeAddMultipleRecipesFromMarkor2":
      let time = try task.need("prep_time")
      recipes = Self.recipes(in: try await NotesReading.text(of: "recipes.txt", hands)).filter { $0.time == time }
    case "RecipeAddMultipleRecipesFromImage": try await PictureReading.open("recipes.jpg", hands)
    default: break
    }
    if wrongly, !recipes.isEmpty { recipes[recipes.count - 1].servings = "12 servings" }
    try await hands.openApp("Broccoli")
    for recipe in recipes { try await add(recipe, hands) }
    try await hands.done("All of them are in the cook book.")
  }

  private func add(_ recipe: Recipe, _ hands: Hands) async throws(OracleError) {
    try await hands.tap("New Recipe", "I begin a new recipe.")
    for (id, name, text) in [
      ("new_title", "title", recipe.title), ("new_description", "description", recipe.description),
      ("new_servings", "number of servings", recipe.servings), ("new_preparation_time", "time", recipe.time),
      ("new_ingredients", "ingredients", recipe.ingredients), ("new_directions", "directions", recipe.directions),
    ] where !text.isEmpty {
      let field = try await hands.reach(atMost: 6, "I look for the field for the \(name).") { $0.field(id) }
      guard let field else { throw hands.missing("the field for the \(name)") }
      try await hands.type(text, into: field, "I enter the \(name).")
    }
    try await hands.tap("SAVE", "Everything is filled in; I save the recipe.")
    // A new recipe is shown when it is saved.
    if hands.find("New Recipe") == nil { try await hands.back("It is saved; I go back to the list.") }
  }

  private func told(by task: TaskInstance) throws(OracleError) -> [Recipe] {
    guard let wanted = task.list("wanted") else { throw .parameter(task: task.definition.name, name: "wanted") }
    return wanted.map { value in
      func text(_ field: String) -> String { value.field(field)?.text ?? "" }
      return Recipe(
        title: text("title"), description: text("description"), servings: text("servings"), time: text("time"),
        ingredients: text("ingredients"), directions: text("directions"))
    }
  }

  /// The recipes of a note: a line with a title, then lines with the rest of it.
  private static func recipes(in note: String) -> [Recipe] {
    var recipes: [Recipe] = []
    for line in note.split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = line[..<colon].drop { $0 == " " }
      let text = String(line[line.index(after: colon)...].drop { $0 == " " })
      if name == "Recipe" {
        recipes.append(Recipe(title: text))
        continue
      }
      guard let last = recipes.indices.last else { continue }
      switch name {
      case "description": recipes[last].description = text
      case "servings": recipes[last].servings = text
      case "preparation time": recipes[last].time = text
      case "ingredients": recipes[last].ingredients = text
      case "directions": recipes[last].directions = text
      default: break
      }
    }
    return recipes
  }
}
