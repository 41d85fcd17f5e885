internal import Synchronization

/// Measures text as `Drawing` sets it; what was measured once is remembered.
public enum TextMeasure {
  private struct Key: Hashable {
    let text: String
    let style: TextStyle
    let width: Double?
  }

  // Used under the lock below only, so one thread at a time touches it.
  private final class Meter: @unchecked Sendable {
    let pango = PangoText(hasOwnFonts: true)
    var known: [Key: TextSize] = [:]
  }

  private static let meter = Mutex(Meter())

  // A few screens' worth of thousands of texts, some megabytes.
  private static let mostRemembered = 20_000

  /// The size of a text, wrapped at `width` pixels where one is given.
  public static func size(_ text: String, _ style: TextStyle, width: Double? = nil) -> TextSize {
    let key = Key(text: text, style: style, width: width)
    return meter.withLock { meter in
      if let size = meter.known[key] { return size }
      if meter.known.count >= mostRemembered { meter.known.removeAll(keepingCapacity: true) }
      let size = meter.pango.size(text, style, width: width)
      meter.known[key] = size
      return size
    }
  }

  /// The UTF-8 offset of the character boundary nearest to a place; (0, 0) is the text's upper left corner.
  public static func offset(in text: String, _ style: TextStyle, width: Double? = nil, x: Double, y: Double) -> Int {
    meter.withLock { $0.pango.offset(text, style, width: width, x: x, y: y) }
  }
}
