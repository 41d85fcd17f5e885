/// What `wm size` says.
///
///     Physical size: 1080x2400
///     Override size: 720x1600
struct ScreenSize: Equatable {
  /// Width and height of a screen in pixels, in its natural position.
  struct Extent: Equatable {
    var width: Int
    var height: Int
  }

  /// The panel.
  var physical: Extent?
  /// What `wm size WxH` set.
  var override: Extent?

  /// The size that `input` and the picture have.
  var effective: Extent? { override ?? physical }

  init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      if let value = LabelledLine.value(of: "Physical size:", in: line) { physical = physical ?? Self.extent(value) }
      if let value = LabelledLine.value(of: "Override size:", in: line) { override = override ?? Self.extent(value) }
    }
  }

  private static func extent(_ text: Substring) -> Extent? {
    let sides = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1] else { return nil }
    guard (1...65_535).contains(width), (1...65_535).contains(height) else { return nil }
    return Extent(width: width, height: height)
  }
}
