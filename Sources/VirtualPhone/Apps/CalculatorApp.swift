import Imaging

/// A calculator.
struct CalculatorApp: App {
  var package: PhonePackage {
    PhonePackage(
      name: "com.google.android.calculator", label: "Calculator",
      launcherActivity: "com.google.android.calculator/com.android.calculator2.Calculator", isSystem: true)
  }
  var icon: AppIcon { AppIcon("calculate", background: 0x455A64) }

  private static let keys: [[(face: String, name: String)]] = [
    [("AC", "clear"), ("( )", "parentheses"), ("%", "percent"), ("÷", "divide")],
    [("7", "7"), ("8", "8"), ("9", "9"), ("×", "multiply")], [("4", "4"), ("5", "5"), ("6", "6"), ("−", "minus")],
    [("1", "1"), ("2", "2"), ("3", "3"), ("+", "plus")],
    [("0", "0"), (".", "point"), ("⌫", "delete"), ("=", "equals")],
  ]

  func view(_ activity: Activity, _ phone: Phone) -> View {
    let theme = phone.theme
    let formula = activity.values["formula"] ?? ""
    let result = Formula.value(formula).map(Formula.text) ?? ""
    let shown = formula.contains { "+−×÷%(".contains($0) } ? result : ""
    // On low screens the keys are smaller; two lines of a formula and its result keep their room.
    let display = (48 * 1.33 + 32 * 1.33) * phone.fontScale + Phone.statusBarHeight + 110
    let pitch = max(44, min(90, (phone.heightDP - display) / 5))
    let side = min(pitch - 8, pitch * 78 / 90)
    let keys = Self.keys.map { row in
      View.row(
        row.map { key in
          let isOperator = "÷×−+".contains(key.face)
          let isEquals = key.face == "="
          let color =
            isEquals
            ? theme.accent : (isOperator || Int(key.face) == nil && key.face != "." ? theme.tileOn : theme.raised)
          let ink = isEquals ? theme.onAccent : (color == theme.tileOn ? theme.tileOnText : theme.text)
          let face: View = key.face == "⌫" ? .icon("backspace", ink) : View.text(key.face, min(28, side * 0.4), ink)
          return View.stack(
            [
              View.stack([face], .center).square(side).fill(color, corner: side / 2).label(
                key.name, "android.widget.ImageButton"
              ).tap {
                Self.press(key.face, &$0)
              }
            ], .center
          ).size(height: .fixed(pitch)).weighted()
        }
      ).padding(12, 0).wide
    }
    return View.column(
      [
        .spring,
        View.text(formula, 48, theme.text, lines: 2, alignment: .right, id: "\(package.name):id/formula").wide.padding(
          24, 8),
        View.text(shown, 32, theme.secondary, lines: 1, alignment: .right, id: "\(package.name):id/result_preview").wide
          .padding(24, 8), .space(height: 16),
      ] + keys + [.space(height: 12)]
    ).filling.fill(AppParts(phone: phone, package: package.name).page)
  }

  private static func press(_ face: String, _ phone: inout Phone) {
    var formula = phone.value("formula")
    switch face {
    case "AC": formula = ""
    case "⌫": formula = String(formula.dropLast())
    case "=":
      if let value = Formula.value(formula) {
        formula = Formula.text(value)
      } else if !formula.isEmpty {
        phone.showToast("Format error")
      }
    case "( )":
      let open = formula.filter { $0 == "(" }.count - formula.filter { $0 == ")" }.count
      formula += open > 0 && (formula.last.map { $0.isNumber || $0 == ")" || $0 == "%" } ?? false) ? ")" : "("
    default: if formula.count < 60 { formula += face }
    }
    phone.activity.values["formula"] = formula
  }
}
