public import Checkpoints
public import Imaging
public import Model
public import Tokenizer

/// Why the agent can't answer.
public enum AgentError: Error, Equatable, CustomStringConvertible {
  /// No model is loaded.
  case noModel
  /// The model can't be opened.
  case checkpoint(CheckpointError)
  /// The model can't be run.
  case model(ModelError)
  /// The prompt can't be made.
  case template(TokenizerError)
  /// The picture can't be read.
  case image(ImageError)
  /// A picture was given to a model that takes none.
  case takesNoPictures(path: String)
  /// The messages have another number of `<image>` than there are pictures.
  case placeholders(found: Int, pictures: Int)
  /// An episode has no such step.
  case noSuchStep(index: Int, count: Int)
  /// The person, or the program on their behalf, stopped it.
  case cancelled

  /// One sentence for the person at the screen.
  public var description: String {
    switch self {
    case .noModel: "no model is loaded; give one with --model"
    case .checkpoint(let error): error.description
    case .model(let error): error.description
    case .template(let error): error.description
    case .image(let error): error.description
    case .takesNoPictures(let path): "\(path) is a text-only model; leave the picture out or use a LLaVA model"
    case .placeholders(let found, let pictures):
      "the messages have \(found) <image> for \(pictures) pictures; write <image> once for each"
    case .noSuchStep(let index, let count):
      "the episode has no step \(index); give a number from 0 to \(count - 1)"
    case .cancelled: "stopped"
    }
  }

  /// A model's error, where a stop is a stop.
  init(_ error: ModelError) { self = error == .cancelled ? .cancelled : .model(error) }
}
