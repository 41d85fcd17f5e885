import Foundation
import TestSupport
import Testing

extension Commands {
  /// `infir model verify` against what transformers computed.
  @Suite struct ModelVerifyCommandTests {
    @Test(
      "within 1e-3, and 24 equal greedy ids",
      .enabled(if: Shared.has("goldens"), Comment(rawValue: Shared.missing)),
      arguments: ["llava-tied", "llava-next-untied"])
    func reference(name: String) async throws {
      // Sums of float32 in another order; the logits are around 1.
      let path = Shared.path("goldens/" + name)
      let result = try await Program.run("model", "verify", path, "--tolerance", "1e-3", "--json")
      #expect(result.code == 0, "\(result.output)\(result.errors)")
      let events = try Events(result)
      let tensors = events.named("comparison").compactMap { $0["tensor"] as? String }
      #expect(
        Set(tensors).isSuperset(of: [
          "pixel_values", "vision_hidden", "image_features", "logits_last", "logits_all_tail", "text_logits",
        ]), "\(tensors)")
      for comparison in events.named("comparison") {
        #expect(comparison["absolute"] as? Double ?? .infinity < 1e-3, "\(comparison)")
        #expect(comparison["cosine"] as? Double ?? 0 > 0.9999, "\(comparison)")
      }
      #expect(events.named("greedy").first?["equal"] as? Int == 24)
      #expect(events.named("greedy").first?["of"] as? Int == 24)

      let text = try await Program.run("model", "verify", path, "--tolerance", "1e-3")
      #expect(text.code == 0)
      #expect(text.output.contains("logits_last"))
      #expect(text.output.contains("greedy ids        24 of 24 equal"))
    }

    @Test(
      "a tolerance that isn't kept fails", .enabled(if: Shared.has("goldens"), Comment(rawValue: Shared.missing)))
    func tolerance() async throws {
      let result = try await Program.run(
        "model", "verify", Shared.path("goldens/llava-tied"), "--tolerance", "1e-12")
      #expect(result.code == 1)
      #expect(result.output.contains("logits_last"))
    }

    @Test func aModelWithoutAReferenceIsRefused() async throws {
      let path = try await TinyModel.path
      try await expectRefusal(["model", "verify", path], saying: path + "/expected.safetensors")
    }

    @Test func aReferenceWithNothingToCompareIsRefused() async throws {
      let path = try await TinyModel.path
      let weights = path + "/model.safetensors"
      try await expectRefusal(["model", "verify", path, "--expected", weights], saying: weights, "none of the tensors")
    }
  }
}
