/// The content of a `preprocessor_config.json`: transformers' `SiglipImageProcessor` or `LlavaNextImageProcessor`.
///
/// What a file leaves out, or has as null, gets the value that transformers' class has.
public struct ImageProcessorConfiguration: Sendable, Equatable {
  /// Which of transformers' processors; its name without `Fast`.
  public enum Kind: String, Sendable {
    /// One tile a picture.
    case siglip = "SiglipImageProcessor"
    /// The whole picture, then tiles of it in more detail.
    case llavaNext = "LlavaNextImageProcessor"
  }

  /// Height and width in pixels.
  public struct Area: Sendable, Hashable {
    /// Rows.
    public var height: Int
    /// Pixels in a row.
    public var width: Int

    /// An area of `height` × `width` pixels.
    public init(height: Int, width: Int) {
      self.height = height
      self.width = width
    }
  }

  /// What `do_resize` resizes to.
  public enum Size: Sendable, Equatable {
    /// To this height and width, whatever the picture's shape.
    case exactly(Area)
    /// The shorter edge to this many pixels, the longer one in proportion, rounded down.
    case shortestEdge(Int)
  }

  /// `image_processor_type`.
  public var kind: Kind
  /// `do_resize`.
  public var resizes = true
  /// `size`.
  public var size: Size
  /// `resample`.
  public var filter = ResamplingFilter.bicubic
  /// `do_center_crop`.
  public var cropsCenter: Bool
  /// `crop_size`; for LLaVA-NeXT its height is also the side of the tiles that a picture is divided into.
  public var cropSize: Area?
  /// `do_rescale`.
  public var rescales = true
  /// `rescale_factor`.
  public var rescaleFactor = 1.0 / 255
  /// `do_normalize`.
  public var normalizes = true
  /// `image_mean`: red, green, blue.
  public var mean: [Double]
  /// `image_std`: red, green, blue.
  public var standardDeviation: [Double]
  /// `do_pad`, which fills up batches of several pictures; for a single one it does nothing.
  public var pads: Bool
  /// `image_grid_pinpoints`: the sizes that a picture may be tiled to. Empty for SigLIP.
  public var gridPinpoints: [Area]

  /// The defaults of transformers' class: 224 pixels, and for LLaVA-NeXT CLIP's means, a centre crop and grids of 336.
  public init(kind: Kind) {
    self.kind = kind
    switch kind {
    case .siglip:
      size = .exactly(Area(height: 224, width: 224))
      cropsCenter = false
      cropSize = nil
      mean = [0.5, 0.5, 0.5]
      standardDeviation = [0.5, 0.5, 0.5]
      pads = false
      gridPinpoints = []
    case .llavaNext:
      size = .shortestEdge(224)
      cropsCenter = true
      cropSize = Area(height: 224, width: 224)
      mean = [0.48145466, 0.4578275, 0.40821073]
      standardDeviation = [0.26862954, 0.26130258, 0.27577711]
      pads = true
      gridPinpoints = [(336, 672), (672, 336), (672, 672), (1008, 336), (336, 1008)].map(Area.init)
    }
  }

  /// SigLIP's processor for square pictures of `side` pixels.
  public static func siglip(side: Int) -> ImageProcessorConfiguration {
    var configuration = ImageProcessorConfiguration(kind: .siglip)
    configuration.size = .exactly(Area(height: side, width: side))
    return configuration
  }

  /// LLaVA-NeXT's processor in front of SigLIP: tiles of `side` pixels, in LLaVA-NeXT's five grids of up to three.
  public static func tiled(side: Int) -> ImageProcessorConfiguration {
    var configuration = ImageProcessorConfiguration(kind: .llavaNext)
    configuration.size = .exactly(Area(height: side, width: side))
    configuration.cropsCenter = false
    configuration.cropSize = Area(height: side, width: side)
    configuration.mean = [0.5, 0.5, 0.5]
    configuration.standardDeviation = [0.5, 0.5, 0.5]
    configuration.gridPinpoints = [(1, 2), (2, 1), (2, 2), (3, 1), (1, 3)].map { rows, columns in
      Area(height: rows * side, width: columns * side)
    }
    return configuration
  }
}
