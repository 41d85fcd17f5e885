import Imaging

/// The settings' search.
enum SettingsSearch {
  static func view(_ activity: Activity, _ phone: Phone) -> View {
    let theme = phone.theme
    let rows = SettingsRows(phone: phone)
    let query = Self.plain(activity.text("query"))
    var field = View.Field(
      key: "query", hint: "Search settings", size: 18, color: theme.text, hintColor: theme.secondary)
    field.onSubmit = { _ in }
    let clear = View.stack([.icon("close", theme.text)], .center).square(56)
      .label("Clear query", "android.widget.ImageView").tap { $0.activity.fields["query"] = FieldText() }
    let bar = View.row(
      [
        View.stack([.icon("arrow_back", theme.text)], .center).square(56).label(
          "Navigate up", "android.widget.ImageButton"
        )
        .tap { $0.goBack() },
        View(.field(field)).size(width: .fill, height: .fixed(56)).id("android:id/search_src_text"),
      ] + (query.isEmpty ? [] : [clear])
    ).wide.padding(left: 0, top: Phone.statusBarHeight, right: 0, bottom: 0)
    let found = query.isEmpty ? [] : index(phone).filter { plain($0.title).contains(query) }.prefix(40)
    var list = found.map { entry in
      rows.row(nil, entry.title, entry.path) { phone in phone.open(entry.screen, of: "com.android.settings") }
    }
    if list.isEmpty, !query.isEmpty {
      list = [View.text("No results", 20, theme.secondary, alignment: .center).wide.padding(24, 48)]
    }
    return View.column([
      bar, View(.stack).size(width: .fill, height: .fixed(1)).fill(theme.divider),
      View.scroll("results", View.column(list).wide).weighted(),
    ]).filling.fill(theme.background)
  }

  /// Letters and digits alone, so that “wifi” finds “Wi-Fi”.
  private static func plain(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

  /// Everything that has a title: pages, and what is on them.
  private static func index(_ phone: Phone) -> [(title: String, path: String, screen: String)] {
    SettingsHome.entries(phone).flatMap { entry in
      [(entry.title, "Settings", entry.screen)] + entries(on: entry.screen, phone, depth: 0)
    }
  }

  private static func entries(
    on screen: String, _ phone: Phone, depth: Int
  ) -> [(title: String, path: String, screen: String)] {
    let page = SettingsPages.page(Activity("com.android.settings", screen), phone)
    return page.items.flatMap { item -> [(title: String, path: String, screen: String)] in
      if case .link(_, let title, _, let target, let values) = item {
        guard values.isEmpty, depth < 2 else { return [] }
        return [(title, page.title, target)] + entries(on: target, phone, depth: depth + 1)
      }
      return item.title.map { [($0, page.title, screen)] } ?? []
    }
  }
}
