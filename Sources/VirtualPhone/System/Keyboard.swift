import Imaging

/// The keyboard on the screen, laid out as Gboard's.
enum Keyboard {
  static let method = "com.google.android.inputmethod.latin/com.android.inputmethod.latin.LatinIME"
  private static let ids = "com.google.android.inputmethod.latin:id/"

  static func package(_ phone: Phone) -> String {
    phone.inputMethod.split(separator: "/").first.map(String.init) ?? "com.google.android.inputmethod.latin"
  }

  /// Above the navigation bar; on low screens half of them is left for the app.
  static func height(_ phone: Phone) -> Double {
    phone.inputMethod == ADBKeyboard.method ? 40 : min(262, phone.heightDP * 0.5)
  }

  static func view(_ phone: Phone) -> View {
    if phone.inputMethod == ADBKeyboard.method {
      return View.stack([View.text("ADB Keyboard {ON}", 16, phone.theme.text)], .center).filling
        .fill(phone.theme.raised).blocking
    }
    let state = phone.system.keyboard
    // What the strip above the keys and a margin below them leave.
    let keyHeight = (height(phone) - 62) / 4
    let rows: [String]
    switch state.page {
    case .letters: rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
    case .symbols: rows = ["1234567890", "@#$_&-+()/", "*\"':;!?"]
    case .moreSymbols: rows = ["~`|•√π÷×§∆", "£¢€¥^°={}\\", "%©®™✓[]"]
    }
    let theme = phone.theme
    let panel = theme.isDark ? Color(hex: 0x212529) : Color(hex: 0xE6EAEE)
    let special = theme.isDark ? Color(hex: 0x3A4045) : Color(hex: 0xCFD6DC)
    func letters(_ row: String) -> [View] {
      row.map { letter in
        let text = state.shift != .off ? letter.uppercased() : String(letter)
        return key(text, label: text, phone) { $0.typeKey(text) }
      }
    }
    let first = View.row(letters(rows[0])).size(width: .fill, height: .fixed(keyHeight))
    let second = View.row(
      (rows[1].count == 9 ? [View.spring.weighted(0.5)] : []) + letters(rows[1])
        + (rows[1].count == 9 ? [View.spring.weighted(0.5)] : [])
    ).size(width: .fill, height: .fixed(keyHeight))
    let switchKey: View
    if state.page == .letters {
      let icon = state.shift == .locked ? "keyboard_capslock" : "arrow_upward"
      switchKey = iconKey(
        icon, "Shift", phone, color: state.shift == .off ? special : theme.tileOn
      ) { phone in
        switch phone.system.keyboard.shift {
        case .off: phone.system.keyboard.shift = .once
        case .once: phone.system.keyboard.shift = .locked
        case .locked: phone.system.keyboard.shift = .off
        }
      }.weighted(1.5)
    } else {
      let isMore = state.page == .moreSymbols
      switchKey = key(isMore ? "?123" : "=\\<", label: isMore ? "Symbols" : "More symbols", phone, color: special) {
        $0.system.keyboard.page = isMore ? .symbols : .moreSymbols
      }.weighted(1.5)
    }
    let third = View.row(
      [switchKey] + letters(rows[2])
        + [iconKey("backspace", "Delete", phone, color: special) { $0.edit { $0.delete() } }.weighted(1.5)]
    ).size(width: .fill, height: .fixed(keyHeight))
    let isLetters = state.page == .letters
    let fourth = View.row([
      key(isLetters ? "?123" : "ABC", label: isLetters ? "Symbol keyboard" : "Letter keyboard", phone, color: special) {
        $0.system.keyboard.page = isLetters ? .symbols : .letters
      }.weighted(1.5), key(",", label: ",", phone) { $0.typeKey(",") },
      key(" ", label: "Space", phone) { $0.typeKey(" ") }.weighted(5), key(".", label: ".", phone) { $0.typeKey(".") },
      iconKey("keyboard_return", "Enter", phone, color: theme.tileOn) { $0.enter() }.weighted(1.5),
    ]).size(width: .fill, height: .fixed(keyHeight))
    let strip = View.row([
      iconKey("keyboard_hide", "Hide keyboard", phone, color: panel) { $0.system.isKeyboardUp = false }
        .size(width: .fixed(48)),
      .spring,
      iconKey("content_paste", "Paste", phone, color: panel) { $0.paste() }.size(width: .fixed(48)),
      iconKey("select_all", "Select all", phone, color: panel) { $0.edit { $0.selectAll() } }.size(width: .fixed(48)),
    ]).size(width: .fill, height: .fixed(48))
    return View.column([strip, first, second, third, fourth]).padding(left: 4, right: 4).filling.fill(panel)
      .id("\(ids)keyboard_holder").blocking
  }

  private static func key(
    _ text: String, label: String, _ phone: Phone, color: Color? = nil, _ action: @escaping PhoneAction
  ) -> View {
    var face = View.Text(
      string: text == " " ? "English" : text, size: text.count > 1 || text == " " ? 14 : 22, color: phone.theme.text)
    face.isFixed = true
    face.alignment = .center
    var title = View(.text(face))
    title.label = ""
    return cap(unlisted(title), label, phone, color, action)
  }

  // The key's own name says it; a letter twice in the hierarchy would be noise.
  private static func unlisted(_ view: View) -> View {
    guard case .text(let text) = view.content else { return view }
    return .canvas(width: .fill, height: .fill) { drawing, frame, dp in
      let style = TextStyle(size: text.size * dp, alignment: .center, maximumLines: 1)
      drawing.text(
        text.string, x: Double(frame.x), baseline: Double(frame.y) + Double(frame.height) / 2 + style.size * 0.35,
        width: Double(frame.width), style: style, color: text.color)
    }
  }

  private static func iconKey(
    _ icon: String, _ label: String, _ phone: Phone, color: Color, _ action: @escaping PhoneAction
  ) -> View {
    cap(View.icon(icon, phone.theme.text, size: 20), label, phone, color, action)
  }

  private static func cap(
    _ face: View, _ label: String, _ phone: Phone, _ color: Color?, _ action: @escaping PhoneAction
  ) -> View {
    let standard = phone.isDark ? Color(hex: 0x41474C) : Color.white
    let plate = View.stack([face], .center).filling.fill(color ?? standard, corner: 6)
    return View.stack([plate]).padding(2.5, 3.5).filling.weighted().label(
      label, "android.inputmethodservice.Keyboard.Key"
    )
    .tap(action)
  }
}

extension Phone {
  /// What a key of the screen's keyboard types; one shift is used up.
  mutating func typeKey(_ text: String) {
    type(text)
    if system.keyboard.shift == .once { system.keyboard.shift = .off }
  }
}
