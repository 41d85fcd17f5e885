import Interface

/// What the terminal answered to questions about itself.
///
/// All questions are sent at once, and last the one that every terminal answers (primary device attributes): when that
/// answer has come, there are no others to wait for.
struct TerminalReplies: Sendable, Equatable {
  /// In order: does it show a kitty picture (a question only: the picture isn't kept); how large is a cell in pixels; are
  /// synchronized updates known; and the device attributes.
  static let questions =
    "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\" + "\u{1B}[16t" + "\u{1B}[?2026$p" + "\u{1B}[c"

  /// Whether it knows the kitty graphics protocol.
  private(set) var showsKitty = false
  /// Whether it shows sixels: device attribute 4.
  private(set) var showsSixels = false
  /// Whether it can hold back a half-drawn screen: mode 2026.
  private(set) var synchronizes = false
  /// A cell in pixels.
  private(set) var cell: PixelSize?
  /// Whether the last answer has come.
  private(set) var isComplete = false
  /// What wasn't an answer: keys that were pressed meanwhile.
  private(set) var rest: [UInt8] = []

  /// Nothing was answered.
  init() {}

  /// Reads answers.
  init(parsing bytes: [UInt8]) {
    var at = 0
    while at < bytes.count {
      guard let end = TerminalReplies.end(of: bytes, at: at) else {
        rest.append(bytes[at])
        at += 1
        continue
      }
      if !take(bytes[at..<end]) { rest.append(contentsOf: bytes[at..<end]) }
      at = end
    }
  }

  /// Where the control sequence or string that starts here ends; nil if none does, or it isn't complete.
  private static func end(of bytes: [UInt8], at start: Int) -> Int? {
    guard start + 1 < bytes.count, bytes[start] == 0x1B else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "["):
      let final = bytes[(start + 2)...].firstIndex { !(0x20...0x3F).contains($0) }
      guard let final, (0x40...0x7E).contains(bytes[final]) else { return nil }
      return final + 1
    case UInt8(ascii: "_"), UInt8(ascii: "P"), UInt8(ascii: "]"):
      var at = start + 2
      while at < bytes.count {
        if bytes[at] == 0x07 { return at + 1 }
        if bytes[at] == 0x1B { return at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "\\") ? at + 2 : nil }
        at += 1
      }
      return nil
    default: return nil
    }
  }

  /// Whether a sequence was an answer to one of the questions.
  private mutating func take(_ sequence: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: sequence, as: UTF8.self)
    if text.hasPrefix("\u{1B}_G") {
      if text.hasPrefix("\u{1B}_Gi=31;OK") { showsKitty = true }
      return true
    }
    guard text.hasPrefix("\u{1B}[") else { return !text.hasPrefix("\u{1B}O") }
    let parameters = text.dropFirst(2).dropLast()
    if text.hasSuffix("c"), parameters.hasPrefix("?") {
      isComplete = true
      showsSixels = parameters.dropFirst().split(separator: ";").dropFirst().contains("4")
      return true
    }
    if text.hasSuffix("t") {
      let values = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
      if values.count == 3, values[0] == 6, let height = values[1], let width = values[2],
        let cell = PixelSize(cellWidth: width, height: height)
      {
        self.cell = cell
      }
      return true
    }
    if text.hasSuffix("$y") {
      if parameters.hasPrefix("?2026;1") || parameters.hasPrefix("?2026;2") { synchronizes = true }
      return true
    }
    return false
  }
}
