internal import Episodes

/// The picture's size and that of the coordinates `input` takes: they differ where a device captures its screen at
/// another size than `wm size` says.
struct ScreenGeometry: Equatable, Sendable {
  /// The picture's width in pixels.
  var width: Int
  /// The picture's height in pixels.
  var height: Int
  /// Width of the screen that `input` knows.
  var inputWidth: Int
  /// Height of the screen that `input` knows.
  var inputHeight: Int

  /// - Parameter size: what `wm size` says, in the screen's natural position; nil where it doesn't.
  init(width: Int, height: Int, size: ScreenSize.Extent?) {
    self.width = width
    self.height = height
    guard let size else {
      (inputWidth, inputHeight) = (width, height)
      return
    }
    // The picture shows how the device is held; which position is its natural one differs.
    let isTurned = (width > height) != (size.width > size.height)
    (inputWidth, inputHeight) = isTurned ? (size.height, size.width) : (size.width, size.height)
  }

  /// A pixel of the picture as `input` counts; the middle of the pixel decides.
  func input(_ point: Point) -> Point {
    Point(
      x: Self.scale(point.x, from: width, to: inputWidth), y: Self.scale(point.y, from: height, to: inputHeight))
  }

  /// A pixel of `input`, such as those in UI hierarchies, in the picture.
  func picture(_ bounds: Bounds) -> Bounds {
    guard (width, height) != (inputWidth, inputHeight) else { return bounds }
    return Bounds(
      left: Self.scale(bounds.left, from: inputWidth, to: width),
      top: Self.scale(bounds.top, from: inputHeight, to: height),
      right: Self.scale(bounds.right, from: inputWidth, to: width),
      bottom: Self.scale(bounds.bottom, from: inputHeight, to: height))
  }

  private static func scale(_ value: Int, from: Int, to: Int) -> Int {
    guard from != to, from > 0 else { return value }
    let value = min(max(value, -1 << 20), 1 << 20)
    return min(max((2 * value + 1) * to / (2 * from), 0), to - 1)
  }
}
