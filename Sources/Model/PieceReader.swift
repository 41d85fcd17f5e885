internal import Kernels

extension PromptPiece {
  /// The number of tokens.
  public var count: Int {
    switch self {
    case .tokens(let ids): ids.count
    case .image(let features): features.tokens
    }
  }
}

/// Goes through a prompt's pieces a given number of tokens at a time.
struct PieceReader {
  private let pieces: [PromptPiece]
  private var piece = 0
  private var offset = 0

  init(_ pieces: [PromptPiece]) { self.pieces = pieces }

  /// Writes the embeddings (tokens, C) of the next tokens: rows of the table for text, features for pictures.
  mutating func read(_ tokens: Int, _ embedding: Tensor, into x: inout Buffer<Float>) {
    let C = embedding.columns
    var written = 0
    while written < tokens, piece < pieces.count {
      let count = min(tokens - written, pieces[piece].count - offset)
      switch pieces[piece] {
      case .tokens(let ids):
        gatherRows(embedding, Array(ids[offset..<offset + count]), into: &x, at: written * C)
      case .image(let features):
        precondition(
          features.values.count == features.tokens * C, "\(features.values.count) values for \(features.tokens) tokens")
        x.copy(features.values, offset * C..<(offset + count) * C, to: written * C)
      }
      written += count
      offset += count
      if offset == pieces[piece].count {
        piece += 1
        offset = 0
      }
    }
  }
}
