/// A view that has its place on the screen.
struct Node: Sendable {
  var view: View
  var frame: Rect
  /// What of it can be seen at most.
  var clip = Rect()
  var children: [Node] = []
  /// How far its content can scroll, in pixels.
  var scrollRange = 0

  var visible: Rect { frame.intersection(clip) }

  /// The same at its place on the screen, with all that is in it; frames in it were relative to their parents.
  func placed(x: Int, y: Int, clip outer: Rect) -> Node {
    var node = self
    node.frame.x += x
    node.frame.y += y
    node.clip = outer
    var inner = outer
    if case .scroll = view.content { inner = outer.intersection(node.frame) }
    for index in node.children.indices {
      var clip = inner
      // Under a header that has collapsed, the content ends where the header does.
      if index == 0, node.children.count > 1, case .scroll = view.content {
        let header = node.children[1].frame
        let top = node.frame.y + header.bottom
        clip = inner.intersection(Rect(x: inner.x, y: top, width: inner.width, height: max(0, inner.bottom - top)))
      }
      node.children[index] = node.children[index].placed(x: node.frame.x, y: node.frame.y, clip: clip)
    }
    return node
  }

  /// The path of nodes that contain a place, from the outermost to the one that was drawn last; empty where nothing takes
  /// touches.
  func path(to x: Int, _ y: Int) -> [Node]? {
    guard visible.contains(x, y) else { return nil }
    for child in children.reversed() {
      if let path = child.path(to: x, y) { return [self] + path }
    }
    return takesTouches ? [self] : nil
  }

  private var takesTouches: Bool {
    if view.onTap != nil || view.onLongPress != nil || view.onSlide != nil || view.onSwipe != nil {
      return true
    }
    if view.onDrag != nil || view.isBlocking { return true }
    switch view.content {
    case .scroll, .field: return true
    default: return false
    }
  }

  /// All nodes, this one first.
  func forEach(_ body: (Node) -> Void) {
    body(self)
    for child in children { child.forEach(body) }
  }

  func first(where found: (Node) -> Bool) -> Node? {
    if found(self) { return self }
    for child in children {
      if let node = child.first(where: found) { return node }
    }
    return nil
  }
}
