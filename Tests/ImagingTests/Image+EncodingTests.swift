import Imaging
import Testing

@Suite struct ImageEncodingTests {
  @Test(arguments: ["rgb-8.png", "one-pixel.png", "jpeg-420.jpg"])
  func aPNGHoldsThePicture(name: String) throws {
    let image = try Image(decoding: Fixtures.bytes(name))
    #expect(try Image(decoding: image.pngData()) == image)
  }

  @Test func theSamePictureGivesTheSameBytes() throws {
    let image = try Image(decoding: Fixtures.bytes("noise.png"))
    #expect(try image.pngData() == image.pngData())
  }

  /// Noise can't be compressed: the buffer must hold more than the pixels.
  @Test func noiseFits() throws {
    var state: UInt32 = 1
    let pixels = (0..<(200 * 300 * 3)).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 24)
    }
    let image = Image(width: 300, height: 200, pixels: pixels)
    #expect(try Image(decoding: image.pngData()) == image)
  }
}
