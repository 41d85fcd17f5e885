internal import Imaging

extension Image {
  /// Whether there is nothing on it but black, as where an app forbids pictures of itself.
  var isBlack: Bool {
    // Encoders and colour conversion may leave a shade.
    pixels.allSatisfy { $0 <= 2 }
  }

  /// The share of rows-of-pixels bytes that differ by more than a shade; 1 where the sizes differ.
  func difference(to other: Image) -> Double {
    guard width == other.width, height == other.height else { return 1 }
    if pixels == other.pixels { return 0 }
    let (a, b) = (pixels.span, other.pixels.span)
    var count = 0
    for index in a.indices {
      let (x, y) = (a[index], b[index])
      if (x > y ? x - y : y - x) > 8 { count += 1 }
    }
    return Double(count) / Double(pixels.count)
  }
}
