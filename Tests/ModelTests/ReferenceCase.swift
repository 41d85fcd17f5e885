import Foundation
import Kernels
import Model
import TestSupport
import Testing
import Weights

/// A small checkpoint and what transformers computes with it in float32.
struct ReferenceCase {
  let configuration: ModelConfiguration
  let weights: Safetensors
  let expected: Safetensors
  let image: ImageInput

  static let names = ["llava-tied", "llava-next-untied"]
  static var areThere: Bool { names.allSatisfy { Shared.has("goldens/\($0)/expected.safetensors") } }

  init(_ name: String) throws {
    let folder = "goldens/\(name)"
    configuration = try ModelConfiguration(
      json: [UInt8](Data(contentsOf: URL(fileURLWithPath: Shared.path("\(folder)/config.json")))),
      path: Shared.path("\(folder)/config.json"))
    weights = try Safetensors(directory: Shared.path(folder))
    expected = try Safetensors(file: Shared.path("\(folder)/expected.safetensors"))
    // Width and height are the first fields of a PNG's first chunk, big-endian, 16 bytes in.
    let png = try Data(contentsOf: URL(fileURLWithPath: Shared.path("\(folder)/screenshot.png")))
    let size = [16, 20].map { at in png[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    let pixels = try #require(expected.tensor(named: "pixel_values"))
    let side = try #require(configuration.multimodal).vision.imageSize
    image = ImageInput(
      pixelValues: pixels.floats(), tiles: pixels.count / (3 * side * side), imageHeight: size[1], imageWidth: size[0])
  }

  func model(threads: Int = 2) throws -> VisionLanguageModel {
    try VisionLanguageModel(configuration: configuration, weights: weights, threads: threads)
  }

  func floats(_ name: String) throws -> [Float] { try #require(expected.tensor(named: name)).floats() }

  func ids(_ name: String) throws -> [Int32] {
    try #require(expected.tensor(named: name)).int32s()
  }

  /// The prompt of `input_ids`, with the run of image tokens replaced by the picture's features.
  func prompt(_ features: ImageFeatures) throws -> [PromptPiece] {
    let ids = try self.ids("input_ids")
    let token = try #require(configuration.multimodal).imageTokenID
    let first = try #require(ids.firstIndex(of: token))
    let last = try #require(ids.lastIndex(of: token))
    #expect(last - first + 1 == features.tokens)
    return [.tokens(Array(ids[..<first])), .image(features), .tokens(Array(ids[(last + 1)...]))]
  }
}

extension Tensor {
  /// The values of an I32 tensor.
  func int32s() -> [Int32] {
    storage.withBytes { bytes in
      (0..<count).map { bytes.unsafeLoadUnaligned(fromByteOffset: byteOffset + 4 * $0, as: Int32.self) }
    }
  }
}

/// The largest absolute difference, infinite where the counts differ.
func largestDifference(_ found: [Float], _ expected: [Float]) -> Float {
  guard found.count == expected.count else { return .infinity }
  return zip(found, expected).reduce(0) { largest, pair in
    let difference = abs(pair.0 - pair.1)
    return difference <= largest ? largest : difference.isNaN ? .infinity : difference
  }
}

/// The cosine of the angle between two vectors.
func cosine(_ a: [Float], _ b: [Float]) -> Double {
  var (ab, aa, bb) = (0.0, 0.0, 0.0)
  for (x, y) in zip(a, b) {
    ab += Double(x) * Double(y)
    aa += Double(x) * Double(x)
    bb += Double(y) * Double(y)
  }
  return ab / (aa * bb).squareRoot()
}
