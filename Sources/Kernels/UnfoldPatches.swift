/// Cuts a square picture into patches, row by row, each with the values in the order of a convolution's weight.
///
/// A convolution whose stride is its kernel's size is then a linear layer. Pixels right of and
/// below the last whole patch are left out, as the convolution does (`padding="valid"`).
///
/// - Parameters:
///   - pixels: (channels, side, side) from `offset` on.
///   - out: (patches, channels · patch · patch).
public func unfoldPatches(
  _ pixels: [Float], at offset: Int, channels: Int, side: Int, patch: Int, into out: inout Buffer<Float>
) {
  let across = side / patch
  precondition(
    offset >= 0 && offset + channels * side * side <= pixels.count,
    "a picture of \(channels * side * side) values at \(offset) of \(pixels.count)")
  let target = out.address(at: 0, count: across * across * channels * patch * patch)
  pixels.withUnsafeBufferPointer { values in
    guard let base = values.baseAddress else { return }
    var to = target
    for y in 0..<across {
      for x in 0..<across {
        for channel in 0..<channels {
          for row in 0..<patch {
            to.update(from: base + offset + (channel * side + y * patch + row) * side + x * patch, count: patch)
            to += patch
          }
        }
      }
    }
  }
}
