import Imaging
import Interface

extension Image {
  /// A scaled picture with marks on it.
  ///
  /// Lines have a width that can be seen at this scale, rather than one in pixels of the original, which might be less
  /// than one here.
  /// - Parameters:
  ///   - marks: in pixels of the original.
  ///   - original: the original's size.
  ///   - isBlocks: whether characters are made of the picture: they show nothing that is thinner than half a cell.
  func marked(_ marks: [Mark], from original: PixelSize, isBlocks: Bool) throws(ImageError) -> Image {
    let scaleX = Double(width) / Double(original.width)
    let scaleY = Double(height) / Double(original.height)
    func point(_ x: Int, _ y: Int) -> Canvas.Point { Canvas.Point(x: Double(x) * scaleX, y: Double(y) * scaleY) }
    let lineWidth = max(isBlocks ? 8 : 2.5, Double(width) / 110)
    let radius = max(isBlocks ? 22 : 10, Double(width) / 20)

    var canvas = Canvas(self)
    for mark in marks {
      switch mark {
      case .ring(let x, let y, let role):
        canvas.ring(around: point(x, y), radius: radius, color: Canvas.Color(role), lineWidth: lineWidth)
      case .arrow(let fromX, let fromY, let toX, let toY, let role):
        canvas.arrow(
          along: [point(fromX, fromY), point(toX, toY)], color: Canvas.Color(role), lineWidth: lineWidth)
      case .box(let left, let top, let right, let bottom, let role):
        canvas.box(
          from: point(left, top), to: point(right, bottom), color: Canvas.Color(role), lineWidth: lineWidth * 0.8)
      case .label(let x, let y, let text, let role):
        // Letters made of blocks can't be read; there the label is written in characters.
        if isBlocks { continue }
        let color = Canvas.Color(role)
        canvas.label(
          text, at: point(x, y), color: color.contrast, background: color, fontSize: max(12, Double(width) / 24))
      }
    }
    return try canvas.drawn()
  }
}

extension Canvas.Color {
  /// The colour of a role where it is drawn over a picture.
  init(_ role: Role) {
    let color = RoleStyle.onPicture(role)
    self.init(red: color.red, green: color.green, blue: color.blue)
  }
}
