import Devices
import Episodes
import Foundation
import Imaging
import TestSupport
import Testing
import VirtualPhone

@Suite(
  "A virtual phone in this process and the same over adb", .serialized,
  .enabled(if: ADBProgram.isInstalled, Comment(rawValue: ADBProgram.missing)), .timeLimit(.minutes(2)))
struct VirtualAndADBTests {
  private static let actions: [Action] = [
    .openApp("settings"), .scroll(.down, nil), .click(.point(Point(x: 400, y: 1100))), .navigateBack,
    .swipe(.down, nil), .navigateHome, .swipe(.up, nil), .openApp("Contacts"),
    .longPress(.point(Point(x: 400, y: 600))),
    .click(.point(Point(x: 948, y: 2190))), .inputText("it's 100%s & more", target: nil, clears: false),
    .inputText("x", target: nil, clears: true), .keyboardEnter, .navigateBack, .navigateBack, .openApp("browser"),
    .doubleTap(.point(Point(x: 500, y: 900))), .openApp("Clock"), .scroll(.left, nil), .swipe(.right, nil), .wait,
    .navigateHome,
  ]

  @Test func theSameActionsLeadToTheSameScreens() async throws {
    try await PhoneOnADB.with { phone in
      let virtual = VirtualDevice(SharedPhone(PhoneHost(Phone())), draws: false)
      var different: Set<[String]> = []
      _ = try await phone.device.observe(wantsElements: true)
      for action in Self.actions {
        try await virtual.perform(action)
        try await phone.device.perform(action)
        let expected = try await virtual.observe(wantsElements: true)
        let seen = try await phone.device.observe(wantsElements: true)
        #expect(seen.elements == expected.elements, "after \(action.summary)")
        #expect(seen.foregroundActivity == expected.foregroundActivity, "after \(action.summary)")
        different.insert(seen.elements.compactMap(\.text))
      }
      #expect(different.count > 8)
    }
  }

  @Test func errorsAreWordedTheSame() async throws {
    try await PhoneOnADB.with { phone in
      let virtual = VirtualDevice(phone.shared, name: phone.device.name, draws: false)
      _ = try await phone.device.observe(wantsElements: true)
      for action in [Action.openApp("Nonexistent"), .click(.element(4000)), .scroll(.up, .element(4000))] {
        let expected = await #expect(throws: DeviceError.self) { try await virtual.perform(action) }
        let seen = await #expect(throws: DeviceError.self) { try await phone.device.perform(action) }
        #expect(seen == expected)
      }
    }
  }
}

@Suite(
  "Two devices at once", .serialized,
  .enabled(if: ADBProgram.isInstalled, Comment(rawValue: ADBProgram.missing)), .timeLimit(.minutes(2)))
struct TwoDevicesTests {
  @Test func theyDontDisturbEachOther() async throws {
    try await PhoneOnADB.with { phone in
      let other = SharedPhone(PhoneHost(Phone(PhoneConfiguration(width: 480, height: 800, density: 240, seed: 2))))
      let adbd = try ADBDServer(other, port: 0)
      defer { adbd.stop() }
      let serial = "127.0.0.1:\(adbd.port)"
      try await phone.server.connect(to: serial)
      let notes = try TemporaryDirectory()
      var options = ADBDeviceOptions()
      options.notes = notes.path
      options.screenshots = .png
      options.backoff = [0.05, 0.05]
      let second = ADBDevice(serial: serial, server: phone.server, options: options)

      // Nothing is guessed: the person says which.
      let ambiguous = await #expect(throws: DeviceError.self) {
        try await ADBDevice.choose("adb", server: phone.server, options: options, environment: [:])
      }
      guard case .ambiguous(let names) = ambiguous else { Issue.record("\(String(describing: ambiguous))"); return }
      #expect(Set(names) == [serial, phone.device.serial])
      let chosen = try await ADBDevice.choose(
        "adb", server: phone.server, options: options, environment: ["ANDROID_SERIAL": serial])
      #expect(chosen.serial == serial)

      let first = phone.device
      async let a: [String?] = Self.walk(first, ["Settings", "Clock", "Contacts"])
      async let b: [String?] = Self.walk(second, ["Contacts", "Settings", "Clock"])
      let (one, two) = try await (a, b)
      #expect(one.map { Self.package($0) } == ["settings", "deskclock", "contacts"])
      #expect(two.map { Self.package($0) } == ["contacts", "settings", "deskclock"])

      // One that is unplugged doesn't take the other with it.
      async let gone: () = Self.observeAndIgnore(first)
      phone.unplug()
      for app in ["Settings", "Clock"] { _ = try await Self.walk(second, [app]) }
      await gone
      #expect(try await second.observe(wantsElements: false).screenshot.width == 480)
    }
  }

  private static func walk(_ device: ADBDevice, _ apps: [String]) async throws -> [String?] {
    var fronts: [String?] = []
    for app in apps {
      _ = try await device.observe(wantsElements: false)
      try await device.perform(.openApp(app))
      fronts.append(try await device.observe(wantsElements: true).foregroundActivity)
    }
    return fronts
  }

  private static func observeAndIgnore(_ device: ADBDevice) async {
    let look = Task { try? await device.observe(wantsElements: false) }
    try? await Task.sleep(for: .milliseconds(500))
    look.cancel()
    _ = await look.value
  }

  private static func package(_ component: String?) -> String {
    (component ?? "").split(separator: "/").first?.split(separator: ".").last.map(String.init) ?? ""
  }
}
