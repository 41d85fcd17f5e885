import CTerminal
import Interface

/// What is on the terminal, and how it becomes the next frame with as few changes as possible.
///
/// Text goes through ncurses. Pictures go past it, since ncurses has neither pixels nor, in most terminals, true colour:
/// they are sent after ncurses has sent its part, and ncurses is told that the cells below are invisible blanks. It
/// then neither writes there nor clears a line across them, until other cells take their place.
struct Screen {
  private struct Drawn: Equatable {
    var cell: Cell
    /// Whether a picture covers the cell.
    var isCovered = false
  }

  private struct Placed {
    var request: PictureRequest
    /// The area that it was asked for.
    var area: Rect
    var picture: RenderedPicture

    /// The cells that it covers.
    var cells: Rect {
      Rect(
        column: area.column + picture.cells.column, row: area.row + picture.cells.row, columns: picture.cells.columns,
        rows: picture.cells.rows)
    }
  }

  private var format: PictureFormat
  private let synchronizes: Bool
  private let store: PictureStore
  private var size: Size
  private var drawn: [Drawn]
  private var placed: [Placed] = []
  /// Whether the terminal may have lost the pictures.
  private var picturesAreLost = false

  /// An empty screen.
  init(size: Size, format: PictureFormat, synchronizes: Bool, store: PictureStore) {
    self.size = size
    self.format = format
    self.synchronizes = synchronizes
    self.store = store
    drawn = Array(repeating: Drawn(cell: Cell()), count: size.columns * size.rows)
  }

  /// The terminal has another size, or was used by another program; it is blank now.
  ///
  /// - Parameter cell: a cell's size, which another font changes too; nil if it isn't known anew.
  mutating func reset(size: Size, cell: PixelSize?) {
    self.size = size
    if let cell { format.cell = cell }
    drawn = Array(repeating: Drawn(cell: Cell()), count: size.columns * size.rows)
    picturesAreLost = true
  }

  /// Sends everything again with the next frame.
  mutating func redraw() {
    ct_redraw()
    picturesAreLost = true
  }

  /// Shows a frame; false if the terminal is gone.
  mutating func show(_ frame: Frame) -> Bool {
    var cells = compose(frame)
    let pictures = place(frame.pictures, on: &cells)
    for picture in pictures { cover(picture.cells, of: &cells) }

    let before = picturesAreLost ? lostPictures() : []
    let after = changes(to: pictures)
    let hasCells = put(cells)
    drawn = cells
    placed = pictures
    picturesAreLost = false

    let isSynchronized = synchronizes && (hasCells || !after.isEmpty)
    var isThere = true
    if isSynchronized { isThere = ct_write(Array("\u{1B}[?2026h".utf8), 8) }
    if !before.isEmpty { isThere = ct_write(before, before.count) && isThere }
    ct_flush(Int32(clamping: frame.cursor?.row ?? -1), Int32(clamping: frame.cursor?.column ?? -1))
    if !after.isEmpty {
      // Pictures leave the cursor and the colours somewhere; ncurses relies on where it left them.
      let bytes = Array("\u{1B}7".utf8) + after + Array("\u{1B}8".utf8)
      isThere = ct_write(bytes, bytes.count) && isThere
    }
    if isSynchronized { isThere = ct_write(Array("\u{1B}[?2026l".utf8), 8) && isThere }
    return isThere
  }

  // MARK: - Cells

  /// The frame's cells in the size that the terminal really has.
  private func compose(_ frame: Frame) -> [Drawn] {
    if frame.size == size { return frame.cells.map { Drawn(cell: $0) } }
    var cells = Array(repeating: Drawn(cell: Cell()), count: size.columns * size.rows)
    for row in 0..<min(size.rows, frame.size.rows) {
      for column in 0..<min(size.columns, frame.size.columns) {
        cells[row * size.columns + column].cell = frame[column, row]
      }
    }
    return cells
  }

  private func cover(_ rect: Rect, of cells: inout [Drawn]) {
    for row in rect.row..<(rect.row + rect.rows) {
      for column in rect.column..<(rect.column + rect.columns) {
        cells[row * size.columns + column] = Drawn(cell: Cell(), isCovered: true)
      }
    }
  }

  /// Hands ncurses the cells that changed; whether there were any.
  private func put(_ cells: [Drawn]) -> Bool {
    var scalars: [UInt32] = []
    var lengths: [UInt8] = []
    var hasChanged = false
    for row in 0..<size.rows {
      var column = 0
      while column < size.columns {
        let first = row * size.columns + column
        guard cells[first] != drawn[first] else {
          column += 1
          continue
        }
        let start = column
        let style = style(of: cells[first])
        scalars.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        while column < size.columns {
          let at = row * size.columns + column
          guard cells[at] != drawn[at], self.style(of: cells[at]) == style else { break }
          lengths.append(CellGlyph.append(cells[at].cell.character, isUTF8: format.isUTF8, to: &scalars))
          column += 1
        }
        ct_put(
          Int32(row), Int32(start),
          ct_style(attributes: style.attributes, foreground: style.foreground, background: style.background), scalars,
          lengths, lengths.count)
        hasChanged = true
      }
    }
    return hasChanged
  }

