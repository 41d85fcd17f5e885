import Imaging

extension View {
  // MARK: - Makers

  static func column(_ children: [View]) -> View { View(.column, children) }

  static func row(_ children: [View]) -> View {
    var view = View(.row, children)
    view.alignment = .left
    return view
  }

  static func stack(_ children: [View], _ alignment: Alignment = .topLeft) -> View {
    var view = View(.stack, children)
    view.alignment = alignment
    return view
  }

  static func text(
    _ string: String, _ size: Double, _ color: Color, weight: Int = 400, lines: Int? = nil,
    alignment: TextStyle.Alignment = .left, id: String = ""
  ) -> View {
    var view = View(
      .text(Text(string: string, size: size, color: color, weight: weight, lines: lines, alignment: alignment)))
    view.id = id
    return view
  }

  /// A text that the font size setting leaves alone, because its box is as large as it is.
  static func fixedText(_ string: String, _ size: Double, _ color: Color) -> View {
    View(.text(Text(string: string, size: size, color: color, isFixed: true)))
  }

  static func icon(_ name: String, _ color: Color, size: Double = 24) -> View {
    var view = View(.icon(name, color))
    view.width = .fixed(size)
    view.height = .fixed(size)
    return view
  }

  static func space(width: Double = 0, height: Double = 0) -> View {
    var view = View(.stack)
    view.width = .fixed(width)
    view.height = .fixed(height)
    return view
  }

  /// Takes the free room of a row or column.
  static var spring: View {
    var view = View(.stack)
    view.weight = 1
    return view
  }

  static func canvas(
    width: Length, height: Length, _ draw: @escaping @Sendable (Drawing, Rect, Double) -> Void
  ) -> View {
    var view = View(.canvas(draw))
    view.width = width
    view.height = height
    return view
  }

  static func scroll(_ key: String, _ content: View, header: View? = nil, collapse: Double = 0) -> View {
    var view = View(.scroll(Scroll(key: key, collapse: collapse)), [content] + (header.map { [$0] } ?? []))
    view.width = .fill
    view.height = .fill
    return view
  }

  // MARK: - Changers

  private func with(_ change: (inout View) -> Void) -> View {
    var view = self
    change(&view)
    return view
  }

  func size(width: Length? = nil, height: Length? = nil) -> View {
    with {
      if let width { $0.width = width }
      if let height { $0.height = height }
    }
  }

  func square(_ side: Double) -> View { size(width: .fixed(side), height: .fixed(side)) }

  var filling: View { size(width: .fill, height: .fill) }

  var wide: View { size(width: .fill) }

  func atLeast(height: Double) -> View { with { $0.minimumHeight = height } }

  func weighted(_ weight: Double = 1) -> View { with { $0.weight = weight } }

  func padding(_ all: Double) -> View { with { $0.insets = Insets(left: all, top: all, right: all, bottom: all) } }

  func padding(_ across: Double, _ down: Double) -> View {
    with { $0.insets = Insets(left: across, top: down, right: across, bottom: down) }
  }

  func padding(left: Double = 0, top: Double = 0, right: Double = 0, bottom: Double = 0) -> View {
    with { $0.insets = Insets(left: left, top: top, right: right, bottom: bottom) }
  }

  func aligned(_ alignment: Alignment) -> View { with { $0.alignment = alignment } }

  func placed(_ alignment: Alignment) -> View { with { $0.ownAlignment = alignment } }

  func fill(_ color: Color, corner: Double = 0) -> View {
    with {
      $0.fillColor = color
      $0.corner = corner
    }
  }

  func outline(_ color: Color, corner: Double) -> View {
    with {
      $0.outlineColor = color
      $0.corner = corner
    }
  }

  func faded(_ opacity: Double) -> View { with { $0.opacity = opacity } }

  func id(_ id: String, _ className: String? = nil) -> View {
    with {
      $0.id = id
      if let className { $0.className = className }
    }
  }

  /// Gives it a content description.
  func label(_ label: String, _ className: String? = nil) -> View {
    with {
      $0.label = label
      if let className { $0.className = className }
    }
  }

  func listed(_ className: String) -> View {
    with {
      $0.isListed = true
      $0.className = className
    }
  }

  func enabled(_ isEnabled: Bool) -> View { with { $0.isEnabled = isEnabled } }

  func selected(_ isSelected: Bool) -> View { with { $0.isSelected = isSelected } }

  func checked(_ isChecked: Bool) -> View {
    with {
      $0.isCheckable = true
      $0.isChecked = isChecked
    }
  }

  func tap(_ action: @escaping PhoneAction) -> View { with { $0.onTap = action } }

  func longPress(_ action: @escaping PhoneAction) -> View { with { $0.onLongPress = action } }

  func slide(_ action: @escaping @Sendable (inout Phone, Double) -> Void) -> View { with { $0.onSlide = action } }

  func swipe(_ action: @escaping @Sendable (inout Phone, Direction) -> Void) -> View { with { $0.onSwipe = action } }

  func drag(_ action: @escaping @Sendable (inout Phone, _ from: Place, _ to: Place) -> Void) -> View {
    with { $0.onDrag = action }
  }

  func pinned(_ pin: Pin) -> View { with { $0.pin = pin } }

  var blocking: View { with { $0.isBlocking = true } }

  /// Whether the field of this name is in it.
  func hasField(_ key: String) -> Bool {
    if case .field(let field) = content, field.key == key { return true }
    return children.contains { $0.hasField(key) }
  }
}
