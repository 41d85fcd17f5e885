internal import Kernels

extension WeightSource {
  /// Reads a byte of every page of every tensor, so that the first pass doesn't wait for the disk, and says how far it is.
  ///
  /// - Parameters:
  ///   - isCancelled: asked every few megabytes; the rest is then read when it is used.
  ///   - progress: bytes read and bytes in all.
  public func preload(
    isCancelled: () -> Bool = { false }, progress: (_ bytesDone: Int, _ bytes: Int) -> Void
  ) {
    let tensors = tensorNames.compactMap { tensor(named: $0) }
    let total = tensors.reduce(0) { $0 + $1.byteCount }
    let chunk = 8 << 20
    var done = 0
    // Used by nobody, but kept so that the reads are too.
    var sum: UInt8 = 0
    for tensor in tensors {
      var offset = 0
      while offset < tensor.byteCount {
        if isCancelled() { return }
        let end = min(offset + chunk, tensor.byteCount)
        tensor.storage.withBytes { bytes in
          for place in stride(from: tensor.byteOffset + offset, to: tensor.byteOffset + end, by: 4_096) {
            sum &+= bytes.unsafeLoad(fromByteOffset: place, as: UInt8.self)
          }
        }
        done += end - offset
        offset = end
        progress(done, total)
      }
    }
    withExtendedLifetime(sum) {}
  }
}
