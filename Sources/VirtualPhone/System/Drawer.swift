import Imaging

/// All apps, with a search.
enum Drawer {
  static func view(_ activity: Activity, _ phone: Phone) -> View {
    let theme = phone.theme
    let ids = Launcher.ids
    let query = activity.text("search").lowercased()
    let found = Apps.launchable.filter { !phone.system.disabled.contains($0.package.name) }.filter {
      query.isEmpty || $0.package.label.lowercased().contains(query)
    }
    var field = View.Field(
      key: "search", hint: "Search your phone and more", size: 16, color: theme.text, hintColor: theme.secondary)
    field.onSubmit = { phone in
      let query = phone.activity.text("search").lowercased()
      let first = Apps.launchable.first { !query.isEmpty && $0.package.label.lowercased().contains(query) }
      if let first { phone.launch(first.package.name) }
    }
    field.onChange = { $0.activity.scroll["apps"] = 0 }
    let search = View.row([
      .icon("search", theme.secondary), .space(width: 12),
      View(.field(field)).size(width: .fill, height: .fixed(48)).id("\(ids)input", "android.widget.EditText"),
    ]).padding(16, 0).wide.fill(theme.surface, corner: 24)
    let columns = max(4, Int(phone.widthDP / 110))
    let width = (phone.widthDP - 43.4 + 16) / Double(columns)
    var rows: [View] = []
    if found.isEmpty {
      rows.append(
        View.text("No results for “\(activity.text("search"))”", 16, theme.secondary, alignment: .center).wide.padding(
          24)
      )
    }
    for start in stride(from: 0, to: found.count, by: columns) {
      rows.append(
        View.row(
          found[start..<min(start + columns, found.count)].map {
            View.stack([Launcher.shelfIcon($0, width: width - 16, color: theme.text)], .center).size(
              width: .fixed(width))
          }
        ).aligned(.topLeft))
    }
    let list = View.column([View.space(height: 12)] + rows + [.space(height: 48)]).padding(left: 13.7, right: 13.7).wide
    return View.column([
      .space(height: 64), View.stack([search]).padding(28, 0).wide,
      View.scroll("apps", list).id("\(ids)apps_list_view", "androidx.recyclerview.widget.RecyclerView").weighted(),
    ]).filling.fill(theme.background).swipe { phone, direction in
      if direction == .down { phone.goHome() }
    }
  }
}
