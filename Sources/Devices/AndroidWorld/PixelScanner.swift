internal import Imaging

// A screenshot comes as JSON, rows of pixels of red, green and blue:
//
//     {"pixels":[[[18,52,86],[18,52,87],…],[[…]…]…]}
//
// A phone's is 20 to 30 MB of it. It is read byte by byte as it comes, and nothing is kept but the pixels.

/// Reads a picture out of pieces of JSON text.
struct PixelScanner {
  /// What is wrong with the text, in a few words.
  struct Problem: Error, Equatable {
    let reason: String
  }

  /// What may come next.
  private enum State {
    /// A part of `{"pixels":[`, of which so many bytes have come.
    case beginning
    /// `[` of a row, or, after the first, what `afterRow` takes.
    case row
    /// `[` of a pixel.
    case pixel
    /// The first digit of a number.
    case number
    /// A digit, or what `afterNumber` takes.
    case digit
    /// `,`, or `]` after the third.
    case afterNumber
    /// `,`, or `]` at the row's end.
    case afterPixel
    /// `,`, or `]` at the picture's end.
    case afterRow
    /// Whatever else the server tells.
    case done
  }

  private static let prefix = Array("{\"pixels\":[".utf8)
  private static let longestSide = Image.longestSide
  private static let mostBytes = Image.largestPixelCount * 3

  private var state = State.beginning
  private var matched = 0
  private var value = 0
  private var channel = 0
  private var pixels: [UInt8] = []
  /// Where the row began in `pixels`.
  private var rowStart = 0
  /// Bytes of the first row.
  private var rowBytes = 0
  private var rowCount = 0
  private var offset = 0

  /// Takes the next piece.
  mutating func append(_ bytes: [UInt8]) throws(Problem) {
    let span = bytes.span
    var index = 0
    while index < span.count {
      let byte = span[index]
      index += 1
      switch state {
      case .digit:
        if byte >= 0x30 && byte <= 0x39 {
          value = value &* 10 &+ Int(byte &- 0x30)
          guard value <= 255 else { throw wrong("a colour above 255", at: index) }
        } else {
          pixels.append(UInt8(truncatingIfNeeded: value))
          channel += 1
          try endNumber(byte, at: index)
        }
      case .number:
        if byte >= 0x30 && byte <= 0x39 {
          value = Int(byte &- 0x30)
          state = .digit
        } else if !Self.isSpace(byte) {
          throw wrong("no number from 0 to 255", at: index)
        }
      case .afterNumber: try endNumber(byte, at: index)
      case .pixel:
        if byte == UInt8(ascii: "[") {
          channel = 0
          state = .number
        } else if !Self.isSpace(byte) {
          throw wrong("no pixel", at: index)
        }
      case .afterPixel:
        if byte == UInt8(ascii: ",") {
          state = .pixel
        } else if byte == UInt8(ascii: "]") {
          try endRow(at: index)
        } else if !Self.isSpace(byte) {
          throw wrong("neither a pixel nor the row's end", at: index)
        }
      case .row:
        if byte == UInt8(ascii: "[") {
          state = .pixel
        } else if !Self.isSpace(byte) {
          throw wrong("no row", at: index)
        }
      case .afterRow:
        if byte == UInt8(ascii: ",") {
          state = .row
        } else if byte == UInt8(ascii: "]") {
          state = .done
        } else if !Self.isSpace(byte) {
          throw wrong("neither a row nor the picture's end", at: index)
        }
      case .beginning:
        if byte == Self.prefix[matched] {
          matched += 1
          if matched == Self.prefix.count { state = .row }
        } else if !Self.isSpace(byte) || (matched > 1 && matched < 9) {
          throw wrong("not {\"pixels\": […", at: index)
        }
      case .done: index = span.count
      }
    }
    offset += span.count
  }

  /// The picture, where it was complete.
  func image() throws(Problem) -> Image {
    guard state == .done else { throw Problem(reason: "it ends after \(offset) bytes, in the middle of the picture") }
    return Image(width: rowBytes / 3, height: rowCount, pixels: pixels)
  }

  private mutating func endNumber(_ byte: UInt8, at index: Int) throws(Problem) {
    if byte == UInt8(ascii: ","), channel < 3 {
      state = .number
    } else if byte == UInt8(ascii: "]"), channel == 3 {
      guard pixels.count <= Self.mostBytes, pixels.count - rowStart <= Self.longestSide * 3 else {
        throw wrong("more pixels than any screen has", at: index)
      }
      state = .afterPixel
    } else if Self.isSpace(byte) {
      state = .afterNumber
    } else {
      throw wrong("a pixel of other than three whole numbers", at: index)
    }
  }

  private mutating func endRow(at index: Int) throws(Problem) {
    let count = pixels.count - rowStart
    if rowCount == 0 {
      rowBytes = count
      // Phones are two to three times as high as wide: one allocation for most.
      pixels.reserveCapacity(min(count * count / 3 * 5 / 2, Self.mostBytes))
    }
    guard count == rowBytes else { throw wrong("rows of \(rowBytes / 3) and of \(count / 3) pixels", at: index) }
    rowCount += 1
    guard rowCount <= Self.longestSide else { throw wrong("more rows than any screen has", at: index) }
    rowStart = pixels.count
    state = .afterRow
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  private func wrong(_ what: String, at index: Int) -> Problem {
    Problem(reason: "\(what) at byte \(offset + index - 1)")
  }
}
