internal import CCairo
internal import CImageIO

/// A surface to draw a screen on: shapes, text, icons, pictures.
///
/// Coordinates are the screen's full-size pixels, whatever the scale: at a scale of 0.25 the same calls give a picture
/// with a quarter of the width, at a fraction of the cost. Numbers that aren't finite draw nothing.
public final class Drawing {
  /// An sRGB colour.
  public typealias Color = Canvas.Color

  let surface: OpaquePointer
  let context: OpaquePointer
  let text: PangoText
  private let width: Int
  private let height: Int

  /// A surface of one colour for a screen of `width` × `height` pixels, drawn `scale` times as large.
  ///
  /// Throws `tooLarge` above 32,767 pixels a side or without memory.
  public init(width: Int, height: Int, scale: Double = 1, background: Color = .black) throws(ImageError) {
    let scale = scale.isFinite ? max(0.001, min(scale, 16)) : 1
    let size = (
      width: max(1, (Double(max(1, width)) * scale).rounded()),
      height: max(1, (Double(max(1, height)) * scale).rounded())
    )
    guard size.width <= 32_767, size.height <= 32_767,
      let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(size.width), Int32(size.height)),
      let context = cairo_create(surface), cairo_image_surface_get_data(surface) != nil
    else { throw .tooLarge(width: Int(min(size.width, 1e9)), height: Int(min(size.height, 1e9))) }
    self.surface = surface
    self.context = context
    self.width = Int(size.width)
    self.height = Int(size.height)
    text = PangoText(hasOwnFonts: false)
    use(background)
    cairo_paint(context)
    cairo_scale(context, size.width / Double(max(1, width)), size.height / Double(max(1, height)))
    text.follow(context)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// The surface's own size in pixels, at its scale.
  public var size: (width: Int, height: Int) { (width, height) }

  /// What has been drawn so far.
  public func picture() -> Image {
    cairo_surface_flush(surface)
    let stride = Int(cairo_image_surface_get_stride(surface))
    var rgb = [UInt8](repeating: 0, count: width * height * 3)
    if let pixels = cairo_image_surface_get_data(surface) {
      ci_rgb_from_cairo(pixels, stride, width, height, &rgb)
    }
    return Image(width: width, height: height, pixels: rgb)
  }

  // MARK: - Shapes

  /// Fills a rectangle, with rounded corners where `corner`, in pixels, is more than nothing.
  public func fill(
    x: Double, y: Double, width: Double, height: Double, corner: Double = 0, color: Color
  ) {
    guard path(x: x, y: y, width: width, height: height, corner: corner) else { return }
    use(color)
    cairo_fill(context)
  }

  /// Draws the outline of a rectangle, inside it.
  public func outline(
    x: Double, y: Double, width: Double, height: Double, corner: Double = 0, lineWidth: Double, color: Color
  ) {
    let half = lineWidth / 2
    guard
      path(
        x: x + half, y: y + half, width: width - lineWidth, height: height - lineWidth, corner: max(0, corner - half))
    else { return }
    stroke(color, lineWidth: lineWidth)
  }

  /// Fills a rectangle with colours from top to bottom; `stops` are from 0 to 1.
  public func gradient(
    x: Double, y: Double, width: Double, height: Double, stops: [(at: Double, color: Color)]
  ) {
    guard path(x: x, y: y, width: width, height: height, corner: 0),
      let pattern = cairo_pattern_create_linear(0, y, 0, y + height)
    else { return }
    fill(pattern, stops)
  }

  /// Fills a circle.
  public func circle(x: Double, y: Double, radius: Double, color: Color) {
    arc(x: x, y: y, radius: radius, from: 0, to: 1)
    use(color)
    cairo_fill(context)
  }

  /// Draws a part of a circle's rim; `from` and `to` are turns, clockwise from the top.
  public func ring(
    x: Double, y: Double, radius: Double, from: Double = 0, to: Double = 1, lineWidth: Double, color: Color
  ) {
    arc(x: x, y: y, radius: radius, from: from, to: to)
    stroke(color, lineWidth: lineWidth)
  }

  /// Fills a part of a circle; `from` and `to` are turns, clockwise from the top.
  public func sector(x: Double, y: Double, radius: Double, from: Double, to: Double, color: Color) {
    guard Self.sound([x, y, radius, from, to]) else { return }
    arc(x: x, y: y, radius: radius, from: from, to: to)
    cairo_line_to(context, x, y)
    cairo_close_path(context)
    use(color)
    cairo_fill(context)
  }

  /// Draws lines from point to point.
  public func line(_ points: [Canvas.Point], lineWidth: Double, color: Color) {
    trace(points)
    stroke(color, lineWidth: lineWidth)
  }

  /// Fills the shape between points.
  public func polygon(_ points: [Canvas.Point], color: Color) {
    trace(points)
    cairo_close_path(context)
    use(color)
    cairo_fill(context)
  }

