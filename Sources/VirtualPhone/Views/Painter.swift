import Imaging

/// Draws placed views.
struct Painter {
  let phone: Phone
  let drawing: Drawing
  let theme: Theme

  private var dp: Double { phone.dp }

  func paint(_ node: Node) {
    let visible = node.visible
    guard !visible.isEmpty else { return }
    let view = node.view
    if view.opacity < 1 {
      drawing.faded(view.opacity) { paintSolid(node) }
    } else {
      paintSolid(node)
    }
  }

  private func paintSolid(_ node: Node) {
    let isCut = node.visible != node.frame
    if isCut, paintsItself(node) {
      clip(node.visible) { paintOwn(node) }
    } else {
      paintOwn(node)
    }
    for child in node.children { paint(child) }
  }

  private func paintsItself(_ node: Node) -> Bool {
    if node.view.fillColor != nil || node.view.outlineColor != nil { return true }
    switch node.view.content {
    case .stack, .row, .column, .scroll: return false
    default: return true
    }
  }

  private func clip(_ rect: Rect, _ body: () -> Void) {
    drawing.clipped(
      x: Double(rect.x), y: Double(rect.y), width: Double(rect.width), height: Double(rect.height), body)
  }

  private func paintOwn(_ node: Node) {
    let view = node.view
    let frame = node.frame
    let (x, y) = (Double(frame.x), Double(frame.y))
    let (width, height) = (Double(frame.width), Double(frame.height))
    if let color = view.fillColor {
      drawing.fill(x: x, y: y, width: width, height: height, corner: view.corner * dp, color: color)
    }
    if let color = view.outlineColor {
      drawing.outline(x: x, y: y, width: width, height: height, corner: view.corner * dp, lineWidth: dp, color: color)
    }
    let left = view.insets.left * dp
    let top = view.insets.top * dp
    let inner = (width: width - left - view.insets.right * dp, height: height - top - view.insets.bottom * dp)
    switch view.content {
    case .text(let text): paint(text, node, (x + left, y + top), inner)
    case .icon(let name, let color):
      let size = min(inner.width, inner.height)
      drawing.icon(
        name, x: x + left + (inner.width - size) / 2, y: y + top + (inner.height - size) / 2, size: size,
        color: view.isEnabled ? color : color.faded(0.4))
    case .toggle(let isOn): paintToggle(isOn, isEnabled: view.isEnabled, x, y + height / 2, width)
    case .checkbox(let isOn):
      let size = 24 * dp
      drawing.icon(
        isOn ? "check_box" : "check_box_outline_blank", x: x + (width - size) / 2, y: y + (height - size) / 2,
        size: size,
        color: isOn ? theme.accent : theme.secondary)
    case .radio(let isOn):
      let size = 24 * dp
      drawing.icon(
        isOn ? "radio_button_checked" : "radio_button_unchecked", x: x + (width - size) / 2,
        y: y + (height - size) / 2, size: size, color: isOn ? theme.accent : theme.secondary)
    case .slider(let value, let look): paintSlider(value, look, x, y, width, height)
    case .field(let field): paint(field, node)
    case .canvas(let draw): draw(drawing, frame, dp)
    case .stack, .column, .row, .scroll: break
    }
  }

  private func paint(
    _ text: View.Text, _ node: Node, _ corner: (x: Double, y: Double), _ inner: (width: Double, height: Double)
  ) {
    let size = text.size * dp * (text.isFixed ? 1 : phone.fontScale)
    let style = TextStyle(size: size, weight: text.weight, alignment: text.alignment, maximumLines: text.lines)
    let metrics = LineMetrics(size: size)
    var baseline = corner.y + Double(metrics.baseline)
    // A box that is higher than its text has it in the middle.
    if node.view.height != .wrap {
      let lines = TextMeasure.size(text.string, style, width: max(1, inner.width)).lines
      baseline += max(0, (inner.height - Double(metrics.height(lines: lines))) / 2)
    }
    drawing.text(
      text.string, x: corner.x, baseline: baseline, width: max(1, inner.width), style: style,
      color: node.view.isEnabled ? text.color : text.color.faded(0.4))
  }

