extension Canvas {
  /// The length of a path in pixels.
  static func length(of path: [Point]) -> Double {
    zip(path, path.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) }
  }

  /// The path without its last `length` pixels; at least its first point.
  static func shortened(_ path: [Point], by length: Double) -> [Point] {
    var path = path
    var rest = length
    while path.count > 1, rest > 0 {
      let (end, before) = (path[path.count - 1], path[path.count - 2])
      let step = distance(before, end)
      path.removeLast()
      if step > rest {
        let kept = (step - rest) / step
        path.append(Point(x: before.x + kept * (end.x - before.x), y: before.y + kept * (end.y - before.y)))
        break
      }
      rest -= step
    }
    return path
  }

  private static func distance(_ a: Point, _ b: Point) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }
}
