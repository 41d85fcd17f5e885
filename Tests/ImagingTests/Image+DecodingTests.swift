import Foundation
import Imaging
import TestSupport
import Testing

@Suite struct ImageDecodingTests {
  @Test(arguments: Fixtures.decoded.keys.sorted())
  func decodesAsPillowDoes(name: String) throws {
    let expected = try #require(Fixtures.decoded[name])
    let image = try Image(decoding: Fixtures.bytes(name))
    #expect(difference(image, expected.image) == nil)
  }

  @Test func hasAFixtureOfEachKind() { #expect(Fixtures.decoded.count == 33) }

  @Test(arguments: Fixtures.decoded.keys.sorted())
  func tellsTheSizeFromTheBeginning(name: String) throws {
    let expected = try #require(Fixtures.decoded[name])
    let size = try Image.size(of: Array(Fixtures.bytes(name).prefix(700)))
    #expect(size == (expected.width, expected.height))
  }

  @Test(arguments: ["rgb-8.png", "rgb-8-interlaced.png", "palette-4.png", "jpeg-420.jpg", "jpeg-progressive.jpg"])
  func refusesAPictureCutAnywhere(name: String) throws {
    let bytes = try Fixtures.bytes(name)
    for count in 0..<bytes.count {
      let error = #expect(throws: ImageError.self, "cut to \(count) of \(bytes.count) bytes") {
        try Image(decoding: Array(bytes[..<count]))
      }
      if count >= 8 {
        guard case .damaged = error else {
          Issue.record("cut to \(count) of \(bytes.count) bytes: \(String(describing: error))")
          continue
        }
      }
    }
  }

  @Test(arguments: ["rgb-8.png", "jpeg-420.jpg"])
  func takesBytesAfterTheEnd(name: String) throws {
    let bytes = try Fixtures.bytes(name)
    let expected = try #require(Fixtures.decoded[name])
    let image = try Image(decoding: bytes + Array("rubbish after the end".utf8) + bytes)
    #expect(image == expected.image)
  }

  @Test func refusesWhatIsNeitherPNGNorJPEG() {
    for text in ["", "\u{89}PNG", "GIF89a…", "<html>"] {
      #expect(throws: ImageError.notRecognised) { try Image(decoding: Array(text.utf8)) }
    }
  }

  @Test func refusesAHugePNGBeforeAskingForMemory() throws {
    var bytes = try Fixtures.bytes("rgb-8.png")
    // 100,000 = 0x000186A0, as width and as height.
    bytes.replaceSubrange(16..<24, with: [0, 1, 0x86, 0xA0, 0, 1, 0x86, 0xA0])
    #expect(throws: ImageError.tooLarge(width: 100_000, height: 100_000)) { try Image(decoding: bytes) }
    #expect(try Image.size(of: bytes) == (100_000, 100_000))
  }

  @Test func refusesAHugeJPEGBeforeAskingForMemory() throws {
    var bytes = try Fixtures.bytes("jpeg-420.jpg")
    let frame = try #require(bytes.indices.dropLast().first { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC0 })
    bytes.replaceSubrange((frame + 5)..<(frame + 9), with: [0xFF, 0xFF, 0xFF, 0xFE])
    #expect(throws: ImageError.tooLarge(width: 65_534, height: 65_535)) { try Image(decoding: bytes) }
  }

  @Test func refusesSizesThatTheBytesCannotHold() throws {
    var png = try Fixtures.bytes("rgb-8.png")
    png.replaceSubrange(16..<24, with: [0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10])
    var jpeg = try Fixtures.bytes("jpeg-420.jpg")
    let frame = try #require(jpeg.indices.dropLast().first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
    jpeg.replaceSubrange((frame + 5)..<(frame + 9), with: [0x27, 0x10, 0x27, 0x10])
    #expect(throws: ImageError.damaged(format: "PNG", reason: "it ends too early")) { try Image(decoding: png) }
    #expect(throws: ImageError.damaged(format: "JPEG", reason: "it ends too early")) { try Image(decoding: jpeg) }
  }

  @Test func refusesSizesOfNothing() throws {
    var bytes = try Fixtures.bytes("rgb-8.png")
    bytes.replaceSubrange(16..<20, with: [0, 0, 0, 0])
    #expect(throws: ImageError.damaged(format: "PNG", reason: "its header says 0×9 pixels")) {
      try Image(decoding: bytes)
    }
  }

  /// Black, 10,000 × 10,000, in 300 kB: as much as a PNG can be blown up, and inside the limit.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["INFIR_SLOW_TESTS"] == "1"))
  func decodesTheDensestPictureThatIsAllowed() throws {
    let picture = Image(width: 10_000, height: 10_000, red: 0, green: 0, blue: 0)
    let bytes = try picture.pngData()
    #expect(try Image(decoding: bytes).contentHash == picture.contentHash)
  }

  @Test(arguments: ["rgb-8.png", "rgb-8-interlaced.png", "palette-8-alpha.png", "rgba-16.png"])
  func survivesDamagedPNGs(name: String) throws { try survives(name) }

  @Test(arguments: ["jpeg-420.jpg", "jpeg-progressive.jpg", "jpeg-cmyk.jpg", "jpeg-restarts.jpg"])
  func survivesDamagedJPEGs(name: String) throws { try survives(name) }

  /// Checksums would stop nearly all damage at the door; with right ones it comes through to the decoder.
  @Test(arguments: ["rgb-8.png", "rgb-8-interlaced.png", "palette-8-alpha.png", "rgba-16.png"])
  func survivesDamagedPNGsWithRightChecksums(name: String) throws { try survives(name, repairing: checksumsRepaired) }

  private func checksumsRepaired(_ png: [UInt8]) -> [UInt8] {
    var png = png
    var at = 8
    while at + 12 <= png.count {
      let count = png[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
      let end = at + 8 + count
      guard end + 4 <= png.count else { break }
      let crc = CRC32.of(png[(at + 4)..<end])
      for index in 0..<4 { png[end + index] = UInt8(truncatingIfNeeded: crc >> (24 - 8 * UInt32(index))) }
      at = end + 4
    }
    return png
  }

  private func survives(_ name: String, repairing repaired: ([UInt8]) -> [UInt8] = { $0 }) throws {
    let original = try Fixtures.bytes(name)
    var mutator = Mutator(seed: 1)
    for _ in 0..<(Mutator.inputs / 4) {
      let bytes = repaired(mutator.mutate(original))
      do throws(ImageError) {
        let image = try Image(decoding: bytes)
        #expect(image.pixels.count == image.width * image.height * 3)
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
  }

  @Test(.enabled(if: Shared.has("data"), Comment(rawValue: Shared.missing)))
  func decodesEveryRecordedPicture() throws {
    let root = URL(fileURLWithPath: Shared.path("data"))
    let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    var count = 0
    for case let file as URL in files where ["png", "jpg"].contains(file.pathExtension) {
      let size = try Image.size(ofFile: file.path)
      let image = try Image(contentsOf: file.path)
      #expect(size == (image.width, image.height))
      count += 1
    }
    #expect(count > 50)
  }
}
