internal import Kernels

/// LLaVA's two-layer MLP from the vision tower's hidden states to the language model's embeddings.
struct Projector: Sendable {
  private let first, second: LinearLayer
  private let activation: Activation

  init(_ configuration: MultimodalConfiguration, _ weights: BoundWeights) throws(ModelError) {
    let hasBias = configuration.projectorHasBias
    first = try weights.linear("multi_modal_projector.linear_1", hasBias: hasBias)
    second = try weights.linear("multi_modal_projector.linear_2", hasBias: hasBias)
    activation = configuration.projectorActivation
  }

  /// (rows, language hidden size) of x, (rows, vision hidden size).
  func project(_ x: borrowing Buffer<Float>, rows: Int, _ pass: Pass) throws(ModelError) -> Buffer<Float> {
    var inner = Buffer<Float>(count: rows * first.outputs, repeating: 0)
    try pass.apply(first, x, rows: rows, into: &inner)
    pass.apply(activation, &inner, count: rows * first.outputs)
    var out = Buffer<Float>(count: rows * second.outputs, repeating: 0)
    try pass.apply(second, inner, rows: rows, into: &out)
    return out
  }
}
