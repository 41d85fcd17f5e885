extension Image {
  /// The part of the picture that begins at `left`, `top` (pixels) and must lie inside it.
  public func cropped(left: Int, top: Int, width: Int, height: Int) -> Image {
    precondition(
      left >= 0 && top >= 0 && width > 0 && height > 0 && left + width <= self.width && top + height <= self.height,
      "\(width)×\(height) pixels from (\(left), \(top)) of \(self.width)×\(self.height)")
    if width == self.width && height == self.height { return self }
    var part: [UInt8] = []
    part.reserveCapacity(width * height * 3)
    for row in top..<(top + height) {
      let start = (row * self.width + left) * 3
      part.append(contentsOf: pixels[start..<(start + width * 3)])
    }
    return Image(width: width, height: height, pixels: part)
  }

  /// The picture on a black canvas of `width` × `height` that holds it, `left` and `top` pixels in.
  public func padded(left: Int, top: Int, width: Int, height: Int) -> Image {
    precondition(
      left >= 0 && top >= 0 && left + self.width <= width && top + self.height <= height,
      "\(self.width)×\(self.height) pixels at (\(left), \(top)) of \(width)×\(height)")
    if width == self.width && height == self.height { return self }
    var canvas = [UInt8](repeating: 0, count: width * height * 3)
    for row in 0..<self.height {
      let from = row * self.width * 3
      let to = ((top + row) * width + left) * 3
      canvas.replaceSubrange(to..<(to + self.width * 3), with: pixels[from..<(from + self.width * 3)])
    }
    return Image(width: width, height: height, pixels: canvas)
  }
}
