internal import Foundation

/// ADBKeyboard, an input method without keys that types what broadcasts tell it (github.com/senzhk/ADBKeyBoard).
enum ADBKeyboard {
  static let package = "com.android.adbkeyboard"
  static let method = "com.android.adbkeyboard/.AdbIME"

  /// What a broadcast does: nothing unless the method is in use and a field has the focus.
  static func receive(_ action: String, _ extras: [String: String], _ phone: inout Phone) {
    guard phone.system.hasADBKeyboard, phone.inputMethod == method, phone.system.isKeyboardUp else { return }
    switch action {
    case "ADB_INPUT_TEXT": phone.insert(extras["msg"] ?? "")
    case "ADB_INPUT_B64":
      guard let bytes = Data(base64Encoded: extras["msg"] ?? "", options: .ignoreUnknownCharacters) else { return }
      phone.insert(String(decoding: bytes, as: UTF8.self))
    case "ADB_INPUT_CHARS":
      let scalars = (extras["chars"] ?? "").split(separator: ",").compactMap { UInt32($0).flatMap(UnicodeScalar.init) }
      phone.insert(String(String.UnicodeScalarView(scalars)))
    case "ADB_INPUT_CODE": if let code = extras["code"].flatMap({ Int($0) }) { phone.press(code) }
    // `EditorInfo`: 2 go, 3 search, 4 send, 5 next, 6 done.
    case "ADB_EDITOR_CODE": if let code = extras["code"].flatMap({ Int($0) }), (2...6).contains(code) { phone.submit() }
    case "ADB_CLEAR_TEXT":
      phone.edit {
        $0.selectAll()
        $0.delete()
      }
    default: break
    }
  }
}

extension Phone {
  /// The method that types, for example Gboard's.
  var inputMethod: String { setting("default_input_method", in: .secure) ?? Keyboard.method }

  /// Those that may be chosen.
  var inputMethods: [String] { [Keyboard.method] + (system.hasADBKeyboard ? [ADBKeyboard.method] : []) }

  var enabledInputMethods: [String] {
    let enabled = (setting("enabled_input_methods", in: .secure) ?? Keyboard.method).split(separator: ":").map {
      // Subtypes follow a semicolon.
      String($0.prefix { $0 != ";" })
    }
    return inputMethods.filter(enabled.contains)
  }
}
