import Imaging

/// A recipe as it is read, and page by page while it is cooked.
enum RecipeDetails {
  static func view(_ activity: Activity, _ phone: Phone) -> View {
    let parts = BroccoliApp.parts(phone)
    let ids = BroccoliApp.name
    guard let recipe = phone.data.recipes.recipe(activity.values["id"]) else {
      return parts.screen(parts.bar("", leading: ClassicParts.back), parts.empty("The recipe has been deleted."))
    }
    let id = recipe.id
    let isFavorite = recipe.isFavorite
    let bar = View.row([
      parts.button(ClassicParts.back, .white), .spring,
      parts.button(
        AppParts.Button(
          isFavorite ? "favorite" : "favorite_border", isFavorite ? "Remove from favorites" : "Mark as favorite"
        ) { phone in
          guard let index = phone.data.recipes.recipes.firstIndex(where: { $0.id == id }) else { return }
          phone.data.recipes.recipes[index].isFavorite.toggle()
        }, .white),
      parts.button(AppParts.Button("more_vert", "More options") { $0.activity.dialog = "more" }, .white),
    ]).padding(left: 4, top: Phone.statusBarHeight, right: 4, bottom: 0).wide
    let shadow = View.canvas(width: .fill, height: .fill) { drawing, frame, _ in
      drawing.gradient(
        x: Double(frame.x), y: Double(frame.y), width: Double(frame.width), height: Double(frame.height),
        stops: [(0, Color.black.faded(0.55)), (0.6, Color.black.faded(0.1)), (1, Color.black.faded(0.45))])
    }
    let head = View.stack([
      BroccoliApp.picture(recipe, parts).filling.label("Recipe photo", "android.widget.ImageView")
        .id("\(ids):id/backdrop"),
      shadow, bar,
    ]).size(width: .fill, height: .fixed(Phone.statusBarHeight + 200))
    var rows: [View] = [
      View.text(recipe.title, 24, parts.text, id: "\(ids):id/details_title").wide, .space(height: 16),
    ]
    func fact(_ icon: String, _ text: String, _ id: String, _ color: Color? = nil) -> View {
      View.row([
        .icon(icon, parts.hint), .space(width: 8),
        View.text(text, 14, color ?? parts.text, id: "\(ids):id/\(id)").weighted(),
      ])
    }
    let short = [
      ("person", recipe.servings, "details_servings"),
      ("access_time", recipe.preparationTime, "details_preparation_time"),
    ].filter { !$0.1.isEmpty }
    if !short.isEmpty { rows += [View.row(short.map { fact($0.0, $0.1, $0.2).weighted() }).wide, .space(height: 16)] }
    let names = phone.data.recipes.names(of: recipe)
    if !names.isEmpty { rows += [fact("folder", names, "details_categories").wide, .space(height: 16)] }
    if !recipe.description.isEmpty {
      rows += [
        View.text(recipe.description, 14, parts.text, id: "\(ids):id/details_description").wide, .space(height: 8),
      ]
    }
    if !recipe.source.isEmpty { rows += [fact("link", recipe.source, "details_source", parts.accent).wide] }
    if !recipe.ingredients.isEmpty {
      rows += [.space(height: 16), View.text("Ingredients", 18, parts.text, weight: 500), .space(height: 5)]
      rows += lines(recipe.ingredients).map {
        View.row([View.text("•", 14, parts.accent).size(width: .fixed(20)), View.text($0, 14, parts.text).weighted()])
          .padding(0, 3).wide
      }
    }
    if !recipe.directions.isEmpty {
      rows += [.space(height: 16), View.text("Directions", 18, parts.text, weight: 500), .space(height: 5)]
      rows += lines(recipe.directions).enumerated().map { index, line in
        View.row([
          View.text("\(index + 1)", 14, parts.accent, weight: 500).size(width: .fixed(20)),
          View.text(line, 14, parts.text).weighted(),
        ]).aligned(.topLeft).padding(0, 4).wide
      }
    }
    let page = View.column([head, View.column(rows + [.space(height: 88)]).padding(16).wide]).wide
    return View.stack([
      View.scroll("recipe", page).id("\(ids):id/scroll_view"),
      View.stack([
        parts.floating("restaurant", "Cook", id: "fab_cooking_mode") { phone in
          phone.open("cook", ["id": String(id)])
        }
      ]).padding(16).placed(.bottomRight),
    ]).filling.fill(parts.page)
  }

  static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
  }

  /// The ingredients, then a page for each direction.
  static func cooking(_ activity: Activity, _ phone: Phone) -> View {
    let parts = BroccoliApp.parts(phone)
    let recipe = phone.data.recipes.recipe(activity.values["id"])
    let directions = lines(recipe?.directions ?? "")
    let page = max(0, min(Int(activity.values["page"] ?? "") ?? 0, directions.count))
    let text = page == 0 ? recipe?.ingredients ?? "" : directions[page - 1]
    func turn(_ icon: String, _ label: String, to other: Int) -> View {
      let isPossible = (0...directions.count).contains(other)
      return View.stack([.icon(icon, parts.text, size: 36)], .center).square(64).enabled(isPossible)
        .label(label, "android.widget.ImageButton").tap { $0.activity.values["page"] = String(other) }
    }
    let content = View.column([
      View.text(page == 0 ? "Ingredients" : "\(page)/\(directions.count)", 20, parts.accent, weight: 500),
      .space(height: 24),
      View.text(text.isEmpty ? "This recipe does not have any ingredients or directions yet." : text, 24, parts.text)
        .wide,
    ]).padding(24, 32).wide
    return parts.screen(
      parts.bar(recipe?.title ?? "", leading: ClassicParts.back),
      View.column([
        View.scroll("cook", content).weighted().swipe { phone, direction in
          let other = page + (direction == .left ? 1 : direction == .right ? -1 : 0)
          if (0...directions.count).contains(other) { phone.activity.values["page"] = String(other) }
        },
        View.row([turn("chevron_left", "Previous", to: page - 1), .spring, turn("chevron_right", "Next", to: page + 1)])
          .padding(16, 8).wide,
      ]))
  }

  static func dialog(_ name: String, _ activity: Activity, _ phone: Phone) -> View? {
    let parts = BroccoliApp.parts(phone)
    guard let recipe = phone.data.recipes.recipe(activity.values["id"]) else { return nil }
    switch name {
    case "more":
      return parts.popup([
        ("Share", { $0.activity.dialog = "share" }), ("Edit", { $0.editRecipe(recipe) }),
        (
          "Duplicate",
          { phone in
            var copy = recipe
            copy.id = 0
            phone.editRecipe(copy)
          }
        ), ("Delete", { $0.activity.dialog = "delete" }),
      ])
    case "share":
      let text = [recipe.title, recipe.description, recipe.ingredients, recipe.directions].filter { !$0.isEmpty }
        .joined(separator: "\n\n")
      return AppParts(phone: phone, package: BroccoliApp.name).list([
        (
          "Copy to clipboard",
          { phone in
            phone.system.clipboard = text
            phone.showToast("Copied")
          }
        ),
        (
          "Messages",
          { phone in
            _ = phone.handle(
              PhoneIntent(action: "android.intent.action.SENDTO", data: "smsto:", extras: ["sms_body": text]))
          }
        ),
      ])
    case "delete":
      return Dialog.confirm(phone, title: "", text: "Delete this recipe?", yes: "Delete") { phone in
        phone.data.recipes.recipes.removeAll { $0.id == recipe.id }
        phone.finish()
        phone.showToast("The recipe has been deleted.")
      }
    default: return nil
    }
  }
}
