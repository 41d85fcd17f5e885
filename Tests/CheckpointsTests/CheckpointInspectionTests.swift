import Kernels
import Model
import TestSupport
import Testing

@testable import Checkpoints

@Suite struct CheckpointInspectionTests {
  @Test func everyPartIsCounted() throws {
    let folder = try TemporaryDirectory()
    try Assembly(output: folder.file("model"), type: .bf16, seed: 0).writeRandom(.tiny, tokenizerPath: nil)
    let inspection = CheckpointInspection(try Checkpoint(path: folder.file("model")))
    #expect(inspection.architecture == "LlavaNextForConditionalGeneration")
    #expect(inspection.parts.map(\.name) == [.vision, .projector, .language])
    let parameters = inspection.configuration.parameters
    #expect(inspection.parameters == parameters.reduce(0) { $0 + $1.count })
    #expect(inspection.weightBytes == 2 * inspection.parameters)
    #expect(inspection.parts.allSatisfy { Array($0.bytes.keys) == [ElementType.bf16] })
    // 4 layers, 2 KV heads of 32, keys and values, 4 bytes.
    #expect(inspection.cacheBytesPerToken == 4 * 2 * 32 * 2 * 4)
    // The whole picture, 8×8 patches, then three tiles one above the other, 24 rows of 8: ⌊2400 · 8 / 1080⌋ = 17 of them
    // show the picture, so (24 - 17) / 2 = 3 go at either end; and a newline after each of the 18 that are left.
    #expect(inspection.screenshotTokens == 64 + 18 * (8 + 1))
    #expect(inspection.text.contains("image tokens  \(inspection.screenshotTokens ?? 0) for a screenshot of 1080×2400"))
  }

  @Test func sizesAreDecimal() {
    #expect(CheckpointInspection.size(999) == "999 bytes")
    #expect(CheckpointInspection.size(3_312_000_000) == "3.31 GB")
    #expect(CheckpointInspection.count(1_660_000_000) == "1.66 B")
    #expect(CheckpointInspection.count(9_999) == "9999")
  }
}
