import Imaging
import TestSupport
import Testing

@Suite struct ImageFilesTests {
  @Test func readsBackWhatItWrote() throws {
    let folder = try TemporaryDirectory()
    let image = try Image(decoding: Fixtures.bytes("noise.png"))
    try image.writePNG(to: folder.file("noise.png"))
    #expect(try Image(contentsOf: folder.file("noise.png")) == image)
    #expect(try Image.size(ofFile: folder.file("noise.png")) == (23, 19))
  }

  @Test func saysWhyAFileCannotBeRead() throws {
    let folder = try TemporaryDirectory()
    let missing = folder.file("none.png")
    #expect(throws: ImageError.unreadable(path: missing, reason: "No such file or directory")) {
      try Image(contentsOf: missing)
    }
    #expect(throws: ImageError.unreadable(path: folder.path, reason: "Is a directory")) {
      try Image(contentsOf: folder.path)
    }
  }

  @Test func saysWhyAFileCannotBeWritten() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("none/picture.png")
    let image = Image(width: 1, height: 1, red: 1, green: 2, blue: 3)
    #expect(throws: ImageError.unwritable(path: path, reason: "The file doesn’t exist.")) {
      try image.writePNG(to: path)
    }
  }

  /// The frame header lies behind more thumbnails and profiles than the first read takes.
  @Test func tellsTheSizeOfAJPEGWithALongPreamble() throws {
    let folder = try TemporaryDirectory()
    let segment: [UInt8] = [0xFF, 0xE1, 0xFF, 0xFF] + [UInt8](repeating: 7, count: 65_533)
    let jpeg = try Fixtures.bytes("jpeg-420.jpg")
    let path = try folder.write(
      Array(jpeg[..<2] + Array([segment, segment, segment, segment, segment].joined()) + jpeg[2...]), to: "long.jpg")
    #expect(try Image.size(ofFile: path) == (33, 19))
    #expect(try Image(contentsOf: path).width == 33)
  }
}
