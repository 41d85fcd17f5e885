import Imaging

/// The apps that were used last, to go back to or to close.
enum Recents {
  static func view(_ phone: Phone) -> View {
    let ids = Launcher.ids
    let scrim = Color(hex: 0x1C1F26)
    // As many cards as there is room for above the button.
    let most = max(1, min(4, Int((phone.heightDP - 150) / 128)))
    let tasks = Array(phone.system.tasks.reversed().prefix(most))
    var outside = View(.stack).filling
    outside.onSlide = { phone, _ in phone.goHome() }
    guard !tasks.isEmpty else {
      return View.stack([outside, View.text("No recent items", 18, .white)], .center).filling.fill(scrim).blocking
    }
    let cards = tasks.map { card($0, phone) }
    let clear = View.stack([View.text("Clear all", 14, .white, weight: 500)], .center).padding(24, 0)
      .size(height: .fixed(48)).outline(Color.white.faded(0.5), corner: 24).id(
        "\(ids)clear_all", "android.widget.Button"
      )
      .label("Clear all").tap { phone in
        phone.system.tasks = []
        phone.goHome()
      }
    return View.stack(
      [
        outside,
        View.column(cards + [.space(height: 16), View.stack([clear], .center).wide]).padding(left: 32, right: 32).wide,
      ], .center
    ).filling.fill(scrim).blocking
  }

  private static func card(_ task: AppTask, _ phone: Phone) -> View {
    let theme = phone.theme
    let app = Apps.named[task.package]
    let label = app?.package.label ?? task.package
    let package = task.package
    let open: PhoneAction = { $0.launch(package) }
    let close: PhoneAction = { phone in
      phone.system.tasks.removeAll { $0.package == package }
      if phone.system.tasks.isEmpty { phone.goHome() }
    }
    let row = View.row([
      .space(width: 16), View.appIcon(app?.icon ?? AppIcon("android", background: 0x3DDC84), size: 40),
      .space(width: 16),
      View.text(label, 18, theme.text).weighted(),
      View.stack([.icon("close", theme.secondary)], .center).square(48).label(
        "Dismiss \(label)", "android.widget.ImageButton"
      )
      .tap(close), .space(width: 8),
    ]).size(width: .fill, height: .fixed(112)).fill(theme.background, corner: 24).label(
      label, "android.widget.FrameLayout"
    )
    .id("\(Launcher.ids)snapshot").tap(open).swipe { phone, direction in
      if direction == .up || direction == .left || direction == .right { close(&phone) }
    }
    return View.stack([row]).padding(left: 0, top: 8, right: 0, bottom: 8).wide
  }
}
