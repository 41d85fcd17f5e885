import Imaging

/// A cook book, in the manner of Broccoli.
struct BroccoliApp: App {
  static let name = "com.flauschcode.broccoli"

  var package: PhonePackage {
    PhonePackage(
      name: Self.name, label: "Broccoli", launcherActivity: "\(Self.name)/\(Self.name).MainActivity", isSystem: false)
  }
  var icon: AppIcon { AppIcon("eco", background: 0x4CAF50) }
  var databases: [AppDatabase] { [Self.database] }

  func component(of screen: String) -> String {
    switch screen {
    case "recipe": "\(Self.name)/\(Self.name).recipe.details.RecipeDetailsActivity"
    case "edit": "\(Self.name)/\(Self.name).recipe.crud.CreateAndEditRecipeActivity"
    case "cook": "\(Self.name)/\(Self.name).recipe.cooking.CookingAssistantActivity"
    default: package.launcherActivity ?? Self.name
    }
  }

  func reset(_ phone: inout Phone) { phone.data.recipes = RecipesData(seed: phone.configuration.seed) }
  func clear(_ phone: inout Phone) { phone.data.recipes = RecipesData() }
  func hasDarkTop(_ activity: Activity) -> Bool { true }

  static func parts(_ phone: Phone) -> ClassicParts {
    ClassicParts(phone: phone, package: name, primary: Color(hex: 0x4CAF50), accent: Color(hex: 0x4CAF50))
  }

  func view(_ activity: Activity, _ phone: Phone) -> View {
    switch activity.screen {
    case "recipe": RecipeDetails.view(activity, phone)
    case "edit": RecipeEditor.view(activity, phone)
    case "cook": RecipeDetails.cooking(activity, phone)
    case "categories": categories(phone)
    default: list(activity, phone)
    }
  }

  func back(_ phone: inout Phone) -> Bool {
    switch phone.activity.screen {
    case "edit" where phone.value("changed") == "1":
      phone.activity.dialog = "discard"
      return true
    case "main" where phone.value("searching") == "1":
      phone.endRecipeSearch()
      return true
    default: return false
    }
  }

  // MARK: - The list

  /// Which recipes the list shows: all, favourites, those without a category, or those of one.
  private static func choices(_ phone: Phone) -> [(key: String, title: String)] {
    [("", "All recipes"), ("favorites", "Favorites"), ("unassigned", "Recipes without category")]
      + phone.data.recipes.categories.map { (String($0.id), $0.name) }
  }

  private func list(_ activity: Activity, _ phone: Phone) -> View {
    let parts = Self.parts(phone)
    let chosen = activity.values["category"] ?? ""
    let title = Self.choices(phone).first { $0.key == chosen }?.title ?? "All recipes"
    let query = activity.text("search").lowercased()
    let recipes = phone.data.recipes.sorted.filter { recipe in
      let isInCategory =
        switch chosen {
        case "": true
        case "favorites": recipe.isFavorite
        case "unassigned": recipe.categories.isEmpty
        default: recipe.categories.contains { String($0) == chosen }
        }
      return isInCategory
        && (query.isEmpty
          || [recipe.title, recipe.description, recipe.source, recipe.ingredients].contains {
            $0.lowercased().contains(query)
          })
    }
    let cards = recipes.map { Self.card($0, parts) }
    let content = cards.isEmpty ? [parts.empty("No recipes found.", id: "\(Self.name):id/recipes_empty")] : cards
    let bar: View
    if activity.values["searching"] == "1" {
      var field = View.Field(
        key: "search", hint: "Search in \(title)", size: 18, color: parts.onBar, hintColor: parts.onBar.faded(0.7))
      field.onSubmit = { $0.system.isKeyboardUp = false }
      bar = parts.bar(
        AppParts.Button("arrow_back", "Collapse") { $0.endRecipeSearch() },
        middle: View(.field(field)).size(width: .fill, height: .fixed(56)).id("\(Self.name):id/search_src_text"),
        buttons: query.isEmpty ? [] : [AppParts.Button("close", "Clear query") { $0.focus("search", text: "") }])
    } else {
      let spinner = View.row([
        View.text(title, 20, parts.onBar, weight: 500, lines: 1, id: "android:id/text1"),
        .icon("arrow_drop_down", parts.onBar), .spring,
      ]).size(width: .fill, height: .fixed(56)).label("Categories", "android.widget.Spinner")
        .id("\(Self.name):id/spinner").tap { $0.activity.dialog = "category" }
      bar = parts.bar(
        AppParts.Button("menu", "Open navigation drawer") { $0.activity.dialog = "drawer" }, middle: spinner,
        buttons: [
          AppParts.Button("search", "Search") { phone in
            phone.activity.values["searching"] = "1"
            phone.focus("search", text: "")
          }
        ])
    }
    return parts.screen(
      bar, View.scroll("recipes", View.column(content + [.space(height: 88)]).wide).id("\(Self.name):id/recycler_view"),
      floating: parts.floating("add", "New Recipe", id: "fab_recipes") { $0.editRecipe(RecipesData.Recipe(id: 0)) })
  }

