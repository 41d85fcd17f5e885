/// What can be wrong with a picture.
public enum ImageError: Error, Equatable, CustomStringConvertible {
  /// The file can't be opened or read.
  case unreadable(path: String, reason: String)
  /// Neither PNG nor JPEG.
  case notRecognised
  /// Cut short or contradicting itself.
  case damaged(format: String, reason: String)
  /// More pixels than `Image.largestPixelCount`, or a side longer than `Image.longestSide`.
  case tooLarge(width: Int, height: Int)
  /// The file can't be written.
  case unwritable(path: String, reason: String)
  /// A `preprocessor_config.json` that can't be used.
  case processor(reason: String)

  /// One sentence for the person at the screen.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path) can't be read: \(reason)"
    case .notRecognised: "the picture is neither PNG nor JPEG; convert it to one of them"
    case .damaged(let format, let reason): "the \(format) picture is damaged: \(reason); take it again"
    case .tooLarge(let width, let height):
      """
      a picture of \(width)×\(height) pixels is too large; scale it below \(Image.largestPixelCount / 1_000_000) \
      megapixels and \(Image.longestSide) pixels a side
      """
    case .unwritable(let path, let reason): "\(path) can't be written: \(reason)"
    case .processor(let reason): "preprocessor_config.json can't be used: \(reason)"
    }
  }
}
