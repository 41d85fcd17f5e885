extension Phone {
  /// Android's key codes (`KeyEvent`).
  mutating func press(_ code: Int) {
    guard system.isScreenOn || [3, 4, 26, 82, 224].contains(code) else { return }
    switch code {
    case 3:
      system.isScreenOn = true
      goHome()
    case 4, 111: system.isScreenOn ? goBack() : ()
    case 187: showRecents()
    case 26: system.isScreenOn.toggle()
    case 223: system.isScreenOn = false
    case 224: system.isScreenOn = true
    case 24: changeVolume(by: 1)
    case 25: changeVolume(by: -1)
    case 164: setVolume("volume_music", to: 0)
    case 220: setBrightness(share: brightnessShare - 0.1)
    case 221: setBrightness(share: brightnessShare + 0.1)
    case 83: system.shade = 1
    case 66, 160, 23: enter()
    case 67: edit { $0.delete() }
    case 112: edit { $0.delete(forward: true) }
    case 21: edit { $0.move(by: -1) }
    case 22: edit { $0.move(by: 1) }
    case 122: edit { $0.move(to: 0) }
    case 123: edit { $0.move(to: Int.max) }
    case 61: focusNext()
    case 277: copySelection(cutting: true)
    case 278: copySelection(cutting: false)
    case 279: paste()
    default:
      if let character = Self.character(code, shifted: false) { type(character) }
    }
  }

  mutating func press(together codes: [Int]) {
    let held = Set(codes)
    let rest = codes.filter { ![59, 60, 113, 114].contains($0) }
    if held.contains(113) || held.contains(114) {
      for code in rest {
        switch code {
        case 29: edit { $0.selectAll() }
        case 31: copySelection(cutting: false)
        case 50: paste()
        case 52: copySelection(cutting: true)
        default: break
        }
      }
    } else if held.contains(59) || held.contains(60) {
      for code in rest {
        if let character = Self.character(code, shifted: true) { type(character) } else { press(code) }
      }
    } else {
      for code in codes { press(code) }
    }
  }

  /// Gives the next field of the screen the focus.
  private mutating func focusNext() {
    guard let window = windows().last(where: { $0.id == .app || $0.id == .dialog || $0.id == .launcher }) else {
      return
    }
    var keys: [String] = []
    placed(window).forEach { if case .field(let field) = $0.view.content { keys.append(field.key) } }
    guard !keys.isEmpty else { return }
    let next = activity.focus.flatMap { keys.firstIndex(of: $0) }.map { ($0 + 1) % keys.count } ?? 0
    focus(keys[next])
    showFocus()
  }

  /// What a key types on an English keyboard.
  private static func character(_ code: Int, shifted: Bool) -> String? {
    switch code {
    case 7...16:
      let digits = shifted ? Array(")!@#$%^&*(") : Array("0123456789")
      return String(digits[code - 7])
    case 29...54:
      let letter = String(UnicodeScalar(UInt8(97 + code - 29)))
      return shifted ? letter.uppercased() : letter
    case 62: return " "
    case 55: return shifted ? "<" : ","
    case 56: return shifted ? ">" : "."
    case 69: return shifted ? "_" : "-"
    case 70: return shifted ? "+" : "="
    case 71: return shifted ? "{" : "["
    case 72: return shifted ? "}" : "]"
    case 73: return shifted ? "|" : "\\"
    case 74: return shifted ? ":" : ";"
    case 75: return shifted ? "\"" : "'"
    case 76: return shifted ? "?" : "/"
    case 77: return "@"
    case 81: return "+"
    case 17: return "*"
    case 18: return "#"
    default: return nil
    }
  }
}
