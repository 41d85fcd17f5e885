/// What the world can do to memory and files under the kernels.
public enum KernelsError: Error, Equatable, CustomStringConvertible {
  /// A file can't be mapped.
  case file(path: String, reason: String)
  /// A file can't be written.
  case output(path: String, reason: String)

  /// One sentence for the person at the screen.
  public var description: String {
    switch self {
    case .file(let path, let reason): "\(path) can't be read: \(reason)"
    case .output(let path, let reason): "\(path) can't be written: \(reason)"
    }
  }
}
