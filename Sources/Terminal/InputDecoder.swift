import CTerminal
import Interface

/// Makes messages of what ncurses reads: names keys, gathers pasted text, tells double clicks, and drops what means
/// nothing here.
///
/// ncurses knows the keys in terminfo and hands out everything else byte by byte: the mouse's reports, an Alt combination,
/// a key that terminfo lacks, a late answer of the terminal to a question. All of them begin with Escape and arrive in one
/// piece, so an Escape with something right behind it opens a sequence, which is swallowed unless it is the mouse's; one
/// with nothing behind it is the key.
struct InputDecoder {
  private enum State: Equatable {
    case ground
    /// An Escape was read.
    case escape
    /// ESC [ or ESC O: up to a final byte.
    case controlSequence
    /// ESC [ M: three more characters, in a terminal that knows only xterm's older mouse reports.
    case oldMouse
    /// ESC P, ], _, ^ or X: up to BEL or ESC \.
    case controlString(sawEscape: Bool)
    case paste
  }

  /// A pasted text longer than this comes in several messages.
  static let largestPaste = 1 << 20
  /// Two presses in a cell within this time are a double click.
  static let doubleClick = Duration.milliseconds(400)

  private var state = State.ground
  private var pasted = ""
  /// What a control sequence has between its beginning and its final byte.
  private var parameters: [UInt32] = []
  private var lastPress: (column: Int, row: Int, time: ContinuousClock.Instant)?

  /// A decoder at the start of the input.
  init() {}

  /// Whether a paste was begun and not ended.
  var isPasting: Bool { state == .paste }

  /// Takes one thing that was read.
  ///
  /// - Returns: the message, if it is one.
  mutating func take(_ input: ct_input, at time: ContinuousClock.Instant) -> Message? {
    switch input.kind {
    case .none: return nil
    case .character: return take(input.code, at: time)
    case .pasteBegin:
      state = .paste
      return nil
    case .pasteEnd: return endPaste()
    default: break
    }
    // Keys inside pasted text are escape sequences that somebody pasted; after Escape, they are held with Alt.
    if state == .paste { return nil }
    let isPlain = state == .ground
    state = .ground
    guard isPlain else { return nil }
    return InputDecoder.key(input).map(Message.key)
  }

  /// Nothing more is waiting.
  ///
  /// - Returns: the Escape key, if the last thing was an Escape.
  mutating func pause() -> Message? {
    guard state != .paste else { return nil }
    defer { state = .ground }
    return state == .escape ? .key(.escape) : nil
  }

  /// Gives out what was pasted so far, for example because the end of it got lost.
  mutating func endPaste() -> Message? {
    defer { pasted = "" }
    if state == .paste { state = .ground }
    return pasted.isEmpty ? nil : .paste(pasted)
  }

  private mutating func take(_ code: UInt32, at time: ContinuousClock.Instant) -> Message? {
    switch state {
    case .ground:
      if code == 0x1B {
        state = .escape
        return nil
      }
      return InputDecoder.key(code).map(Message.key)
    case .escape:
      switch code {
      // Escape pressed twice.
      case 0x1B: return .key(.escape)
      case UInt32(UInt8(ascii: "[")), UInt32(UInt8(ascii: "O")):
        state = .controlSequence
        parameters = []
      case UInt32(UInt8(ascii: "P")), UInt32(UInt8(ascii: "]")), UInt32(UInt8(ascii: "_")), UInt32(UInt8(ascii: "^")),
        UInt32(UInt8(ascii: "X")):
        state = .controlString(sawEscape: false)
      default: state = .ground
      }
      return nil
    case .controlSequence: return takeOfControlSequence(code, at: time)
    case .oldMouse:
      parameters.append(code)
      guard parameters.count == 3 else { return nil }
      state = .ground
      let values = parameters.map { Int($0) - 32 }
      // A release doesn't say of which button.
      let isRelease = values[0] & 3 == 3
      return mouse(
        button: isRelease ? values[0] & ~3 : values[0], column: values[1] - 1, row: values[2] - 1, isRelease: isRelease,
        at: time)
    case .controlString(let sawEscape):
      if code == 0x07 || (sawEscape && code == UInt32(UInt8(ascii: "\\"))) {
        state = .ground
      } else {
        state = .controlString(sawEscape: code == 0x1B)
      }
      return nil
    case .paste:
      append(code)
      guard pasted.utf8.count >= InputDecoder.largestPaste else { return nil }
      defer { pasted = "" }
      return .paste(pasted)
    }
  }

