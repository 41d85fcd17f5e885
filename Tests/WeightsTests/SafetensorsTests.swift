import Foundation
import Kernels
import TestSupport
import Testing

@testable import Weights

@Suite struct SafetensorsTests {
  @Test func everyPlainTypeOfTheReferenceIsRead() throws {
    let file = try Safetensors(file: Fixture.path("plain.safetensors"))
    #expect(file.metadata == ["format": "np", "quote": "a \"b\" \\ é\n"])
    let types: [String: ElementType] = [
      "int8": .i8, "int16": .i16, "int32": .i32, "int64": .i64, "float16": .f16, "float32": .f32, "float64": .f64,
    ]
    for (name, type) in types {
      let tensor = try #require(file.tensor(named: name))
      #expect(tensor.type == type)
      #expect(tensor.shape == [2, 3])
    }
    #expect(file.tensor(named: "float32")?.floats == [-3, -2, -1, 0, 1, 2])
    #expect(file.tensor(named: "float16")?.floats == [-3, -2, -1, 0, 1, 2])
    #expect(file.tensor(named: "int16")?.bytes == [253, 255, 254, 255, 255, 255, 0, 0, 1, 0, 2, 0])
    #expect(file.tensor(named: "bool")?.bytes == [1, 0, 1])
    #expect(file.tensor(named: "uint8")?.shape == [])
    #expect(file.tensor(named: "uint8")?.bytes == [7])
    #expect(file.tensor(named: "empty")?.shape == [0, 4])
    #expect(file.tensorNames == (types.keys + ["bool", "uint8", "empty"]).sorted())
    #expect(file.tensor(named: "none") == nil)
  }

  @Test func aMisalignedTensorIsAnAlignedCopy() throws {
    // A header of 59 bytes: the data begins at byte 67.
    let header = #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}     "#
    let file = try Safetensors(storage: Storage(safetensors(header, data: 8)), path: "x")
    let tensor = try #require(file.tensor(named: "a"))
    #expect(tensor.byteOffset == 0)
    #expect(tensor.bytes == [0, 1, 2, 3, 4, 5, 6, 7])
    let padded = try Safetensors(storage: Storage(safetensors(header + "     ", data: 8)), path: "x")
    #expect(padded.tensor(named: "a")?.byteOffset == 72)
    #expect(padded.tensor(named: "a")?.bytes == tensor.bytes)
  }

  // MARK: - Directories

  private static let a = #"{"__metadata__":{"format":"pt"},"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}} "#
  private static let b =
    #"{"b":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"c":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}"#

  private func sharded(_ map: String, without missing: String? = nil) throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    if missing != "1.safetensors" { try folder.write(safetensors(Self.a, data: 1), to: "1.safetensors") }
    if missing != "2.safetensors" { try folder.write(safetensors(Self.b, data: 2), to: "2.safetensors") }
    try folder.write(
      Array(#"{"metadata":{"total_size":3},"weight_map":\#(map)}"#.utf8), to: "model.safetensors.index.json")
    return folder
  }

  @Test func shardsAreOneSource() throws {
    let folder = try sharded(#"{"b":"2.safetensors","a":"1.safetensors"}"#)
    let source = try Safetensors(directory: folder.path)
    #expect(source.tensorNames == ["a", "b"])
    #expect(source.tensor(named: "a")?.bytes == [0])
    #expect(source.tensor(named: "b")?.bytes == [0, 1])
    #expect(source.metadata == ["format": "pt"])
  }

  @Test func oneFileGoesBeforeAnIndex() throws {
    let folder = try sharded(#"{"a":"gone"}"#)
    try folder.write(safetensors(Self.b, data: 2), to: "model.safetensors")
    #expect(try Safetensors(directory: folder.path).tensorNames == ["b", "c"])
    #expect(try Safetensors(directory: folder.path + "/").tensorNames == ["b", "c"])
  }

  @Test func missingShardsAndTensorsAreNamed() throws {
    let shard = try sharded(#"{"a":"1.safetensors","b":"2.safetensors"}"#, without: "2.safetensors")
    #expect(throws: WeightsError.unreadable(path: shard.file("2.safetensors"), reason: "No such file or directory")) {
      try Safetensors(directory: shard.path)
    }
    let tensor = try sharded(#"{"a":"1.safetensors","d":"2.safetensors"}"#)
    let reason = "it lacks the tensor d, which \(tensor.file("model.safetensors.index.json")) puts there"
    #expect(
      throws: WeightsError.damaged(path: tensor.file("2.safetensors"), format: "safetensors", reason: reason)
    ) { try Safetensors(directory: tensor.path) }
  }

  @Test func whatIsNotThereIsSaidClearly() throws {
    let folder = try TemporaryDirectory()
    func text(_ path: String) -> String? {
      #expect(throws: WeightsError.self) { try Safetensors(directory: path) }?.description
    }
    #expect(
      text(folder.file("modle"))
        == "\(folder.file("modle")) can't be read: there is no such folder; check the path and its permissions")
    #expect(
      text(folder.path)
        == "\(folder.path) can't be read: it has neither model.safetensors nor model.safetensors.index.json; check the "
        + "path and its permissions")
    let file = try folder.write([], to: "file")
    #expect(text(file) == "\(file) can't be read: it is not a folder; check the path and its permissions")
    try folder.write([0x50, 0x4B], to: "pytorch_model.bin")
    #expect(text(folder.path) == WeightsError.pickled(path: folder.file("pytorch_model.bin")).description)
    #expect(text(folder.path)?.contains("convert them to safetensors") == true)
  }

  @Test func aPickleUnderAnotherNameIsRecognised() throws {
    let zip: [UInt8] = Array("PK\u{3}\u{4}".utf8) + [0, 0, 8, 8, 0, 0]
    #expect(throws: WeightsError.pickled(path: "x")) { try Safetensors(storage: Storage(zip), path: "x") }
    let pickle: [UInt8] = [0x80, 2, 0x8A, 10, 0x6C, 0xFC, 0x9C, 0x46, 0xF9]
    #expect(throws: WeightsError.pickled(path: "x")) { try Safetensors(storage: Storage(pickle), path: "x") }
  }
}
