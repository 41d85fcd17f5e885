import Imaging

/// The volume, while it is being changed.
enum VolumePanel {
  static func view(_ phone: Phone) -> View {
    let theme = phone.theme
    let share = Double(phone.number("volume_music", .system)) / 15
    func step(_ icon: String, _ label: String, _ by: Int) -> View {
      View.stack([.icon(icon, theme.text)], .center).square(48).label(label, "android.widget.ImageButton").tap {
        $0.changeVolume(by: by)
      }
    }
    let bar = View.canvas(width: .fixed(40), height: .fill) { drawing, frame, dp in
      let (x, y) = (Double(frame.x), Double(frame.y))
      let (width, height) = (Double(frame.width), Double(frame.height))
      drawing.fill(x: x, y: y, width: width, height: height, corner: width / 2, color: theme.tileOn.faded(0.35))
      let filled = max(width, height * share)
      drawing.fill(x: x, y: y + height - filled, width: width, height: filled, corner: width / 2, color: theme.accent)
    }
    return View.stack([
      View.column([
        step("add", "Volume up", 1), View.stack([bar], .center).wide.weighted().label("Media volume"),
        step("remove", "Volume down", -1),
      ]).aligned(.top).size(width: .fixed(60), height: .fill).padding(6).fill(theme.surface, corner: 30).id(
        "com.android.systemui:id/volume_dialog"
      ).blocking
    ]).padding(left: 4).filling
  }
}
