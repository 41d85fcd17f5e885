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

  @Test func aJPEGLooksLikeThePicture() throws {
    let image = try Image(decoding: Fixtures.bytes("jpeg-420.jpg"))
    let bytes = try image.jpegData(quality: 95)
    let again = try Image(decoding: bytes)
    #expect(again.width == image.width && again.height == image.height)
    let differences = zip(again.pixels, image.pixels).map { abs(Int($0) - Int($1)) }
    #expect(differences.reduce(0, +) / differences.count < 4)
    #expect(try image.jpegData(quality: 20).count < bytes.count)
  }

  @Test func noiseFitsIntoAJPEGOfAnyQuality() throws {
    let image = try Image(decoding: Fixtures.bytes("noise.png"))
    for quality in [-5, 1, 100, 1000] { #expect(try !image.jpegData(quality: quality).isEmpty) }
  }

  @Test func aJPEGHasAtMost65500PixelsASide() {
    #expect(throws: ImageError.self) { try Image(width: 65_501, height: 1, red: 0, green: 0, blue: 0).jpegData() }
  }
}
