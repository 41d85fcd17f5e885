import Imaging

extension Phone {
  /// The screen as a picture.
  func drawn(scale: Double) -> Image {
    let scale = scale.isFinite ? max(0.02, min(scale, 4)) : 1
    guard let drawing = try? Drawing(width: screen.width, height: screen.height, scale: scale, background: .black)
    else { return Image(width: 1, height: 1, red: 0, green: 0, blue: 0) }
    guard system.isScreenOn else { return drawing.picture() }
    let all = windows()
    let painter = Painter(phone: self, drawing: drawing, theme: theme)
    if let bottom = all.last(where: { $0.id == .app || $0.id == .launcher }) {
      if bottom.id == .launcher { Wallpaper.draw(drawing, self) }
      // A window's colour goes on under the bars.
      if let color = bottom.view.fillColor {
        drawing.fill(x: 0, y: 0, width: Double(screen.width), height: Double(screen.height), color: color)
      }
    }
    for window in all { painter.paint(placed(window)) }
    Glass.draw(drawing, self)
    return drawing.picture()
  }
}
