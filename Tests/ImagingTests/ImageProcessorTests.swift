import Foundation
import TestSupport
import Testing

@testable import Imaging

@Suite struct ImageProcessorTests {
  private struct Prepared: Decodable {
    var configuration: JSONValue
    var width: Int
    var height: Int
    var shape: [Int]
    var crc32: UInt32
    var first: [Float]
  }

  @Test func preparesAsTransformersDoes() throws {
    let cases = try Fixtures.json("prepared.json", as: [Prepared].self)
    #expect(cases.count == 65)
    for expected in cases {
      let json = [UInt8](try JSONEncoder().encode(expected.configuration))
      let processor = try ImageProcessor(configuration: json)
      let bytes = (0..<(expected.width * expected.height * 3)).map { UInt8(truncatingIfNeeded: $0 * 89) }
      let prepared = processor.prepare(Image(width: expected.width, height: expected.height, pixels: bytes))
      let shape = [prepared.tiles, 3, prepared.tileHeight, prepared.tileWidth]
      let place: Comment = "\(expected.width)×\(expected.height), \(String(decoding: json, as: UTF8.self))"
      #expect(shape.suffix(expected.shape.count) == expected.shape[...], place)
      #expect(Array(prepared.pixelValues.prefix(expected.first.count)) == expected.first, place)
      #expect(checksum(prepared.pixelValues) == expected.crc32, place)
      #expect(prepared.imageHeight == expected.height && prepared.imageWidth == expected.width)
    }
  }

  @Test(
    .enabled(if: Shared.has("goldens/preprocess-384"), Comment(rawValue: Shared.missing)))
  func meetsTransformersPixelsOfAScreenshot() throws {
    let folder = "goldens/preprocess-384/"
    let image = try Image(contentsOf: Shared.path(folder + "screenshot.png"))
    let expected = try Safetensors(contentsOf: Shared.path(folder + "expected.safetensors"))
    let siglip = try ImageProcessor(.siglip(side: 384))
    #expect(planes(siglip.tiles(of: image)) == (try expected.bytes("siglip_384_u8")))
    let tiled = try ImageProcessor(.tiled(side: 384))
    #expect(planes(tiled.tiles(of: image)) == (try expected.bytes("llava_next_tiles_u8")))
  }

  @Test(
    .enabled(if: Shared.has("goldens/llava-tied"), Comment(rawValue: Shared.missing)),
    arguments: ["llava-tied", "llava-next-untied"])
  func meetsTransformersFloats(name: String) throws {
    let folder = "goldens/\(name)/"
    let json = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Shared.path(folder + "preprocessor_config.json"))))
    let expected = try Safetensors(contentsOf: Shared.path(folder + "expected.safetensors"))
    let image = try Image(contentsOf: Shared.path(folder + "screenshot.png"))
    let prepared = try ImageProcessor(configuration: json).prepare(image)
    let shape = [prepared.tiles, 3, prepared.tileHeight, prepared.tileWidth]
    #expect(try expected.shape("pixel_values").suffix(4) == shape[...])
    #expect(prepared.pixelValues == (try expected.floats("pixel_values")))
  }

  @Test func theMiddleIsPythons() {
    #expect(ImageProcessor.middle(3, of: 8) == (2..<5, 0))
    #expect(ImageProcessor.middle(4, of: 4) == (0..<4, 0))
    #expect(ImageProcessor.middle(6, of: 3) == (0..<3, 2))
    #expect(ImageProcessor.middle(6, of: 4) == (0..<4, 1))
  }

  /// Resized as a whole this one would take 5 GB.
  @Test func aStripIsCroppedBeforeItIsResized() throws {
    var configuration = ImageProcessorConfiguration(kind: .siglip)
    configuration.size = .shortestEdge(160)
    configuration.cropsCenter = true
    configuration.cropSize = .init(height: 160, width: 160)
    let processor = try ImageProcessor(configuration)
    let strip = Image(width: 1, height: Image.longestSide, red: 9, green: 8, blue: 7)
    #expect(processor.tiles(of: strip) == [Image(width: 160, height: 160, red: 9, green: 8, blue: 7)])
  }

  /// (tiles, 3, height, width) from pictures.
  private func planes(_ tiles: [Image]) -> [UInt8] {
    var planes: [UInt8] = []
    for tile in tiles {
      for channel in 0..<3 {
        for index in stride(from: channel, to: tile.pixels.count, by: 3) { planes.append(tile.pixels[index]) }
      }
    }
    return planes
  }

  /// Of the little-endian values.
  private func checksum(_ values: [Float]) -> UInt32 {
    CRC32.of(
      values.lazy.flatMap { value in
        [0, 8, 16, 24].lazy.map { UInt8(truncatingIfNeeded: value.bitPattern >> UInt32($0)) }
      })
  }
}

/// JSON that is passed on as it is.
private enum JSONValue: Codable {
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .bool(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .list(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }
}
