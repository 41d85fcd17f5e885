import Model
import Testing

/// Against `LlamaRotaryEmbedding(config).inv_freq` of transformers 5.24.
@Suite struct RopeFrequenciesTests {
  private func text(_ head: Int, _ theta: Double, _ scaling: RopeScaling) -> TextConfiguration {
    TextConfiguration(
      vocabularySize: 8, hiddenSize: 64, intermediateSize: 64, layers: 1, attentionHeads: 4, keyValueHeads: 4,
      headDimension: head, maximumPositions: 131_072, ropeTheta: theta, ropeScaling: scaling)
  }

  private func expectEqual(_ found: [Float], _ expected: [Float]) {
    #expect(found.count == expected.count)
    for (found, expected) in zip(found, expected) {
      // Two units in the last place: a power function's own error.
      #expect(abs(found - expected) <= 2 * expected.ulp, "\(found) \(expected)")
    }
  }

  @Test func defaultFrequenciesFallEvenly() {
    expectEqual(
      text(16, 10_000, .default).ropeFrequencies,
      [1, 0.3162277638912201, 0.1, 0.03162277862429619, 0.01, 0.003162277862429619, 0.001, 0.0003162277862429619])
  }

  @Test func llama3DividesTheLowOnesAndLeavesTheHighOnes() {
    let scaling = RopeScaling.llama3(
      factor: 32, lowFrequencyFactor: 1, highFrequencyFactor: 4, originalMaximumPositions: 8_192)
    expectEqual(
      text(16, 500_000, scaling).ropeFrequencies,
      [
        1, 0.193922758102417, 0.03760603070259094, 0.00729266507551074, 0.000429556705057621, 8.570255886297673e-06,
        1.6619674170215148e-06, 3.2229328894572973e-07,
      ])
    expectEqual(
      Array(text(64, 500_000, scaling).ropeFrequencies[13..<20]),
      [
        0.00483942124992609, 0.0032114461064338684, 0.0012905480107292533, 0.000429556705057621, 9.708286233944818e-05,
        1.9461638657958247e-05, 1.291476746700937e-05,
      ])
  }
}
