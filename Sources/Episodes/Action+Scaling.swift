// Between model and program coordinates are thousandths of the width and height, 0…1000; on devices and in episodes
// they are pixels. All of it in whole numbers: in floating point 29/1000*1000 is 28.999….

extension Point {
  /// The pixel of a point in thousandths: ⌊v / 1000 · W⌋, at most W − 1.
  ///
  /// - Parameters:
  ///   - width: W, the screen's width in pixels, at least 1.
  ///   - height: The same for y.
  public func scaledToPixels(width: Int, height: Int) -> Point {
    Point(x: Self.pixel(x, of: width), y: Self.pixel(y, of: height))
  }

  /// The thousandths that lie nearest to the middle of this pixel.
  ///
  /// Going there and back is exact up to a width of 1000; beyond that, where a thousandth is wider than a pixel, the
  /// middle of the pixel that comes back is within half a thousandth and half a pixel. From thousandths to pixels and
  /// back is exact from a width of 1000 on, except that 1000 becomes 999 at just that width.
  public func scaledToThousandths(width: Int, height: Int) -> Point {
    Point(x: Self.thousandths(x, of: width), y: Self.thousandths(y, of: height))
  }

  /// As large as a screen may get before its arithmetic could overflow.
  private static let largestExtent = 1 << 30

  private static func pixel(_ value: Int, of extent: Int) -> Int {
    let extent = min(max(extent, 1), largestExtent)
    return min(min(max(value, 0), 1000) * extent / 1000, extent - 1)
  }

  private static func thousandths(_ pixel: Int, of extent: Int) -> Int {
    let extent = min(max(extent, 1), largestExtent)
    let doubledMiddle = 2 * min(max(pixel, 0), extent - 1) + 1
    // Halves are rounded down, so that at a width of 1000 each pixel comes back as itself.
    return (doubledMiddle * 1000 - extent + 2 * extent - 1) / (2 * extent)
  }
}

extension Action {
  /// The action with its point, if it has one, in pixels instead of thousandths.
  public func scaledToPixels(width: Int, height: Int) -> Action {
    guard case .point(let point) = target else { return self }
    var action = self
    action.target = .point(point.scaledToPixels(width: width, height: height))
    return action
  }

  /// The action with its point, if it has one, in thousandths instead of pixels.
  public func scaledToThousandths(width: Int, height: Int) -> Action {
    guard case .point(let point) = target else { return self }
    var action = self
    action.target = .point(point.scaledToThousandths(width: width, height: height))
    return action
  }
}
