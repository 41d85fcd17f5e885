import Imaging
import Interface
import Testing

@testable import Terminal

@Suite struct SixelEncoderTests {
  @Test func aPictureIsADeviceControlStringInItsSize() {
    // 20×40 pixels, all red: two cells of 10×40.
    let image = Image(width: 20, height: 40, pixels: (0..<800).flatMap { _ in [200, 0, 0] as [UInt8] })
    let text = encoded(image, columns: 2, cell: PixelSize(width: 10, height: 40))
    #expect(text.hasPrefix("\u{1B}P"))
    #expect(text.contains("\u{1B}\\"))
    // Raster attributes: aspect 1:1, width and height. Sixels are six rows high, and 40 rows have room for six of them.
    #expect(text.contains("\"1;1;20;36"))
  }

  @Test("columns stay upright, whatever the width", arguments: [20, 21, 22, 23])
  func upright(width: Int) {
    // The left half black, the right half white; chafa once read rows of odd lengths askew.
    let row = (0..<width).flatMap { [UInt8](repeating: $0 < width / 2 ? 0 : 255, count: 3) }
    let image = Image(width: width, height: 12, pixels: (0..<12).flatMap { _ in row })
    let text = encoded(image, columns: 1, cell: PixelSize(width: width, height: 12))
    let bands = text.drop { $0 != "-" && $0 != "$" }
    // Every sixel has all of its rows in one colour, but where the halves meet.
    let sixels = bands.filter { ("?"..."~").contains($0) }
    #expect(sixels.filter { $0 != "?" && $0 != "~" }.count <= 4, "\(text)")
  }

  private func encoded(_ image: Image, columns: Int, cell: PixelSize) -> String {
    String(decoding: SixelEncoder.show(image, columns: columns, rows: 1, cell: cell), as: UTF8.self)
  }
}