  /// Fills the smooth closed shape through points (a Catmull-Rom spline).
  public func blob(_ points: [Canvas.Point], stops: [(at: Double, color: Color)]) {
    guard points.count > 2, points.allSatisfy({ Self.sound([$0.x, $0.y]) }) else { return }
    cairo_new_path(context)
    let count = points.count
    cairo_move_to(context, points[0].x, points[0].y)
    for index in 0..<count {
      let (p0, p1) = (points[(index + count - 1) % count], points[index])
      let (p2, p3) = (points[(index + 1) % count], points[(index + 2) % count])
      cairo_curve_to(
        context, p1.x + (p2.x - p0.x) / 6, p1.y + (p2.y - p0.y) / 6, p2.x - (p3.x - p1.x) / 6, p2.y - (p3.y - p1.y) / 6,
        p2.x, p2.y)
    }
    let (top, bottom) = points.reduce((Double.infinity, -Double.infinity)) { (min($0.0, $1.y), max($0.1, $1.y)) }
    guard let pattern = cairo_pattern_create_linear(0, top, 0, bottom) else { return }
    fill(pattern, stops)
  }

  /// Draws a picture into a rectangle.
  public func image(_ image: Image, x: Double, y: Double, width: Double, height: Double) {
    guard Self.sound([x, y, width, height]), width > 0, height > 0, image.width <= 32_767, image.height <= 32_767,
      let source = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(image.width), Int32(image.height))
    else { return }
    defer { cairo_surface_destroy(source) }
    guard let pixels = cairo_image_surface_get_data(source) else { return }
    ci_rgb_to_cairo(image.pixels, image.width, image.height, pixels, Int(cairo_image_surface_get_stride(source)))
    cairo_surface_mark_dirty(source)
    cairo_save(context)
    cairo_translate(context, x, y)
    cairo_scale(context, width / Double(image.width), height / Double(image.height))
    cairo_set_source_surface(context, source, 0, 0)
    // A picture that is drawn at its own size needs no filter, which would cost more than all the rest.
    let isExact = image.width == self.width && image.height == self.height
    cairo_pattern_set_filter(cairo_get_source(context), isExact ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD)
    cairo_paint(context)
    cairo_restore(context)
  }

  // MARK: - Clip and opacity

  /// Draws only inside a rectangle what the closure draws.
  public func clipped(
    x: Double, y: Double, width: Double, height: Double, corner: Double = 0, _ body: () -> Void
  ) {
    cairo_save(context)
    if path(x: x, y: y, width: width, height: height, corner: corner) {
      cairo_clip(context)
      body()
    }
    cairo_restore(context)
  }

  /// Draws what the closure draws so solid, from 0 to 1.
  public func faded(_ opacity: Double, _ body: () -> Void) {
    cairo_push_group(context)
    body()
    cairo_pop_group_to_source(context)
    cairo_paint_with_alpha(context, opacity.isFinite ? max(0, min(opacity, 1)) : 1)
  }

  // MARK: - Parts

  func use(_ color: Color) {
    cairo_set_source_rgba(
      context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255,
      color.opacity.isFinite ? color.opacity : 1)
  }

  // Beyond this no screen reaches, and cairo's own coordinates end soon after.
  static func sound(_ numbers: [Double]) -> Bool { numbers.allSatisfy { $0.magnitude <= 1_000_000 } }

  private func stroke(_ color: Color, lineWidth: Double) {
    use(color)
    cairo_set_line_width(context, lineWidth.isFinite ? max(0, lineWidth) : 0)
    cairo_stroke(context)
  }

  private func fill(_ pattern: OpaquePointer, _ stops: [(at: Double, color: Color)]) {
    for stop in stops {
      cairo_pattern_add_color_stop_rgba(
        pattern, stop.at, Double(stop.color.red) / 255, Double(stop.color.green) / 255, Double(stop.color.blue) / 255,
        stop.color.opacity)
    }
    cairo_set_source(context, pattern)
    cairo_fill(context)
    cairo_pattern_destroy(pattern)
  }

  private func trace(_ points: [Canvas.Point]) {
    cairo_new_path(context)
    guard points.allSatisfy({ Self.sound([$0.x, $0.y]) }) else { return }
    for point in points { cairo_line_to(context, point.x, point.y) }
  }

  private func arc(x: Double, y: Double, radius: Double, from: Double, to: Double) {
    cairo_new_path(context)
    guard Self.sound([x, y, radius, from, to]), radius > 0 else { return }
    cairo_arc(context, x, y, radius, 2 * .pi * from - .pi / 2, 2 * .pi * to - .pi / 2)
  }

  private func path(x: Double, y: Double, width: Double, height: Double, corner: Double) -> Bool {
    guard Self.sound([x, y, width, height, corner]), width > 0, height > 0 else { return false }
    cairo_new_path(context)
    let corner = min(corner, width / 2, height / 2)
    guard corner > 0 else {
      cairo_rectangle(context, x, y, width, height)
      return true
    }
    let (right, bottom) = (x + width, y + height)
    cairo_arc(context, right - corner, y + corner, corner, -.pi / 2, 0)
    cairo_arc(context, right - corner, bottom - corner, corner, 0, .pi / 2)
    cairo_arc(context, x + corner, bottom - corner, corner, .pi / 2, .pi)
    cairo_arc(context, x + corner, y + corner, corner, .pi, 1.5 * .pi)
    cairo_close_path(context)
    return true
  }
}
