import Testing

@testable import Terminal

@Suite struct RGBTests {
  @Test(
    "xterm's palette",
    arguments: [
      (Int32(16), RGB(0, 0, 0)), (21, RGB(0, 0, 255)), (196, RGB(255, 0, 0)), (231, RGB(255, 255, 255)),
      (67, RGB(95, 135, 175)), (232, RGB(8, 8, 8)), (255, RGB(238, 238, 238)),
    ] as [(Int32, RGB)])
  func palette(index: Int32, color: RGB) { #expect(RGB(palette: index) == color) }

  @Test func packing() {
    #expect(RGB(packed: 0x12_34_56) == RGB(0x12, 0x34, 0x56))
    #expect(RGB(0x12, 0x34, 0x56).packed == 0x12_34_56)
  }
}
