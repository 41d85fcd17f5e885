import Imaging

/// A browser for the pages that are there.
struct BrowserApp: App {
  static let name = "com.android.chrome"

  var package: PhonePackage {
    PhonePackage(
      name: Self.name, label: "Chrome",
      launcherActivity: "com.android.chrome/com.google.android.apps.chrome.Main", isSystem: true)
  }
  var icon: AppIcon { AppIcon(.browser) }

  func reset(_ phone: inout Phone) { phone.data.browser = BrowserData() }

  func activity(for intent: PhoneIntent, _ phone: Phone) -> Activity? {
    guard let data = intent.data else { return nil }
    if data.hasPrefix("file://") {
      let path = WebPages.path(of: data)
      guard FileKind(name: path) == .page, (try? phone.files.entry(path))?.kind == .file else { return nil }
      return Activity(package.name, "main", ["address": data])
    }
    guard data.hasPrefix("http://") || data.hasPrefix("https://") else { return nil }
    return Activity(package.name, "main", ["address": data])
  }

  func view(_ activity: Activity, _ phone: Phone) -> View {
    activity.screen == "list" ? list(activity, phone) : page(activity, phone)
  }

  private func page(_ activity: Activity, _ phone: Phone) -> View {
    let parts = AppParts(phone: phone, package: package.name)
    let theme = phone.theme
    let address = activity.values["address"] ?? WebPages.home
    let isOnline =
      phone.isWifiOn && phone.setting("wifi_network", in: .global) != nil
      || !phone.isAirplaneModeOn && phone.flag("mobile_data", .global)
    let page =
      address.hasPrefix("file://")
      ? WebPages.page(address, in: phone.files)
      : isOnline
        ? WebPages.page(address)
        : WebPages.Page(
          address: address, title: "No internet",
          parts: [.heading("No internet"), .text("Check Wi‑Fi and mobile data, then reload.")])
    let isEditing = activity.focus == "url"
    var field = View.Field(
      key: "url", hint: "Search or type web address", size: 16, color: theme.text, hintColor: theme.secondary)
    field.onSubmit = { phone in
      let text = phone.activity.text("url")
      if !text.isEmpty { phone.browse(to: text) }
    }
    let box: View =
      isEditing
      ? View(.field(field)).size(width: .fill, height: .fixed(44)).padding(16, 0).fill(theme.raised, corner: 22)
        .id("\(Self.name):id/url_bar")
      : View.text(address, 16, theme.text, lines: 1).size(width: .fill, height: .fixed(44)).padding(16, 0)
        .fill(theme.raised, corner: 22).id("\(Self.name):id/url_bar", "android.widget.EditText").tap { phone in
          phone.focus("url", text: address)
          phone.edit { $0.selectAll() }
        }
    let bar = View.row([
      parts.button(AppParts.Button("home", "Open the home page") { $0.browse(to: WebPages.home) })
        .enabled(address != WebPages.home),
      View.stack([box]).weighted(),
      parts.button(AppParts.Button("more_vert", "More options") { $0.activity.dialog = "menu" }),
    ]).size(width: .fill, height: .fixed(Phone.statusBarHeight + 56)).padding(
      left: 4, top: Phone.statusBarHeight, right: 4)
    let views = page.parts.map { part -> View in
      switch part {
      case .heading(let text): View.text(text, 26, theme.text, weight: 500).wide.padding(16, 12)
      case .text(let text): View.text(text, 16, theme.text).wide.padding(16, 8)
      case .link(let text, let target):
        View.text(text, 18, theme.accent).wide.padding(16, 12).label(text, "android.view.View").tap {
          $0.browse(to: WebPages.address(target, from: address))
        }
      case .picture(let source, let name): picture(source, name, from: address, phone)
      case .widget(let name, let seed):
        WebWidget(name: name, seed: seed, activity: activity).view()
          ?? View.text("This page can’t be shown", 16, theme.text).wide.padding(16, 8)
      }
    }
    let web = View.column(views + [.space(height: 24)]).wide.label(page.title, "android.webkit.WebView")
    return parts.screen(bar, View.scroll("page", web))
  }

