import Episodes
import Testing

@testable import Devices

@Suite("From actions to commands") struct ActuationTests {
  private let screen = ScreenGeometry(
    width: 1080, height: 2400, size: ScreenSize.Extent(width: 1080, height: 2400))
  private let elements = [UIElement(bounds: Bounds(left: 100, top: 200, right: 300, bottom: 399))]

  private func command(_ action: Action, on other: ScreenGeometry? = nil) throws -> String? {
    try Actuation.command(for: action, on: other ?? screen, elements: elements, name: "adb:X")
  }

  @Test(arguments: [
    (Action.click(.point(Point(x: 540, y: 1200))), "input tap 540 1200"),
    (.click(.element(0)), "input tap 200 299"),
    (.click(.point(Point(x: 99999, y: -5))), "input tap 1079 0"),
    (.doubleTap(.point(Point(x: 5, y: 6))), "input tap 5 6 && input tap 5 6"),
    (.longPress(.point(Point(x: 5, y: 6))), "input swipe 5 6 5 6 1000"),
    (.scroll(.down, nil), "input swipe 539 1199 539 0"), (.scroll(.up, nil), "input swipe 539 1199 539 2399"),
    (.scroll(.right, .element(0)), "input swipe 200 299 100 299"),
    (.swipe(.down, nil), "input swipe 539 0 539 2399 500"), (.swipe(.left, nil), "input swipe 1079 1199 0 1199 500"),
    (.keyboardEnter, "input keyevent KEYCODE_ENTER"), (.navigateHome, "input keyevent KEYCODE_HOME"),
    (.navigateBack, "input keyevent KEYCODE_BACK"),
  ])
  func commands(action: Action, expected: String) throws { #expect(try command(action) == expected) }

  @Test(arguments: [Action.wait, .answer("x"), .status(.complete), .unknown, .openApp("a")])
  func othersTakeNone(action: Action) throws { #expect(try command(action) == nil) }

  @Test func anElementThatIsNotThereIsAnError() {
    #expect(throws: DeviceError.self) { try command(.click(.element(7))) }
  }

  @Test func withoutALookNothingIsAimed() {
    #expect(throws: DeviceError.self) {
      try Actuation.command(for: .click(.point(Point(x: 1, y: 1))), on: nil, elements: [], name: "adb:X")
    }
  }

  @Test func picturesOfAnotherSizeAreScaled() throws {
    let half = ScreenGeometry(width: 540, height: 1200, size: ScreenSize.Extent(width: 1080, height: 2400))
    #expect(try command(.click(.point(Point(x: 270, y: 600))), on: half) == "input tap 541 1201")
    #expect(try command(.click(.point(Point(x: 539, y: 0))), on: half) == "input tap 1079 1")
    #expect(
      half.picture(Bounds(left: 100, top: 200, right: 1079, bottom: 2399))
        == Bounds(left: 50, top: 100, right: 539, bottom: 1199))
  }

  @Test func aTurnedScreenIsNotScaled() {
    let turned = ScreenGeometry(width: 2400, height: 1080, size: ScreenSize.Extent(width: 1080, height: 2400))
    #expect(turned.inputWidth == 2400 && turned.inputHeight == 1080)
    let natural = ScreenGeometry(width: 2560, height: 1600, size: ScreenSize.Extent(width: 2560, height: 1600))
    #expect(natural.inputWidth == 2560)
  }
}

