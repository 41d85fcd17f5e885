import Foundation
import Kernels
import Model
import Testing
import Weights

@Suite struct ModelConfigurationGGUFTests {
  private static let header: [String: GGUFField] = [
    "general.architecture": .string("llama"), "llama.block_count": .integer(2), "llama.context_length": .integer(512),
    "llama.embedding_length": .integer(32), "llama.feed_forward_length": .integer(64),
    "llama.attention.head_count": .integer(2), "llama.attention.head_count_kv": .integer(1),
    "llama.attention.layer_norm_rms_epsilon": .float(1e-5), "llama.rope.freq_base": .float(500_000),
    "tokenizer.ggml.bos_token_id": .integer(1), "tokenizer.ggml.eos_token_id": .integer(2),
    "tokenizer.ggml.eot_token_id": .integer(3),
  ]
  private static let embedding: [GGUFFloats] = [GGUFFloats("token_embd.weight", [8, 32])]

  private func read(
    _ changes: [String: GGUFField?] = [:], _ tensors: [GGUFFloats] = embedding
  ) throws -> ModelConfiguration {
    var fields = Self.header
    for (key, value) in changes { fields[key] = value }
    let bytes = GGUFFloats.file(fields, tensors)
    let storage = Storage(count: bytes.count) { memory in
      for (index, byte) in bytes.enumerated() { memory.storeBytes(of: byte, toByteOffset: index, as: UInt8.self) }
    }
    return try ModelConfiguration(gguf: GGUF(storage: storage, path: "a.gguf"))
  }

  @Test func theHeaderBecomesAConfiguration() throws {
    let expected = TextConfiguration(
      vocabularySize: 8, hiddenSize: 32, intermediateSize: 64, layers: 2, attentionHeads: 2, keyValueHeads: 1,
      maximumPositions: 512, rmsNormEpsilon: 1e-5, ropeTheta: 500_000, tiesWordEmbeddings: true, beginOfTextID: 1,
      endOfTextIDs: [2, 3])
    #expect(try read() == ModelConfiguration(text: expected))
  }

  @Test func anOutputLayerIsNotTied() throws {
    #expect(try !read([:], Self.embedding + [GGUFFloats("output.weight", [8, 32])]).text.tiesWordEmbeddings)
  }

  @Test func whatIsLeftOutIsWhatLlamaCppTakes() throws {
    let text = try read([
      "llama.attention.head_count_kv": nil, "llama.rope.freq_base": nil, "tokenizer.ggml.eot_token_id": nil,
    ]).text
    #expect(text.keyValueHeads == 2 && text.ropeTheta == 10_000 && text.endOfTextIDs == [2])
  }

  @Test func divisorsOfLlama3AreRecognised() throws {
    let plain = try read().text
    var scaled = plain
    scaled.ropeScaling = .llama3(
      factor: 32, lowFrequencyFactor: 1, highFrequencyFactor: 4, originalMaximumPositions: 8_192)
    let divisors = zip(plain.ropeFrequencies, scaled.ropeFrequencies).map { $0 / $1 }
    let found = try read([:], Self.embedding + [GGUFFloats("rope_freqs.weight", [8], divisors)]).text
    #expect(found.ropeScaling == scaled.ropeScaling)
    let ones = [Float](repeating: 1, count: 8)
    #expect(try read([:], Self.embedding + [GGUFFloats("rope_freqs.weight", [8], ones)]).text.ropeScaling == .default)
  }

  @Test func otherDivisorsAreRefused() {
    let divisors: [Float] = [1, 1, 1, 1, 2, 3, 4, 5]
    #expect(throws: ModelError.self) {
      try read([:], Self.embedding + [GGUFFloats("rope_freqs.weight", [8], divisors)])
    }
    #expect(throws: ModelError.wrongShape(name: "rope_freqs.weight", expected: [8], found: [4])) {
      try read([:], Self.embedding + [GGUFFloats("rope_freqs.weight", [4])])
    }
  }

  @Test(
    arguments: [
      ("general.architecture", GGUFField.string("qwen2")), ("general.architecture", nil),
      ("llama.block_count", nil), ("llama.block_count", .string("2")), ("llama.embedding_length", .integer(0)),
      ("llama.attention.head_count", .integer(0)), ("llama.attention.head_count", .integer(3)),
      ("llama.context_length", nil), ("llama.expert_count", .integer(8)), ("llama.rope.scaling.type", .string("yarn")),
      ("llama.rope.dimension_count", .integer(8)), ("llama.attention.layer_norm_rms_epsilon", nil),
      ("tokenizer.ggml.eos_token_id", .integer(.max)),
    ] as [(String, GGUFField?)])
  func whatCannotBeIsRefused(key: String, value: GGUFField?) {
    #expect(throws: ModelError.self) { try read([key: value]) }
  }

  @Test func aFileWithoutAnEmbeddingIsRefused() {
    #expect(throws: ModelError.missingWeight(name: "token_embd.weight")) { try read([:], []) }
  }
}

enum GGUFField: Sendable {
  case string(String)
  case integer(UInt32)
  case float(Float)
}

/// A float32 tensor of a GGUF file written for a test.
struct GGUFFloats {
  let name: String
  let shape: [Int]
  let values: [Float]

  init(_ name: String, _ shape: [Int], _ values: [Float]? = nil) {
    self.name = name
    self.shape = shape
    self.values = values ?? [Float](repeating: 0.5, count: shape.reduce(1, *))
  }

  static func file(_ fields: [String: GGUFField], _ tensors: [GGUFFloats]) -> [UInt8] {
    var bytes: [UInt8] = Array("GGUF".utf8)
    func append(_ value: some FixedWidthInteger) { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
    func append(_ text: String) {
      append(UInt64(text.utf8.count))
      bytes += Array(text.utf8)
    }
    append(UInt32(3))
    append(UInt64(tensors.count))
    append(UInt64(fields.count))
    for (key, value) in fields {
      append(key)
      switch value {
      case .integer(let value):
        append(UInt32(4))
        append(value)
      case .float(let value):
        append(UInt32(6))
        append(value.bitPattern)
      case .string(let value):
        append(UInt32(8))
        append(value)
      }
    }
    var offset = 0
    for tensor in tensors {
      append(tensor.name)
      append(UInt32(tensor.shape.count))
      for size in tensor.shape.reversed() { append(UInt64(size)) }
      append(UInt32(0))
      append(UInt64(offset))
      offset += (tensor.values.count * 4 + 31) / 32 * 32
    }
    for tensor in tensors {
      while bytes.count % 32 != 0 { bytes.append(0) }
      for value in tensor.values { append(value.bitPattern) }
    }
    while bytes.count % 32 != 0 { bytes.append(0) }
    return bytes
  }
}
