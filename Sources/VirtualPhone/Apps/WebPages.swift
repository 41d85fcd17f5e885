/// The pages that the browser has: a few small sites that link to each other.
enum WebPages {
  struct Page: Sendable {
    var address: String
    var title: String
    var parts: [Part]
  }

  enum Part: Sendable, Equatable {
    case heading(String)
    case text(String)
    case link(String, address: String)
    /// A picture's path or address, and what stands for it where it can't be shown.
    case picture(String, name: String)
    /// One of the pages that are drawn natively.
    case widget(String, seed: String)
  }

  static let home = "start.example"

  static let all: [Page] = [
    Page(
      address: home, title: "Start",
      parts: [
        .heading("Good to see you"), .text("Search for something above, or open one of these pages."),
        .link("The Daily Page", address: "news.example"), .link("Encyclopedia", address: "wiki.example"),
        .link("Weather", address: "weather.example"), .link("Recipes", address: "recipes.example"),
      ]),
    Page(
      address: "news.example", title: "The Daily Page",
      parts: [
        .heading("The Daily Page"), .link("Old bridge opens again after two years", address: "news.example/bridge"),
        .link("Library lends out tools", address: "news.example/library"),
        .link("Chess club wins for the third time", address: "news.example/chess"),
        .link("Weather", address: "weather.example"),
      ]),
    Page(
      address: "news.example/bridge", title: "Old bridge opens again",
      parts: [
        .heading("Old bridge opens again after two years"),
        .text(
          "The stone bridge over the river is open since Monday. It was built in 1874 and is 92 metres long. The work cost 3.4 million and took two years."
        ), .text("Buses 4 and 11 use it from next week."), .link("More news", address: "news.example"),
      ]),
    Page(
      address: "news.example/library", title: "Library lends out tools",
      parts: [
        .heading("Library lends out tools"),
        .text(
          "Drills, saws and ladders can be borrowed for a week, like books. The shelf has 140 tools, and most are out."),
        .link("More news", address: "news.example"),
      ]),
    Page(
      address: "news.example/chess", title: "Chess club wins",
      parts: [
        .heading("Chess club wins for the third time"),
        .text("With 5½ to 2½ points the club won the final in the town hall. Its youngest player is eleven years old."),
        .link("More news", address: "news.example"),
      ]),
    Page(
      address: "wiki.example", title: "Encyclopedia",
      parts: [
        .heading("Encyclopedia"), .link("Lighthouse", address: "wiki.example/lighthouse"),
        .link("Honey bee", address: "wiki.example/bee"), .link("Bridge", address: "wiki.example/bridge"),
      ]),
    Page(
      address: "wiki.example/lighthouse", title: "Lighthouse",
      parts: [
        .heading("Lighthouse"),
        .text(
          "A lighthouse is a tower with a light that helps ships find their way. The one at Alexandria stood more than 100 metres high."
        ), .link("Contents", address: "wiki.example"),
      ]),
    Page(
      address: "wiki.example/bee", title: "Honey bee",
      parts: [
        .heading("Honey bee"),
        .text(
          "Honey bees live in colonies of up to 50,000. A worker makes about a twelfth of a teaspoon of honey in her life."
        ),
        .link("Contents", address: "wiki.example"),
      ]),
    Page(
      address: "wiki.example/bridge", title: "Bridge",
      parts: [
        .heading("Bridge"),
        .text("A bridge carries a way over something. Kinds are beam, arch, truss, and suspension bridges."),
        .link("News of a bridge", address: "news.example/bridge"), .link("Contents", address: "wiki.example"),
      ]),
    Page(
      address: "weather.example", title: "Weather",
      parts: [
        .heading("Weather"), .text("Today: 18 °C, light clouds, wind from the west at 12 km/h."),
        .text("Tomorrow: 15 °C, rain from noon."), .link("The Daily Page", address: "news.example"),
      ]),
    Page(
      address: "recipes.example", title: "Recipes",
      parts: [
        .heading("Recipes"), .link("Pancakes", address: "recipes.example/pancakes"),
        .link("Tomato soup", address: "recipes.example/soup"),
      ]),
    Page(
      address: "recipes.example/pancakes", title: "Pancakes",
      parts: [
        .heading("Pancakes"), .text("200 g flour, 300 ml milk, 2 eggs, a pinch of salt. Makes eight."),
        .text("Stir, rest for 20 minutes, fry on both sides."), .link("All recipes", address: "recipes.example"),
      ]),
    Page(
      address: "recipes.example/soup", title: "Tomato soup",
      parts: [
        .heading("Tomato soup"), .text("1 kg tomatoes, 1 onion, 2 cloves of garlic, 500 ml stock. Serves four."),
        .text("Simmer for 25 minutes and blend."), .link("All recipes", address: "recipes.example"),
      ]),
  ]

  // A file is read once, however often its page is drawn.
  private static let read = ContentCache<Page>(most: 16, capacity: 16)

  /// The page in a file.
  static func page(_ address: String, in files: PhoneFileSystem) -> Page {
    guard let bytes = try? files.read(path(of: address)) else {
      return Page(
        address: address, title: "File not found",
        parts: [.heading("Your file couldn’t be accessed"), .text("It may have been moved, edited, or deleted.")])
    }
    var page = read.value(bytes) {
      let file = HTMLPage(bytes)
      let parts = file.widget.map { [Part.widget($0.name, seed: $0.seed)] } ?? file.parts
      return (Page(address: "", title: file.title, parts: parts), 1)
    }
    page.address = address
    if page.title.isEmpty { page.title = PhoneFileSystem.name(of: path(of: address)) }
    return page
  }

  /// Where a file's address leads.
  static func path(of address: String) -> String { HTMLPage.unescaped(String(address.dropFirst("file://".count))) }

  /// The address that a link on a page leads to.
  static func address(_ link: String, from page: String) -> String {
    guard page.hasPrefix("file://"), !link.contains("://"), !link.hasPrefix("www.") else { return link }
    if link.hasPrefix("/") { return "file://\(link)" }
    return "file://\(PhoneFileSystem.directory(of: String(page.dropFirst("file://".count))))/\(link)"
  }

  /// The page at an address; what isn't one is searched for.
  static func page(_ address: String) -> Page {
    var plain = address.lowercased()
    for prefix in ["https://", "http://", "www."] where plain.hasPrefix(prefix) {
      plain = String(plain.dropFirst(prefix.count))
    }
    while plain.hasSuffix("/") { plain.removeLast() }
    if let page = all.first(where: { $0.address == plain }) { return page }
    if plain.contains("."), !plain.contains(" ") {
      return Page(
        address: address, title: "This site can’t be reached",
        parts: [
          .heading("This site can’t be reached"), .text("\(address) could not be found."),
          .link("Start", address: home),
        ])
    }
    let words = plain.split(separator: " ")
    let found = all.filter { page in
      page.address != home && words.contains { word in "\(page.title) \(page.address)".lowercased().contains(word) }
    }
    return Page(
      address: address, title: "\(address) - Search",
      parts: [.heading(found.isEmpty ? "No results for “\(address)”" : "Results for “\(address)”")]
        + found.map { .link($0.title, address: $0.address) } + [.link("Start", address: home)])
  }
}
