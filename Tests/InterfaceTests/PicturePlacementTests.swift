import Interface
import Testing

@Suite struct PicturePlacementTests {
  private let phone = PixelSize(width: 1080, height: 2400)
  private let cell = PixelSize(width: 10, height: 20)

  @Test func aHighPictureFillsTheHeightAndIsCentred() {
    let area = Rect(column: 2, row: 1, columns: 40, rows: 22)
    let placement = PicturePlacement.fit(phone, in: area, cell: cell, wholeCells: false)
    // 22 rows are 440 pixels; 440 · 1080 / 2400 = 198 pixels are 20 cells of 10.
    #expect(placement?.pixels == PixelSize(width: 198, height: 440))
    #expect(placement?.cells == Rect(column: 12, row: 1, columns: 20, rows: 22))
  }

  @Test func aWidePictureFillsTheWidth() {
    let area = Rect(column: 0, row: 0, columns: 40, rows: 22)
    let placement = PicturePlacement.fit(
      PixelSize(width: 200, height: 100), in: area, cell: cell, wholeCells: false)
    #expect(placement?.pixels == PixelSize(width: 400, height: 200))
    #expect(placement?.cells == Rect(column: 0, row: 6, columns: 40, rows: 10))
  }

  @Test func blocksFillWholeCells() {
    let area = Rect(column: 0, row: 0, columns: 40, rows: 21)
    let placement = PicturePlacement.fit(phone, in: area, cell: .assumedCell, wholeCells: true)
    // 336 · 0.45 = 151.2 pixels are 18.9 cells of 8.
    #expect(placement?.cells == Rect(column: 10, row: 0, columns: 19, rows: 21))
    #expect(placement?.pixels == PixelSize(width: 152, height: 336))
  }

  @Test(
    "never larger than the area, and proportions within half a cell",
    arguments: [(1, 1), (1, 40), (3, 2), (80, 1), (7, 9), (100, 50)], [true, false])
  func inside(area: (columns: Int, rows: Int), wholeCells: Bool) {
    for picture in [phone, PixelSize(width: 1, height: 1), PixelSize(width: 5000, height: 3), phone] {
      let rect = Rect(column: 5, row: 6, columns: area.columns, rows: area.rows)
      let placement = PicturePlacement.fit(picture, in: rect, cell: cell, wholeCells: wholeCells)
      let cells = placement?.cells ?? Rect(column: 0, row: 0, columns: 0, rows: 0)
      #expect(cells.columns >= 1 && cells.rows >= 1)
      #expect(cells.column >= 5 && cells.column + cells.columns <= 5 + area.columns)
      #expect(cells.row >= 6 && cells.row + cells.rows <= 6 + area.rows)
    }
  }

  @Test func noRoomOrNoPictureIsNil() {
    let empty = Rect(column: 0, row: 0, columns: 0, rows: 5)
    #expect(PicturePlacement.fit(phone, in: empty, cell: cell, wholeCells: true) == nil)
    let room = Rect(column: 0, row: 0, columns: 5, rows: 5)
    #expect(PicturePlacement.fit(PixelSize(width: 0, height: 5), in: room, cell: cell, wholeCells: true) == nil)
  }

  @Test func eachPixelOfACellIsOfTheCellThatShowsIt() throws {
    let area = Rect(column: 2, row: 1, columns: 40, rows: 22)
    for wholeCells in [true, false] {
      let placement = try #require(PicturePlacement.fit(phone, in: area, cell: cell, wholeCells: wholeCells))
      for row in placement.cells.row..<placement.cells.row + placement.cells.rows {
        for column in placement.cells.column..<placement.cells.column + placement.cells.columns {
          let pixel = try #require(placement.pixel(column: column, row: row, of: phone))
          #expect((0..<1080).contains(pixel.x) && (0..<2400).contains(pixel.y))
          let x = Double(pixel.x) / 1080 * Double(placement.pixels.width) / 10
          #expect(Int(x) == column - placement.cells.column)
        }
      }
    }
  }

  @Test func besideThePictureThereIsNoPixel() throws {
    let area = Rect(column: 2, row: 1, columns: 40, rows: 22)
    let placement = try #require(PicturePlacement.fit(phone, in: area, cell: cell, wholeCells: false))
    for (column, row) in [(2, 1), (11, 5), (32, 5), (20, 0), (20, 23)] {
      #expect(placement.pixel(column: column, row: row, of: phone) == nil)
    }
  }
}
