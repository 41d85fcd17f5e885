internal import Foundation
internal import Kernels
internal import Model
internal import Weights

/// A SigLIP on disk: the vision tower of a `SiglipModel`, or a `SiglipVisionModel`.
struct VisionSource {
  let configuration: VisionConfiguration
  private let weights: Safetensors

  init(directory path: String) throws(CheckpointError) {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    let file = path + "/config.json"
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw .notAModel(path: path, reason: "it has no config.json")
    }
    do throws(ModelError) { configuration = try VisionConfiguration(siglip: Array(bytes), path: file) } catch {
      throw .model(error)
    }
    do throws(WeightsError) { weights = try Safetensors(directory: path) } catch { throw .weights(error) }
  }

  /// The tensor of a parameter by its canonical name, in any of the spellings that SigLIP checkpoints have.
  func tensor(for parameter: String) -> Tensor? {
    let name = String(parameter.dropFirst("vision_tower.".count))
    for prefix in ["vision_model.", "", "vision_tower.vision_model.", "vision_tower."] {
      if let tensor = weights.tensor(named: prefix + name) { return tensor }
    }
    return nil
  }
}
