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
  var version = 0
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
  private var decoded: [(path: String, version: Int, image: Image)] = []
  private var scaled: [(path: String, version: Int, pixels: PixelSize, image: Image)] = []
  private var nextID: UInt32 = 1

  /// Makes what the terminal is sent, or nil if there is no room for it.
  mutating func render(_ request: PictureRequest) throws(ImageError) -> RenderedPicture? {
    let original = try decode(request.path, version: request.version)
    let format = request.format
    let isBlocks = !format.method.isPixels
    let area = Rect(column: 0, row: 0, columns: request.columns, rows: request.rows)
    guard
      let placement = Surroundings(cell: format.cell, fillsWholeCells: isBlocks).placement(
        of: PixelSize(width: original.width, height: original.height), in: area)
    else { return nil }
    var image = scale(original, of: request, to: placement.pixels)
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

  private mutating func decode(_ path: String, version: Int) throws(ImageError) -> Image {
    if let known = decoded.first(where: { $0.path == path && $0.version == version }) { return known.image }
    let image = try Image(contentsOf: path)
    decoded.append((path, version, image))
    if decoded.count > PictureRenderer.mostDecoded { decoded.removeFirst() }
    return image
  }

  private mutating func scale(_ image: Image, of request: PictureRequest, to pixels: PixelSize) -> Image {
    let known = scaled.first { $0.path == request.path && $0.version == request.version && $0.pixels == pixels }
    if let known { return known.image }
    let result = image.resized(width: pixels.width, height: pixels.height, filter: .bilinear)
    scaled.append((request.path, request.version, pixels, result))
    if scaled.count > PictureRenderer.mostScaled { scaled.removeFirst() }
    return result
  }
}
