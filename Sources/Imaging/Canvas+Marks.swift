extension Canvas.Mark {
  func draw(on surface: CairoSurface) {
    switch self {
    case .ring(let center, let radius, let color, let lineWidth):
      surface.circle(around: center, radius: radius)
      surface.outlined(color, lineWidth: lineWidth)
      dot(at: center, radius: min(lineWidth * 0.8, radius / 3), color: color, on: surface)
    case .arrow(let path, let color, let lineWidth):
      drawArrow(along: path, color: color, lineWidth: lineWidth, on: surface)
    case .box(let corner, let opposite, let color, let lineWidth):
      surface.lines(
        [corner, .init(x: opposite.x, y: corner.y), opposite, .init(x: corner.x, y: opposite.y)], closed: true)
      surface.outlined(color, lineWidth: lineWidth)
    case .label(let text, let corner, let color, let background, let fontSize):
      drawLabel(text, at: corner, color: color, background: background, fontSize: fontSize, on: surface)
    }
  }

  private func dot(at center: Canvas.Point, radius: Double, color: Canvas.Color, on surface: CairoSurface) {
    surface.circle(around: center, radius: radius)
    surface.stroke(color.outline, width: 2 * Self.outlineWidth(radius))
    surface.fill(color)
  }

  /// How far the outline of a line of that width reaches beyond it.
  static func outlineWidth(_ lineWidth: Double) -> Double { max(1, lineWidth * 0.3) }

  private func drawArrow(along path: [Canvas.Point], color: Canvas.Color, lineWidth: Double, on surface: CairoSurface) {
    guard let tip = path.last else { return }
    // A finger that hardly moves gets a head that fits.
    let head = min(lineWidth * 4.5, Canvas.length(of: path))
    let shaft = Canvas.shortened(path, by: head * 0.75)
    let foot = Canvas.shortened(path, by: head).last ?? tip
    let outline = Self.outlineWidth(lineWidth)
    let start = path[0]
    var triangle: [Canvas.Point] = []
    if head > 0 {
      // Half as wide to each side as it is long would be 53°; this is a little sharper.
      let (dx, dy) = (0.45 * (tip.x - foot.x), 0.45 * (tip.y - foot.y))
      triangle = [tip, .init(x: foot.x - dy, y: foot.y + dx), .init(x: foot.x + dy, y: foot.y - dx)]
    }
    // All outlines first, so that none lies on another part's colour.
    surface.circle(around: start, radius: lineWidth + outline)
    surface.fill(color.outline)
    surface.lines(shaft)
    surface.stroke(color.outline, width: lineWidth + 2 * outline)
    surface.lines(triangle, closed: true)
    surface.stroke(color.outline, width: lineWidth * 0.4 + 2 * outline)
    surface.circle(around: start, radius: lineWidth)
    surface.fill(color)
    surface.lines(shaft)
    surface.stroke(color, width: lineWidth)
    surface.lines(triangle, closed: true)
    surface.stroke(color, width: lineWidth * 0.4)
    surface.fill(color)
  }

  private func drawLabel(
    _ text: String, at corner: Canvas.Point, color: Canvas.Color, background: Canvas.Color, fontSize: Double,
    on surface: CairoSurface
  ) {
    // More than fits anyway would only cost time; NUL would end the text in C.
    let line = String(String.UnicodeScalarView(text.unicodeScalars.lazy.filter { $0.value != 0 }.prefix(500)))
    guard !line.isEmpty, fontSize > 0 else { return }
    let room = (width: Double(surface.width), height: Double(surface.height))
    // FreeType fails at sizes of hundred thousands.
    let fontSize = min(fontSize, room.height)
    let (across, down) = (fontSize * 0.5, fontSize * 0.25)
    surface.text(line, fontSize: fontSize, atMost: room.width - 2 * across) { width, height in
      let plate = (width: width + 2 * across, height: height + 2 * down)
      let left = max(0, min(corner.x, room.width - plate.width))
      let top = max(0, min(corner.y, room.height - plate.height))
      surface.plate(left: left, top: top, width: plate.width, height: plate.height, corner: fontSize * 0.3)
      surface.fill(background)
      return (.init(x: left + across, y: top + down), color)
    }
  }
}

extension Canvas.Color {
  /// What surrounds a mark of this colour.
  fileprivate var outline: Canvas.Color {
    var color = contrast
    color.opacity = 0.85 * opacity
    return color
  }
}

extension CairoSurface {
  /// Strokes the path in a colour, with an outline.
  fileprivate func outlined(_ color: Canvas.Color, lineWidth: Double) {
    stroke(color.outline, width: lineWidth + 2 * Canvas.Mark.outlineWidth(lineWidth))
    stroke(color, width: lineWidth)
  }
}
