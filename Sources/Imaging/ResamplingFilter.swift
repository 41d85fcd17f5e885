internal import Foundation

/// How a resized pixel is weighed from those it covers; the numbers are Pillow's, as `resample` in
/// `preprocessor_config.json` has them.
public enum ResamplingFilter: Int, Sendable, CaseIterable {
  /// The pixel under the middle.
  case nearest = 0
  /// Lanczos' windowed sinc, three lobes.
  case lanczos = 1
  /// A triangle.
  case bilinear = 2
  /// Keys' cubic with a = −0.5.
  case bicubic = 3
  /// The mean of what is covered.
  case box = 4
  /// Hamming's windowed sinc, one lobe.
  case hamming = 5

  /// The filter is zero from here on; in pixels of the smaller picture. `nearest` isn't a sum and has none.
  var support: Double {
    switch self {
    case .nearest: 0
    case .box: 0.5
    case .bilinear, .hamming: 1
    case .bicubic: 2
    case .lanczos: 3
    }
  }

  /// The weight at a distance, to the left (negative) or right, inside the support.
  func weight(at distance: Double) -> Double {
    let x = abs(distance)
    switch self {
    case .nearest: return 0
    case .box: return distance > -0.5 && distance <= 0.5 ? 1 : 0
    case .bilinear: return x < 1 ? 1 - x : 0
    case .hamming:
      if x == 0 { return 1 }
      if x >= 1 { return 0 }
      return sin(x * .pi) / (x * .pi) * (0.54 + 0.46 * cos(x * .pi))
    case .bicubic:
      let a = -0.5
      if x < 1 { return ((a + 2) * x - (a + 3)) * x * x + 1 }
      if x < 2 { return (((x - 5) * x + 8) * x - 4) * a }
      return 0
    case .lanczos:
      return distance >= -3 && distance < 3 ? Self.sinc(distance) * Self.sinc(distance / 3) : 0
    }
  }

  private static func sinc(_ x: Double) -> Double { x == 0 ? 1 : sin(x * .pi) / (x * .pi) }
}
