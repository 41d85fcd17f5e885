import Episodes
import Foundation
import TestSupport

/// An episode's folder for one test.
struct EpisodeFolder {
  static let header = #"""
    {"format":"infir-episode","version":1,"id":"sample","goal":"Open the clock","task":"OpenClock",
     "device":{"kind":"recorded","width":1080,"height":2400},"actor":"a person","model":"none",
     "started":"2025-01-01T00:00:00Z","finished":"2025-01-01T00:01:00Z","source":{"licence":"CC0"},
     "outcome":{"success":true,"claimed_done":false}}
    """#

  let temporary: TemporaryDirectory
  var path: String { temporary.path }

  /// A folder with these files; nil leaves a file out.
  init(header: String? = header, steps: [UInt8]?, pictures: [Int] = []) throws {
    temporary = try TemporaryDirectory()
    if let header { try temporary.write(Array(header.utf8), to: "episode.json") }
    if let steps { try temporary.write(steps, to: "steps.jsonl") }
    try FileManager.default.createDirectory(atPath: temporary.file("screens"), withIntermediateDirectories: true)
    for number in pictures {
      let digits = String(number)
      let name = "screens/" + String(repeating: "0", count: 4 - digits.count) + digits + ".png"
      try temporary.write(Self.png(width: 1080, height: 2400), to: name)
    }
  }

  /// The same with the steps as text.
  init(header: String? = header, steps: String, pictures: [Int] = []) throws {
    try self.init(header: header, steps: Array(steps.utf8), pictures: pictures)
  }

  /// Reads the episode; a folder that is made in the same expression stays until then.
  func read() throws -> Episode { try withExtendedLifetime(temporary) { try Episode(contentsOf: path) } }

  /// The beginning of a PNG file of that size: its signature and header, without pixels.
  static func png(width: UInt32, height: UInt32) -> [UInt8] {
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    bytes += Array("IHDR".utf8)
    for value in [width, height] {
      for shift: UInt32 in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
    return bytes + [8, 2, 0, 0, 0, 0, 0, 0, 0]
  }
}
