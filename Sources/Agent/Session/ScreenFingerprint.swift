internal import Episodes
internal import Imaging

/// What a screen looks like, coarsely enough that a clock and a blinking caret don't count.
struct ScreenFingerprint: Sendable {
  /// Pixels of a cell's side.
  private static let cell = 30
  /// The share of the height that the status bar takes at the most.
  private static let statusBar = 0.055
  /// Shades that a cell's mean may differ by.
  private static let shades = 5
  /// Cells that may differ: a caret, which is two pixels wide and no more than three cells high.
  private static let restlessCells = 3

  private let width: Int
  private let height: Int
  private let cells: [UInt8]
  /// What is said on the screen; nil where that isn't known.
  private let words: Int?

  init(_ image: Image, elements: [UIElement] = []) {
    width = image.width
    height = image.height
    let top = Int(Double(image.height) * Self.statusBar)
    cells = Self.means(of: image, from: top)
    words = elements.isEmpty ? nil : Self.words(elements, below: top)
  }

  /// Whether it is the same screen.
  func resembles(_ other: ScreenFingerprint) -> Bool {
    guard width == other.width, height == other.height else { return false }
    // A letter that was typed is no larger than a caret. Where the words are known, they tell.
    if let words, let otherWords = other.words, words != otherWords { return false }
    var different = 0
    for index in cells.indices where abs(Int(cells[index]) - Int(other.cells[index])) > Self.shades {
      different += 1
      if different > Self.restlessCells { return false }
    }
    return true
  }

  private static func means(of image: Image, from top: Int) -> [UInt8] {
    let columns = max(image.width / cell, 1)
    let rows = max((image.height - top) / cell, 1)
    let pixels = image.pixels.span
    var means: [UInt8] = []
    means.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        var sum = 0
        var count = 0
        // A third of the rows and columns says enough.
        for y in stride(from: top + row * cell, to: min(top + (row + 1) * cell, image.height), by: 3) {
          for x in stride(from: column * cell, to: min((column + 1) * cell, image.width), by: 3) {
            let at = (y * image.width + x) * 3
            sum += Int(pixels[at]) + Int(pixels[at + 1]) + Int(pixels[at + 2])
            count += 3
          }
        }
        means.append(UInt8(clamping: count > 0 ? sum / count : 0))
      }
    }
    return means
  }

  private static func words(_ elements: [UIElement], below top: Int) -> Int {
    var hasher = Hasher()
    for element in elements {
      if let bounds = element.bounds, bounds.bottom <= top { continue }
      if element.resourceID?.hasPrefix("com.android.systemui:") == true { continue }
      hasher.combine(element.text)
      hasher.combine(element.contentDescription)
      hasher.combine(element.bounds)
      hasher.combine(element.isChecked)
    }
    return hasher.finalize()
  }
}
