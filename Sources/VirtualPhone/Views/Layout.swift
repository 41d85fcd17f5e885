import Imaging

/// Measures and places views. Frames are relative to their parents until `Node.placed`.
struct Layout {
  /// Pixels of a density-independent pixel.
  let dp: Double
  let fontScale: Double
  /// What is known of the screen's texts and scroll offsets.
  let activity: Activity

  /// More than any content is long.
  static let unlimited = 1_000_000

  func pixels(_ length: Double) -> Int { Int((length * dp).rounded()) }

  func root(_ view: View, in bounds: Rect) -> Node {
    node(view, bounds.width, bounds.height).placed(x: bounds.x, y: bounds.y, clip: bounds)
  }

  func node(_ view: View, _ widest: Int, _ highest: Int) -> Node {
    let left = pixels(view.insets.left)
    let top = pixels(view.insets.top)
    let across = left + pixels(view.insets.right)
    let down = top + pixels(view.insets.bottom)
    let width = exact(view.width, widest)
    let height = exact(view.height, highest)
    let room = (width: max(0, (width ?? widest) - across), height: max(0, (height ?? highest) - down))
    var node = Node(view: view, frame: Rect())
    var content = (width: 0, height: 0)
    switch view.content {
    case .text(let text): content = size(of: text, room.width)
    case .field(let field): content = size(of: field, room.width)
    case .icon, .canvas: break
    case .toggle: content = (pixels(52 + 3.62), pixels(48))
    case .checkbox, .radio: content = (pixels(32), pixels(48))
    case .slider(_, let look): content = (room.width, look == .brightness ? pixels(48) : pixels(40))
    case .stack: content = stack(&node, room, fixed: (width != nil, height != nil))
    case .column: content = column(&node, room, fixed: (width != nil, height != nil))
    case .row: content = row(&node, room, fixed: (width != nil, height != nil))
    case .scroll(let scroll): content = self.scroll(&node, scroll, room)
    }
    node.frame.width = width ?? min(widest, content.width + across)
    node.frame.height = height ?? max(pixels(view.minimumHeight), content.height + down)
    if view.minimumHeight > 0, height == nil, content.height + down < node.frame.height {
      align(&node, room.width, node.frame.height - down, content)
    }
    if left != 0 || top != 0 {
      for index in node.children.indices {
        node.children[index].frame.x += left
        node.children[index].frame.y += top
      }
    }
    return node
  }

  private func exact(_ length: View.Length, _ most: Int) -> Int? {
    switch length {
    case .wrap: nil
    case .fill: most >= Self.unlimited ? nil : most
    case .fixed(let length): pixels(length)
    }
  }

  // MARK: - Text

  func style(_ text: View.Text) -> TextStyle {
    TextStyle(
      size: text.size * dp * (text.isFixed ? 1 : fontScale), weight: text.weight, alignment: text.alignment,
      maximumLines: text.lines)
  }

  private func size(of text: View.Text, _ widest: Int) -> (width: Int, height: Int) {
    let style = style(text)
    let single = TextMeasure.size(text.string, style)
    let metrics = LineMetrics(size: style.size)
    if single.lines == 1, single.width <= Double(widest) { return (Int(single.width.rounded(.up)), metrics.first) }
    let size = TextMeasure.size(text.string, style, width: Double(max(1, widest)))
    // As a text view does, it takes the room that it would need without breaks, or all that there is.
    return (min(widest, Int(single.width.rounded(.up))), metrics.height(lines: size.lines))
  }

  private func size(of field: View.Field, _ widest: Int) -> (width: Int, height: Int) {
    let style = TextStyle(size: field.size * dp * fontScale)
    let metrics = LineMetrics(size: style.size)
    guard field.isMultiline, let text = activity.fields[field.key]?.text, !text.isEmpty else {
      return (widest, metrics.first)
    }
    return (widest, metrics.height(lines: TextMeasure.size(text, style, width: Double(max(1, widest))).lines))
  }

  // MARK: - Groups

  private typealias Fixed = (width: Bool, height: Bool)
  private typealias Room = (width: Int, height: Int)

  private func stack(_ node: inout Node, _ room: Room, fixed: Fixed) -> Room {
    var size = (width: fixed.width ? room.width : 0, height: fixed.height ? room.height : 0)
    for child in node.view.children {
      let placed = self.node(child, room.width, room.height)
      size.width = max(size.width, placed.frame.width)
      size.height = max(size.height, placed.frame.height)
      node.children.append(placed)
    }
    for index in node.children.indices {
      let child = node.children[index]
      let alignment = child.view.ownAlignment ?? node.view.alignment
      node.children[index].frame.x = offset(alignment.x, size.width - child.frame.width)
      node.children[index].frame.y = offset(alignment.y, size.height - child.frame.height)
    }
    return size
  }

