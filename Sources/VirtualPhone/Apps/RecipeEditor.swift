import Imaging
internal import Randomness

/// The form for a new recipe or an old one.
enum RecipeEditor {
  private static let change: PhoneAction = { $0.activity.values["changed"] = "1" }

  static func view(_ activity: Activity, _ phone: Phone) -> View {
    let parts = BroccoliApp.parts(phone)
    let ids = BroccoliApp.name
    let isNew = activity.values["id"] == "0"
    let photo = View.stack([
      BroccoliApp.picture(RecipesData.Recipe(id: 0, imageName: activity.values["image"] ?? ""), parts).filling,
      View.stack([.icon("photo_camera", .white)], .center).square(44).padding(10).placed(.bottomRight),
    ]).size(width: .fill, height: .fixed(160)).label("Change photo", "android.widget.ImageView")
      .id("\(ids):id/new_image").tap { $0.activity.dialog = "photo" }
    func row(_ icon: String, _ field: View) -> View {
      View.row([View.stack([.icon(icon, parts.hint)], .center).square(44), .space(width: 12), field.weighted()])
        .aligned(.topLeft).padding(left: 12, top: 8, right: 20, bottom: 8).wide
    }
    func field(_ key: String, _ hint: String, _ id: String, isMultiline: Bool = false) -> View {
      parts.field(key, hint, id: id, isMultiline: isMultiline, change: change)
    }
    let chosen = chosenCategories(activity)
    let names = phone.data.recipes.categories.filter { chosen.contains($0.id) }.map(\.name).joined(separator: ", ")
    let categories = View.column([
      View.text(names.isEmpty ? "Categories" : names, 16, names.isEmpty ? parts.hint : parts.text)
        .size(width: .fill, height: .fixed(44)).id("\(ids):id/new_categories", "android.widget.EditText")
        .tap { $0.activity.dialog = "categories" },
      View(.stack).size(width: .fill, height: .fixed(1)).fill(parts.secondary),
    ]).wide
    let form = [
      photo, .space(height: 12), row("title", field("title", "Title", "new_title")), row("folder", categories),
      row("info_outline", field("description", "Description", "new_description", isMultiline: true)),
      row("link", field("source", "Source", "new_source")),
      row("person", field("servings", "Servings", "new_servings")),
      row("access_time", field("time", "Time", "new_preparation_time")),
      row("format_list_bulleted", field("ingredients", "Ingredients", "new_ingredients", isMultiline: true)),
      row("format_list_numbered", field("directions", "Directions", "new_directions", isMultiline: true)),
      .space(height: 32),
    ]
    return parts.screen(
      parts.bar(
        isNew ? "New Recipe" : "Edit", leading: AppParts.Button("close", "Navigate up") { $0.goBack() },
        trailing: parts.word("Save", parts.onBar, id: "\(ids):id/button_save_recipe", save)),
      View.scroll("form", View.column(form).wide))
  }

  private static func chosenCategories(_ activity: Activity) -> [Int] {
    (activity.values["categories"] ?? "").split(separator: ",").compactMap { Int($0) }
  }

  private static let save: PhoneAction = { phone in
    let activity = phone.activity
    guard !activity.text("title").allSatisfy(\.isWhitespace) else { return phone.showToast("Please add a title.") }
    var recipe = phone.data.recipes.recipe(activity.values["id"]) ?? RecipesData.Recipe(id: 0)
    recipe.title = activity.text("title")
    recipe.description = activity.text("description")
    recipe.source = activity.text("source")
    recipe.servings = activity.text("servings")
    recipe.preparationTime = activity.text("time")
    recipe.ingredients = activity.text("ingredients")
    recipe.directions = activity.text("directions")
    recipe.imageName = activity.values["image"] ?? ""
    recipe.categories = chosenCategories(activity)
    let isNew = recipe.id == 0
    let id = phone.data.recipes.add(recipe)
    phone.finish()
    // A new recipe is shown at once.
    if isNew, phone.activity.package == BroccoliApp.name {
      if phone.activity.screen == "recipe" { phone.finish() }
      phone.open("recipe", of: BroccoliApp.name, ["id": String(id)])
    }
    phone.showToast("The recipe has been saved.")
  }

  static func dialog(_ name: String, _ activity: Activity, _ phone: Phone) -> View? {
    switch name {
    case "discard":
      return Dialog.confirm(phone, title: "", text: "Discard changes?", yes: "Discard") { $0.finish() }
    case "photo":
      let hasPhoto = activity.values["image"]?.isEmpty == false
      let choose: PhoneAction = { phone in
        var random = SplitMix64(seed: UInt64(truncatingIfNeeded: phone.milliseconds))
        phone.activity.values["image"] = "\(random.below(1_000_000)).jpg"
        change(&phone)
      }
      let remove: PhoneAction = { phone in
        phone.activity.values["image"] = nil
        change(&phone)
      }
      return AppParts(phone: phone, package: BroccoliApp.name).list(
        [("Take photo", choose), ("Pick photo", choose)] + (hasPhoto ? [("Remove photo", remove)] : []))
    case "categories": return categories(activity, phone)
    default: return nil
    }
  }

  private static func categories(_ activity: Activity, _ phone: Phone) -> View {
    let chosen = chosenCategories(activity)
    let rows = phone.data.recipes.categories.map { category in
      let isOn = chosen.contains(category.id)
      return View.row([
        View(.checkbox(isOn: isOn)).size(width: .fixed(32), height: .fixed(24)), .space(width: 16),
        View.text(category.name, 16, phone.theme.text).weighted(),
      ]).padding(24, 0).atLeast(height: 48).wide.id("android:id/text1", "android.widget.CheckedTextView").checked(isOn)
        .tap { phone in
          let others = isOn ? chosen.filter { $0 != category.id } : chosen + [category.id]
          phone.activity.values["categories"] = others.map(String.init).joined(separator: ",")
          change(&phone)
        }
    }
    let none = View.text("No categories have been created yet.", 16, phone.theme.secondary).padding(24, 8).wide
    return Dialog.card(
      phone, title: "Categories", content: rows.isEmpty ? [none] : rows,
      buttons: [Dialog.Button(title: "OK", action: Dialog.dismiss)])
  }
}

extension Phone {
  /// Opens the form with a recipe; one with number 0 is new.
  mutating func editRecipe(_ recipe: RecipesData.Recipe) {
    var activity = Activity(
      BroccoliApp.name, "edit",
      [
        "id": String(recipe.id), "image": recipe.imageName,
        "categories": recipe.categories.map(String.init).joined(separator: ","),
      ])
    for (key, text) in [
      ("title", recipe.title), ("description", recipe.description), ("source", recipe.source),
      ("servings", recipe.servings), ("time", recipe.preparationTime), ("ingredients", recipe.ingredients),
      ("directions", recipe.directions),
    ] { activity.fields[key] = FieldText(text) }
    push(activity)
  }
}
