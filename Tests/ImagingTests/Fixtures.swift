import Foundation
import Imaging

/// What Fixtures/make_fixtures.py made.
enum Fixtures {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  static func json<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
    try JSONDecoder().decode(type, from: Data(contentsOf: folder.appendingPathComponent(name)))
  }

  /// A picture's values, in JSON as base64.
  struct Pixels: Decodable {
    var width: Int
    var height: Int
    var resample: Int?
    var rgb: Data
    var image: Image { Image(width: width, height: height, pixels: [UInt8](rgb)) }
  }

  /// Every picture in the folder that Pillow decoded, and what it got.
  static let decoded = (try? json("decoded.json", as: [String: Pixels].self)) ?? [:]
}

/// How two pictures differ, in words for a failing test; nil if they don't.
func difference(_ found: Image, _ expected: Image) -> String? {
  guard found.width == expected.width, found.height == expected.height else {
    return "\(found.width)×\(found.height) instead of \(expected.width)×\(expected.height)"
  }
  let wrong = zip(found.pixels, expected.pixels).enumerated().filter { $0.element.0 != $0.element.1 }
  guard let first = wrong.first else { return nil }
  let worst = wrong.map { abs(Int($0.element.0) - Int($0.element.1)) }.max() ?? 0
  return """
    \(wrong.count) of \(found.pixels.count) values differ, by at most \(worst); first at \(first.offset): \
    \(first.element.0) instead of \(first.element.1)
    """
}
