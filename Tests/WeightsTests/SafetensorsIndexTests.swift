import TestSupport
import Testing

@testable import Weights

@Suite struct SafetensorsIndexTests {
  private func shards(_ json: String) throws -> [String: String] {
    let bytes = Array(json.utf8)
    return try SafetensorsIndex(bytes.span.bytes, path: "i").shards
  }

  private func expectDamage(_ reason: String, _ json: String, _ location: SourceLocation = #_sourceLocation) {
    #expect(
      throws: WeightsError.damaged(path: "i", format: "safetensors index", reason: reason), sourceLocation: location
    ) { try shards(json) }
  }

  @Test func theMapIsReadAndTheRestSkipped() throws {
    let json =
      #"{"metadata": {"total_size": 1.5e9, "x": [true, null]}, "weight_map": {"a": "1.st", "b": "2.st"}, "z": -1}"#
    #expect(try shards(json) == ["a": "1.st", "b": "2.st"])
  }

  @Test(arguments: ["../secret", "/etc/passwd", "..", ".", "", "sub/1.st", "a\\u0000b", "..\\u002fsecret"])
  func namesDoNotLeaveTheFolder(shard: String) {
    let error = #expect(throws: WeightsError.self) { try shards(#"{"weight_map":{"a":"\#(shard)"}}"#) }
    #expect(error?.description.contains("which is not the name of a file beside it") == true)
  }

  @Test func anIndexWithoutAMapOrWithTwoIsDamaged() {
    expectDamage("it lists no tensors (weight_map)", "{}")
    expectDamage("it lists no tensors (weight_map)", #"{"weight_map":{}}"#)
    expectDamage("it has weight_map twice", #"{"weight_map":{"a":"1"},"weight_map":{"a":"1"}}"#)
    expectDamage("it lists the tensor a twice", #"{"weight_map":{"a":"1","a":"2"}}"#)
    expectDamage("its JSON ends where { should be", "")
  }

  @Test func damagedFilesNeverCrash() throws {
    let original = Array(
      #"{"metadata":{"total_size":123,"x":[1.5e3,-2,true,null,"\u00e9\\"]},"weight_map":{"a.weight":"1.st","b":"2.st"}}"#
        .utf8)
    var mutator = Mutator(seed: 4)
    var (opened, refused) = (0, 0)
    for _ in 0..<Mutator.inputs {
      let bytes = mutator.mutate(original)
      do {
        let shards = try SafetensorsIndex(bytes.span.bytes, path: "i").shards
        #expect(shards.values.allSatisfy { !$0.contains("/") })
        opened += 1
      } catch {
        refused += 1
      }
    }
    #expect(opened > 0)
    #expect(refused > 0)
  }
}
