internal import CCairo

extension Drawing {
  /// What is marked in a text that is being edited; UTF-8 offsets.
  public struct TextMarks: Sendable {
    /// Where the cursor stands, if it is shown.
    public var cursor: Int?
    /// What is selected.
    public var selection: Range<Int>?
    /// The cursor's colour.
    public var cursorColor: Color
    /// The selection's colour.
    public var selectionColor: Color

    /// Marks.
    public init(cursor: Int?, selection: Range<Int>? = nil, cursorColor: Color, selectionColor: Color) {
      self.cursor = cursor
      self.selection = selection
      self.cursorColor = cursorColor
      self.selectionColor = selectionColor
    }
  }

  /// Draws text whose first line stands on `baseline`; `width`, where given, wraps and aligns it.
  public func text(
    _ text: String, x: Double, baseline: Double, width: Double? = nil, style: TextStyle, color: Color,
    marks: TextMarks? = nil
  ) {
    guard Self.sound([x, baseline]), !text.isEmpty || marks != nil else { return }
    _ = self.text.withLayout(text, style, width: width) { layout in
      let top = baseline - Double(pango_layout_get_baseline(layout)) / PangoText.scale
      if let selection = marks?.selection, !selection.isEmpty, let marks {
        fillSelection(selection, in: layout, x: x, top: top, color: marks.selectionColor)
      }
      use(color)
      cairo_move_to(context, x, top)
      pango_cairo_show_layout(context, layout)
      if let marks, let cursor = marks.cursor {
        var place = PangoRectangle()
        pango_layout_index_to_pos(layout, Int32(clamping: cursor), &place)
        fill(
          x: x + Double(place.x) / PangoText.scale, y: top + Double(place.y) / PangoText.scale,
          width: max(2, style.size * 0.1), height: Double(place.height) / PangoText.scale, color: marks.cursorColor)
      }
    }
  }

  /// Draws the two drops under the ends of a selection, as Android's, for a text that was drawn with the same values.
  public func selectionHandles(
    _ selection: Range<Int>, in text: String, x: Double, baseline: Double, width: Double? = nil, style: TextStyle,
    radius: Double, color: Color
  ) {
    guard Self.sound([x, baseline, radius]), !selection.isEmpty else { return }
    _ = self.text.withLayout(text, style, width: width) { layout in
      let top = baseline - Double(pango_layout_get_baseline(layout)) / PangoText.scale
      for (offset, side) in [(selection.lowerBound, -1.0), (selection.upperBound, 1.0)] {
        var place = PangoRectangle()
        pango_layout_index_to_pos(layout, Int32(clamping: offset), &place)
        let edge = x + Double(place.x) / PangoText.scale
        let foot = top + Double(place.y + place.height) / PangoText.scale
        circle(x: edge + side * radius, y: foot + radius, radius: radius, color: color)
        fill(x: min(edge, edge + side * radius), y: foot, width: radius, height: radius, color: color)
      }
    }
  }

  /// Draws an icon of the Material font by its name, for example `arrow_back`, into a square.
  public func icon(_ name: String, x: Double, y: Double, size: Double, color: Color) {
    guard Self.sound([x, y, size]), size > 0 else { return }
    _ = text.withLayout(name, TextStyle(size: size, family: "Material Icons"), width: nil) { layout in
      use(color)
      // The font's glyphs fill its em; the line around them may be higher.
      var (across, down): (Int32, Int32) = (0, 0)
      pango_layout_get_size(layout, &across, &down)
      cairo_move_to(context, x, y + (size - Double(down) / PangoText.scale) / 2)
      pango_cairo_show_layout(context, layout)
    }
  }

  // Character by character, so that it follows wrapped lines.
  private func fillSelection(
    _ selection: Range<Int>, in layout: OpaquePointer, x: Double, top: Double, color: Color
  ) {
    var before: PangoRectangle?
    for offset in selection {
      var place = PangoRectangle()
      pango_layout_index_to_pos(layout, Int32(clamping: offset), &place)
      if let before, before.x == place.x, before.y == place.y { continue }
      before = place
      fill(
        x: x + Double(place.x) / PangoText.scale, y: top + Double(place.y) / PangoText.scale,
        width: Double(place.width) / PangoText.scale, height: Double(place.height) / PangoText.scale, color: color)
    }
  }
}
