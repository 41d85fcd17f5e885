import Imaging

/// Where a field's text lies.
struct FieldPlace {
  let style: TextStyle
  let shown: String
  let left: Int
  let top: Int
  let width: Double?
  /// How far a single line is moved left, so that its cursor can be seen.
  let shift: Double

  init(_ field: View.Field, _ node: Node, text: String, cursor: Int? = nil, dp: Double, fontScale: Double) {
    style = TextStyle(size: field.size * dp * fontScale)
    shown = field.isPassword ? String(repeating: "•", count: text.count) : text
    let insets = node.view.insets
    left = node.frame.x + Int((insets.left * dp).rounded())
    let inner = node.frame.width - Int((insets.left * dp).rounded()) - Int((insets.right * dp).rounded())
    width = field.isMultiline ? Double(max(1, inner)) : nil
    let padding = Int((insets.top * dp).rounded())
    let free = node.frame.height - padding - Int((insets.bottom * dp).rounded())
    top =
      node.frame.y + padding + (field.isMultiline ? 0 : max(0, (free - LineMetrics(size: style.size).first) / 2))
    if field.isMultiline {
      shift = 0
    } else {
      shift = max(0, TextMeasure.size(shown, style).width - Double(inner) + 2)
    }
  }

  /// The offset in the text nearest to a place.
  func offset(_ x: Int, _ y: Int) -> Int {
    TextMeasure.offset(in: shown, style, width: width, x: Double(x - left) + shift, y: Double(y - top))
  }
}
