internal import Episodes

/// What Broccoli's screens say.
enum RecipePage {
  /// A recipe of the list: its card's title and description.
  struct Card {
    var name: String
    var element: UIElement
  }

  /// The cards that can be seen in whole.
  static func cards(_ hands: Hands) -> [Card] {
    let list = hands.elements.first(where: \.isScrollable)?.bounds
    var cards: [Card] = []
    for element in hands.elements {
      let isTitle = element.resourceID?.hasSuffix(":id/card_text_view_title") == true
      let isDescription = element.resourceID?.hasSuffix(":id/card_text_view_description") == true
      if isTitle {
        cards.append(Card(name: element.says, element: element))
      } else if isDescription, let last = cards.indices.last {
        cards[last].name += "\n" + element.says
      }
    }
    // What is cut off at the end of the list may lack its description.
    return cards.filter { card in
      guard let list, let bounds = card.element.bounds else { return true }
      return bounds.bottom <= list.bottom - 140
    }
  }

  /// A recipe of the list by its title.
  static func card(_ title: String, _ hands: Hands) throws(OracleError) -> UIElement {
    let found = hands.findAll(id: "card_text_view_title").first { $0.says == title }
    guard let found else { throw hands.missing("the recipe \(title)") }
    return found
  }

  /// All that the recipe that is open says.
  static func text(_ hands: Hands) -> String {
    // The clock, and what is said in passing, have ids of the system.
    hands.elements.filter { element in
      element.className?.hasSuffix("TextView") == true
        && element.resourceID?.hasPrefix("com.flauschcode.broccoli:") != false
    }.compactMap(\.text).joined(separator: "\n")
  }

  /// What stands below the heading of the directions.
  static func directions(_ hands: Hands) -> String {
    let texts = hands.elements.filter { $0.className?.hasSuffix("TextView") == true }.compactMap(\.text)
    return texts.drop { $0 != "Directions" }.dropFirst().joined(separator: "\n")
  }

  /// Deletes the recipe that is open.
  static func deleteOpen(_ hands: Hands) async throws(OracleError) {
    try await hands.tap("More options", "The menu has what can be done with it.")
    try await hands.tap("Delete", "I delete it.")
    try await hands.tap("Delete", "I am asked whether to delete it: yes.")
  }
}
