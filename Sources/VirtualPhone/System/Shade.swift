import Imaging

/// Quick settings and notifications.
enum Shade {
  static let ids = "com.android.systemui:id/"

  static func view(_ phone: Phone) -> View {
    let theme = phone.theme
    let isFull = phone.system.shade == 2
    let tiles = QuickTile.all(phone)
    var parts: [View] = [.space(height: 56)]
    let date = "\(phone.time.shortDay), \(phone.time.shortMonth) \(phone.time.day)"
    let clock = phone.time.clock(is24Hour: phone.is24Hour, suffix: false)
    if isFull {
      parts.append(View.text(clock, 40, theme.text).id("\(ids)split_shade_clock"))
      parts.append(.space(height: 4))
    }
    parts.append(
      View.row([
        View.text(date, 14, theme.text, weight: 500, id: "\(ids)date"), .spring,
        View.text(phone.isAirplaneModeOn ? "Airplane mode" : "T-Mobile", 14, theme.text, weight: 500),
      ]).wide)
    parts.append(.space(height: 16))
    let slider = View(.slider(phone.brightnessShare, .brightness)).size(width: .fill, height: .fixed(48))
      .label("Display brightness").id("\(ids)slider").slide { phone, share in phone.setBrightness(share: share) }
    if isFull {
      parts += [slider, .space(height: 16)]
      parts += rows(tiles, phone)
      parts.append(.space(height: 12))
      parts.append(footer(theme))
    } else {
      parts += rows(Array(tiles.prefix(4)), phone)
      parts += [slider, .space(height: 16)]
    }
    // In landscape the camera is at one side.
    let camera = phone.quarterTurns % 2 == 1 ? Phone.statusBarHeight : 0
    let column = View.column(parts).padding(left: 16 + camera, right: 16 + camera).wide
    // On low screens the tiles scroll.
    let panel = isFull && phone.heightDP < 700 ? View.scroll("tiles", column).weighted(1000) : column
    let notices =
      isFull
      ? View(.stack).weighted()
      : View.scroll("notices", NoticeList.view(phone)).id("\(ids)notification_stack_scroller").weighted()
    return View.column([panel, notices]).filling.fill(theme.background).id("\(ids)notification_panel").blocking
      .swipe { phone, direction in
        switch direction {
        case .up: phone.system.shade -= 1
        case .down: phone.system.shade = min(2, phone.system.shade + 1)
        case .left, .right: break
        }
      }
  }

  private static func rows(_ tiles: [QuickTile], _ phone: Phone) -> [View] {
    // In landscape there are four beside each other.
    let columns = phone.widthDP > 600 ? 4 : 2
    return stride(from: 0, to: tiles.count, by: columns).flatMap { start -> [View] in
      let pair = tiles[start..<min(start + columns, tiles.count)].map { $0.view(phone) }
      let cells = pair + Array(repeating: View.spring, count: columns - pair.count)
      return [
        View.row(Array(cells.flatMap { [$0, View.space(width: 8)] }.dropLast())).wide,
        .space(height: 8),
      ]
    }
  }

  private static func footer(_ theme: Theme) -> View {
    func button(_ icon: String, _ label: String, _ id: String, _ action: @escaping PhoneAction) -> View {
      View.stack([.icon(icon, theme.text, size: 20)], .center).square(40).fill(theme.tile, corner: 20)
        .label(label, "android.widget.ImageView").id("\(ids)\(id)").tap(action)
    }
    return View.row([
      View.text("13 (TE1A.220922.034)", 14, theme.secondary, id: "\(ids)build"), .spring,
      button("settings", "Settings", "settings_button_container") { $0.launch("com.android.settings") },
      .space(width: 12),
      button("power_settings_new", "Power menu", "pm_lite") { phone in
        phone.system.shade = 0
        phone.system.isScreenOn = false
      },
    ]).wide
  }
}
