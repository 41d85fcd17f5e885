import CChafa
import Imaging

/// A picture made of characters.
struct BlockPicture: Sendable, Equatable {
  /// A character and its colours.
  struct Block: Sendable, Equatable {
    /// In the second cell of a wide character, where nothing is sent.
    static let continuation: UInt32 = 0

    /// A Unicode scalar, or `continuation`.
    var scalar: UInt32
    /// 0xRRGGBB with true colour, otherwise a colour's number; negative is the terminal's own.
    var foreground: Int32
    /// As `foreground`.
    var background: Int32

    /// A block.
    init(scalar: UInt32, foreground: Int32, background: Int32) {
      self.scalar = scalar
      self.foreground = foreground
      self.background = background
    }
  }

  /// Cells in a row.
  let columns: Int
  /// Rows of cells.
  let rows: Int
  /// `rows * columns` blocks, row by row.
  let blocks: [Block]
  /// What the blocks' colours mean.
  let depth: ColorDepth

  /// A picture of these blocks.
  init(columns: Int, rows: Int, blocks: [Block], depth: ColorDepth) {
    precondition(blocks.count == columns * rows, "\(blocks.count) blocks for \(columns)×\(rows) cells")
    self.columns = columns
    self.rows = rows
    self.blocks = blocks
    self.depth = depth
  }

  /// Finds the character and the two colours that come closest to each part of a picture, with chafa.
  ///
  /// - Parameters:
  ///   - image: stretched over all cells.
  ///   - isUTF8: whether there are block characters; otherwise ASCII has to do.
  ///   - symbols: which block characters the font has.
  init(
    _ image: Image, columns: Int, rows: Int, depth: ColorDepth, isUTF8: Bool, symbols: BlockSymbols
  ) {
    let map = chafa_symbol_map_new()
    defer { chafa_symbol_map_unref(map) }
    for tag in isUTF8 ? BlockPicture.tags(symbols) : [CHAFA_SYMBOL_TAG_ASCII] { chafa_symbol_map_add_by_tags(map, tag) }

    let configuration = chafa_canvas_config_new()
    defer { chafa_canvas_config_unref(configuration) }
    chafa_canvas_config_set_geometry(configuration, Int32(columns), Int32(rows))
    chafa_canvas_config_set_symbol_map(configuration, map)
    chafa_canvas_config_set_canvas_mode(configuration, BlockPicture.mode(depth))
    // Dithered, with few colours, text and marks disappear in the pattern.
    chafa_canvas_config_set_dither_mode(configuration, CHAFA_DITHER_MODE_NONE)

    let canvas = chafa_canvas_new(configuration)
    defer { chafa_canvas_unref(canvas) }
    chafa_canvas_draw_all_pixels(
      canvas, CHAFA_PIXEL_RGBA8_UNASSOCIATED, image.rgba, Int32(image.width), Int32(image.height),
      Int32(image.width * 4))

    var blocks: [Block] = []
    blocks.reserveCapacity(columns * rows)
    for row in 0..<Int32(rows) {
      for column in 0..<Int32(columns) {
        var foreground: Int32 = -1
        var background: Int32 = -1
        let scalar = chafa_canvas_get_char_at(canvas, column, row)
        if depth != .none { chafa_canvas_get_raw_colors_at(canvas, column, row, &foreground, &background) }
        blocks.append(Block(scalar: scalar < 0x20 ? 0x20 : scalar, foreground: foreground, background: background))
      }
    }
    self.init(columns: columns, rows: rows, blocks: blocks, depth: depth)
  }

  private static func tags(_ symbols: BlockSymbols) -> [ChafaSymbolTags] {
    let halves = [CHAFA_SYMBOL_TAG_SPACE, CHAFA_SYMBOL_TAG_SOLID, CHAFA_SYMBOL_TAG_HALF]
    return switch symbols {
    case .halves: halves
    case .quadrants: halves + [CHAFA_SYMBOL_TAG_BLOCK, CHAFA_SYMBOL_TAG_QUAD]
    case .sextants: halves + [CHAFA_SYMBOL_TAG_BLOCK, CHAFA_SYMBOL_TAG_QUAD, CHAFA_SYMBOL_TAG_SEXTANT]
    }
  }

  private static func mode(_ depth: ColorDepth) -> ChafaCanvasMode {
    switch depth {
    case .none: CHAFA_CANVAS_MODE_FGBG
    case .eight: CHAFA_CANVAS_MODE_INDEXED_8
    case .sixteen: CHAFA_CANVAS_MODE_INDEXED_16
    // Without the first 16, which are the user's choice.
    case .palette: CHAFA_CANVAS_MODE_INDEXED_240
    case .trueColor: CHAFA_CANVAS_MODE_TRUECOLOR
    }
  }
}
