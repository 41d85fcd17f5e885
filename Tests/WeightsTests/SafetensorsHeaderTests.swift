import Kernels
import TestSupport
import Testing

@testable import Weights

@Suite struct SafetensorsHeaderTests {
  private func open(_ bytes: [UInt8]) throws -> Safetensors { try Safetensors(storage: Storage(bytes), path: "x") }

  private func expectDamage(_ reason: String, _ bytes: [UInt8], _ location: SourceLocation = #_sourceLocation) {
    #expect(
      throws: WeightsError.damaged(path: "x", format: "safetensors", reason: reason), sourceLocation: location
    ) { try open(bytes) }
  }

  private func tensor(_ name: String, _ type: String, _ shape: String, _ offsets: String) -> String {
    #""\#(name)":{"dtype":"\#(type)","shape":\#(shape),"data_offsets":\#(offsets)}"#
  }

  @Test func lengthsAreChecked() throws {
    expectDamage("it ends at byte 3, inside the length of its header", [1, 2, 3])
    expectDamage("it ends at byte 10, inside its header of 3 bytes", safetensors("{}", data: 0, claimedLength: 3))
    expectDamage(
      "it claims a header of 100000001 bytes; the format allows 100000000",
      safetensors("{}", data: 0, claimedLength: 100_000_001))
    expectDamage(
      "it claims a header of \(UInt64.max) bytes; the format allows 100000000",
      safetensors("{}", data: 0, claimedLength: .max))
    #expect(try open(safetensors("{}", data: 0)).tensorNames == [])
    #expect(try open(safetensors("{}   \n", data: 0)).tensorNames == [])
  }

  @Test func tensorsCoverTheDataExactly() throws {
    func two(_ first: String, _ second: String) -> String {
      "{\(tensor("a", "U8", "[2]", first)),\(tensor("b", "U8", "[2]", second))}"
    }
    #expect(try open(safetensors(two("[2,4]", "[0,2]"), data: 4)).tensor(named: "a")?.bytes == [2, 3])
    expectDamage("the tensor b begins at 3, not at 2", safetensors(two("[0,2]", "[3,5]"), data: 5))
    expectDamage("the tensor b begins at 1, not at 2", safetensors(two("[0,2]", "[1,3]"), data: 3))
    let header = two("[0,2]", "[2,4]")
    let end = 8 + header.utf8.count + 4
    expectDamage("its tensors end at byte \(end), the file at \(end + 1)", safetensors(header, data: 5))
    expectDamage("its tensors end at byte \(end), the file at \(end - 1)", safetensors(header, data: 3))
    expectDamage("its tensors end at byte 10, the file at 11", safetensors("{}", data: 1))
  }

  @Test func sizesAgreeWithTypeAndShape() {
    expectDamage(
      "the tensor a of F32 and shape [2] can't lie at [0, 4]",
      safetensors("{\(tensor("a", "F32", "[2]", "[0,4]"))}", data: 4))
    expectDamage(
      "the tensor a of U8 and shape [2] can't lie at [2, 0]",
      safetensors("{\(tensor("a", "U8", "[2]", "[2,0]"))}", data: 2))
    let huge = "9223372036854775807"
    expectDamage(
      "the tensor a of shape [\(huge), 2] has more bytes than can be counted",
      safetensors("{\(tensor("a", "U8", "[\(huge),2]", "[0,0]"))}", data: 0))
    expectDamage(
      "the tensor a of shape [\(huge), \(huge), 0] has more bytes than can be counted",
      safetensors("{\(tensor("a", "U8", "[\(huge),\(huge),0]", "[0,0]"))}", data: 0))
    expectDamage(
      "the tensor a of U8 and shape [1] can't lie at [0, \(huge)]",
      safetensors("{\(tensor("a", "U8", "[1]", "[0,\(huge)]"))}", data: 0))
    expectDamage(
      "the tensor a lies at [\(huge), \(huge)], past the end",
      safetensors("{\(tensor("a", "U8", "[0]", "[\(huge),\(huge)]"))}", data: 0))
  }

  @Test func typesThatAreNotKnownAreNamed() {
    for type in ["F8_E4M3", "F4", "U16", "C64", "Q4_0"] {
      #expect(throws: WeightsError.unsupported(path: "x", what: "\(type) in the tensor lm_head.weight")) {
        try open(safetensors("{\(tensor("lm_head.weight", type, "[32]", "[0,32]"))}", data: 32))
      }
    }
  }

  @Test func whatIsThereTwiceIsDamage() {
    let one = tensor("a", "U8", "[0]", "[0,0]")
    expectDamage("it has the tensor a twice", safetensors("{\(one),\(one)}", data: 0))
    let escaped = tensor("\\u0061", "U8", "[0]", "[0,0]")
    expectDamage("it has the tensor a twice", safetensors("{\(one),\(escaped)}", data: 0))
    expectDamage("it has __metadata__ twice", safetensors(#"{"__metadata__":{},"__metadata__":{}}"#, data: 0))
    expectDamage("its __metadata__ has k twice", safetensors(#"{"__metadata__":{"k":"1","k":"2"}}"#, data: 0))
    expectDamage(
      "the tensor a has shape twice",
      safetensors(#"{"a":{"dtype":"U8","shape":[0],"shape":[0],"data_offsets":[0,0]}}"#, data: 0))
  }

  @Test func everyFieldIsNeededAndOthersAreSkipped() throws {
    let needed = "the tensor a needs a dtype, a shape and two data_offsets"
    expectDamage(needed, safetensors(#"{"a":{}}"#, data: 0))
    expectDamage(needed, safetensors(#"{"a":{"dtype":"U8","shape":[0],"data_offsets":[0]}}"#, data: 0))
    let other = #"{"a":{"x":[{"y":null}],"dtype":"U8","shape":[0],"data_offsets":[0,0]}}"#
    #expect(try open(safetensors(other, data: 0)).tensorNames == ["a"])
  }

  @Test func damagedFilesNeverCrash() throws {
    let header =
      #"{"__metadata__":{"k":"\u00e9\n"},"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},"#
      + #""b":{"dtype":"BF16","shape":[3],"data_offsets":[16,22]},"c":{"dtype":"I64","shape":[],"data_offsets":[22,30]}} "#
    let originals = [try Fixture.bytes("plain.safetensors"), safetensors(header, data: 30)]
    var mutator = Mutator(seed: 3)
    var (opened, refused) = (0, 0)
    for round in 0..<Mutator.inputs {
      do {
        _ = readEverything(try open(mutator.mutate(originals[round % 2])))
        opened += 1
      } catch {
        refused += 1
      }
    }
    #expect(opened > 0)
    #expect(refused > 0)
  }
}
