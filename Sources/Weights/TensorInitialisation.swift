/// What a tensor holds before training.
public enum TensorInitialisation: Sendable, Equatable {
  /// Zero everywhere, as biases begin.
  case zeros
  /// One everywhere, as the weights of norms begin.
  case ones
  /// Independent, normal, mean 0.
  case normal(standardDeviation: Float)
}
