internal import Foundation

extension ImageProcessorConfiguration {
  /// Reads the text of a `preprocessor_config.json`.
  ///
  /// Without `image_processor_type`, `image_grid_pinpoints` makes it LLaVA-NeXT's and nothing makes it SigLIP's. What can't
  /// be done as transformers does it is an error that names the entry.
  public init(json: [UInt8]) throws(ImageError) {
    let file: File
    do {
      file = try JSONDecoder().decode(File.self, from: Data(json))
    } catch let error as DecodingError {
      throw .processor(reason: Self.reason(error))
    } catch {
      throw .processor(reason: "it isn't JSON")
    }
    self.init(kind: try Self.kind(file))
    size = try file.size?.size() ?? size
    if let crop = file.cropSize { cropSize = try crop.area() }
    if let number = file.resample {
      guard let filter = ResamplingFilter(rawValue: number) else {
        throw .processor(reason: "resample can't be \(number); 0 to 5 are Pillow's filters")
      }
      self.filter = filter
    }
    if file.doPad == true, file.padSize != nil, kind == .siglip {
      throw .processor(reason: "do_pad with a pad_size isn't known; pad the pictures before")
    }
    resizes = file.doResize ?? resizes
    cropsCenter = file.doCenterCrop ?? cropsCenter
    rescales = file.doRescale ?? rescales
    rescaleFactor = file.rescaleFactor ?? rescaleFactor
    normalizes = file.doNormalize ?? normalizes
    mean = file.imageMean?.values ?? mean
    standardDeviation = file.imageStd?.values ?? standardDeviation
    pads = file.doPad ?? pads
    if kind == .llavaNext, let pinpoints = file.imageGridPinpoints {
      gridPinpoints = []
      for pair in pinpoints {
        guard pair.count == 2 else {
          throw .processor(reason: "image_grid_pinpoints has \(pair), which isn't a height and a width")
        }
        gridPinpoints.append(Area(height: pair[0], width: pair[1]))
      }
    }
    _ = try checked()
  }

  /// The text of a `preprocessor_config.json` that transformers reads as this.
  public func json() throws(ImageError) -> [UInt8] {
    _ = try checked()
    var file = File()
    file.imageProcessorType = kind.rawValue
    file.doConvertRGB = true
    file.doResize = resizes
    switch size {
    case .exactly(let area): file.size = .edges(["height": area.height, "width": area.width])
    case .shortestEdge(let edge): file.size = .edges(["shortest_edge": edge])
    }
    file.resample = filter.rawValue
    file.doCenterCrop = cropsCenter
    file.cropSize = cropSize.map { .edges(["height": $0.height, "width": $0.width]) }
    file.doRescale = rescales
    file.rescaleFactor = rescaleFactor
    file.doNormalize = normalizes
    file.imageMean = .each(mean)
    file.imageStd = .each(standardDeviation)
    // With SigLIP's, transformers would want a pad_size.
    if kind == .llavaNext {
      file.doPad = pads
      file.imageGridPinpoints = gridPinpoints.map { [$0.height, $0.width] }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    do {
      return try [UInt8](encoder.encode(file)) + [0x0A]
    } catch {
      throw .processor(reason: "it can't be written as JSON")
    }
  }

  private static func kind(_ file: File) throws(ImageError) -> Kind {
    guard let name = file.imageProcessorType else { return file.imageGridPinpoints == nil ? .siglip : .llavaNext }
    // transformers' older versions wrote Fast for the processor that runs in PyTorch.
    let plain = name.hasSuffix("Fast") ? String(name.dropLast(4)) : name
    guard let kind = Kind(rawValue: plain) else {
      throw .processor(
        reason:
          "image_processor_type \(name.prefix(80)) isn't known; SiglipImageProcessor and LlavaNextImageProcessor are")
    }
    return kind
  }

  private static func reason(_ error: DecodingError) -> String {
    switch error {
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context):
      // Array elements have keys such as "Index 1", which say nothing to the reader of the file.
      guard let key = context.codingPath.first else { return "it isn't an object" }
      return "\(key.stringValue) has a value of the wrong kind"
    case .dataCorrupted(let context):
      guard let key = context.codingPath.first else { return "it isn't JSON, or holds a number out of range" }
      return "\(key.stringValue) has a value of the wrong kind"
    @unknown default: return "it isn't JSON"
    }
  }

  /// The entries as they are in the file.
  private struct File: Codable {
    var imageProcessorType: String?
    var doConvertRGB: Bool?
    var doResize: Bool?
    var size: Edges?
    var resample: Int?
    var doCenterCrop: Bool?
    var cropSize: Edges?
    var doRescale: Bool?
    var rescaleFactor: Double?
    var doNormalize: Bool?
    var imageMean: Channels?
    var imageStd: Channels?
    var doPad: Bool?
    var padSize: Edges?
    var imageGridPinpoints: [[Int]]?

    enum CodingKeys: String, CodingKey {
      case imageProcessorType = "image_processor_type"
      case doConvertRGB = "do_convert_rgb"
      case doResize = "do_resize"
      case size
      case resample
      case doCenterCrop = "do_center_crop"
      case cropSize = "crop_size"
      case doRescale = "do_rescale"
      case rescaleFactor = "rescale_factor"
      case doNormalize = "do_normalize"
      case imageMean = "image_mean"
      case imageStd = "image_std"
      case doPad = "do_pad"
      case padSize = "pad_size"
      case imageGridPinpoints = "image_grid_pinpoints"
    }
  }

  /// `{"height": 384, "width": 384}`, `{"shortest_edge": 384}`, or a number, as older files have it.
  private enum Edges: Codable {
    case number(Int)
    case edges([String: Int?])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else {
        self = .edges(try container.decode([String: Int?].self))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .number(let number): try container.encode(number)
      case .edges(let edges): try container.encode(edges)
      }
    }

    func size() throws(ImageError) -> Size {
      switch self {
      case .number(let number): return .shortestEdge(number)
      case .edges(let all):
        let edges = all.compactMapValues { $0 }
        if edges.count == 1, let edge = edges["shortest_edge"] { return .shortestEdge(edge) }
        guard edges.count == 2, let height = edges["height"], let width = edges["width"] else {
          throw Self.unknown("size", edges.keys)
        }
        return .exactly(Area(height: height, width: width))
      }
    }

    func area() throws(ImageError) -> Area {
      switch self {
      case .number(let side): return Area(height: side, width: side)
      case .edges(let all):
        let edges = all.compactMapValues { $0 }
        guard edges.count == 2, let height = edges["height"], let width = edges["width"] else {
          throw Self.unknown("crop_size", edges.keys)
        }
        return Area(height: height, width: width)
      }
    }

    private static func unknown(_ name: String, _ keys: some Sequence<String>) -> ImageError {
      let wanted = name == "size" ? "height and width, or shortest_edge" : "height and width"
      return .processor(
        reason:
          "\(name) has \(keys.sorted().prefix(4).map { $0.prefix(40) }.joined(separator: ", ")) where \(wanted) is known"
      )
    }
  }

  /// A number for each channel, or one for all.
  private enum Channels: Codable {
    case all(Double)
    case each([Double])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .all(number)
      } else {
        self = .each(try container.decode([Double].self))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(values)
    }

    var values: [Double] {
      switch self {
      case .all(let number): [number, number, number]
      case .each(let numbers): numbers
      }
    }
  }
}
