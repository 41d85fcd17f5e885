internal import Foundation

extension TextConfiguration {
  /// RoPE's frequencies, one for each pair of values of a head.
  ///
  /// Computed in float32 step by step, as transformers' `_compute_default_rope_parameters` and
  /// `_compute_llama3_parameters` do: at position 100,000 the last bit of a frequency is 0.006 radians.
  public var ropeFrequencies: [Float] {
    (0..<headDimension / 2).map { index in
      let exponent = Float(2 * index) / Float(headDimension)
      let frequency = 1 / Float(pow(ropeTheta, Double(exponent)))
      switch ropeScaling {
      case .default: return frequency
      case .llama3(let factor, let low, let high, let original):
        // Not Float.pi, which Swift rounds down.
        let wavelength = Float(2 * Double.pi) / frequency
        if Double(wavelength) < Double(original) / high { return frequency }
        if Double(wavelength) > Double(original) / low { return frequency / Float(factor) }
        let smooth = (Float(original) / wavelength - Float(low)) / Float(high - low)
        return (1 - smooth) * frequency / Float(factor) + smooth * frequency
      }
    }
  }
}
