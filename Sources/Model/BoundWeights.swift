internal import Kernels
internal import Weights

/// The weights of a source under their canonical names, each checked when it is taken.
struct BoundWeights {
  private let source: any WeightSource
  private let names: [String: String]
  private let shapes: [String: [Int]]

  init(_ source: any WeightSource, _ configuration: ModelConfiguration) {
    self.source = source
    let isMultimodal = configuration.multimodal != nil
    names = Dictionary(
      source.tensorNames.map { (WeightNames.canonical($0, isMultimodal: isMultimodal), $0) },
      uniquingKeysWith: { first, _ in first })
    shapes = Dictionary(
      configuration.parameters.map { ($0.name, $0.shape) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the source has a weight of that canonical name.
  func has(_ name: String) -> Bool { names[name] != nil }

  /// The weight of that canonical name, of the shape that the configuration's list of parameters has.
  func tensor(_ name: String) throws(ModelError) -> Tensor {
    guard let shape = shapes[name] else { preconditionFailure("\(name) is not among the parameters") }
    return try tensor(name, shape: shape)
  }

  /// The weight of that canonical name, of that shape.
  func tensor(_ name: String, shape: [Int]) throws(ModelError) -> Tensor {
    guard let stored = names[name], let tensor = source.tensor(named: stored) else {
      throw .missingWeight(name: name)
    }
    guard tensor.shape == shape else { throw .wrongShape(name: stored, expected: shape, found: tensor.shape) }
    guard tensor.type.isWeight else { throw .unsupportedType(name: stored, type: tensor.type.description) }
    return tensor
  }

  /// A small weight, converted to float32.
  func values(_ name: String) throws(ModelError) -> [Float] { try tensor(name).floats() }

  /// A linear layer: `name.weight` and, if it has one, `name.bias`.
  func linear(_ name: String, hasBias: Bool) throws(ModelError) -> LinearLayer {
    LinearLayer(
      weight: try tensor("\(name).weight"), bias: hasBias ? try values("\(name).bias") : nil)
  }
}
