/// The sequences that put block pictures on the screen.
enum BlockEncoder {
  /// Writes the blocks that differ from what is there.
  ///
  /// - Parameters:
  ///   - column: the left column, from 0.
  ///   - row: the top row, from 0.
  ///   - previous: what is at the same place; all blocks are written if nothing is, or if its size or colours differ.
  static func encode(
    _ picture: BlockPicture, column: Int, row: Int, previous: BlockPicture? = nil
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    let previous = previous.flatMap {
      $0.columns == picture.columns && $0.rows == picture.rows && $0.depth == picture.depth ? $0 : nil
    }
    var colors: (foreground: Int32, background: Int32)?
    for y in 0..<picture.rows {
      var isThere = false
      for x in 0..<picture.columns {
        let block = picture.blocks[y * picture.columns + x]
        if let previous, previous.blocks[y * picture.columns + x] == block {
          isThere = false
          continue
        }
        if block.scalar == BlockPicture.Block.continuation { continue }
        if !isThere {
          bytes.append(contentsOf: "\u{1B}[\(row + y + 1);\(column + x + 1)H".utf8)
          isThere = true
        }
        if colors?.foreground != block.foreground || colors?.background != block.background {
          append(block, depth: picture.depth, to: &bytes)
          colors = (block.foreground, block.background)
        }
        bytes.append(contentsOf: String(Character(Unicode.Scalar(block.scalar) ?? "?")).utf8)
      }
    }
    if colors != nil { bytes.append(contentsOf: "\u{1B}[0m".utf8) }
    return bytes
  }

  private static func append(_ block: BlockPicture.Block, depth: ColorDepth, to bytes: inout [UInt8]) {
    if depth == .none { return }
    bytes.append(contentsOf: "\u{1B}[0".utf8)
    append(block.foreground, base: 30, depth: depth, to: &bytes)
    append(block.background, base: 40, depth: depth, to: &bytes)
    bytes.append(UInt8(ascii: "m"))
  }

  private static func append(_ color: Int32, base: Int, depth: ColorDepth, to bytes: inout [UInt8]) {
    guard color >= 0 else { return }
    switch depth {
    case .none: break
    case .eight: bytes.append(contentsOf: ";\(base + Int(color) % 8)".utf8)
    case .sixteen:
      bytes.append(contentsOf: ";\(color < 8 ? base + Int(color) : base + 60 + Int(color) % 8)".utf8)
    case .palette: bytes.append(contentsOf: ";\(base + 8);5;\(color)".utf8)
    case .trueColor:
      let rgb = RGB(packed: color)
      bytes.append(contentsOf: ";\(base + 8);2;\(rgb.red);\(rgb.green);\(rgb.blue)".utf8)
    }
  }
}
