internal import CCairo

/// A pango context with Android's way of setting text: no hinting, fractional positions.
///
/// Not for two threads at once.
final class PangoText {
  private let ownMap: OpaquePointer?
  private let context: OpaquePointer?
  private var fonts: [TextStyle: OpaquePointer] = [:]

  /// A context on the thread's font map, which keeps fonts and glyphs from one drawing to the next; or on one of its own,
  /// for use from several threads in turn.
  init(hasOwnFonts: Bool) {
    ownMap = hasOwnFonts ? pango_cairo_font_map_new() : nil
    let map = ownMap ?? pango_cairo_font_map_get_default()
    let context = map.flatMap { pango_font_map_create_context($0) }
    self.context = context
    guard let context else { return }
    if let options = cairo_font_options_create() {
      cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
      cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
      cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
      pango_cairo_context_set_font_options(context, options)
      cairo_font_options_destroy(options)
    }
    pango_context_set_round_glyph_positions(context, 0)
  }

  deinit {
    for font in fonts.values { pango_font_description_free(font) }
    if let context { g_object_unref(UnsafeMutableRawPointer(context)) }
    if let ownMap { g_object_unref(UnsafeMutableRawPointer(ownMap)) }
  }

  /// Lets the context know where its text will be drawn.
  func follow(_ cairo: OpaquePointer) {
    if let context { pango_cairo_update_context(cairo, context) }
  }

  /// Gives a layout of the text to the closure; nil when there is no memory for it.
  func withLayout<Result>(
    _ text: String, _ style: TextStyle, width: Double?, _ body: (OpaquePointer) -> Result
  ) -> Result? {
    guard let context, let layout = pango_layout_new(context), let font = font(style) else { return nil }
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    pango_layout_set_font_description(layout, font)
    if let width {
      pango_layout_set_width(layout, Int32(clamping: Int((max(1, min(width, 100_000)) * Self.scale).rounded(.up))))
      pango_layout_set_wrap(layout, Int32(CCairo_wrap_word_char))
      if style.alignment != .left {
        pango_layout_set_alignment(
          layout, Int32(style.alignment == .center ? CCairo_align_center : CCairo_align_right))
      }
      if let lines = style.maximumLines {
        pango_layout_set_ellipsize(layout, Int32(CCairo_ellipsize_end))
        pango_layout_set_height(layout, -Int32(clamping: max(1, lines)))
      }
    }
    // NUL would end the text in C.
    let shown = text.utf8.contains(0) ? text.replacing("\0", with: " ") : text
    pango_layout_set_text(layout, shown, -1)
    return body(layout)
  }

  /// The size of a text that is wrapped at `width`.
  func size(_ text: String, _ style: TextStyle, width: Double?) -> TextSize {
    withLayout(text, style, width: width) { layout in
      var (across, down): (Int32, Int32) = (0, 0)
      pango_layout_get_size(layout, &across, &down)
      return TextSize(width: Double(across) / Self.scale, lines: max(1, Int(pango_layout_get_line_count(layout))))
    } ?? TextSize(width: 0, lines: 1)
  }

  /// The UTF-8 offset of the character boundary nearest to a place; `y` counts from the text's top.
  func offset(_ text: String, _ style: TextStyle, width: Double?, x: Double, y: Double) -> Int {
    withLayout(text, style, width: width) { layout in
      var (index, trailing): (Int32, Int32) = (0, 0)
      let limit = 1_000_000.0
      _ = pango_layout_xy_to_index(
        layout, Int32(max(-limit, min(x, limit)) * Self.scale), Int32(max(-limit, min(y, limit)) * Self.scale), &index,
        &trailing)
      let utf8 = text.utf8
      let start = utf8.index(utf8.startIndex, offsetBy: max(0, min(Int(index), utf8.count)))
      guard trailing > 0, start < text.endIndex else { return Int(index) }
      return utf8.distance(from: utf8.startIndex, to: text.index(after: start))
    } ?? 0
  }

  static let scale = Double(CCairo_pango_scale)

  private func font(_ style: TextStyle) -> OpaquePointer? {
    var key = style
    key.alignment = .left
    key.maximumLines = nil
    if let font = fonts[key] { return font }
    guard let font = pango_font_description_from_string(style.family) else { return nil }
    pango_font_description_set_weight(font, Int32(clamping: max(100, min(style.weight, 900))))
    // FreeType fails at sizes of hundred thousands.
    pango_font_description_set_absolute_size(font, max(0.5, min(style.size, 4_000)) * Self.scale)
    fonts[key] = font
    return font
  }
}
