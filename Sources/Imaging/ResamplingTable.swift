internal import CImageIO

/// Which pixels along one side make a resized pixel, and their weights, as Pillow's `Resample.c` has them for 8 bits.
///
/// For output pixel o, of the window that was asked for, `counts[o]` input pixels from `starts[o]` on, with the weights
/// `weights[o * taps...]` in fixed point. Shrinking widens the filter by the scale (antialiasing). Computed in double
/// precision and rounded half away from zero, so that sums equal Pillow's to the last bit.
struct ResamplingTable {
  private(set) var starts: [Int32] = []
  private(set) var counts: [Int32] = []
  private(set) var weights: [Int32] = []
  let taps: Int

  /// The table for the pixels `window` of a side that goes from `from` to `to` pixels.
  init(from: Int, to: Int, window: Range<Int>, filter: ResamplingFilter) {
    let scale = Double(from) / Double(to)
    let widening = max(scale, 1)
    let support = filter.support * widening
    taps = Int(support.rounded(.up)) * 2 + 1
    weights.reserveCapacity(window.count * taps)
    for output in window {
      let center = (Double(output) + 0.5) * scale
      let start = max(0, Int(center - support + 0.5))
      let end = min(from, Int(center + support + 0.5))
      let inverse = 1 / widening
      var exact = (start..<max(start, end)).map { filter.weight(at: (Double($0) - center + 0.5) * inverse) }
      let sum = exact.reduce(0, +)
      if sum != 0 { for index in exact.indices { exact[index] /= sum } }
      starts.append(Int32(start))
      counts.append(Int32(exact.count))
      for weight in exact {
        let scaled = weight * Double(1 << ci_resample_bits)
        weights.append(Int32(scaled < 0 ? scaled - 0.5 : scaled + 0.5))
      }
      weights.append(contentsOf: repeatElement(0, count: taps - exact.count))
    }
  }

  /// The input pixels that take part.
  var inputs: Range<Int> {
    guard let first = starts.first, let lastStart = starts.last, let lastCount = counts.last else { return 0..<0 }
    return Int(first)..<Int(lastStart + lastCount)
  }

  /// The same, for a side whose first `count` pixels were left out.
  func shifted(by count: Int) -> ResamplingTable {
    var table = self
    for index in table.starts.indices { table.starts[index] -= Int32(count) }
    return table
  }
}
