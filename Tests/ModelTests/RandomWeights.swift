import Kernels
import Model
import Weights

/// Weights around 0 in bfloat16, made as cheaply as possible, since there can be gigabytes; norms are 1.
struct RandomWeights: WeightSource {
  private let tensors: [String: Tensor]

  init(_ configuration: ModelConfiguration, seed: UInt64 = 1) {
    var tensors: [String: Tensor] = [:]
    for parameter in configuration.parameters {
      let isNorm = parameter.initialisation == .ones
      let storage = Storage(count: parameter.count * 2) { bytes in
        // A seed of its own for every tensor: positions in the list differ, and 0 would stay 0.
        var state = (seed &+ UInt64(tensors.count)) &* 0x9E37_79B9_7F4A_7C15 | 1
        var at = 0
        while at + 8 <= bytes.byteCount {
          state ^= state << 13
          state ^= state >> 7
          state ^= state << 17
          // Exponents of 2^-6 to 2^-5, all signs and fractions: about ±0.03.
          let value = isNorm ? 0x3F80_3F80_3F80_3F80 : state & 0x80FF_80FF_80FF_80FF | 0x3C80_3C80_3C80_3C80
          bytes.storeBytes(of: value, toByteOffset: at, as: UInt64.self)
          at += 8
        }
      }
      tensors[parameter.name] = Tensor(shape: parameter.shape, type: .bf16, storage: storage)
    }
    self.tensors = tensors
  }

  var tensorNames: [String] { tensors.keys.sorted() }
  func tensor(named name: String) -> Tensor? { tensors[name] }
}
