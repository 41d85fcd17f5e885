import Foundation
import Kernels
import TestSupport
import Testing

@testable import Weights

@Suite struct SafetensorsWriterCopyTests {
  private func copy(_ source: any WeightSource, as type: ElementType) throws -> Safetensors {
    let folder = try TemporaryDirectory()
    try SafetensorsWriter.copy(source, to: folder.file("m"), as: { _, _ in type })
    return try Safetensors(file: folder.file("m"))
  }

  @Test func blocksBecomePlainNumbers() throws {
    let source = try GGUF(file: Fixture.path("quants.gguf"))
    let expected = try Safetensors(file: Fixture.path("quants.safetensors"))
    let f32 = try copy(source, as: .f32)
    let bf16 = try copy(source, as: .bf16)
    let f16 = try copy(source, as: .f16)
    for name in expected.tensorNames {
      let reference = try #require(expected.tensor(named: name)).floats
      #expect(f32.tensor(named: name)?.floats == reference)
      #expect(bf16.tensor(named: name)?.type == .bf16)
      #expect(
        bf16.tensor(named: name)?.floats
          == reference.map { Float(bitPattern: UInt32(BFloat16.bits(nearestTo: $0)) << 16) })
      #expect(f16.tensor(named: name)?.floats == reference.map { Float(Float16($0)) })
    }
    #expect(f32.tensor(named: "cube")?.shape == [2, 3, 4])
  }

  @Test func whatIsNoWeightIsCopiedAsItIs() throws {
    let source = try Safetensors(file: Fixture.path("plain.safetensors"))
    let copied = try copy(source, as: .f32)
    #expect(copied.tensorNames == source.tensorNames)
    for name in ["int8", "int64", "float64", "bool", "uint8", "float32", "empty"] {
      #expect(copied.tensor(named: name)?.type == source.tensor(named: name)?.type)
      #expect(copied.tensor(named: name)?.bytes == source.tensor(named: name)?.bytes)
    }
    #expect(copied.tensor(named: "float16")?.type == .f32)
  }

  @Test func tensorsLongerThanAChunkAreWhole() throws {
    let count = SafetensorsWriter.valuesPerChunk + 5
    // Multiples of 1 / 256 below 1 have eight bits: BF16 holds them exactly.
    let values = (0..<count).map { Float($0 % 256) / 256 }
    let copied = try copy(["w": Tensor(values, shape: [count])], as: .bf16)
    #expect(copied.tensor(named: "w")?.floats == values)
  }

  @Test func anotherShapeOrTypeIsRefused() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("m")
    let declaration = SafetensorsWriter.Declaration(name: "w", type: .i32, shape: [2])
    var writer = try SafetensorsWriter(path: path, declarations: [declaration])
    do {
      try writer.append(Tensor([1, 2, 3], shape: [3]))
      Issue.record("three values went where two were declared")
    } catch {
      let reason = "a tensor of shape [3] came where [2] was declared"
      #expect(error == WeightsError.unwritable(path: path, reason: reason))
    }
    do {
      try writer.append(Tensor([1, 2], shape: [2]))
      Issue.record("floats became integers")
    } catch {
      #expect(error == WeightsError.unsupported(path: path, what: "a conversion from F32 to I32 for w"))
    }
  }
}
