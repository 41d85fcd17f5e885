internal import CCairo
internal import CImageIO

/// A cairo surface with a picture on it, and the few things that marks are drawn with; the only place that knows cairo.
final class CairoSurface {
  private let surface: OpaquePointer
  private let context: OpaquePointer
  let width: Int
  let height: Int

  init(_ picture: Image) throws(ImageError) {
    // Cairo's coordinates have 16 bits.
    guard picture.width <= 32_767, picture.height <= 32_767,
      let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(picture.width), Int32(picture.height)),
      let context = cairo_create(surface)
    else { throw .tooLarge(width: picture.width, height: picture.height) }
    self.surface = surface
    self.context = context
    width = picture.width
    height = picture.height
    // Out of memory, the surface is there but has no pixels.
    guard let pixels = cairo_image_surface_get_data(surface) else {
      throw .tooLarge(width: picture.width, height: picture.height)
    }
    ci_rgb_to_cairo(picture.pixels, width, height, pixels, Int(cairo_image_surface_get_stride(surface)))
    cairo_surface_mark_dirty(surface)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// What has been drawn so far.
  func picture() -> Image {
    cairo_surface_flush(surface)
    var rgb = [UInt8](repeating: 0, count: width * height * 3)
    if let pixels = cairo_image_surface_get_data(surface) {
      ci_rgb_from_cairo(pixels, Int(cairo_image_surface_get_stride(surface)), width, height, &rgb)
    }
    return Image(width: width, height: height, pixels: rgb)
  }

  // MARK: - Paths, which the next stroke or fill uses

  func circle(around center: Canvas.Point, radius: Double) {
    cairo_new_path(context)
    cairo_arc(context, center.x, center.y, max(0, radius), 0, 2 * .pi)
    cairo_close_path(context)
  }

  func lines(_ points: [Canvas.Point], closed: Bool = false) {
    cairo_new_path(context)
    for point in points { cairo_line_to(context, point.x, point.y) }
    if closed { cairo_close_path(context) }
  }

  func plate(left: Double, top: Double, width: Double, height: Double, corner: Double) {
    cairo_new_path(context)
    let (right, bottom) = (left + width, top + height)
    cairo_arc(context, right - corner, top + corner, corner, -.pi / 2, 0)
    cairo_arc(context, right - corner, bottom - corner, corner, 0, .pi / 2)
    cairo_arc(context, left + corner, bottom - corner, corner, .pi / 2, .pi)
    cairo_arc(context, left + corner, top + corner, corner, .pi, 1.5 * .pi)
    cairo_close_path(context)
  }

  // MARK: - Ink

  func stroke(_ color: Canvas.Color, width: Double) {
    use(color)
    cairo_set_line_width(context, max(0, width))
    cairo_stroke_preserve(context)
  }

  func fill(_ color: Canvas.Color) {
    use(color)
    cairo_fill_preserve(context)
  }

  private func use(_ color: Canvas.Color) {
    cairo_set_source_rgba(
      context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255,
      color.opacity.isFinite ? color.opacity : 1)
  }

  // MARK: - Text

  /// A line of text that is at most so many pixels wide; `draw` is given its size and answers where it goes and in which
  /// colour.
  func text(
    _ text: String, fontSize: Double, atMost widest: Double,
    draw: (_ width: Double, _ height: Double) -> (corner: Canvas.Point, color: Canvas.Color)
  ) {
    guard let layout = pango_cairo_create_layout(context) else { return }
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    guard let font = pango_font_description_from_string("Sans") else { return }
    defer { pango_font_description_free(font) }
    let scale = Double(CCairo_pango_scale)
    pango_font_description_set_weight(font, Int32(CCairo_weight_semibold))
    pango_font_description_set_absolute_size(font, fontSize * scale)
    pango_layout_set_font_description(layout, font)
    pango_layout_set_single_paragraph_mode(layout, 1)
    pango_layout_set_ellipsize(layout, Int32(CCairo_ellipsize_end))
    pango_layout_set_width(layout, Int32(max(1, widest) * scale))
    pango_layout_set_text(layout, text, -1)
    var (width, height): (Int32, Int32) = (0, 0)
    pango_layout_get_pixel_size(layout, &width, &height)
    let place = draw(Double(width), Double(height))
    use(place.color)
    cairo_move_to(context, place.corner.x, place.corner.y)
    pango_cairo_show_layout(context, layout)
  }
}
