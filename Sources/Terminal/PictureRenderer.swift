import Imaging
import Interface

/// What the terminal shows of a picture: everything that decides on how it is converted.
struct PictureFormat: Sendable, Equatable {
  var method: PictureMethod
  var depth: ColorDepth
  var isUTF8: Bool
  var cell: PixelSize
}

/// A picture that is to be shown, wherever it is on the screen.
struct PictureRequest: Sendable, Equatable {
  var path: String
  var columns: Int
  var rows: Int
  var marks: [Mark]
  var format: PictureFormat
}

/// Decodes, scales, marks and converts pictures. Slow, so it belongs on a thread of its own.
struct PictureRenderer {
  /// Decoded pictures are some megabytes each.
  private static let mostDecoded = 4
  private static let mostScaled = 8

  // Newest last.
  private var decoded: [(path: String, image: Image)] = []
  private var scaled: [(path: String, pixels: PixelSize, image: Image)] = []
  private var nextID: UInt32 = 1

  /// Makes what the terminal is sent, or nil if there is no room for it.
  mutating func render(_ request: PictureRequest) throws(ImageError) -> RenderedPicture? {
    let original = try decode(request.path)
    let format = request.format
    let isBlocks = !format.method.isPixels
    let area = Rect(column: 0, row: 0, columns: request.columns, rows: request.rows)
    guard
      let placement = Surroundings(cell: format.cell, fillsWholeCells: isBlocks).placement(
        of: PixelSize(width: original.width, height: original.height), in: area)
    else { return nil }
    var image = scale(original, path: request.path, to: placement.pixels)
    if !request.marks.isEmpty {
      image = try image.marked(
        request.marks, from: PixelSize(width: original.width, height: original.height), isBlocks: isBlocks)
    }
    var content = try convert(image, placement, format)
    if case .blocks(let blocks) = content {
      content = .blocks(
        label(blocks, request, original: PixelSize(width: original.width, height: original.height)))
    }
    return RenderedPicture(content: content, cells: placement.cells)
  }

  private func label(_ blocks: BlockPicture, _ request: PictureRequest, original: PixelSize) -> BlockPicture {
    var blocks = blocks
    for case .label(let x, let y, let text, let role) in request.marks {
      let column = Int(min(max(0, Double(x) * Double(blocks.columns) / Double(original.width)), 1e6))
      let row = Int(min(max(0, Double(y) * Double(blocks.rows) / Double(original.height)), 1e6))
      blocks = blocks.labelled(text, column: column, row: row, role: role, isUTF8: request.format.isUTF8)
    }
    return blocks
  }

  private mutating func convert(
    _ image: Image, _ placement: PicturePlacement, _ format: PictureFormat
  ) throws(ImageError) -> RenderedPicture.Content {
    let columns = placement.cells.columns
    let rows = placement.cells.rows
    switch format.method {
    case .kitty:
      defer { nextID += 1 }
      return .kitty(KittyEncoder.show(png: try image.pngData(), id: nextID), id: nextID)
    case .iTerm2: return .sequence(ITerm2Encoder.show(png: try image.pngData(), columns: columns, rows: rows))
    case .sixel: return .sequence(SixelEncoder.show(image, columns: columns, rows: rows, cell: format.cell))
    case .blocks(let symbols):
      return .blocks(
        BlockPicture(
          image, columns: columns, rows: rows, depth: format.depth, isUTF8: format.isUTF8, symbols: symbols))
    case .none: return .sequence([])
    }
  }

  private mutating func decode(_ path: String) throws(ImageError) -> Image {
    if let known = decoded.first(where: { $0.path == path }) { return known.image }
    let image = try Image(contentsOf: path)
    decoded.append((path, image))
    if decoded.count > PictureRenderer.mostDecoded { decoded.removeFirst() }
    return image
  }

  private mutating func scale(_ image: Image, path: String, to pixels: PixelSize) -> Image {
    if let known = scaled.first(where: { $0.path == path && $0.pixels == pixels }) { return known.image }
    let result = image.resized(width: pixels.width, height: pixels.height, filter: .bilinear)
    scaled.append((path, pixels, result))
    if scaled.count > PictureRenderer.mostScaled { scaled.removeFirst() }
    return result
  }
}
