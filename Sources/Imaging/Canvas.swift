/// A picture and the marks to draw on it, such as where an action will touch the screen.
///
/// ```swift
/// var canvas = Canvas(screenshot)
/// canvas.ring(around: .init(x: 540, y: 1200), radius: 60, color: .orange, lineWidth: 10)
/// let shown = try canvas.drawn()
/// ```
///
/// Marks are drawn in the order in which they were added. Each has an outline in black or white, whichever its colour
/// stands out from, so that it can be seen on any picture. Coordinates are pixels from the top left corner; what lies
/// outside the picture is cut off, and a mark with a coordinate or width that isn't finite is left out.
public struct Canvas: Sendable {
  /// A place in pixels; (0, 0) is the top left corner of the top left pixel.
  public struct Point: Sendable, Hashable {
    /// Pixels from the left edge.
    public var x: Double
    /// Pixels from the upper edge.
    public var y: Double

    /// The point at (`x`, `y`).
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// An sRGB colour.
  public struct Color: Sendable, Hashable {
    /// From 0 to 255.
    public var red, green, blue: UInt8
    /// From 0, invisible, to 1.
    public var opacity: Double

    /// A colour, solid unless told otherwise.
    public init(red: UInt8, green: UInt8, blue: UInt8, opacity: Double = 1) {
      self.red = red
      self.green = green
      self.blue = blue
      self.opacity = opacity
    }

    /// Black.
    public static let black = Color(red: 0, green: 0, blue: 0)
    /// White.
    public static let white = Color(red: 255, green: 255, blue: 255)
    /// Orange, which few screens have.
    public static let orange = Color(red: 255, green: 122, blue: 0)
    /// A blue that differs from orange for colour-blind eyes too.
    public static let blue = Color(red: 0, green: 114, blue: 220)

    /// Black or white, whichever is further from this colour.
    public var contrast: Color {
      // Rec. 709's weights of the three colours in brightness.
      let brightness = 0.2126 * Double(red) + 0.7152 * Double(green) + 0.0722 * Double(blue)
      return brightness > 127 ? .black : .white
    }
  }

  enum Mark: Sendable {
    case ring(around: Point, radius: Double, color: Color, lineWidth: Double)
    case arrow(along: [Point], color: Color, lineWidth: Double)
    case box(from: Point, to: Point, color: Color, lineWidth: Double)
    case label(String, at: Point, color: Color, background: Color, fontSize: Double)
  }

  let picture: Image
  private(set) var marks: [Mark] = []

  /// A canvas with this picture on it.
  public init(_ picture: Image) { self.picture = picture }

  /// Adds a circle with a dot in its middle.
  public mutating func ring(around center: Point, radius: Double, color: Color, lineWidth: Double) {
    add(
      .ring(around: center, radius: radius, color: color, lineWidth: lineWidth),
      [center.x, center.y, radius, lineWidth])
  }

  /// Adds a line along a path of at least one point, with a dot where it starts and a head where it ends.
  public mutating func arrow(along path: [Point], color: Color, lineWidth: Double) {
    guard !path.isEmpty else { return }
    add(.arrow(along: path, color: color, lineWidth: lineWidth), path.flatMap { [$0.x, $0.y] } + [lineWidth])
  }

  /// Adds the outline of a rectangle between two opposite corners.
  public mutating func box(from corner: Point, to opposite: Point, color: Color, lineWidth: Double) {
    add(
      .box(from: corner, to: opposite, color: color, lineWidth: lineWidth),
      [corner.x, corner.y, opposite.x, opposite.y, lineWidth])
  }

  /// Adds a line of text on a plate whose upper left corner is at a point, or as near as the plate is all visible.
  ///
  /// What doesn't fit the picture's width ends in an ellipsis. The font size is in pixels.
  public mutating func label(
    _ text: String, at corner: Point, color: Color = .white, background: Color, fontSize: Double
  ) {
    add(
      .label(text, at: corner, color: color, background: background, fontSize: fontSize),
      [corner.x, corner.y, fontSize])
  }

  private mutating func add(_ mark: Mark, _ numbers: [Double]) {
    // Beyond this no picture reaches, and cairo's own coordinates end soon after.
    if numbers.allSatisfy({ $0.magnitude <= 1_000_000 }) { marks.append(mark) }
  }

  /// The picture with its marks; throws `tooLarge` above 32,767 pixels a side.
  public func drawn() throws(ImageError) -> Image {
    if marks.isEmpty { return picture }
    let surface = try CairoSurface(picture)
    for mark in marks { mark.draw(on: surface) }
    return surface.picture()
  }
}
