public import Imaging
public import Model
public import Tokenizer
public import Weights

/// Why a model can't be opened or made.
public enum CheckpointError: Error, Equatable, CustomStringConvertible {
  /// There is no such file or directory.
  case missing(path: String)
  /// There is something, but no model.
  case notAModel(path: String, reason: String)
  /// A file of reference values can't be used.
  case reference(path: String, reason: String)
  /// Its weights can't be used.
  case weights(WeightsError)
  /// Its configuration can't be used.
  case model(ModelError)
  /// Its tokenizer can't be used.
  case tokenizer(TokenizerError)
  /// Its image processor can't be used.
  case image(ImageError)
  /// It can't be written.
  case unwritable(path: String, reason: String)

  /// One sentence for the person at the screen.
  public var description: String {
    switch self {
    case .missing(let path): "there is no model at \(path); give a model directory or a .gguf file"
    case .notAModel(let path, let reason): "\(path) is not a model: \(reason)"
    case .reference(let path, let reason): "\(path) can't be used as a reference: \(reason)"
    case .weights(let error): error.description
    case .model(let error): error.description
    case .tokenizer(let error): error.description
    case .image(let error): error.description
    case .unwritable(let path, let reason): "\(path) can't be written: \(reason)"
    }
  }
}
