extension Phone {
  /// The screen's windows as a tree of what apps show and what can be done.
  func describedScreen() -> HierarchyNode {
    var root = HierarchyNode()
    root.className = "hierarchy"
    root.bounds = (0, 0, screen.width, screen.height)
    var windows = windows()
    if let last = windows.lastIndex(where: \.isModal) { windows.removeFirst(last) }
    for window in windows {
      let node = placed(window)
      var described = HierarchyNode()
      described.className = "android.widget.FrameLayout"
      described.package = window.package
      let frame = window.frame.intersection(screen)
      described.bounds = (frame.x, frame.y, frame.right, frame.bottom)
      described.children = describe(node, window)
      if !described.children.isEmpty { root.children.append(described) }
    }
    return root
  }

  private func describe(_ node: Node, _ window: Window) -> [HierarchyNode] {
    let children = node.children.flatMap { describe($0, window) }
    let view = node.view
    let frame = node.visible.intersection(screen)
    guard !frame.isEmpty else { return children }
    var described = HierarchyNode()
    described.package = window.package
    described.bounds = (frame.x, frame.y, frame.right, frame.bottom)
    described.resourceID = view.id
    described.contentDescription = view.label
    described.isEnabled = view.isEnabled
    described.isSelected = view.isSelected
    described.isClickable = view.onTap != nil
    described.isLongClickable = view.onLongPress != nil
    described.isCheckable = view.isCheckable
    described.isChecked = view.isChecked
    described.isFocusable = view.onTap != nil
    var standard = "android.widget.FrameLayout"
    var isListed =
      view.isListed || !view.id.isEmpty || !view.label.isEmpty || view.onTap != nil || view.onLongPress != nil
    switch view.content {
    case .text(let text):
      described.text = text.string
      // Padding around a text that only reads is its parent's in Android.
      if view.onTap == nil, view.fillColor == nil {
        let inner = Rect(
          x: node.frame.x + pixels(view.insets.left), y: node.frame.y + pixels(view.insets.top),
          width: node.frame.width - pixels(view.insets.left) - pixels(view.insets.right),
          height: node.frame.height - pixels(view.insets.top) - pixels(view.insets.bottom)
        ).intersection(frame)
        if inner.isEmpty { return children }
        described.bounds = (inner.x, inner.y, inner.right, inner.bottom)
      }
      standard = "android.widget.TextView"
      isListed = isListed || !text.string.isEmpty
    case .icon: standard = "android.widget.ImageView"
    case .canvas: standard = "android.view.View"
    case .toggle(let isOn):
      standard = "android.widget.Switch"
      (described.isCheckable, described.isChecked, isListed) = (true, isOn, true)
    case .checkbox(let isOn):
      standard = "android.widget.CheckBox"
      (described.isCheckable, described.isChecked, isListed) = (true, isOn, true)
    case .radio(let isOn):
      standard = "android.widget.RadioButton"
      (described.isCheckable, described.isChecked, isListed) = (true, isOn, true)
    case .slider(let value, _):
      standard = "android.widget.SeekBar"
      // TalkBack's text for how far a slider is.
      described.text = "\(Int((value * 100).rounded()))%"
      (described.isFocusable, isListed) = (true, true)
    case .scroll:
      standard = "android.widget.ScrollView"
      described.isScrollable = node.scrollRange > 0
      described.isFocusable = node.scrollRange > 0
      isListed = true
    case .field(let field):
      standard = "android.widget.EditText"
      let text = activity.text(field.key)
      described.text = field.isPassword ? String(repeating: "•", count: text.count) : text
      described.hint = field.hint
      described.isPassword = field.isPassword
      described.isFocused = activity.focus == field.key
      (described.isClickable, described.isLongClickable, described.isFocusable, isListed) = (true, true, true, true)
    case .stack, .column: break
    case .row: standard = "android.widget.LinearLayout"
    }
    guard isListed else { return children }
    described.className = view.className ?? standard
    described.children = children
    return [described]
  }
}
