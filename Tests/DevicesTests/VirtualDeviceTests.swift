import Episodes
import Foundation
import Imaging
import TestSupport
import Testing
import VirtualPhone

@testable import Devices

@Suite("A virtual phone as a device", .timeLimit(.minutes(1))) struct VirtualDeviceTests {
  private let shared: SharedPhone
  private let device: VirtualDevice

  init() {
    shared = SharedPhone(PhoneHost(Phone()))
    device = VirtualDevice(shared, draws: false)
  }

  /// What `uiautomator dump` of the phone shows.
  private func dumped(_ shared: SharedPhone) throws -> [UIElement] {
    let output = shared.use {
      $0.run("uiautomator dump --compressed /sdcard/w.xml >/dev/null; cat /sdcard/w.xml").output
    }
    return try #require(Hierarchy(output)).elements
  }

  /// Apps by their labels, as the launcher shows them.
  private static let apps = Phone().packages.filter { $0.launcherActivity != nil }.map(\.label)

  @Test("Elements are those of a dump", arguments: apps) func elements(app: String) async throws {
    var looks = 0
    let actions: [Action] = [
      .openApp(app), .click(.point(Point(x: 430, y: 720))), .scroll(.down, nil),
      .click(.point(Point(x: 430, y: 1200))), .inputText("é", target: nil, clears: false), .navigateBack,
      .swipe(.down, nil), .swipe(.down, nil), .navigateHome, .swipe(.up, nil),
    ]
    for action in actions {
      try await device.perform(action)
      let seen = try await device.observe(wantsElements: true)
      let expected = try dumped(shared)
      #expect(seen.elements == expected, "after \(action.summary) in \(app)")
      looks += expected.isEmpty ? 0 : 1
    }
    #expect(looks == actions.count)
  }

  @Test func turnedItIsSeenAndTouchedAsItIsHeld() async throws {
    try await device.perform(.openApp("settings"))
    _ = try await device.shell("settings put system accelerometer_rotation 0; settings put system user_rotation 1")
    let drawn = try await VirtualDevice(shared).observe(wantsElements: true)
    #expect(drawn.screenshot.width == 2400 && drawn.screenshot.height == 1080)
    #expect(try drawn.elements == dumped(shared))
    let row = try #require(drawn.elements.firstIndex { $0.text == "Network & internet" })
    try await device.perform(.click(.element(row)))
    #expect(try await device.observe(wantsElements: true).elements != drawn.elements)
  }

  @Test func withoutBeingAskedThereAreNoElementsAndNoPicture() async throws {
    let seen = try await device.observe(wantsElements: false)
    #expect(seen.elements.isEmpty && seen.screenshot.width == 1)
    #expect(seen.foregroundActivity == "com.google.android.apps.nexuslauncher/.NexusLauncherActivity")
  }

  @Test func thePictureIsThePhones() async throws {
    let small = SharedPhone(PhoneHost(Phone(PhoneConfiguration(width: 360, height: 800, density: 160))))
    let seen = try await VirtualDevice(small).observe(wantsElements: false)
    #expect(seen.screenshot == small.use { $0.phone.screenshot() } && seen.screenshot.height == 800)
  }

  @Test(arguments: [
    ("settings", "com.android.settings/"), ("Settings", "com.android.settings/"), ("Clock", "deskclock/"),
    ("contacts", "contacts/"), ("Markor", "net.gsantner.markor/"), ("chrome", "chrome/"), ("browser", "chrome/"),
    ("Camera", "camera2/"), ("com.android.settings", "com.android.settings/"),
    ("Simple Calendar Pro", "com.simplemobiletools.calendar.pro/"),
  ]) func appsOpenByAnyOfTheirNames(name: String, activity: String) async throws {
    try await device.perform(.openApp(name))
    let front = try await device.observe(wantsElements: false).foregroundActivity ?? ""
    #expect(front.contains(activity), "\(front)")
  }

  @Test func whatIsNotThereIsRefusedAsOverADB() async throws {
    let count = shared.use { $0.phone.packages.filter { $0.launcherActivity != nil }.count }
    await #expect(
      throws: DeviceError.refused(
        name: "virtual", what: "to open Nonexistent",
        reason: "no app of that name is among the \(count) that its launcher shows")
    ) { try await device.perform(.openApp("Nonexistent")) }
    let elements = try await device.observe(wantsElements: true).elements.count
    await #expect(
      throws: DeviceError.notPerformed(
        name: "virtual", what: "tap element 999",
        reason: "the screen has \(elements) known elements, and the target is none of them that has a place")
    ) { try await device.perform(.click(.element(999))) }
  }

  @Test func everyLetterIsTypedAndFieldsAreCleared() async throws {
    try await openContactEditor()
    let field = try await textField()
    let text = "Zoë €20 😀 日本\u{301}"
    try await device.perform(.inputText(text, target: field, clears: false))
    #expect(try await texts().contains(text))
    try await device.perform(.inputText("new", target: nil, clears: true))
    let after = try await texts()
    #expect(after.contains("new") && !after.contains { $0.contains("Zoë") })
    try await device.perform(.inputText("", target: field, clears: true))
    #expect(try await !texts().contains("new"))
  }

  @Test func textWithoutAFieldGoesNowhere() async throws {
    let before = try await device.observe(wantsElements: true).elements
    try await device.perform(.inputText("abc", target: nil, clears: false))
    #expect(try await device.observe(wantsElements: true).elements == before)
  }

  @Test func theShellIsThePhones() async throws {
    #expect(
      try await device.shell("echo out; echo err >&2; exit 7")
        == ShellResult(output: Array("out\n".utf8), errors: Array("err\n".utf8), code: 7))
  }

  @Test func timePassesOnlyWithWhatIsDone() async throws {
    let begin = shared.use { $0.phone.milliseconds }
    _ = try await device.observe(wantsElements: true)
    #expect(shared.use { $0.phone.milliseconds } == begin)
    try await device.perform(.wait)
    #expect(shared.use { $0.phone.milliseconds } == begin + 1000)
    #expect(try await device.settle(limit: 0.25))
    #expect(shared.use { $0.phone.milliseconds } == begin + 1250)
    _ = try await device.settle(limit: -1)
    _ = try await device.settle(limit: .infinity)
    #expect(shared.use { $0.phone.milliseconds } == begin + 2250)
  }

  @Test func whatIsSaidToThePersonChangesNothing() async throws {
    let before = shared.use { ($0.phone.hierarchy(), $0.phone.milliseconds) }
    for action in [Action.answer("x"), .status(.complete), .unknown] { try await device.perform(action) }
    let after = shared.use { ($0.phone.hierarchy(), $0.phone.milliseconds) }
    #expect(before.0 == after.0 && before.1 == after.1)
  }

  @Test func theSameActionsLeadToTheSameScreens() async throws {
    var generator = SeededGenerator(seed: 5)
    let actions = (0..<40).map { _ in Self.randomAction(&generator) }
    var screens: [[HierarchyNode]] = []
    for _ in 0..<2 {
      let shared = SharedPhone(PhoneHost(Phone(PhoneConfiguration(seed: 3))))
      let device = VirtualDevice(shared, draws: false)
      var seen: [HierarchyNode] = []
      for action in actions {
        try? await device.perform(action)
        seen.append(shared.use { $0.phone.hierarchy() })
      }
      screens.append(seen)
    }
    #expect(screens[0] == screens[1])
  }

  static func randomAction(_ generator: inout SeededGenerator) -> Action {
    func target() -> Target {
      Bool.random(using: &generator)
        ? .element(Int.random(in: 0..<12, using: &generator))
        : .point(
          Point(x: Int.random(in: 0..<1080, using: &generator), y: Int.random(in: 0..<2400, using: &generator)))
    }
    let direction = Direction.allCases[Int.random(in: 0..<4, using: &generator)]
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: return .openApp(apps[Int.random(in: 0..<apps.count, using: &generator)])
    case 1: return .scroll(direction, nil)
    case 2: return .swipe(direction, nil)
    case 3: return .navigateBack
    case 4: return .inputText("a b", target: nil, clears: Bool.random(using: &generator))
    case 5: return .longPress(target())
    default: return .click(target())
    }
  }

  private func openContactEditor() async throws {
    try await device.perform(.openApp("Contacts"))
    let elements = try await device.observe(wantsElements: true).elements
    let add = try #require(
      elements.firstIndex { ($0.contentDescription ?? $0.text ?? "").lowercased().contains("create") })
    try await device.perform(.click(.element(add)))
  }

  private func textField() async throws -> Target {
    let elements = try await device.observe(wantsElements: true).elements
    return .element(try #require(elements.firstIndex { $0.className?.hasSuffix("EditText") == true }))
  }

  private func texts() async throws -> [String] {
    try await device.observe(wantsElements: true).elements.compactMap(\.text)
  }
}
