public import Imaging
public import Model
public import Tokenizer
public import Weights

/// A model on disk with all that belongs to it: a Hugging Face directory or a GGUF file.
public struct Checkpoint: Sendable {
  /// Where it is.
  public let path: String
  /// The sizes.
  public let configuration: ModelConfiguration
  /// The weights, memory-mapped.
  public let weights: any WeightSource
  /// Text to ids and back.
  public let tokenizer: Tokenizer
  /// How a conversation becomes a prompt.
  public let template: ChatTemplate
  /// How a picture becomes pixel values; nil for text-only models.
  public let imageProcessor: ImageProcessor?

  /// Opens a directory or a file.
  public init(path: String) throws(CheckpointError) {
    throw .missing(path: path)
  }
}