  private func paint(_ field: View.Field, _ node: Node) {
    let state = phone.activity.fields[field.key] ?? FieldText()
    let place = FieldPlace(field, node, text: state.text, dp: dp, fontScale: phone.fontScale)
    let baseline = Double(place.top + LineMetrics(size: place.style.size).baseline)
    let isFocused = phone.activity.focus == field.key
    let inner = Rect(
      x: place.left, y: node.frame.y,
      width: node.frame.right - Int((node.view.insets.right * dp).rounded()) - place.left, height: node.frame.height)
    clip(inner.intersection(node.visible)) {
      if state.text.isEmpty, !field.hint.isEmpty {
        drawing.text(
          field.hint, x: Double(place.left), baseline: baseline, width: Double(max(1, inner.width)),
          style: TextStyle(size: place.style.size, maximumLines: 1), color: field.hintColor)
      }
      var marks: Drawing.TextMarks?
      if isFocused {
        marks = Drawing.TextMarks(
          cursor: state.selection == nil ? (field.isPassword ? place.shown.utf8.count : state.cursor) : nil,
          selection: field.isPassword ? nil : state.selection, cursorColor: theme.accent,
          selectionColor: theme.accent.faded(0.3))
      }
      drawing.text(
        place.shown, x: Double(place.left) - place.shift, baseline: baseline, width: place.width, style: place.style,
        color: field.color, marks: marks)
    }
    guard isFocused, let selection = state.selection, !field.isPassword else { return }
    // The handles hang below the text, over what is there.
    clip(node.clip) {
      drawing.selectionHandles(
        selection, in: place.shown, x: Double(place.left) - place.shift, baseline: baseline, width: place.width,
        style: place.style, radius: 10 * dp, color: theme.accent)
    }
  }

  private func paintToggle(_ isOn: Bool, isEnabled: Bool, _ x: Double, _ middle: Double, _ width: Double) {
    let track = (height: 27.8 * dp, radius: 10.1 * dp)
    let fade = isEnabled ? 1.0 : 0.4
    drawing.fill(
      x: x, y: middle - track.height / 2, width: width, height: track.height, corner: track.height / 2,
      color: (isOn ? theme.trackOn : theme.trackOff).faded(fade))
    drawing.circle(
      x: isOn ? x + width - track.height / 2 : x + track.height / 2, y: middle, radius: track.radius,
      color: isOn ? theme.thumbOn : theme.thumbOff)
  }

  private func paintSlider(
    _ value: Double, _ look: View.SliderLook, _ x: Double, _ y: Double, _ width: Double, _ height: Double
  ) {
    let value = max(0, min(value, 1))
    switch look {
    case .plain:
      let margin = 16 * dp
      let length = max(0, width - 2 * margin)
      let middle = y + height / 2
      drawing.fill(
        x: x + margin, y: middle - 2 * dp, width: length, height: 4 * dp, corner: 2 * dp,
        color: theme.accent.faded(0.25))
      drawing.fill(
        x: x + margin, y: middle - 2 * dp, width: length * value, height: 4 * dp, corner: 2 * dp, color: theme.accent)
      drawing.circle(x: x + margin + length * value, y: middle, radius: 8 * dp, color: theme.accent)
    case .brightness:
      drawing.fill(
        x: x, y: y, width: width, height: height, corner: height / 2,
        color: theme.isDark ? Color(hex: 0x3A4145) : Color(hex: 0x191C1E))
      let filled = height + (width - height) * value
      drawing.fill(x: x, y: y, width: filled, height: height, corner: height / 2, color: Color(hex: 0xC1E8FF))
      let size = 20 * dp
      drawing.icon(
        "brightness_5", x: x + filled - height / 2 - size / 2, y: y + height / 2 - size / 2, size: size,
        color: Color(hex: 0x001E2D))
    }
  }
}
