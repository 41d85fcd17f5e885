import Testing

@testable import VirtualPhone

@Suite("Letters that keys don't have")
struct InputMethodTests {
  static let text = "Grüße 你好 🎉 “ok”"
  static let method = "com.android.adbkeyboard/.AdbIME"

  /// The settings' search, with its field in focus.
  static func searching(_ configuration: PhoneConfiguration) -> PhoneHost {
    var host = PhoneHost(Phone(configuration))
    host.phone.open("android.settings.SETTINGS")
    host.phone.tap(on: "Search settings")
    return host
  }

  static func field(_ host: PhoneHost) -> String? {
    host.phone.hierarchy().find(id: "android:id/search_src_text")?.text
  }

  @Test func comeFromADBKeyboardWhereItIsInstalled() {
    var host = Self.searching(PhoneConfiguration(hasADBKeyboard: true))
    let encoded = "R3LDvMOfZSDkvaDlpb0g8J+OiSDigJxva+KAnQ=="
    #expect(String(decoding: host.run("pm list packages adbkeyboard").output, as: UTF8.self).hasPrefix("package:"))
    #expect(host.run("ime set \(Self.method)").code != 0, "it isn't enabled yet")
    // Without being in use it types nothing.
    _ = host.run("am broadcast -a ADB_INPUT_B64 --es msg \(encoded)")
    #expect(Self.field(host) == "")
    let chosen = host.run("ime enable \(Self.method) && ime set \(Self.method)")
    #expect(
      String(decoding: chosen.output, as: UTF8.self)
        == "Input method \(Self.method): now enabled for user #0\nInput method \(Self.method) selected for user #0\n")
    #expect(
      String(decoding: host.run("settings get secure default_input_method").output, as: UTF8.self)
        == "\(Self.method)\n")
    #expect(host.phone.hierarchy().find("ADB Keyboard {ON}") != nil)
    let result = host.run("am broadcast -a ADB_INPUT_B64 --es msg \(encoded)")
    #expect(String(decoding: result.output, as: UTF8.self).hasSuffix("Broadcast completed: result=0\n"))
    #expect(Self.field(host) == Self.text)
    _ = host.run("am broadcast -a ADB_CLEAR_TEXT; am broadcast -a ADB_INPUT_TEXT --es msg 'a\nb'")
    #expect(Self.field(host) == "a b", "a line break sends nothing")
    _ = host.run("am broadcast -a ADB_INPUT_CHARS --eia chars 32,128568; am broadcast -a ADB_EDITOR_CODE --ei code 6")
    #expect(Self.field(host) == "a b 😸")
    #expect(!host.phone.system.isKeyboardUp)
    _ = host.run("ime reset")
    #expect(String(decoding: host.run("ime list -s").output, as: UTF8.self) == "\(Keyboard.method)\n")
  }

  @Test func comeFromTheClipboardWhereTheShellMaySetIt() {
    var host = Self.searching(PhoneConfiguration(hasClipboardCommand: true))
    let result = host.run("cmd clipboard set-primary-clip '\(Self.text)' && input keyevent KEYCODE_PASTE")
    #expect(result.code == 0 && result.errors.isEmpty)
    #expect(Self.field(host) == Self.text)
  }

  @Test func areRefusedOnAPlainPhone() {
    var host = Self.searching(PhoneConfiguration())
    // Binder's answer where a service has no commands: no failure, but a message.
    let result = host.run("cmd clipboard set-primary-clip x")
    #expect(result.code == 0)
    #expect(String(decoding: result.errors, as: UTF8.self) == "No shell command implementation.\n")
    let typed = host.run("input text 'ü'")
    #expect(typed.code == 255)
    #expect(String(decoding: typed.errors, as: UTF8.self).contains("NullPointerException"))
    #expect(host.run("ime enable \(Self.method)").code == 255)
    #expect(host.run("pm install-existing com.android.adbkeyboard; ime enable \(Self.method)").code == 0)
    #expect(host.run("pm uninstall com.android.adbkeyboard").code == 0)
    #expect(host.phone.packages.allSatisfy { $0.name != "com.android.adbkeyboard" })
  }
}
