internal import Episodes
internal import Imaging

extension StepRequest {
  /// What the pixels of this step are of: the picture, or else the size that was given, or one that all elements fit in.
  func screen(_ picture: Image?) -> (width: Int, height: Int) {
    if let picture { return (picture.width, picture.height) }
    if let screenSize { return screenSize }
    let bounds = elements.compactMap(\.bounds)
    guard let right = bounds.map(\.right).max(), let bottom = bounds.map(\.bottom).max(), right > 0, bottom > 0 else {
      return (1_000, 1_000)
    }
    return (right, bottom)
  }
}