  private static func card(_ recipe: RecipesData.Recipe, _ parts: ClassicParts) -> View {
    let id = String(recipe.id)
    var texts = [
      View.text(recipe.title, 22, parts.text, lines: 2, id: "\(name):id/card_text_view_title")
    ]
    if !recipe.description.isEmpty {
      texts.append(
        View.text(recipe.description, 14, parts.secondary, lines: 2, id: "\(name):id/card_text_view_description"))
    }
    if !recipe.source.isEmpty {
      texts.append(View.text(recipe.source, 14, parts.accent, lines: 1, id: "\(name):id/card_text_view_source"))
    }
    let card = View.row([
      picture(recipe, parts).square(120).id("\(name):id/card_image"),
      View.column(texts).padding(8, 0).weighted(),
    ]).size(width: .fill, height: .fixed(120)).fill(parts.surface, corner: 4).outline(parts.line, corner: 4).tap {
      $0.open("recipe", ["id": id])
    }
    return View.stack([card]).padding(left: 8, top: 8, right: 8).wide
  }

  /// A recipe's picture, or what stands for one.
  static func picture(_ recipe: RecipesData.Recipe, _ parts: ClassicParts) -> View {
    if let number = UInt64(recipe.imageName.prefix { $0.isNumber }) {
      return View.stack([.scene(number)])
    }
    return View.stack([.icon("restaurant", parts.secondary.faded(0.6), size: 40)], .center)
      .fill(parts.isDark ? Color(hex: 0x2C2C2C) : Color(hex: 0xE0E0E0))
  }

  // MARK: - Categories, menus

  private func categories(_ phone: Phone) -> View {
    let parts = Self.parts(phone)
    let rows = phone.data.recipes.categories.sorted { $0.name.lowercased() < $1.name.lowercased() }.map { category in
      let (id, name) = (String(category.id), category.name)
      return View.row([
        .icon("folder", parts.secondary), .space(width: 24), View.text(name, 16, parts.text).weighted(),
      ]).padding(16, 0).size(width: .fill, height: .fixed(56)).tap { phone in
        phone.activity.values["category"] = id
        phone.activity.dialog = "editcategory"
        phone.focus("edit", text: name)
      }
    }
    return parts.screen(
      parts.bar(
        "Categories",
        leading: AppParts.Button("menu", "Open navigation drawer") { $0.activity.dialog = "drawer" }),
      View.scroll(
        "categories",
        View.column(rows.isEmpty ? [parts.empty("No categories have been created yet.")] : rows).wide),
      floating: parts.floating("add", "Add category", id: "fab_categories") { phone in
        phone.activity.dialog = "addcategory"
        phone.focus("edit", text: "")
      })
  }

  private func drawer(_ parts: ClassicParts, _ screen: String) -> View {
    let head = View.column([
      .icon("eco", .white, size: 56), .space(height: 12), View.text("Broccoli", 16, .white, weight: 500),
    ]).padding(left: 16, top: 64, right: 16, bottom: 16).wide.fill(parts.primary)
    return parts.drawer(
      head: head,
      [
        ("menu_book", "Recipes", screen == "main", { $0.showRecipes("main") }),
        ("folder", "Categories", screen == "categories", { $0.showRecipes("categories") }),
        ("help_outline", "About the app", false, { $0.activity.dialog = "about" }),
      ])
  }

  func dialog(_ name: String, _ activity: Activity, _ phone: Phone) -> View? {
    switch name {
    case "drawer": return drawer(Self.parts(phone), activity.screen)
    case "category":
      let choices = Self.choices(phone)
      return Dialog.choice(
        phone, title: "Categories", options: choices.map(\.title),
        selected: choices.firstIndex { $0.key == activity.values["category"] ?? "" }
      ) { phone, index in
        phone.activity.values["category"] = choices[index].key
        phone.activity.scroll["recipes"] = nil
      }
    case "about":
      return Dialog.message(
        phone, title: "About the app", text: "Broccoli\nVersion 1.2.6\nFree for everyone",
        buttons: [Dialog.Button(title: "OK", action: Dialog.dismiss)])
    case "addcategory":
      return SettingsDialogs.text(phone, title: "Add category", confirm: "Save") { phone, name in
        if !name.isEmpty { phone.data.recipes.add(RecipesData.Category(id: 0, name: name)) }
      }
    case "editcategory": return editCategory(activity, phone)
    default: return RecipeEditor.dialog(name, activity, phone) ?? RecipeDetails.dialog(name, activity, phone)
    }
  }

  private func editCategory(_ activity: Activity, _ phone: Phone) -> View {
    let id = Int(activity.values["category"] ?? "")
    let parts = Self.parts(phone)
    return Dialog.card(
      phone, title: "Edit category",
      content: [View.stack([parts.field("edit", "Name", id: "category_name")]).padding(24, 8).wide],
      neutral: Dialog.Button(
        title: "Delete",
        action: { phone in
          Dialog.dismiss(&phone)
          phone.data.recipes.categories.removeAll { $0.id == id }
          for index in phone.data.recipes.recipes.indices {
            phone.data.recipes.recipes[index].categories.removeAll { $0 == id }
          }
        }),
      buttons: [
        Dialog.Button(title: "Cancel", action: Dialog.dismiss),
        Dialog.Button(
          title: "Save",
          action: { phone in
            let name = phone.activity.text("edit")
            Dialog.dismiss(&phone)
            guard !name.isEmpty, let index = phone.data.recipes.categories.firstIndex(where: { $0.id == id }) else {
              return
            }
            phone.data.recipes.categories[index].name = name
          }),
      ])
  }
}

extension Phone {
  fileprivate mutating func endRecipeSearch() {
    activity.values["searching"] = nil
    activity.fields["search"] = nil
    activity.focus = nil
    system.isKeyboardUp = false
  }

  fileprivate mutating func showRecipes(_ screen: String) {
    guard activity.screen != screen else { return }
    if screen == "main" { finish() } else { open(screen) }
  }
}
