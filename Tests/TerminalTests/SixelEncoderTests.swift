import Imaging
import Testing

@testable import Terminal

@Suite struct SixelEncoderTests {
  @Test func aPictureIsADeviceControlStringInItsSize() {
    // 20×40 pixels, all red: two cells of 10×40.
    let image = Image(width: 20, height: 40, pixels: (0..<800).flatMap { _ in [200, 0, 0] as [UInt8] })
    let bytes = SixelEncoder.show(image, columns: 2, rows: 1, cell: PixelSize(width: 10, height: 40))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("\u{1B}P"))
    #expect(text.contains("\u{1B}\\"))
    // Raster attributes: aspect 1:1, width and height. Sixels are six rows high, and 40 rows have room for six of them.
    #expect(text.contains("\"1;1;20;36"))
  }
}
