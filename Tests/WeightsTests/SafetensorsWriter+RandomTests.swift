import Foundation
import Kernels
import TestSupport
import Testing

@testable import Weights

@Suite struct SafetensorsWriterRandomTests {
  private typealias Declaration = SafetensorsWriter.Declaration

  private func write(
    _ tensors: [(declaration: SafetensorsWriter.Declaration, initialisation: TensorInitialisation)], seed: UInt64 = 1
  ) throws -> Safetensors {
    let folder = try TemporaryDirectory()
    try SafetensorsWriter.write(path: folder.file("m"), initialising: tensors, seed: seed, metadata: ["format": "pt"])
    return try Safetensors(file: folder.file("m"))
  }

  @Test func constantsAreConstant() throws {
    let file = try write([
      (Declaration(name: "ones", type: .bf16, shape: [3]), .ones),
      (Declaration(name: "zeros", type: .f32, shape: [2, 2]), .zeros),
      (Declaration(name: "half", type: .f16, shape: [2]), .ones),
      (Declaration(name: "none", type: .f32, shape: [0]), .normal(standardDeviation: 1)),
    ])
    #expect(file.metadata == ["format": "pt"])
    #expect(file.tensor(named: "ones")?.floats == [1, 1, 1])
    #expect(file.tensor(named: "zeros")?.floats == [0, 0, 0, 0])
    #expect(file.tensor(named: "half")?.floats == [1, 1])
    #expect(file.tensor(named: "none")?.count == 0)
  }

  @Test func normalValuesHaveTheirDeviation() throws {
    let count = 100_000
    let file = try write([(Declaration(name: "w", type: .f32, shape: [count]), .normal(standardDeviation: 0.02))])
    let values = try #require(file.tensor(named: "w")).floats.map { Double($0) / 0.02 }
    let n = Double(count)
    let mean = values.reduce(0, +) / n
    let variance = values.reduce(0) { $0 + $1 * $1 } / n
    let within = Double(values.filter { abs($0) < 1 }.count) / n
    // Five standard errors of each: 1 / √n, √(2 / n), √(0.68 · 0.32 / n).
    #expect(abs(mean) < 5 / n.squareRoot())
    #expect(abs(variance - 1) < 5 * (2 / n).squareRoot())
    // 0.6827 of a normal's values; a sum of twelve has 0.0024 fewer.
    #expect(abs(within - 0.6827) < 0.0024 + 5 * (0.68 * 0.32 / n).squareRoot())
    #expect(values.contains { abs($0) > 3.5 })
  }

  @Test func valuesDependOnSeedAndNameAlone() throws {
    let (a, b) = (Declaration(name: "a", type: .f32, shape: [8]), Declaration(name: "b", type: .f32, shape: [8]))
    let normal = TensorInitialisation.normal(standardDeviation: 1)
    let both = try write([(a, normal), (b, normal)])
    let first = try #require(both.tensor(named: "a")).floats
    #expect(try write([(b, normal), (a, normal)]).tensor(named: "a")?.floats == first)
    #expect(both.tensor(named: "b")?.floats != first)
    #expect(try write([(a, normal)], seed: 2).tensor(named: "a")?.floats != first)
    // Files of the same seed must stay the same from version to version; computed apart, in integers, with Python.
    #expect(Array(first.prefix(3)) == [0.24752808, 2.143753, -2.5939026])
  }

  @Test func tensorsLongerThanAChunkGoOn() throws {
    let count = SafetensorsWriter.valuesPerChunk + 3
    let declaration = Declaration(name: "w", type: .bf16, shape: [count])
    let values = try #require(try write([(declaration, .normal(standardDeviation: 1))]).tensor(named: "w")).floats
    var source = NormalSource(seed: 1, name: "w")
    var last: [Float] = []
    for index in 0..<count {
      let value = source.next()
      if index >= count - 3 { last.append(Float(bitPattern: UInt32(BFloat16.bits(nearestTo: value)) << 16)) }
    }
    #expect(Array(values.suffix(3)) == last)
  }

  @Test func otherTypesAreRefusedAndLeaveNothing() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("m")
    #expect(throws: WeightsError.unsupported(path: path, what: "initial values of I64 in the tensor i")) {
      try SafetensorsWriter.write(
        path: path, initialising: [(Declaration(name: "i", type: .i64, shape: [1]), .zeros)], seed: 0)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }
}
