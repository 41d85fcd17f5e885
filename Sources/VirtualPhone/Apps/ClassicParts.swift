import Imaging

/// Parts in the way of Material's second edition, which many apps still have: a coloured bar, a round button, fields on a
/// line, menus at the top right.
struct ClassicParts {
  let phone: Phone
  let package: String
  /// The bar's colour in the light theme.
  var primary: Color
  var accent: Color

  var isDark: Bool { phone.isDark }
  var page: Color { isDark ? Color(hex: 0x121212) : Color(hex: 0xFAFAFA) }
  var surface: Color { isDark ? Color(hex: 0x1E1E1E) : .white }
  var text: Color { isDark ? Color(hex: 0xE6E6E6) : Color(hex: 0x212121) }
  var secondary: Color { isDark ? Color(hex: 0xA6A6A6) : Color(hex: 0x757575) }
  var hint: Color { isDark ? Color(hex: 0x8A8A8A) : Color(hex: 0x9E9E9E) }
  var line: Color { isDark ? Color(hex: 0x3A3A3A) : Color(hex: 0xE0E0E0) }
  var bar: Color { isDark ? Color(hex: 0x232323) : primary }
  var onBar: Color { .white }

  /// A screen: bar, content, and a button that floats over it.
  func screen(_ bar: View, _ content: View, floating: View? = nil) -> View {
    var parts = [View.column([bar, content.weighted().wide]).filling]
    if let floating {
      parts.append(View.stack([floating]).padding(left: 0, top: 0, right: 16, bottom: 16).placed(.bottomRight))
    }
    return View.stack(parts).filling.fill(page)
  }

  /// The bar, with anything in its middle.
  func bar(_ leading: AppParts.Button?, middle: View, buttons: [AppParts.Button] = [], trailing: View? = nil) -> View {
    let parts: [View] =
      (leading.map { [button($0, onBar), .space(width: 16)] } ?? [.space(width: 12)]) + [middle.weighted()]
      + buttons.map { button($0, onBar) } + (trailing.map { [$0] } ?? [])
    return View.row(parts).size(width: .fill, height: .fixed(Phone.statusBarHeight + 56)).padding(
      left: 4, top: Phone.statusBarHeight, right: 4, bottom: 0
    ).fill(bar)
  }

  /// The bar with a title.
  func bar(
    _ title: String, leading: AppParts.Button? = nil, buttons: [AppParts.Button] = [], trailing: View? = nil
  ) -> View {
    bar(
      leading, middle: View.text(title, 20, onBar, weight: 500, lines: 1), buttons: buttons, trailing: trailing)
  }

  static let back = AppParts.Button("arrow_back", "Navigate up") { $0.goBack() }

  func button(_ button: AppParts.Button, _ color: Color) -> View {
    View.stack([.icon(button.icon, color)], .center).square(48).label(button.label, "android.widget.ImageButton")
      .tap(button.action)
  }

  /// A word to tap, in capitals.
  func word(_ title: String, _ color: Color, id: String = "", _ action: @escaping PhoneAction) -> View {
    View.text(title.uppercased(), 14, color, weight: 500, alignment: .center).size(height: .fixed(48)).padding(12, 0)
      .id(id, "android.widget.Button").tap(action)
  }

  func floating(
    _ icon: String, _ label: String, id: String, color: Color? = nil, _ action: @escaping PhoneAction
  ) -> View {
    View.stack([.icon(icon, .white)], .center).square(56).fill(color ?? accent, corner: 28)
      .label(label, "android.widget.ImageButton").id("\(package):id/\(id)").tap(action)
  }

  /// A text field on a line.
  func field(
    _ key: String, _ hint: String, id: String, size: Double = 16, isMultiline: Bool = false, isNumeric: Bool = false,
    submit: PhoneAction? = nil, change: PhoneAction? = nil
  ) -> View {
    var field = View.Field(key: key, hint: hint, size: size, color: text, hintColor: self.hint)
    field.isMultiline = isMultiline
    field.isNumeric = isNumeric
    field.onSubmit = submit
    field.onChange = change
    let box = View(.field(field)).padding(0, 10).wide.id("\(package):id/\(id)")
    let isFocused = phone.activity.focus == key
    return View.column([
      isMultiline ? box.atLeast(height: 44) : box.size(height: .fixed(44)),
      View(.stack).size(width: .fill, height: .fixed(isFocused ? 2 : 1)).fill(isFocused ? accent : secondary),
    ]).wide
  }

  /// A menu at the top right, as a dialog.
  func popup(_ items: [(title: String, action: PhoneAction)]) -> View {
    let card = View.column(
      items.map { item in
        View.row([View.text(item.title, 16, text, id: "\(package):id/title").weighted()]).padding(16, 0)
          .size(width: .fill, height: .fixed(48)).tap { phone in
            phone.activity.dialog = nil
            item.action(&phone)
          }
      }
    ).padding(0, 8).size(width: .fixed(204)).fill(isDark ? Color(hex: 0x2C2C2C) : .white, corner: 4).blocking
    return View.stack([card]).padding(left: 0, top: Phone.statusBarHeight + 4, right: 8).placed(.topRight)
  }

  func empty(_ text: String, id: String = "") -> View {
    View.stack([View.text(text, 20, self.text, alignment: .center, id: id)], .center).padding(32, 160).wide
  }

  /// A panel over the left of the screen, as a dialog.
  func drawer(head: View, _ items: [(icon: String, title: String, isOn: Bool, action: PhoneAction)]) -> View {
    let rows = items.map { item in
      View.row([
        .icon(item.icon, item.isOn ? accent : secondary), .space(width: 32),
        View.text(item.title, 14, item.isOn ? accent : text, weight: 500, id: "\(package):id/design_menu_item_text")
          .weighted(),
      ]).padding(16, 0).size(width: .fill, height: .fixed(48)).selected(item.isOn).tap { phone in
        phone.activity.dialog = nil
        item.action(&phone)
      }
    }
    return View.column([head] + [.space(height: 8)] + rows).size(width: .fixed(280), height: .fill).fill(surface)
      .id("\(package):id/nav_view").blocking.placed(.topLeft)
  }
}
