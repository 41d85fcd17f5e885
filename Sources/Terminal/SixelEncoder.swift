import CChafa
import Imaging
import Interface

/// DEC's sixels, with chafa, which chooses the colours.
enum SixelEncoder {
  /// The sequence that shows a picture at the cursor, stretched over so many cells.
  ///
  /// Sixels are six rows high, so up to five rows at the bottom stay empty: more would make the screen scroll.
  static func show(_ image: Image, columns: Int, rows: Int, cell: PixelSize) -> [UInt8] {
    let configuration = chafa_canvas_config_new()
    defer { chafa_canvas_config_unref(configuration) }
    chafa_canvas_config_set_geometry(configuration, Int32(columns), Int32(rows))
    chafa_canvas_config_set_cell_geometry(configuration, Int32(cell.width), Int32(cell.height))
    chafa_canvas_config_set_pixel_mode(configuration, CHAFA_PIXEL_MODE_SIXELS)
    let canvas = chafa_canvas_new(configuration)
    defer { chafa_canvas_unref(canvas) }
    chafa_canvas_draw_all_pixels(
      canvas, CHAFA_PIXEL_RGBA8_UNASSOCIATED, image.rgba, Int32(image.width), Int32(image.height),
      Int32(image.width * 4))
    guard let text = chafa_canvas_print(canvas, nil) else { return [] }
    defer { g_string_free(text, 1) }
    return (0..<text.pointee.len).map { UInt8(bitPattern: text.pointee.str[Int($0)]) }
  }
}
