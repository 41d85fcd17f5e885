extension Phone {
  /// The topmost window at a place that takes touches there, with the path to what is touched.
  func target(_ x: Int, _ y: Int) -> (window: Window, path: [Node])? {
    for window in windows().reversed() {
      if window.frame.contains(x, y), let path = placed(window).path(to: x, y) { return (window, path) }
      if window.isModal { return nil }
    }
    return nil
  }

  mutating func tap(_ x: Int, _ y: Int) {
    guard let (window, path) = target(x, y) else { return }
    for node in path.reversed() {
      if let action = node.view.onTap {
        if node.view.isEnabled { action(&self) }
        return
      }
      if case .field(let field) = node.view.content {
        placeCursor(in: field, node, x, y)
        return
      }
      if let action = node.view.onDrag {
        let place = place(in: node, x, y)
        action(&self, place, place)
        return
      }
      if let action = node.view.onSlide {
        if node.view.isEnabled { action(&self, share(of: node, x)) }
        return
      }
      if node.view.isBlocking { return }
    }
    _ = window
  }

  mutating func longPress(_ x: Int, _ y: Int) {
    guard let (_, path) = target(x, y) else { return }
    for node in path.reversed() {
      if let action = node.view.onLongPress {
        if node.view.isEnabled { action(&self) }
        return
      }
      if case .field(let field) = node.view.content {
        placeCursor(in: field, node, x, y)
        if let text = activity.fields[field.key], !field.isPassword {
          activity.fields[field.key]?.selectWord(at: text.cursor)
        }
        return
      }
      // Android runs the tap too, when nothing takes the long press.
      if let action = node.view.onTap {
        if node.view.isEnabled { action(&self) }
        return
      }
      if node.view.onSlide != nil || node.view.isBlocking { return }
    }
  }

  mutating func swipe(
    from: (x: Int, y: Int), to: (x: Int, y: Int), milliseconds: Int, flings: Bool
  ) {
    // Beyond the screen no finger goes.
    let from = (x: max(0, min(from.x, screen.width - 1)), y: max(0, min(from.y, screen.height - 1)))
    let to = (x: max(0, min(to.x, screen.width - 1)), y: max(0, min(to.y, screen.height - 1)))
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let slop = pixels(8)
    guard abs(dx) > slop || abs(dy) > slop else {
      milliseconds >= 500 ? longPress(from.x, from.y) : tap(from.x, from.y)
      return
    }
    if system.isScreenOn, navigates(from, dx, dy, milliseconds) { return }
    guard let (window, path) = target(from.x, from.y) else { return }
    let direction: View.Direction =
      abs(dy) > abs(dx) ? (dy > 0 ? .down : .up) : (dx > 0 ? .right : .left)
    for node in path.reversed() {
      if let action = node.view.onDrag {
        action(&self, place(in: node, from.x, from.y), place(in: node, to.x, to.y))
        return
      }
      if let action = node.view.onSlide, direction == .left || direction == .right || node.view.onSwipe == nil {
        if node.view.isEnabled { action(&self, share(of: node, to.x)) }
        return
      }
      if case .scroll(let scroll) = node.view.content, direction == .up || direction == .down, node.scrollRange > 0 {
        let moved = scrolled(node, scroll.key, by: -dy, milliseconds, flings: flings, in: window.id)
        if moved || node.view.onSwipe == nil && !path.contains(where: { $0.view.onSwipe != nil }) { return }
        continue
      }
      if let action = node.view.onSwipe {
        action(&self, direction)
        return
      }
    }
    if window.id == .shade, direction == .up { system.shade -= 1 }
  }

  /// The system's gestures from the edges.
  private mutating func navigates(_ from: (x: Int, y: Int), _ dx: Int, _ dy: Int, _ milliseconds: Int) -> Bool {
    if from.y < pixels(Self.statusBarHeight), dy > abs(dx) {
      // Two fingers, or the right half of newer ones, open all of it; a second swipe does so too.
      system.shade = min(2, system.shade + 1)
      system.isShowingRecents = false
      return true
    }
    guard !hasButtons else { return false }
    if from.y >= screen.height - pixels(navigationBarHeight), -dy > abs(dx) {
      if milliseconds >= 700 {
        showRecents()
      } else if isHomeInFront {
        system.launcher = Activity(system.launcher.package, "drawer")
      } else {
        goHome()
      }
      return true
    }
    let edge = pixels(16)
    if from.x < edge && dx > abs(dy) || from.x >= screen.width - edge && -dx > abs(dy) {
      goBack()
      return true
    }
    return false
  }

  private var isHomeInFront: Bool {
    !system.isAppInFront && system.launcher.screen == "home" && system.shade == 0 && !system.isShowingRecents
  }

  /// Scrolls a list by as many pixels as the finger went, and on by its fling; whether it moved.
  private mutating func scrolled(
    _ node: Node, _ key: String, by distance: Int, _ milliseconds: Int, flings: Bool, in window: Window.ID
  ) -> Bool {
    let old = Double(offset(key, in: window, most: node.scrollRange))
    // What the finger moves before Android sees a scroll is lost.
    let slop = pixels(8)
    var length = Double(abs(distance) - slop)
    if flings { length += Fling.distance(velocity: Double(abs(distance)) * 1000 / Double(max(50, milliseconds)), dp) }
    let new = max(0, min(old + (distance < 0 ? -length : length), Double(node.scrollRange)))
    setOffset(key, in: window, new)
    return new != old
  }

  func offset(_ key: String, in window: Window.ID, most: Int) -> Int {
    let activity = window == .shade || window == .headsUp ? system.shadeActivity : activity
    return max(0, min(Int((activity.scroll[key] ?? 0).rounded()), most))
  }

  private mutating func setOffset(_ key: String, in window: Window.ID, _ offset: Double) {
    if window == .shade { system.shadeActivity.scroll[key] = offset } else { activity.scroll[key] = offset }
  }

  private func place(in node: Node, _ x: Int, _ y: Int) -> View.Place {
    View.Place(x: Double(x - node.frame.x) / dp, y: Double(y - node.frame.y) / dp)
  }

  /// Where on a slider a place is, from 0 to 1.
  private func share(of node: Node, _ x: Int) -> Double {
    var margin = 0
    if case .slider(_, .plain) = node.view.content { margin = pixels(16) }
    return max(0, min(Double(x - node.frame.x - margin) / Double(max(1, node.frame.width - 2 * margin)), 1))
  }

  private mutating func placeCursor(in field: View.Field, _ node: Node, _ x: Int, _ y: Int) {
    guard node.view.isEnabled else { return }
    focus(field.key)
    guard let text = activity.fields[field.key]?.text else { return }
    let place = FieldPlace(field, node, text: text, dp: dp, fontScale: fontScale)
    activity.fields[field.key]?.move(to: place.offset(x, y))
    showFocus()
  }

  /// Scrolls what has the focus above the keyboard.
  mutating func showFocus() {
    guard let focus = activity.focus,
      let window = windows().last(where: { $0.id == .app || $0.id == .dialog || $0.id == .launcher })
    else { return }
    var found: (list: String, by: Int)?
    placed(window).forEach { node in
      guard case .scroll(let scroll) = node.view.content else { return }
      let field = node.first {
        if case .field(let field) = $0.view.content { return field.key == focus }
        return false
      }
      if let field, field.frame.bottom > node.clip.intersection(node.frame).bottom {
        found = (scroll.key, field.frame.bottom + pixels(8) - node.frame.intersection(node.clip).bottom)
      }
    }
    if let found { activity.scroll[found.list, default: 0] += Double(found.by) }
  }
}
