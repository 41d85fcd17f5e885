/// How screenshots are asked for.
public enum ScreenshotFormat: Sendable, Equatable {
  /// As PNG: small, but the device takes its time to compress it.
  case png
  /// As bare pixels: quick over USB, slow over a network.
  case raw
  /// Whichever is faster; each is measured.
  case fastest
}

/// Measures both formats and keeps to the faster one.
struct ScreenshotChooser {
  private let wish: ScreenshotFormat
  private var seconds: [Bool: Double] = [:]
  private var uses = 0

  /// How often the slower one is given another chance: connections change.
  private static let interval = 50

  init(_ wish: ScreenshotFormat) { self.wish = wish }

  /// Whether the next is asked for as bare pixels.
  var isRaw: Bool {
    switch wish {
    case .png: return false
    case .raw: return true
    case .fastest:
      guard let png = seconds[false] else { return false }
      guard let raw = seconds[true] else { return true }
      // Once given up, it isn't tried again.
      return raw.isFinite && (raw < png) != (uses % Self.interval == 0)
    }
  }

  /// Learns how long one took, from asking to pixels.
  mutating func record(isRaw: Bool, seconds taken: Double) {
    uses += 1
    seconds[isRaw] = taken
  }

  /// Gives bare pixels up: this device's can't be read.
  mutating func rejectRaw() { seconds[true] = .infinity }
}
