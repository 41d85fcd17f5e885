internal import Foundation
public import Kernels
public import Model
internal import Tokenizer
internal import Weights

/// What a model is made of, as `infir model inspect` shows it.
///
/// Parameters are those in the files: a SigLIP's unused pooling head counts too.
public struct CheckpointInspection: Sendable {
  /// One part of the model.
  public struct Part: Sendable, Equatable {
    /// Which part.
    public var name: ModelPart
    /// The number of parameters.
    public var parameters: Int
    /// Bytes, by how the values are stored.
    public var bytes: [ElementType: Int]
  }

  /// Where the model is.
  public let path: String
  /// The class in transformers that runs it, for example `LlavaNextForConditionalGeneration`.
  public let architecture: String
  /// The sizes.
  public let configuration: ModelConfiguration
  /// The parts, in the order of the forward pass; absent ones left out.
  public let parts: [Part]
  /// The tokens of the tokenizer.
  public let tokens: Int
  /// The template's source.
  public let template: String
  /// Image tokens for a screenshot of 1080×2400 pixels; nil for text-only models.
  public let screenshotTokens: Int?

  /// Looks at a model.
  public init(_ checkpoint: Checkpoint) {
    path = checkpoint.path
    configuration = checkpoint.configuration
    architecture = configuration.architecture
    parts = CheckpointInspection.parts(
      of: checkpoint.weights, isMultimodal: checkpoint.configuration.multimodal != nil)
    tokens = checkpoint.tokenizer.vocabularySize
    template = checkpoint.template.source
    screenshotTokens = configuration.multimodal.map { ImageLayout($0, height: 2400, width: 1080).tokens }
  }

  /// All parameters.
  public var parameters: Int { parts.reduce(0) { $0 + $1.parameters } }

  /// Bytes of all weights, which is what they take in memory once they have been used.
  public var weightBytes: Int { parts.reduce(0) { $0 + $1.bytes.values.reduce(0, +) } }

  /// Bytes that the KV cache takes for each token: keys and values of every layer, in float32.
  public var cacheBytesPerToken: Int {
    let text = configuration.text
    return text.layers * text.keyValueHeads * text.headDimension * 2 * MemoryLayout<Float>.size
  }

  private static func parts(of weights: any WeightSource, isMultimodal: Bool) -> [Part] {
    var parts = ModelPart.allCases.map { Part(name: $0, parameters: 0, bytes: [:]) }
    for name in weights.tensorNames {
      guard let tensor = weights.tensor(named: name) else { continue }
      let canonical = WeightNames.canonical(name, isMultimodal: isMultimodal)
      let part: ModelPart =
        canonical.hasPrefix("vision_tower.")
        ? .vision
        : canonical.hasPrefix("multi_modal_projector.") || canonical == "image_newline" ? .projector : .language
      guard let index = parts.firstIndex(where: { $0.name == part }) else { continue }
      parts[index].parameters += tensor.count
      parts[index].bytes[tensor.type, default: 0] += tensor.byteCount
    }
    return parts.filter { $0.parameters > 0 }
  }
}

extension CheckpointInspection {
  /// For people: a line per fact.
  public var text: String {
    var lines = [
      row("model", path), row("architecture", architecture), row("parameters", CheckpointInspection.count(parameters)),
    ]
    for part in parts {
      let types = part.bytes.sorted { $0.value > $1.value }.map { "\($0.key) \(CheckpointInspection.size($0.value))" }
      lines.append(
        row(
          "  " + part.name.rawValue, CheckpointInspection.count(part.parameters) + "   " + types.joined(separator: ", ")
        ))
    }
    lines.append(
      row(
        "memory",
        "\(CheckpointInspection.size(weightBytes)) of weights, \(CheckpointInspection.size(cacheBytesPerToken)) of cache per token"
      ))
    let language = configuration.text
    lines.append(
      row(
        "language",
        "\(language.layers) layers, \(language.hiddenSize) wide, \(language.attentionHeads) heads (\(language.keyValueHeads) KV), "
          + "MLP \(language.intermediateSize), context \(language.maximumPositions)"))
    lines.append(row("vocabulary", "\(language.vocabularySize), \(tokens) of them in the tokenizer"))
    if let vision = configuration.multimodal?.vision {
      lines.append(
        row(
          "vision",
          "\(vision.layers) layers, \(vision.hiddenSize) wide, \(vision.attentionHeads) heads, MLP \(vision.intermediateSize), "
            + "\(vision.patches) patches of \(vision.patchSize)×\(vision.patchSize) in \(vision.imageSize)×\(vision.imageSize)"
        ))
    }
    if let grid = configuration.multimodal?.gridPinpoints {
      lines.append(row("tilings", grid.map { "\($0.width)×\($0.height)" }.joined(separator: ", ")))
    }
    lines.append(
      row("image tokens", screenshotTokens.map { "\($0) for a screenshot of 1080×2400" } ?? "none: text only"))
    lines.append(row("template", ""))
    lines += template.split(separator: "\n", omittingEmptySubsequences: false).map {
      "  │ " + CheckpointInspection.printable($0)
    }
    return lines.joined(separator: "\n")
  }

  private func row(_ name: String, _ value: String) -> String {
    (name + String(repeating: " ", count: max(1, 14 - name.count)) + value).trimmingCharacters(in: .newlines)
  }

  /// A number of parameters, for people: `1.66 B`.
  public static func count(_ value: Int) -> String {
    switch value {
    case 1_000_000_000...: String(format: "%.2f B", Double(value) / 1e9)
    case 1_000_000...: String(format: "%.1f M", Double(value) / 1e6)
    case 10_000...: String(format: "%.1f k", Double(value) / 1e3)
    default: String(value)
    }
  }

  /// Decimal units, as files and memory are sold.
  public static func size(_ bytes: Int) -> String {
    switch bytes {
    case 1_000_000_000...: String(format: "%.2f GB", Double(bytes) / 1e9)
    case 1_000_000...: String(format: "%.1f MB", Double(bytes) / 1e6)
    case 1_000...: String(format: "%.1f kB", Double(bytes) / 1e3)
    default: "\(bytes) bytes"
    }
  }

  /// Model files come from strangers, and a terminal obeys control characters.
  private static func printable(_ line: Substring) -> String {
    String(
      String.UnicodeScalarView(line.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
  }
}
