import Kernels
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
    // The whole picture, 8×8 patches, and three tiles one above the other: 24 rows, of whose 8 columns the padding leaves
    // some, and a newline after each.
    let columns = ((inspection.screenshotTokens ?? 0) - 64) / 24 - 1
    #expect((1...8).contains(columns) && inspection.screenshotTokens == 64 + 24 * (columns + 1))
    #expect(inspection.text.contains("image tokens  \(inspection.screenshotTokens ?? 0) for a screenshot of 1080×2400"))
  }

  @Test func sizesAreDecimal() {
    #expect(CheckpointInspection.size(999) == "999 bytes")
    #expect(CheckpointInspection.size(3_312_000_000) == "3.31 GB")
    #expect(CheckpointInspection.count(1_660_000_000) == "1.66 B")
    #expect(CheckpointInspection.count(9_999) == "9999")
  }
}
