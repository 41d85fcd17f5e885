/// What can be wrong with a model's configuration or weights.
public enum ModelError: Error, Equatable, CustomStringConvertible {
  /// `config.json` or a GGUF header lacks something or contradicts itself.
  case configuration(path: String, reason: String)
  /// The architecture is not one that this program runs.
  case unsupportedArchitecture(path: String, name: String)
  /// A weight that the configuration asks for is not there.
  case missingWeight(name: String)
  /// A weight has another shape than the configuration asks for.
  case wrongShape(name: String, expected: [Int], found: [Int])
  /// A weight has a type that the kernels don't compute with.
  case unsupportedType(name: String, type: String)
  /// A picture was asked for, and the model has no vision tower.
  case noVisionTower
  /// A picture was cut into another number of tiles than the model's configuration asks for.
  case wrongTiles(expected: Int, found: Int)
  /// A token id that the embedding has no row for.
  case unknownToken(id: Int32, vocabularySize: Int)
  /// The prompt doesn't fit into the context.
  case contextTooLong(tokens: Int, limit: Int)
  /// The person, or the program on their behalf, stopped it.
  case cancelled

  /// One sentence for the person at the screen.
  public var description: String {
    switch self {
    case .configuration(let path, let reason): "\(path) can't be used: \(reason)"
    case .unsupportedArchitecture(let path, let name):
      "\(path) is a model of architecture \(name); this program runs LlavaForConditionalGeneration, "
        + "LlavaNextForConditionalGeneration (SigLIP and Llama), LlamaForCausalLM and GGUF files of architecture llama"
    case .missingWeight(let name):
      "the weights lack \(name), which config.json asks for; the files don't belong together"
    case .wrongShape(let name, let expected, let found):
      "the weight \(name) has shape \(found), and config.json asks for \(expected); the files don't belong together"
    case .unsupportedType(let name, let type):
      "the weight \(name) is stored as \(type), which the kernels don't compute with"
    case .noVisionTower: "the model reads text only; choose one with a vision tower to show it pictures"
    case .wrongTiles(let expected, let found):
      "the picture comes in \(found) tiles, and config.json asks for \(expected); "
        + "preprocessor_config.json and config.json don't belong together"
    case .unknownToken(let id, let size):
      "the token \(id) is not among the model's \(size); the tokenizer and the model don't belong together"
    case .contextTooLong(let tokens, let limit):
      "the prompt has \(tokens) tokens, and the model takes \(limit); shorten the history or use fewer tiles"
    case .cancelled: "stopped"
    }
  }
}
