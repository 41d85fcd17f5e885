import Testing

@testable import VirtualPhone

@Suite("The cook book")
struct BroccoliAppTests {
  static let component = "com.flauschcode.broccoli/com.flauschcode.broccoli.MainActivity"

  private func host(seed: UInt64 = 0) -> PhoneHost {
    var host = PhoneHost(Phone(PhoneConfiguration(seed: seed)))
    let result = host.run("am start -n com.flauschcode.broccoli/.MainActivity")
    #expect(result.code == 0 && host.phone.foregroundActivity == Self.component)
    return host
  }

  private func count(_ host: inout PhoneHost) -> String {
    let path = "/data/data/com.flauschcode.broccoli/databases/broccoli"
    return String(decoding: host.run("sqlite3 \(path) 'SELECT COUNT(*) FROM recipes'").output, as: UTF8.self)
  }

  @Test func aRecipeIsWrittenAndLandsInTheDatabase() {
    var host = host()
    let before = host.phone.data.recipes.recipes.count
    host.phone.tap(on: "New Recipe")
    host.phone.tap(on: "SAVE")
    #expect(host.phone.system.toast == "Please add a title.")
    for (field, text) in [
      ("Title", "Lentil Pie"), ("Description", "It’s good"), ("Source", "Ada"), ("Servings", "4 servings"),
      ("Time", "20 mins"), ("Ingredients", "lentils\nflour"), ("Directions", "Mix. Bake | serve."),
    ] {
      host.phone.reach(field)
      host.phone.perform(.text(text))
      host.phone.perform(.key(4))
    }
    host.phone.tap(on: "SAVE")
    #expect(host.phone.foregroundActivity.hasSuffix("RecipeDetailsActivity"))
    #expect(host.phone.hierarchy().find("Lentil Pie") != nil)
    #expect(count(&host) == "\(before + 1)\n")
    let row = host.run(
      "sqlite3 /data/data/com.flauschcode.broccoli/databases/broccoli "
        + "\"SELECT title, description, source, servings, preparationTime, ingredients, directions, favorite"
        + " FROM recipes WHERE title = 'Lentil Pie'\"")
    #expect(
      String(decoding: row.output, as: UTF8.self)
        == "Lentil Pie|It’s good|Ada|4 servings|20 mins|lentils\nflour|Mix. Bake | serve.|0\n")
  }

  @Test func aRecipeIsDeletedOnlyWhenConfirmed() {
    var host = host()
    let recipe = host.phone.data.recipes.sorted[0]
    host.phone.tap(on: recipe.title)
    host.phone.tap(on: "More options")
    host.phone.tap(on: "Delete")
    host.phone.tap(on: "Cancel")
    #expect(host.phone.data.recipes.recipe("\(recipe.id)") != nil)
    host.phone.tap(on: "More options")
    host.phone.tap(on: "Delete")
    host.phone.tap(on: "Delete")
    #expect(host.phone.data.recipes.recipe("\(recipe.id)") == nil)
    #expect(host.phone.foregroundActivity == Self.component)
  }

  @Test func recipesAreFoundFavouredAndSortedIntoCategories() {
    var host = host(seed: 3)
    let recipe = host.phone.data.recipes.sorted[1]
    host.phone.tap(on: "Search")
    host.phone.perform(.text(String(recipe.title.prefix(6)).lowercased()))
    host.phone.perform(.key(66))
    #expect(host.phone.hierarchy().find(host.phone.data.recipes.sorted[0].title) == nil)
    host.phone.tap(on: recipe.title)
    let wasFavorite = recipe.isFavorite
    host.phone.tap(on: wasFavorite ? "Remove from favorites" : "Mark as favorite")
    #expect(host.phone.data.recipes.recipe("\(recipe.id)")?.isFavorite == !wasFavorite)
    host.phone.perform(.key(4))
    host.phone.perform(.key(4))
    host.phone.tap(on: "Open navigation drawer")
    host.phone.tap(on: "Categories")
    host.phone.tap(on: "Add category")
    host.phone.perform(.text("Party"))
    host.phone.tap(on: "Save")
    #expect(host.phone.data.recipes.categories.last?.name == "Party")
    host.phone.perform(.key(4))
    host.phone.tap(on: recipe.title)
    host.phone.tap(on: "More options")
    host.phone.tap(on: "Edit")
    let names = host.phone.data.recipes.names(of: recipe)
    host.phone.tap(on: names.isEmpty ? "Categories" : names)
    host.phone.tap(on: "Party")
    host.phone.tap(on: "OK")
    host.phone.tap(on: "SAVE")
    host.phone.perform(.key(4))
    host.phone.tap(on: "Categories")
    host.phone.tap(on: "Party")
    #expect(host.phone.hierarchy().find(recipe.title) != nil)
    #expect(host.phone.hierarchy().find(host.phone.data.recipes.sorted[0].title) == nil)
  }

  @Test func leavingAChangedFormAsksFirst() {
    var host = host()
    host.phone.tap(on: "New Recipe")
    host.phone.tap(on: "Title")
    host.phone.perform(.text("Half"))
    host.phone.perform(.key(4))
    host.phone.perform(.key(4))
    #expect(host.phone.hierarchy().find("Discard changes?") != nil)
    host.phone.tap(on: "Discard")
    #expect(host.phone.foregroundActivity == Self.component)
    #expect(host.phone.data.recipes.recipes.allSatisfy { $0.title != "Half" })
  }
}
