import Imaging

/// The three pages with JavaScript that the browser knows, in the layout that their HTML gives them in a real browser:
/// lengths are CSS pixels, which are density-independent ones.
///
/// What a person did on the page is in the activity's values whose names begin with `page.`.
struct WebWidget {
  let name: String
  let seed: String
  let activity: Activity

  func view() -> View? {
    switch name {
    case "maze": MazePage(seed: seed, activity: activity).view()
    case "draw": DrawPage(seed: seed, activity: activity).view()
    case "multiply": MultiplyPage(seed: seed, activity: activity).view()
    default: nil
    }
  }

  // MARK: - Parts

  /// A view at a place of the page.
  static func at(_ x: Double, _ y: Double, _ view: View) -> View { View.stack([view]).padding(left: x, top: y) }

  static func text(
    _ string: String, _ size: Double, _ color: Color = .black, weight: Int = 400, alignment: TextStyle.Alignment = .left
  ) -> View {
    // A page has its own size, whatever the system's font size is.
    View(
      .text(View.Text(string: string, size: size, color: color, weight: weight, alignment: alignment, isFixed: true)))
  }

  static func button(_ title: String, width: Double, height: Double, _ action: @escaping PhoneAction) -> View {
    View.stack([text(title, 18)], .center).size(width: .fixed(width), height: .fixed(height))
      .fill(Color(hex: 0xE0E0E0), corner: 4).outline(Color(hex: 0x757575), corner: 4)
      .label(title, "android.widget.Button").tap(action)
  }

  static func success() -> View { text("Success!", 32, weight: 700) }

  /// The page: white, as large as there is room.
  static func page(_ parts: [View], height: Double) -> View {
    View.stack(parts).size(width: .fill, height: .fixed(height)).fill(.white)
  }
}
