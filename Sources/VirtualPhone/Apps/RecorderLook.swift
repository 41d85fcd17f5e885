import Imaging
internal import Randomness

/// The recorder's colours and parts: white on blue grey, in both themes.
struct RecorderLook {
  let phone: Phone

  var page: Color { phone.isDark ? Color(hex: 0x1F2A30) : Color(hex: 0x607D8B) }
  var panel: Color { phone.isDark ? Color(hex: 0x2B3940) : Color(hex: 0x546E7A) }
  var text: Color { .white }
  var faint: Color { .white.faded(0.75) }
  var red: Color { Color(hex: 0xFF5252) }

  func button(
    _ icon: String, _ label: String, _ id: String, size: Double = 36, _ action: @escaping PhoneAction
  ) -> View {
    View.stack([.icon(icon, text, size: size)], .center).square(56).label(label, "android.widget.ImageButton")
      .id(id.isEmpty ? "" : "\(RecorderApp.name):id/\(id)").tap(action)
  }

  func bar(_ title: String, _ summary: String? = nil, buttons: [View] = []) -> View {
    var texts = [View.text(title, 20, text, weight: 500, lines: 1, id: "\(RecorderApp.name):id/txt_title")]
    if let summary { texts.append(View.text(summary, 14, faint, id: "\(RecorderApp.name):id/txt_sub_title")) }
    return View.row(
      [button("arrow_back", "", "btn_back", size: 24) { $0.goBack() }, .space(width: 8), View.column(texts).weighted()]
        + buttons
    ).size(width: .fill, height: .fixed(Phone.statusBarHeight + 60)).padding(
      left: 4, top: Phone.statusBarHeight, right: 4)
  }

  /// A choice of a few, each a rounded button.
  func choice(
    _ title: String, _ options: [String], selected: Int, _ choose: @escaping @Sendable (inout Phone, Int) -> Void
  )
    -> View
  {
    View.column([
      View.text(title, 16, text, weight: 500), .space(height: 8),
      View.row(
        options.enumerated().flatMap { index, option in
          [
            View.stack([View.text(option, 14, index == selected ? Color(hex: 0x37474F) : text, weight: 500)], .center)
              .padding(18, 0).size(height: .fixed(40)).fill(index == selected ? .white : panel, corner: 20)
              .label(option, "android.widget.RadioButton").checked(index == selected).selected(index == selected)
              .tap { choose(&$0, index) },
            .space(width: 8),
          ]
        }),
    ]).padding(20, 12).wide
  }

  /// A sound as bars, up to a share of the width.
  func waves(seed: Int, share: Double) -> View {
    .canvas(width: .fill, height: .fixed(phone.heightDP < 560 ? 24 : 200)) { drawing, frame, dp in
      var random = SplitMix64(seed: UInt64(truncatingIfNeeded: seed))
      let step = 4 * dp
      let middle = Double(frame.y) + Double(frame.height) / 2
      let count = Int(Double(frame.width) / step)
      for index in 0..<count {
        let isHeard = Double(index) < Double(count) * share
        let height = isHeard ? Double(8 + random.below(88)) / 100 * Double(frame.height) : 2 * dp
        drawing.fill(
          x: Double(frame.x) + Double(index) * step, y: middle - height / 2, width: 2 * dp, height: height,
          corner: dp, color: .white.faded(isHeard ? 0.9 : 0.35))
      }
    }
  }

  /// For example `01:05`.
  static func clock(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1000
    let rest = "\(CivilTime.two(seconds / 60 % 60)):\(CivilTime.two(seconds % 60))"
    return seconds >= 3600 ? "\(CivilTime.two(seconds / 3600)):\(rest)" : rest
  }

  /// A format as it is written: `M4a`.
  static func title(_ format: String) -> String { format.prefix(1).uppercased() + format.dropFirst() }

  static func megabytes(_ size: Int) -> String {
    let hundredths = size * 100 / (1 << 20)
    return "\(hundredths / 100).\(CivilTime.two(hundredths % 100)) Mb"
  }
}
