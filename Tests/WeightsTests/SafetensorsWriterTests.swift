import Foundation
import Kernels
import TestSupport
import Testing

@testable import Weights

@Suite struct SafetensorsWriterTests {
  private func declaration(_ name: String, _ type: ElementType, _ shape: [Int]) -> SafetensorsWriter.Declaration {
    SafetensorsWriter.Declaration(name: name, type: type, shape: shape)
  }

  private func unwritable(_ path: String, _ reason: String) -> WeightsError { .unwritable(path: path, reason: reason) }

  @Test func whatWasWrittenIsReadBack() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("m.safetensors")
    var writer = try SafetensorsWriter(
      path: path,
      declarations: [
        declaration("odd", .u8, [3]), declaration("none", .f32, [0, 2]), declaration("\"é\\\n\u{1}", .f32, [2]),
        declaration("scalar", .i64, []),
      ], metadata: ["format": "pt", "a": "b"])
    let (odd, floats, scalar): ([UInt8], [Float], [Int64]) = ([1, 2, 3], [0.5, -2], [-9])
    #expect(writer.next?.name == "odd")
    try writer.append(odd.span.extracting(0..<1).bytes)
    try writer.append(odd.span.extracting(1..<3).bytes)
    #expect(writer.next?.name == "\"é\\\n\u{1}")
    try writer.append(floats.span.bytes)
    try writer.append(scalar.span.bytes)
    #expect(writer.next == nil)
    try writer.finish()

    let file = try Safetensors(file: path)
    #expect(file.metadata == ["format": "pt", "a": "b"])
    #expect(file.tensor(named: "odd")?.bytes == odd)
    #expect(file.tensor(named: "none")?.shape == [0, 2])
    #expect(file.tensor(named: "\"é\\\n\u{1}")?.floats == floats)
    #expect(file.tensor(named: "scalar")?.bytes == [0xF7] + Array(repeating: 0xFF, count: 7))
    // Larger elements first: all are aligned, and so are views of the file.
    for name in file.tensorNames { #expect(file.tensor(named: name)?.byteOffset != 0) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["m.safetensors"])
  }

  /// The bytes that safetensors 0.8.0 writes for `save_file({"a": float32 [1, 2], "b": uint8 [7]}, metadata)`.
  @Test func theBytesAreTheReferences() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("m.safetensors")
    var writer = try SafetensorsWriter(
      path: path, declarations: [declaration("a", .f32, [2]), declaration("b", .u8, [1])], metadata: ["format": "pt"])
    let (floats, byte): ([Float], [UInt8]) = ([1, 2], [7])
    try writer.append(floats.span.bytes)
    try writer.append(byte.span.bytes)
    try writer.finish()
    let header =
      #"{"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"#
      + #""b":{"dtype":"U8","shape":[1],"data_offsets":[8,9]}}"#
    let padded = header + String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
    let expected = safetensors(padded, data: 0) + [0, 0, 0x80, 0x3F, 0, 0, 0, 0x40, 7]
    #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) == expected)
  }

  @Test func anUnfinishedFileNeverAppears() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("m.safetensors")
    try folder.write([1], to: "m.safetensors")
    let bytes: [UInt8] = [1, 2]
    do {
      var writer = try SafetensorsWriter(path: path, declarations: [declaration("a", .u8, [3])])
      try writer.append(bytes.span.bytes)
    }
    var writer = try SafetensorsWriter(path: path, declarations: [declaration("a", .u8, [3])])
    try writer.append(bytes.span.bytes)
    do {
      try writer.finish()
      Issue.record("a file that lacks a byte was finished")
    } catch {
      #expect(error == unwritable(path, "the tensor a has 2 of its 3 bytes"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["m.safetensors"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data([1]))
  }

  @Test func tooManyBytesAreRefused() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("m.safetensors")
    var writer = try SafetensorsWriter(path: path, declarations: [declaration("a", .u8, [1])])
    let bytes: [UInt8] = [1, 2]
    do {
      try writer.append(bytes.span.bytes)
      Issue.record("two bytes fit in one")
    } catch { #expect(error == unwritable(path, "the tensor a of 1 bytes was given more than those")) }
    try writer.append(bytes.span.extracting(0..<1).bytes)
    do {
      try writer.append(bytes.span.bytes)
      Issue.record("bytes went nowhere")
    } catch { #expect(error == unwritable(path, "more bytes came than were declared")) }
    try writer.finish()
    #expect(try Safetensors(file: path).tensor(named: "a")?.bytes == [1])
  }

  @Test func declarationsThatCannotBeAreRefused() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("m.safetensors")
    func expect(_ error: WeightsError, _ declarations: [SafetensorsWriter.Declaration]) {
      #expect(throws: error) { _ = try SafetensorsWriter(path: path, declarations: declarations) }
    }
    let a = declaration("a", .u8, [1])
    expect(unwritable(path, "no second tensor can have the name a"), [a, a])
    expect(unwritable(path, "no second tensor can have the name __metadata__"), [declaration("__metadata__", .u8, [1])])
    expect(.unsupported(path: path, what: "Q4_0 in the tensor a"), [declaration("a", .q4_0, [32])])
    expect(unwritable(path, "the tensor a of shape [-1] is too large"), [declaration("a", .u8, [-1])])
    let huge = declaration("a", .u8, [1 << 61, 1])
    expect(
      unwritable(path, "the tensor b of shape [\(1 << 61)] is too large"), [huge, declaration("b", .u8, [1 << 61])])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    let missing = folder.file("none/m.safetensors")
    #expect(throws: unwritable(missing, "No such file or directory")) {
      _ = try SafetensorsWriter(path: missing, declarations: [a])
    }
  }
}
