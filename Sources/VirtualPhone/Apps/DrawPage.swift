import Imaging

/// `tasks/pages/draw.html`: three colours to draw with, a canvas, a palette.
struct DrawPage {
  /// The palette, in the page's order.
  static let palette: [(name: String, hex: Int)] = [
    ("red", 0xFF0000), ("lime", 0x00FF00), ("blue", 0x0000FF), ("yellow", 0xFFFF00), ("magenta", 0xFF00FF),
    ("cyan", 0x00FFFF), ("maroon", 0x800000), ("green", 0x008000), ("navy", 0x000080), ("olive", 0x808000),
    ("purple", 0x800080), ("orange", 0xFFA500),
  ]
  static let canvas = (width: 376, height: 320)
  private static let lineWidth = 8.0
  /// More than anyone draws.
  private static let most = 200

  struct Stroke: Equatable {
    var color: Int
    var from: View.Place
    var to: View.Place
  }

  let seed: String
  let activity: Activity

  /// Which of the palette's colours are asked for.
  static func wanted(_ seed: String) -> [Int] {
    var random = PageRandom(seed)
    var rest = Array(palette.indices)
    return (0..<3).map { _ in rest.remove(at: random.below(rest.count)) }
  }

  private static func strokes(_ activity: Activity) -> [Stroke] {
    (activity.values["page.strokes"] ?? "").split(separator: ";").compactMap { line in
      let numbers = line.split(separator: ",").compactMap { Double($0) }
      guard numbers.count == 5, let color = Int(exactly: numbers[0]) else { return nil }
      return Stroke(
        color: color, from: View.Place(x: numbers[1], y: numbers[2]), to: View.Place(x: numbers[3], y: numbers[4]))
    }
  }

  /// The colours that can be seen on the canvas: of each pixel, that of the last stroke over it.
  static func visible(_ strokes: [Stroke]) -> Set<Int> {
    var pixels = [Int?](repeating: nil, count: canvas.width * canvas.height)
    for stroke in strokes {
      let (dx, dy) = (stroke.to.x - stroke.from.x, stroke.to.y - stroke.from.y)
      let length = dx * dx + dy * dy
      let columns = range(stroke.from.x, stroke.to.x, canvas.width)
      for y in range(stroke.from.y, stroke.to.y, canvas.height) {
        for x in columns {
          let (px, py) = (Double(x) + 0.5 - stroke.from.x, Double(y) + 0.5 - stroke.from.y)
          let share = length == 0 ? 0 : max(0, min((px * dx + py * dy) / length, 1))
          let (ex, ey) = (px - share * dx, py - share * dy)
          let distance = (ex * ex + ey * ey).squareRoot()
          // A line's rim mixes with what is under it.
          if distance <= lineWidth / 2 - 0.8 {
            pixels[y * canvas.width + x] = stroke.color
          } else if distance <= lineWidth / 2 + 0.8 {
            pixels[y * canvas.width + x] = nil
          }
        }
      }
    }
    return Set(pixels.compactMap { $0 })
  }

  private static func range(_ a: Double, _ b: Double, _ most: Int) -> Range<Int> {
    let low = Int(max(0, min(a, b) - lineWidth).rounded(.down))
    let high = Int(min(Double(most), max(a, b) + lineWidth).rounded(.up))
    return low..<max(low, high)
  }

  private static func color(_ index: Int) -> Color {
    palette.indices.contains(index) ? Color(hex: palette[index].hex) : .black
  }

  func view() -> View {
    let chosen = activity.values["page.color"].flatMap { Int($0) } ?? -1
    var parts: [View] = []
    for (place, index) in Self.wanted(seed).enumerated() {
      let square = View(.stack).square(56).fill(Self.color(index))
        .label("Task color: \(Self.palette[index].name)", "android.widget.Image")
      parts.append(WebWidget.at(16 + Double(place) * 72, 16, square))
    }
    let strokes = Self.strokes(activity)
    let drawn = View.canvas(
      width: .fixed(Double(Self.canvas.width)), height: .fixed(Double(Self.canvas.height))
    ) { drawing, frame, dp in
      let (left, top) = (Double(frame.x), Double(frame.y))
      drawing.clipped(x: left, y: top, width: Double(frame.width), height: Double(frame.height)) {
        for stroke in strokes {
          let from = Canvas.Point(x: left + stroke.from.x * dp, y: top + stroke.from.y * dp)
          let to = Canvas.Point(x: left + stroke.to.x * dp, y: top + stroke.to.y * dp)
          if from == to {
            drawing.circle(x: from.x, y: from.y, radius: Self.lineWidth / 2 * dp, color: Self.color(stroke.color))
          } else {
            drawing.line([from, to], lineWidth: Self.lineWidth * dp, color: Self.color(stroke.color))
          }
        }
      }
    }.label("Canvas", "android.widget.Image").drag { phone, from, to in
      let old = phone.value("page.strokes")
      guard old.utf8.count < Self.most * 40 else { return }
      func number(_ value: Double) -> String { String(Int(value.rounded())) }
      let stroke = "\(chosen),\(number(from.x)),\(number(from.y)),\(number(to.x)),\(number(to.y))"
      phone.activity.values["page.strokes"] = old.isEmpty ? stroke : "\(old);\(stroke)"
    }
    parts.append(
      WebWidget.at(
        15, 87,
        View.stack([drawn], .center).size(
          width: .fixed(Double(Self.canvas.width) + 2), height: .fixed(Double(Self.canvas.height) + 2)
        ).outline(.black, corner: 0)))
    for (index, color) in Self.palette.enumerated() {
      var button = View(.stack).square(52).fill(Self.color(index)).label(color.name, "android.widget.Button")
        .selected(index == chosen).tap { $0.activity.values["page.color"] = String(index) }
      if index == chosen {
        button = View.stack([button], .center).square(60).fill(.black)
      } else {
        button = View.stack([button], .center).square(60)
      }
      parts.append(WebWidget.at(12 + Double(index % 6) * 64, 420 + Double(index / 6) * 64, button))
    }
    parts.append(
      WebWidget.at(
        16, 560,
        WebWidget.button("Clear", width: 112, height: 48) { phone in
          phone.activity.values["page.strokes"] = nil
          phone.activity.values["page.success"] = nil
        }))
    let wanted = Set(Self.wanted(seed))
    parts.append(
      WebWidget.at(
        140, 560,
        WebWidget.button("Submit", width: 112, height: 48) { phone in
          let isDone = wanted.isSubset(of: Self.visible(Self.strokes(phone.activity)))
          phone.activity.values["page.success"] = isDone ? "1" : nil
        }))
    if activity.values["page.success"] == "1" { parts.append(WebWidget.at(16, 624, WebWidget.success())) }
    return WebWidget.page(parts, height: 690)
  }
}
