internal import Kernels

/// out = x · transpose(weight) + bias.
struct LinearLayer: Sendable {
  /// (outputs, inputs)
  let weight: Tensor
  /// (outputs), or none.
  let bias: [Float]?

  var outputs: Int { weight.rows }
}
