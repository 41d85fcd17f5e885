internal import COpenBLAS

/// Which OpenBLAS this program runs with.
public struct LinearAlgebraReport: Sendable, Equatable {
  /// Its version and how it was built, in its own words.
  public let version: String
  /// The processor that its kernels are for, for example `Cooperlake`.
  public let core: String

  /// Asks the library.
  public init() {
    version = openblas_get_config().map { String(cString: $0) } ?? "unknown"
    core = openblas_get_corename().map { String(cString: $0) } ?? "unknown"
  }
}