  private func column(_ node: inout Node, _ room: Room, fixed: Fixed) -> Room {
    let views = node.view.children
    var placed = [Node?](repeating: nil, count: views.count)
    var used = 0
    var shares = 0.0
    let bounded = room.height < Self.unlimited
    for (index, child) in views.enumerated() {
      let share = child.weight > 0 ? child.weight : (child.height == .fill ? 1 : 0)
      if share > 0, bounded {
        shares += share
        continue
      }
      let part = self.node(child, room.width, bounded ? max(0, room.height - used) : room.height)
      used += part.frame.height
      placed[index] = part
    }
    var free = max(0, room.height - used)
    for (index, child) in views.enumerated() where placed[index] == nil {
      let share = child.weight > 0 ? child.weight : 1
      var sized = child
      let height = Int((Double(free) * share / shares).rounded())
      sized.height = .fill
      var part = self.node(sized, room.width, height)
      part.view = child
      shares -= share
      free -= height
      placed[index] = part
    }
    var size = (width: fixed.width ? room.width : 0, height: 0)
    for case let part? in placed {
      size.width = max(size.width, part.frame.width)
      size.height += part.frame.height
      node.children.append(part)
    }
    align(&node, size.width, max(size.height, fixed.height ? room.height : 0), size)
    return size
  }

  private func row(_ node: inout Node, _ room: Room, fixed: Fixed) -> Room {
    let views = node.view.children
    var placed = [Node?](repeating: nil, count: views.count)
    var used = 0
    var shares = 0.0
    for (index, child) in views.enumerated() {
      let share = child.weight > 0 ? child.weight : (child.width == .fill ? 1 : 0)
      if share > 0 {
        shares += share
        continue
      }
      // What is as high as its row can only be placed when the others are.
      let late = child.height == .fill && !fixed.height
      let part = self.node(late ? child.size(height: .wrap) : child, max(0, room.width - used), room.height)
      used += part.frame.width
      placed[index] = part
    }
    var free = max(0, room.width - used)
    for (index, child) in views.enumerated() where placed[index] == nil {
      let share = child.weight > 0 ? child.weight : 1
      var sized = child
      let width = Int((Double(free) * share / shares).rounded())
      sized.width = .fill
      if child.height == .fill, !fixed.height { sized.height = .wrap }
      var part = self.node(sized, width, room.height)
      part.view = child
      shares -= share
      free -= width
      placed[index] = part
    }
    var size = (width: 0, height: fixed.height ? room.height : 0)
    for case let part? in placed {
      size.width += part.frame.width
      size.height = max(size.height, part.frame.height)
      node.children.append(part)
    }
    if !fixed.height {
      for (index, child) in views.enumerated() where child.height == .fill {
        let width = node.children[index].frame.width
        node.children[index] = self.node(child.size(width: .fill), width, size.height)
        node.children[index].view = child
      }
    }
    align(&node, max(size.width, fixed.width ? room.width : 0), size.height, size)
    return size
  }

  /// Puts a row's or column's children one after the other, in a room that may be larger than they are.
  private func align(_ node: inout Node, _ width: Int, _ height: Int, _ content: Room) {
    let alignment = node.view.alignment
    switch node.view.content {
    case .column:
      var y = offset(alignment.y, height - content.height)
      for index in node.children.indices {
        node.children[index].frame.y = y
        let own = node.children[index].view.ownAlignment ?? alignment
        node.children[index].frame.x = offset(own.x, width - node.children[index].frame.width)
        y += node.children[index].frame.height
      }
    case .row:
      var x = offset(alignment.x, width - content.width)
      for index in node.children.indices {
        node.children[index].frame.x = x
        let own = node.children[index].view.ownAlignment ?? alignment
        node.children[index].frame.y = offset(own.y, height - node.children[index].frame.height)
        x += node.children[index].frame.width
      }
    case .stack:
      for index in node.children.indices {
        let child = node.children[index]
        let own = child.view.ownAlignment ?? alignment
        node.children[index].frame.y = offset(own.y, height - child.frame.height)
      }
    default: break
    }
  }

  private func offset(_ share: Double, _ free: Int) -> Int { Int((Double(max(0, free)) * share).rounded(.down)) }

  // MARK: - Scrolling

  private func scroll(_ node: inout Node, _ scroll: View.Scroll, _ room: Room) -> Room {
    guard let content = node.view.children.first else { return room }
    var header: Node?
    if node.view.children.count > 1 { header = self.node(node.view.children[1], room.width, room.height) }
    let headerHeight = header?.frame.height ?? 0
    let collapse = min(pixels(scroll.collapse / 2.625), headerHeight)
    var body = self.node(content, room.width, Self.unlimited)
    let viewport = max(0, room.height - headerHeight)
    // With the header shrunk there is more room; what doesn't fill that doesn't scroll.
    let range = max(0, body.frame.height - viewport)
    node.scrollRange = range
    let offset = max(0, min(Int((activity.scroll[scroll.key] ?? 0).rounded()), range))
    let shrunk = min(offset, collapse)
    body.frame.y = headerHeight - offset
    body.frame.height = max(body.frame.height, viewport)
    node.children = [body]
    if var header {
      header.frame.y = -shrunk
      // What of the header lies above the screen is cut off by the clip; the rest says where content begins.
      let hasCollapsed = collapse > 0 && 2 * shrunk > collapse
      header.children = header.children.compactMap { part in
        switch part.view.pin {
        case .none: return part
        case .whileExpanded: return hasCollapsed ? nil : part
        case .whenCollapsed where !hasCollapsed: return nil
        case .fixed, .whenCollapsed:
          var part = part
          part.frame.y += shrunk
          return part
        }
      }
      node.children.append(header)
    }
    return room
  }
}
