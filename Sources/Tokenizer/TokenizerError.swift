/// What can be wrong with a tokenizer's or a template's file.
public enum TokenizerError: Error, Equatable, CustomStringConvertible {
  /// The file can't be opened or read.
  case unreadable(path: String, reason: String)
  /// The file is not what it should be.
  case damaged(path: String, reason: String)
  /// Well formed, but of a kind that this program doesn't know, for example a WordPiece model.
  case unsupported(path: String, what: String)
  /// A change to a tokenizer that would leave two tokens with one id or one text.
  case conflict(reason: String)
  /// A chat template that can't be parsed or rendered.
  case template(reason: String)

  /// One sentence for the person at the screen.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path) can't be read: \(reason)"
    case .damaged(let path, let reason): "\(path) is not a usable tokenizer: \(reason); download or copy it again"
    case .unsupported(let path, let what): "\(path) uses \(what), which this program doesn't know"
    case .conflict(let reason): "the tokenizer can't be changed so: \(reason); choose another text or id"
    case .template(let reason): "the chat template can't be used: \(reason)"
    }
  }
}
