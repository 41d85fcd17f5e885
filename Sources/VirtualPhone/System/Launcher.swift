import Imaging
internal import Randomness

/// The home screen and the drawer with all apps.
enum Launcher {
  static let ids = "com.google.android.apps.nexuslauncher:id/"

  static func view(_ activity: Activity, _ phone: Phone) -> View {
    activity.screen == "drawer" ? Drawer.view(activity, phone) : home(phone)
  }

  // MARK: - Home

  /// What the dock holds, by column from the left.
  static func dock(_ seed: UInt64) -> [(column: Int, app: any App)] {
    columns(
      ["com.google.android.dialer", "com.google.android.apps.messaging", "com.android.chrome", "com.android.settings"],
      seed)
  }

  /// What the row above the dock holds; its first column is free.
  static func shelf(_ seed: UInt64) -> [(column: Int, app: any App)] {
    columns(["com.google.android.deskclock", "com.google.android.contacts", "net.gsantner.markor"], seed ^ seed << 7)
      .map { ($0.column + 1, $0.app) }
  }

  // Other seeds have them in another order.
  private static func columns(_ names: [String], _ seed: UInt64) -> [(column: Int, app: any App)] {
    var random = SplitMix64(seed: seed)
    let names = seed == 0 ? names : random.shuffled(names)
    return names.enumerated().compactMap { column, name in Apps.named[name].map { (column, $0) } }
  }

  private static func home(_ phone: Phone) -> View {
    let seed = phone.configuration.seed
    let pitch = (phone.widthDP - 43.4 + 16) / 4
    let bottom = phone.heightDP
    // On low screens the rows stand closer; below that, the upper one has no room.
    let isLow = bottom < 480
    let rows: (date: Double, shelf: Double, dock: Double, search: Double) =
      isLow ? (56, 268, 166, 92) : (108.9, 357.2, 200.8, 104.8)
    func at(_ x: Double, _ y: Double, _ view: View) -> View { View.stack([view]).padding(left: x, top: y) }
    var parts: [View] = []
    let date = "\(phone.time.shortDay), \(phone.time.shortMonth) \(phone.time.day)"
    // White on a pale sky can be read by its shadow.
    parts.append(at(37.7, rows.date, shadow(of: date, phone)))
    parts.append(
      at(
        37.7, rows.date,
        View.text(date, 20, .white).label(date).id("\(ids)date").size(width: .fixed(phone.widthDP - 59.4))
          .tap { $0.launch(CalendarApp.name) }))
    for (column, app) in shelf(seed) where bottom > rows.shelf + 90 {
      parts.append(at(21.7 + Double(column) * pitch, bottom - rows.shelf, shelfIcon(app, width: pitch - 16)))
    }
    for (column, app) in dock(seed) {
      let package = app.package.name
      let cell = View.column([.space(height: 7), .appIcon(app.icon, size: 60)]).aligned(.top)
        .size(width: .fixed(66), height: .fixed(74.3))
      parts.append(
        at(
          29 + (pitch - 96) / 2 + Double(column) * pitch, bottom - rows.dock, launches(cell, app, text: false, package))
      )
    }
    parts.append(at(28.6, bottom - rows.search, searchBar(phone)))
    return View.stack([
      View(.stack).filling.id("\(ids)workspace", "android.widget.ScrollView"),
      View(.stack).size(width: .fill, height: .fill).label("Home", "android.view.View"),
      View.stack(parts).filling,
    ]).filling.swipe { phone, direction in
      switch direction {
      case .up: phone.system.launcher = Activity(phone.system.launcher.package, "drawer")
      case .down: phone.system.shade = 1
      case .left, .right: break
      }
    }
  }

  private static func shadow(of text: String, _ phone: Phone) -> View {
    let scale = phone.fontScale
    return .canvas(width: .fixed(phone.widthDP - 59.4), height: .fixed(32)) { drawing, frame, dp in
      let style = TextStyle(size: 20 * dp * scale)
      let baseline = Double(frame.y + LineMetrics(size: style.size).baseline)
      for (x, y, opacity) in [(0.0, 0.6, 0.35), (0.6, 1.2, 0.2), (-0.6, 1.2, 0.2), (0.0, 1.8, 0.12)] {
        drawing.text(
          text, x: Double(frame.x) + x * dp, baseline: baseline + y * dp, style: style, color: .black.faded(opacity))
      }
    }
  }

  /// Icon over name, as home and drawer show apps.
  static func shelfIcon(_ app: any App, width: Double, color: Color = .white) -> View {
    let cell = View.column([
      .space(height: 15.2), .appIcon(app.icon, size: 60), .space(height: 10),
      View(.text(View.Text(string: app.package.label, size: 14, color: color, lines: 1, alignment: .center)))
        .size(width: .fill),
    ]).aligned(.top).size(width: .fixed(width), height: .fixed(103.6))
    return launches(cell, app, text: true, app.package.name)
  }

  private static func launches(_ cell: View, _ app: any App, text: Bool, _ package: String) -> View {
    // A launcher's icon is one text view that draws its icon itself.
    var view = View.stack([cell])
    view.label = app.package.label
    view.className = "android.widget.TextView"
    view.onTap = { $0.launch(package) }
    view.onLongPress = { $0.openAppInfo(package) }
    return view
  }

  private static func searchBar(_ phone: Phone) -> View {
    let width = phone.widthDP - 57.6
    let open: PhoneAction = { phone in
      phone.system.launcher = Activity(phone.system.launcher.package, "drawer")
      phone.focus("search")
    }
    let plate = View(.stack).size(width: .fixed(width), height: .fixed(51.4)).fill(
      phone.isDark ? Color(hex: 0x2B3134) : .white, corner: 25.7)
    let parts = View.row([
      .space(width: 4.2),
      View.stack([SearchMarks.letter], .center).square(48).label("Google app", "android.widget.ImageView").id(
        "\(ids)g_icon"
      ).tap(
        open),
      .spring,
      View.stack([SearchMarks.microphone], .center).square(48).label("Voice search", "android.widget.ImageView")
        .id("\(ids)mic_icon").tap(open),
      View.stack([SearchMarks.lens], .center).square(48).label("Google Lens", "android.widget.ImageView")
        .id("\(ids)lens_icon").tap(open), .space(width: 4.2),
    ]).size(width: .fixed(width), height: .fixed(62.9))
    return View.stack([plate, parts], .center).size(width: .fixed(width), height: .fixed(62.9))
      .label("Search", "android.widget.FrameLayout").id("\(ids)search_container_hotseat").tap(open)
  }
}