  private func picture(_ source: String, _ name: String, from address: String, _ phone: Phone) -> View {
    let place = WebPages.address(source, from: address)
    guard place.hasPrefix("file://"), let bytes = try? phone.files.read(WebPages.path(of: place)),
      let size = try? Image.size(of: bytes), size.width > 0
    else { return View.text("[\(name.isEmpty ? "picture" : name)]", 16, phone.theme.secondary).wide.padding(16, 8) }
    let width = min(phone.widthDP - 32, Double(size.width))
    let view = View.stack([View.picture(bytes, .inside, side: 1080)])
      .size(width: .fixed(width), height: .fixed(min(2000, width * Double(size.height) / Double(size.width))))
    return View.stack([view.label(name, "android.widget.Image")]).padding(16, 8)
  }

  private func list(_ activity: Activity, _ phone: Phone) -> View {
    let parts = AppParts(phone: phone, package: package.name)
    let isHistory = activity.values["what"] == "History"
    let addresses = isHistory ? phone.data.browser.history : phone.data.browser.bookmarks
    let rows = addresses.map { address in
      parts.row(
        WebPages.page(address).title, address, icon: .icon("public", phone.theme.secondary),
        tap: { phone in
          phone.finish()
          phone.browse(to: address)
        })
    }
    let clear = AppParts.Button("delete_outline", "Clear") { phone in
      if isHistory { phone.data.browser.history = [] } else { phone.data.browser.bookmarks = [] }
    }
    return parts.screen(
      parts.bar(isHistory ? "History" : "Bookmarks", buttons: addresses.isEmpty ? [] : [clear]),
      View.scroll("list", View.column(rows.isEmpty ? [parts.empty("Nothing here yet")] : rows).wide))
  }

  func dialog(_ name: String, _ activity: Activity, _ phone: Phone) -> View? {
    let address = activity.values["address"] ?? WebPages.home
    let isMarked = phone.data.browser.bookmarks.contains(address)
    return AppParts(phone: phone, package: package.name).menu([
      (
        "Reload",
        { phone in
          phone.leavePage()
          phone.showToast("Reloaded")
        }
      ),
      (
        isMarked ? "Remove bookmark" : "Bookmark",
        { phone in
          if isMarked {
            phone.data.browser.bookmarks.removeAll { $0 == address }
            phone.showToast("Bookmark removed")
          } else {
            phone.data.browser.bookmarks.append(address)
            phone.showToast("Bookmarked")
          }
        }
      ), ("Bookmarks", { $0.open("list", ["what": "Bookmarks"]) }),
      ("History", { $0.open("list", ["what": "History"]) }),
      (
        "Copy link",
        { phone in
          phone.system.clipboard = address
          phone.showToast("Link copied")
        }
      ),
    ])
  }

  /// Back goes through the pages first.
  func back(_ phone: inout Phone) -> Bool {
    if phone.activity.focus != nil {
      phone.activity.focus = nil
      return true
    }
    var trail = phone.value("trail").split(separator: "\n").map(String.init)
    guard phone.activity.screen == "main", let last = trail.popLast() else { return false }
    phone.activity.values["trail"] = trail.joined(separator: "\n")
    phone.activity.values["address"] = last
    phone.leavePage()
    return true
  }
}

extension Phone {
  /// Forgets what was done on the page.
  fileprivate mutating func leavePage() {
    for key in activity.values.keys where key.hasPrefix("page.") { activity.values[key] = nil }
    for key in activity.fields.keys where key.hasPrefix("page.") { activity.fields[key] = nil }
    activity.scroll["page"] = 0
  }

  /// Opens an address in the browser, which must be in front.
  fileprivate mutating func browse(to address: String) {
    activity.focus = nil
    system.isKeyboardUp = false
    leavePage()
    let old = activity.values["address"] ?? WebPages.home
    guard address != old else { return showToast("Reloaded") }
    // A long way back nobody goes.
    let trail = (value("trail").split(separator: "\n").map(String.init) + [old]).suffix(30)
    activity.values["trail"] = trail.joined(separator: "\n")
    activity.values["address"] = address
    data.browser.history.removeAll { $0 == address }
    data.browser.history.insert(address, at: 0)
    if data.browser.history.count > 100 { data.browser.history.removeLast() }
  }
}
