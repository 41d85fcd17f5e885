internal import Kernels

extension Storage {
  /// Maps a file, with this module's error.
  convenience init(file path: String) throws(WeightsError) {
    do {
      try self.init(mapping: path)
    } catch {
      throw WeightsError(error)
    }
  }
}

extension WeightsError {
  init(_ error: KernelsError) {
    switch error {
    case .file(let path, let reason): self = .unreadable(path: path, reason: reason)
    case .output(let path, let reason): self = .unwritable(path: path, reason: reason)
    }
  }
}
