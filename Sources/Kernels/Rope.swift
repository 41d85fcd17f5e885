internal import CKernels

/// Cosines and sines of the positions of some consecutive tokens.
public struct RopeAngles: ~Copyable {
  let cosines: Buffer<Float>
  let sines: Buffer<Float>
  let half: Int

  /// The number of tokens.
  public let tokens: Int

  /// Angles of tokens from position `start` on: position times frequency, in float32 as transformers has it.
  ///
  /// - Parameter frequencies: one for each pair of values of a head.
  public init(frequencies: [Float], start: Int, tokens: Int) {
    half = frequencies.count
    self.tokens = tokens
    let cosines = Buffer<Float>(count: tokens * half, repeating: 0)
    let sines = Buffer<Float>(count: tokens * half, repeating: 0)
    for token in 0..<tokens {
      ck_rope_angles(
        frequencies, Float(start + token), cosines.pointer + token * half, sines.pointer + token * half, half)
    }
    self.cosines = cosines
    self.sines = sines
  }
}

/// Turns the heads of every token by its position (rotary position embedding), in place.
///
/// Value i of a head pairs with value i + half, Hugging Face's layout.
///
/// - Parameter x: (tokens, heads, 2 · half) from `offset` on.
public func rope(
  _ x: inout Buffer<Float>, at offset: Int = 0, heads: Int, _ angles: borrowing RopeAngles, on pool: ThreadPool
) {
  let half = angles.half
  let width = heads * 2 * half
  let target = SharedPointer(x.address(at: offset, count: angles.tokens * width))
  let cosines = SharedPointer(angles.cosines.pointer)
  let sines = SharedPointer(angles.sines.pointer)
  pool.run(over: angles.tokens, minimum: Rows.minimum(width)) { range in
    for token in range { ck_rope(target + token * width, cosines + token * half, sines + token * half, heads, half) }
  }
}
