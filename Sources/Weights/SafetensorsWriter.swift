public import Kernels

/// Writes a `.safetensors` file as a stream: all shapes are declared first, then the values follow in that order.
///
/// The file appears under its name only when it is whole (it is written beside it and renamed).
public struct SafetensorsWriter: ~Copyable {
  /// What the header says of one tensor.
  public struct Declaration: Sendable {
    /// Its name.
    public let name: String
    /// F32, F16, BF16 or another plain type; block formats have no name in safetensors.
    public let type: ElementType
    /// Its shape.
    public let shape: [Int]
    /// Declares a tensor.
    public init(name: String, type: ElementType, shape: [Int]) {
      self.name = name
      self.type = type
      self.shape = shape
    }
  }

  /// Starts a file with that header.
  public init(path: String, declarations: [Declaration], metadata: [String: String] = [:]) throws(WeightsError) {
    throw .unsupported(path: path, what: "safetensors")
  }

  /// Appends the next bytes of the next tensor, in declaration order; may be called several times for one tensor.
  public mutating func append(_ bytes: RawSpan) throws(WeightsError) {}

  /// Checks that every declared byte was written, syncs, and gives the file its name.
  public consuming func finish() throws(WeightsError) {}
}
