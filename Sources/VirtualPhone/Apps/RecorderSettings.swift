import Imaging

/// The recorder's welcome, its set-up, and its settings.
enum RecorderSettings {
  private static let formats = ["m4a", "wav", "3gp"]

  static func welcome(_ activity: Activity, _ look: RecorderLook) -> View {
    let texts = [
      "Welcome to the simple and fast application", "Beautiful design and good functionality",
      "Select best settings and start recording",
    ]
    let page = max(0, min(Int(activity.values["page"] ?? "") ?? 0, texts.count - 1))
    let dots = View.row(
      texts.indices.flatMap { index in
        [View(.stack).square(8).fill(.white.faded(index == page ? 1 : 0.4), corner: 4), .space(width: 8)]
      })
    return View.column([
      .space(height: Phone.statusBarHeight + 64),
      View.text("Audio Recorder", 32, look.text, weight: 700, alignment: .center).wide,
      View.stack([.icon(["mic", "palette", "settings"][page], look.text, size: 160)], .center).weighted().wide.swipe {
        phone, direction in
        let other = page + (direction == .left ? 1 : direction == .right ? -1 : 0)
        phone.activity.values["page"] = String(max(0, min(other, texts.count - 1)))
      },
      View.text(texts[page], 20, look.text, alignment: .center).padding(32, 16).wide, dots, .space(height: 24),
      wide("Get started", "btn_action", look) { $0.activity.values["setup"] = "1" }, .space(height: 32),
    ]).aligned(.top).filling.fill(look.page)
  }

  private static func wide(_ title: String, _ id: String, _ look: RecorderLook, _ action: @escaping PhoneAction) -> View
  {
    View.stack([
      View.stack([View.text(title, 16, Color(hex: 0x37474F), weight: 500)], .center)
        .size(width: .fill, height: .fixed(48)).fill(.white, corner: 24)
        .label(title, "android.widget.Button").id("\(RecorderApp.name):id/\(id)").tap(action)
    ]).padding(24, 4).wide
  }

  static func setup(_ look: RecorderLook) -> View {
    View.column([
      look.bar("Setup"),
      View.scroll(
        "setup",
        View.column([
          format(look),
          View.text(
            "M4a format is encoded with AAC audio codec has good quality and small size. (recommended)", 14, look.faint
          ).padding(20, 12).wide,
        ]).wide
      ).weighted(),
      wide("Reset", "btn_reset", look) { phone in
        phone.data.recorder.format = "m4a"
        phone.showToast("Default settings")
      },
      wide("Apply", "btn_apply", look) { phone in
        phone.data.recorder.isSetUp = true
        phone.activity.values = [:]
      }, .space(height: 16),
    ]).filling.fill(look.page)
  }

  private static func format(_ look: RecorderLook) -> View {
    look.choice(
      "Recording format:", formats.map(RecorderLook.title),
      selected: formats.firstIndex(of: look.phone.data.recorder.format) ?? 0
    ) { phone, index in phone.data.recorder.format = formats[index] }
  }

  static func view(_ look: RecorderLook) -> View {
    let phone = look.phone
    let records = phone.recordings()
    let total = records.reduce(0) { $0 + $1.milliseconds }
    func row(_ title: String, _ trailing: View) -> View {
      View.row([View.text(title, 16, look.text).weighted(), trailing]).padding(20, 0)
        .size(width: .fill, height: .fixed(64))
    }
    return View.column([
      look.bar("Settings"),
      View.scroll(
        "settings",
        View.column([
          format(look),
          row(
            "Show rename dialog after recording is completed",
            View(.toggle(isOn: phone.data.recorder.asksForName)).id("\(RecorderApp.name):id/swAskToRename").tap {
              $0.data.recorder.asksForName.toggle()
            }),
          row("Trash", .icon("chevron_right", look.text)).id("\(RecorderApp.name):id/btnTrash").tap {
            $0.open("trash")
          },
          View.text("Total records count: \(records.count)", 14, look.faint).padding(20, 8).wide,
          View.text("Total recorded duration: \(RecorderLook.clock(total))", 14, look.faint).padding(20, 8).wide,
        ]).wide
      ).weighted(),
    ]).filling.fill(look.page)
  }
}