@Suite("Typing") struct TextCommandTests {
  @Test(arguments: [
    ("hello", "input text hello"), ("hello world", "input text hello%sworld"),
    ("it's \"$5\"; `x` | y > z & (a) #1 \\n", #"input text 'it'\''s%s"$5";%s`x`%s|%sy%s>%sz%s&%s(a)%s#1%s\n'"#),
    ("a\nb", "input text a && input keyevent KEYCODE_ENTER && input text b"),
    ("a\r\n", "input text a && input keyevent KEYCODE_ENTER"),
    ("a\tb", "input text a && input keyevent KEYCODE_TAB && input text b"),
    // `%s` is a space to `input`: typed as it stands it takes two.
    ("100%sure", "input text 100% && input text sure"), ("~*?[]{}", "input text '~*?[]{}'"),
    (" ", "input text %s"),
  ])
  func plainTexts(text: String, command: String) { #expect(TextCommand.input(text) == command) }

  @Test func noLetterIsDropped() {
    let all = String((0x20...0x7E).compactMap { Unicode.Scalar($0).map(Character.init) })
    #expect(TextCommand.isPlain(all))
    #expect(TextCommand.letters(beyondPlain: "Grüße, 東京 😀 ü") == ["ü", "ß", "東", "京", "😀"])
    #expect(TextCommand.letters(beyondPlain: "tab\t and line\r\n").isEmpty)
    #expect(TextCommand.letters(beyondPlain: "bell\u{7}") == ["\u{7}"])
  }

  @Test func nothingIsNothing() { #expect(TextCommand.input("") == nil) }

  @Test func anythingIsSentInBase64() {
    #expect(TextCommand.broadcast("ü'\n") == "am broadcast -a ADB_INPUT_B64 --es msg w7wnCg==")
  }

  @Test func fieldsAreEmptiedAsTheVersionCan() {
    #expect(TextCommand.clear(sdk: 33) == "input keycombination 113 29 && input keyevent 67")
    #expect(TextCommand.clear(sdk: nil) == "input keycombination 113 29 && input keyevent 67")
    #expect(TextCommand.clear(sdk: 29).hasPrefix("input keyevent KEYCODE_MOVE_END && input keyevent KEYCODE_DEL"))
  }
}

@Suite("Quoting") struct ShellWordTests {
  @Test(arguments: [
    ("", "''"), ("a-b/c.d", "a-b/c.d"), ("a b", "'a b'"), ("a'b", #"'a'\''b'"#), ("$(rm -rf /)", "'$(rm -rf /)'"),
    ("a\nb", "'a\nb'"), ("ü", "'ü'"),
  ])
  func words(text: String, word: String) { #expect(ShellWord.quoted(text) == word) }
}

@Suite("Opening apps") struct AppChoiceTests {
  private func launcher(_ names: String...) -> [Component] { names.compactMap(Component.init) }

  @Test func theTableComesFirstWhereItsAppIsInstalled() {
    let installed = launcher("org.other.clock/.Main", "com.google.android.deskclock/com.android.deskclock.DeskClock")
    #expect(
      AppChoice.components(for: "Clock", launcher: installed).map(\.short) == [
        "com.google.android.deskclock/com.android.deskclock.DeskClock", "org.other.clock/.Main",
      ])
  }

  @Test func anActivityThatWasRenamedIsFound() {
    let installed = launcher("com.android.chrome/.NewMain")
    #expect(
      AppChoice.components(for: "google chrome", launcher: installed).map(\.short) == [
        "com.android.chrome/.NewMain", "com.android.chrome/com.google.android.apps.chrome.Main",
      ])
  }

  @Test func packagesWithTheNameFollow() {
    let installed = launcher(
      "com.android.deskclock/.DeskClock", "com.simplemobiletools.calendar.pro/.activities.MainActivity",
      "com.a.notes/.N")
    #expect(AppChoice.components(for: "clock", launcher: installed).first?.package == "com.android.deskclock")
    #expect(
      AppChoice.components(for: "Simple Calendar Pro", launcher: installed).map(\.package) == [
        "com.simplemobiletools.calendar.pro"
      ])
    #expect(AppChoice.components(for: "com.a.notes", launcher: installed).map(\.package) == ["com.a.notes"])
    #expect(AppChoice.components(for: "Notes", launcher: installed).map(\.package) == ["com.a.notes"])
    #expect(AppChoice.components(for: "no such app", launcher: installed).isEmpty)
    #expect(AppChoice.components(for: "", launcher: installed).isEmpty)
  }

  /// The table's short names are beginnings of many words.
  @Test func aWalletIsNotWhatsApp() {
    #expect(AppNames.component(for: "wa")?.package == "com.whatsapp")
    #expect(AppNames.component(for: "Wallet") == nil)
    #expect(AppNames.component(for: "settings app")?.package == "com.android.settings")
    #expect(AppNames.component(for: "Google Chat")?.package == "com.google.android.apps.dynamite")
  }
}
