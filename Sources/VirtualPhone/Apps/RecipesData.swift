internal import Randomness

/// The recipes of a cook, and their categories.
struct RecipesData: Sendable, Equatable, Codable {
  struct Recipe: Sendable, Equatable, Codable {
    var id: Int
    var title = ""
    var description = ""
    var servings = ""
    var preparationTime = ""
    var source = ""
    var ingredients = ""
    var directions = ""
    var isFavorite = false
    /// The picture's file; empty without one.
    var imageName = ""
    /// Numbers of categories.
    var categories: [Int] = []
  }

  struct Category: Sendable, Equatable, Codable {
    var id: Int
    var name: String
  }

  var recipes: [Recipe] = []
  var categories: [Category] = []
  var nextRecipe = 1
  var nextCategory = 1

  init() {}

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed ^ 0xB20C)
    let dishes = random.shuffled([
      ("Pumpkin Risotto", "800 g pumpkin\n300 g rice\n1 onion", "Fry the onion and rice.\nAdd broth ladle by ladle."),
      (
        "Apple Crumble", "6 apples\n150 g flour\n100 g butter", "Slice the apples.\nCover with crumbs.\nBake at 180 °C."
      ),
      ("Mushroom Omelette", "3 eggs\n100 g mushrooms", "Fry the mushrooms.\nPour the eggs over them."),
      ("Leek and Potato Soup", "2 leeks\n4 potatoes\n1 l broth", "Boil everything until soft.\nBlend."),
      ("Carrot Cake", "400 g carrots\n4 eggs\n200 g sugar", "Grate the carrots.\nStir.\nBake for an hour."),
      ("Tomato Galette", "1 pastry\n5 tomatoes\nmustard", "Spread the mustard.\nLay the tomatoes on it.\nBake."),
      ("Bean Burritos", "4 wraps\n1 can of beans\n1 lime", "Warm the beans.\nFill and roll the wraps."),
      ("Spinach Dal", "200 g lentils\n300 g spinach", "Simmer the lentils.\nStir in the spinach."),
      ("Plum Jam", "1 kg plums\n500 g sugar", "Cook the plums slowly.\nFill into jars."),
      ("Cheese Scones", "250 g flour\n80 g cheddar\n150 ml milk", "Knead quickly.\nCut.\nBake for 12 minutes."),
      ("Fennel Salad", "2 fennels\n1 orange\nolive oil", "Slice thinly.\nToss with oil."),
      ("Barley Stew", "200 g barley\n3 carrots\n1 celeriac", "Simmer for 50 minutes."),
    ])
    let descriptions = [
      "A family favourite.", "Quick and simple.", "For cold evenings.", "Keeps well for two days.", "",
    ]
    for name in random.shuffled(["Soups", "Baking", "Vegetarian", "Weeknight"]).prefix(1 + random.below(3)) {
      add(Category(id: 0, name: name))
    }
    for dish in dishes.prefix(3 + random.below(6)) {
      var recipe = Recipe(id: 0, title: dish.0, ingredients: dish.1, directions: dish.2)
      recipe.description = random.pick(descriptions)
      recipe.servings = random.pick(["2 servings", "4 servings", "6 servings", "8 pieces"])
      recipe.preparationTime = random.pick(["15 min", "25 min", "40 min", "1 h", "1 h 30 min"])
      recipe.source = random.below(4) == 0 ? random.pick(["Grandma", "cooking.example", "Green Kitchen"]) : ""
      recipe.isFavorite = random.below(4) == 0
      if random.below(2) == 0 { recipe.imageName = "\(random.below(1_000_000)).jpg" }
      if random.below(2) == 0, let category = categories.first { recipe.categories = [category.id] }
      add(recipe)
    }
  }

  /// By title, as the app lists them.
  var sorted: [Recipe] { recipes.sorted { ($0.title.lowercased(), $0.id) < ($1.title.lowercased(), $1.id) } }

  func recipe(_ id: String?) -> Recipe? { recipes.first { String($0.id) == id } }

  func names(of recipe: Recipe) -> String {
    categories.filter { recipe.categories.contains($0.id) }.map(\.name).joined(separator: ", ")
  }

  /// Adds it, or changes the one with its number; returns the number.
  @discardableResult mutating func add(_ recipe: Recipe) -> Int {
    if let index = recipes.firstIndex(where: { $0.id == recipe.id }) {
      recipes[index] = recipe
      return recipe.id
    }
    var recipe = recipe
    recipe.id = nextRecipe
    nextRecipe += 1
    recipes.append(recipe)
    return recipe.id
  }

  mutating func add(_ category: Category) {
    categories.append(Category(id: nextCategory, name: category.name))
    nextCategory += 1
  }
}
