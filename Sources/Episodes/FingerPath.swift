/// Where the finger goes for an action, in pixels, all of it on the screen: what a session draws and a device does.
public enum FingerPath: Sendable, Equatable {
  /// It touches and lifts in one place.
  case point(Point)
  /// It touches at the first place and lifts at the second.
  case line(from: Point, to: Point)

  /// The path of an action, or nil where the finger isn't needed or it isn't known where the target is.
  ///
  /// As AndroidWorld's `actuation.py` does it: `scroll` goes from the middle of the element, or of the screen, to the
  /// edge that lies against the direction (`down` lifts at the top), `swipe` over the whole screen from edge to edge.
  /// Differences: the edges are pixels of the screen, not one beyond; an aim that AndroidWorld passes over (element 0
  /// or a point of a scroll, any aim of a swipe) is where the finger sets off; and `swipe left` and `right`, which
  /// AndroidWorld executes the wrong way round, move the finger to the left and right.
  ///
  /// - Parameters:
  ///   - action: The action, in pixels.
  ///   - width: The screen's width in pixels.
  ///   - height: The screen's height in pixels.
  ///   - elements: What targets that are elements refer to.
  public init?(_ action: Action, width: Int, height: Int, elements: [UIElement] = []) {
    guard width > 0, height > 0 else { return nil }
    let screen = Bounds(left: 0, top: 0, right: width - 1, bottom: height - 1)
    let area: Bounds?
    switch action.target {
    case .point(let point):
      let start = point.clamped(to: screen)
      area = Bounds(left: start.x, top: start.y, right: start.x, bottom: start.y)
    case .element(let index):
      guard elements.indices.contains(index), let bounds = elements[index].bounds else { return nil }
      area = bounds.clamped(to: screen)
    case nil: area = nil
    }
    switch action {
    case .click, .doubleTap, .longPress, .inputText:
      guard let area else { return nil }
      self = .point(area.middle)
    case .scroll(let direction, let target):
      // A point has no edges of its own.
      let edges = if case .element = target { area ?? screen } else { screen }
      let start = (area ?? screen).middle
      self = .line(from: start, to: start.moved(to: direction.opposite, edgeOf: edges))
    case .swipe(let direction, let target):
      let edges = if case .element = target { area ?? screen } else { screen }
      let middle = (area ?? screen).middle
      let start = target == nil ? middle.moved(to: direction.opposite, edgeOf: screen) : middle
      self = .line(from: start, to: start.moved(to: direction, edgeOf: edges))
    case .keyboardEnter, .navigateHome, .navigateBack, .openApp, .wait, .answer, .status, .unknown: return nil
    }
  }
}

extension Direction {
  /// The way back.
  public var opposite: Direction {
    switch self {
    case .up: .down
    case .down: .up
    case .left: .right
    case .right: .left
    }
  }
}

extension Bounds {
  /// The pixel in the middle; half pixels go to the left and top.
  public var middle: Point { Point(x: Self.middle(left, right), y: Self.middle(top, bottom)) }

  /// Whether a pixel lies inside or on the border.
  public func contains(_ point: Point) -> Bool {
    left <= point.x && point.x <= right && top <= point.y && point.y <= bottom
  }

  func clamped(to screen: Bounds) -> Bounds {
    let first = Point(x: left, y: top).clamped(to: screen)
    let last = Point(x: right, y: bottom).clamped(to: screen)
    return Bounds(left: first.x, top: first.y, right: last.x, bottom: last.y)
  }

  /// Without adding the two, which could overflow.
  private static func middle(_ first: Int, _ last: Int) -> Int {
    (first >> 1) + (last >> 1) + (first & last & 1)
  }
}

extension Point {
  func clamped(to bounds: Bounds) -> Point {
    Point(x: min(max(x, bounds.left), bounds.right), y: min(max(y, bounds.top), bounds.bottom))
  }

  fileprivate func moved(to direction: Direction, edgeOf bounds: Bounds) -> Point {
    switch direction {
    case .up: Point(x: x, y: bounds.top)
    case .down: Point(x: x, y: bounds.bottom)
    case .left: Point(x: bounds.left, y: y)
    case .right: Point(x: bounds.right, y: y)
    }
  }
}
