import CTerminal
import Imaging
import Interface

extension BlockPicture {
  /// The picture with a line of text written over it, in characters of the terminal.
  ///
  /// It begins in a cell, or further left if it would reach beyond the right edge; what then doesn't fit is left out.
  func labelled(_ text: String, column: Int, row: Int, role: Role, isUTF8: Bool) -> BlockPicture {
    guard rows > 0 else { return self }
    let colors = BlockPicture.labelColors(role, depth: depth)
    func block(_ scalar: UInt32) -> Block {
      Block(scalar: scalar, foreground: colors.foreground, background: colors.background)
    }
    var label = [block(0x20)]
    for character in text {
      var scalars: [UInt32] = []
      _ = CellGlyph.append(character, isUTF8: isUTF8, to: &scalars)
      guard let scalar = scalars.first else { continue }
      let width = ct_width(scalar)
      guard width > 0, label.count + Int(width) < columns else { break }
      label.append(block(scalar))
      if width == 2 { label.append(block(Block.continuation)) }
    }
    label.append(block(0x20))
    label = Array(label.prefix(columns))

    let start = max(0, min(column, columns - label.count))
    let first = max(0, min(row, rows - 1)) * columns + start
    var blocks = blocks
    blocks.replaceSubrange(first..<(first + label.count), with: label)
    return BlockPicture(columns: columns, rows: rows, blocks: blocks, depth: depth)
  }

  private static func labelColors(_ role: Role, depth: ColorDepth) -> (foreground: Int32, background: Int32) {
    let style = RoleStyle.of(role, depth: depth)
    let isDark = Canvas.Color(role).contrast == .white
    switch depth {
    case .none: return (-1, -1)
    case .eight: return (7, max(0, style.foreground))
    case .sixteen: return (15, max(0, style.foreground))
    case .palette: return (isDark ? 231 : 16, style.foreground >= 0 ? style.foreground : 238)
    case .trueColor: return (isDark ? 0xFF_FF_FF : 0, RoleStyle.onPicture(role).packed)
    }
  }
}
