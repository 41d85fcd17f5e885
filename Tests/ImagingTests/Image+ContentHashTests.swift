import Imaging
import Testing

@Suite struct ImageContentHashTests {
  /// Keys of caches outlive the program: if this changes, caches must be thrown away.
  @Test func staysTheSame() throws {
    #expect(Image(width: 1, height: 1, red: 1, green: 2, blue: 3).contentHash == 4_811_946_359_741_758_470)
    #expect(Image(width: 5, height: 3, pixels: (0..<45).map { $0 * 5 }).contentHash == 5_401_949_156_880_462_913)
  }

  @Test func dependsOnEachValueAndOnTheSize() throws {
    let image = try Image(decoding: Fixtures.bytes("noise.png"))
    var seen: Set = [image.contentHash]
    for index in image.pixels.indices {
      var other = image
      other.pixels[index] ^= 1
      seen.insert(other.contentHash)
    }
    seen.insert(Image(width: image.height, height: image.width, pixels: image.pixels).contentHash)
    #expect(seen.count == image.pixels.count + 2)
  }
}
