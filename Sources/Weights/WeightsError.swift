/// What can be wrong with a file of weights. Every text names the file and ends in what to do.
public enum WeightsError: Error, Equatable, CustomStringConvertible {
  /// The file can't be opened or read.
  case unreadable(path: String, reason: String)
  /// The file isn't what its name says, or is cut short, or contradicts itself.
  case damaged(path: String, format: String, reason: String)
  /// The file is well formed but uses something that this program doesn't know.
  case unsupported(path: String, what: String)
  /// The weights are PyTorch pickles, which can run code when they are opened.
  case pickled(path: String)
  /// The file can't be written.
  case unwritable(path: String, reason: String)

  /// One sentence for the person at the screen.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path) can't be read: \(reason); check the path and its permissions"
    case .damaged(let path, let format, let reason):
      "\(path) is not a whole \(format) file: \(reason); download or copy it again"
    case .unsupported(let path, let what):
      "\(path) uses \(what), which this program doesn't know; convert it to safetensors in BF16, F16 or F32"
    case .pickled(let path):
      "\(path) holds PyTorch pickles, which can run code when opened; convert them to safetensors, for example with "
        + "transformers' save_pretrained"
    case .unwritable(let path, let reason):
      "\(path) can't be written: \(reason); check the folder, its permissions and its free space"
    }
  }
}