  private mutating func append(_ code: UInt32) {
    switch code {
    // Terminals send a line's end as the Enter key does.
    case 0x0A, 0x0D: pasted.unicodeScalars.append("\n")
    case 0x09: pasted.unicodeScalars.append("\t")
    case ..<0x20, 0x7F..<0xA0: break
    default: if let scalar = Unicode.Scalar(code) { pasted.unicodeScalars.append(scalar) }
    }
  }

  private mutating func takeOfControlSequence(_ code: UInt32, at time: ContinuousClock.Instant) -> Message? {
    guard (0x40...0x7E).contains(code) else {
      // No sequence that means something here is this long.
      if code == 0x1B { state = .escape } else if parameters.count < 32 { parameters.append(code) }
      return nil
    }
    state = .ground
    if parameters.isEmpty, code == UInt32(UInt8(ascii: "M")) {
      state = .oldMouse
      return nil
    }
    // ESC [ < BUTTON ; COLUMN ; ROW M, or m for a release.
    let isRelease = code == UInt32(UInt8(ascii: "m"))
    guard parameters.first == UInt32(UInt8(ascii: "<")), isRelease || code == UInt32(UInt8(ascii: "M")) else {
      return nil
    }
    let text = String(String.UnicodeScalarView(parameters.dropFirst().compactMap(Unicode.Scalar.init)))
    let values = text.split(separator: ";").compactMap { Int($0) }
    guard values.count == 3, values.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
    return mouse(button: values[0], column: values[1] - 1, row: values[2] - 1, isRelease: isRelease, at: time)
  }

  /// - Parameter button: bits 0 and 1 are the button, 2 to 4 keys that are held, 5 a movement, 6 the wheel.
  private mutating func mouse(
    button: Int, column: Int, row: Int, isRelease: Bool, at time: ContinuousClock.Instant
  ) -> Message? {
    guard column >= 0, row >= 0, button & 32 == 0 else { return nil }
    if button & 64 != 0 {
      switch button & 3 {
      case 0: return .mouse(Mouse(.scrollUp, column: column, row: row))
      case 1: return .mouse(Mouse(.scrollDown, column: column, row: row))
      default: return nil
      }
    }
    guard button & 3 == 0 else { return nil }
    if isRelease { return .mouse(Mouse(.release, column: column, row: row)) }
    if let last = lastPress, last.column == column, last.row == row, time - last.time <= InputDecoder.doubleClick {
      lastPress = nil
      return .mouse(Mouse(.doubleClick, column: column, row: row))
    }
    lastPress = (column, row, time)
    return .mouse(Mouse(.press, column: column, row: row))
  }

  /// The key that a character is, control characters included.
  static func key(_ code: UInt32) -> Key? {
    switch code {
    case 0x00: return .control(" ")
    case 0x08, 0x7F: return .backspace
    case 0x09: return .tab
    case 0x0A, 0x0D: return .enter
    case 0x1B: return .escape
    case 0x01...0x1A: return Unicode.Scalar(code + 0x60).map { .control(Character($0)) }
    case 0x1C...0x1F: return Unicode.Scalar(code + 0x40).map { .control(Character($0)) }
    case 0x80..<0xA0: return nil
    default: return Unicode.Scalar(code).map { .character(Character($0)) }
    }
  }

  private static func key(_ input: ct_input) -> Key? {
    switch input.kind {
    case .enter: .enter
    case .backspace: .backspace
    case .backTab: .backTab
    case .delete: .delete
    case .insert: .insert
    case .up: .up
    case .down: .down
    case .left: .left
    case .right: .right
    case .shiftUp: .shiftUp
    case .shiftDown: .shiftDown
    case .shiftLeft: .shiftLeft
    case .shiftRight: .shiftRight
    case .home: .home
    case .end: .end
    case .pageUp: .pageUp
    case .pageDown: .pageDown
    case .function: .function(Int(input.code))
    case .none, .character, .pasteBegin, .pasteEnd, .other: nil
    }
  }
}
