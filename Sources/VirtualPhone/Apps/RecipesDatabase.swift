extension BroccoliApp {
  /// Room's tables of Broccoli 1.2.6, without its index for searching.
  static let database = AppDatabase(
    path: "/data/data/com.flauschcode.broccoli/databases/broccoli",
    schema: """
      PRAGMA user_version = 1;
      CREATE TABLE android_metadata (locale TEXT);
      INSERT INTO android_metadata VALUES ('en_US');
      CREATE TABLE IF NOT EXISTS recipes (recipeId INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, title TEXT, \
      imageName TEXT, description TEXT, servings TEXT, preparationTime TEXT, source TEXT, ingredients TEXT, \
      directions TEXT, favorite INTEGER NOT NULL);
      CREATE TABLE IF NOT EXISTS categories (categoryId INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name TEXT);
      CREATE TABLE IF NOT EXISTS recipes_with_categories (recipeId INTEGER NOT NULL, categoryId INTEGER NOT NULL, \
      PRIMARY KEY(recipeId, categoryId))
      """,
    tables: [
      AppDatabase.Table(
        name: "recipes", key: "recipeId",
        columns: [
          "recipeId", "title", "imageName", "description", "servings", "preparationTime", "source", "ingredients",
          "directions", "favorite",
        ],
        rows: { phone in
          phone.data.recipes.recipes.map { recipe in
            [
              "recipeId": "\(recipe.id)", "title": recipe.title, "imageName": recipe.imageName,
              "description": recipe.description, "servings": recipe.servings,
              "preparationTime": recipe.preparationTime, "source": recipe.source, "ingredients": recipe.ingredients,
              "directions": recipe.directions, "favorite": recipe.isFavorite ? "1" : "0",
            ]
          }
        }),
      AppDatabase.Table(
        name: "categories", key: "categoryId", columns: ["categoryId", "name"],
        rows: { $0.data.recipes.categories.map { ["categoryId": "\($0.id)", "name": $0.name] } }),
      AppDatabase.Table(
        name: "recipes_with_categories", key: nil, columns: ["recipeId", "categoryId"],
        rows: { phone in
          phone.data.recipes.recipes.flatMap { recipe in
            recipe.categories.map { ["recipeId": "\(recipe.id)", "categoryId": "\($0)"] }
          }
        }),
    ],
    restore: { phone, tables in
      var data = RecipesData()
      for row in tables["categories"] ?? [] {
        guard let id = row.identity("categoryId") else { continue }
        data.categories.append(RecipesData.Category(id: id, name: row["name"] ?? ""))
      }
      for row in tables["recipes"] ?? [] {
        guard let id = row.identity("recipeId") else { continue }
        data.recipes.append(
          RecipesData.Recipe(
            id: id, title: row["title"] ?? "", description: row["description"] ?? "", servings: row["servings"] ?? "",
            preparationTime: row["preparationTime"] ?? "", source: row["source"] ?? "",
            ingredients: row["ingredients"] ?? "", directions: row["directions"] ?? "",
            isFavorite: row.number("favorite", in: 0...1) == 1, imageName: row["imageName"] ?? ""))
      }
      let known = Set(data.categories.map(\.id))
      for row in tables["recipes_with_categories"] ?? [] {
        guard let category = row.identity("categoryId"), known.contains(category),
          let index = data.recipes.firstIndex(where: { $0.id == row.identity("recipeId") })
        else { continue }
        data.recipes[index].categories.append(category)
      }
      data.nextRecipe = max(phone.data.recipes.nextRecipe, (data.recipes.map(\.id).max() ?? 0) + 1)
      data.nextCategory = max(phone.data.recipes.nextCategory, (data.categories.map(\.id).max() ?? 0) + 1)
      phone.data.recipes = data
    })
}