  private func style(of drawn: Drawn) -> RoleStyle {
    if drawn.isCovered { return RoleStyle(attributes: .invisible) }
    var style = RoleStyle.of(drawn.cell.role, depth: format.depth)
    if drawn.cell.isBold { style.attributes.insert(.bold) }
    return style
  }

  // MARK: - Pictures

  /// Finds out what can be shown of a frame's pictures, and writes into the cells why the others can't.
  private func place(_ pictures: [Picture], on cells: inout [Drawn]) -> [Placed] {
    let room = Size(columns: size.columns, rows: size.rows - (format.method.scrolls ? 1 : 0))
    let areas = pictures.map { $0.area.clipped(to: room) }
    let requests = zip(pictures, areas).map { picture, area in
      PictureRequest(
        path: picture.path, version: picture.version, columns: area.columns, rows: area.rows, marks: picture.marks,
        format: format)
    }
    if format.method == .none {
      for area in areas { write("pictures are off", in: area, to: &cells) }
      return []
    }
    var result: [Placed] = []
    for (index, entry) in store.pictures(requests).enumerated() {
      let area = areas[index]
      switch entry {
      case .ready(let picture):
        if let picture { result.append(Placed(request: requests[index], area: area, picture: picture)) }
      case .failed(let sentence): write(sentence, in: area, to: &cells)
      case .pending:
        // The picture that was there stays until the next one is ready, so that nothing flickers.
        if let old = placed.first(where: { $0.area == area }) {
          result.append(old)
        } else {
          write(format.isUTF8 ? "…" : "...", in: area, to: &cells)
        }
      }
    }
    return result
  }

  private func write(_ sentence: String, in area: Rect, to cells: inout [Drawn]) {
    let lines = PictureSentence.lines(sentence, columns: area.columns, rows: area.rows)
    for (index, line) in lines.enumerated() {
      let row = area.row + (area.rows - lines.count) / 2 + index
      let start = area.column + (area.columns - line.count) / 2
      for (offset, character) in line.enumerated() {
        cells[row * size.columns + start + offset] = Drawn(cell: Cell(character, role: .dim))
      }
    }
  }

  /// What has to be sent before the cells when pictures may have been lost: they are all drawn anew.
  private func lostPictures() -> [UInt8] { format.method == .kitty ? Array(KittyEncoder.deleteAll.utf8) : [] }

  /// What has to be sent after the cells to get from the pictures that are there to others.
  private func changes(to pictures: [Placed]) -> [UInt8] {
    let known = picturesAreLost ? [] : placed
    var bytes: [UInt8] = []
    for picture in pictures {
      let same = known.first { $0.request == picture.request && $0.area == picture.area }
      if same == nil { draw(picture, over: known.first { $0.cells == picture.cells }, to: &bytes) }
    }
    // Those that take the place of others are drawn first, so that there is always one.
    for old in known {
      guard case .kitty(_, let id) = old.picture.content else { continue }
      let stays = pictures.contains { picture in
        if case .kitty(_, id) = picture.picture.content { picture.area == old.area } else { false }
      }
      if !stays { bytes.append(contentsOf: KittyEncoder.delete(id: id)) }
    }
    return bytes
  }

  private func draw(_ new: Placed, over old: Placed?, to bytes: inout [UInt8]) {
    let cells = new.cells
    switch new.picture.content {
    case .blocks(let blocks):
      var previous: BlockPicture?
      if case .blocks(let there) = old?.picture.content { previous = there }
      bytes.append(
        contentsOf: BlockEncoder.encode(blocks, column: cells.column, row: cells.row, previous: previous))
    case .sequence(let sequence):
      // A picture that doesn't fill its last column and row would leave some of another there.
      if old == nil { erase(cells, to: &bytes) }
      bytes.append(contentsOf: "\u{1B}[\(cells.row + 1);\(cells.column + 1)H".utf8)
      bytes.append(contentsOf: sequence)
    case .kitty(let sequence, _):
      bytes.append(contentsOf: "\u{1B}[\(cells.row + 1);\(cells.column + 1)H".utf8)
      bytes.append(contentsOf: sequence)
    }
  }

  private func erase(_ cells: Rect, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: "\u{1B}[0m".utf8)
    for row in 0..<cells.rows {
      bytes.append(contentsOf: "\u{1B}[\(cells.row + row + 1);\(cells.column + 1)H".utf8)
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: cells.columns))
    }
  }
}
