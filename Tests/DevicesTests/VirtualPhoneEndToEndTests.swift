import Devices
import Episodes
import Foundation
import Imaging
import Synchronization
import TestSupport
import Testing
import VirtualPhone

/// A virtual phone on a real adb server.
final class PhoneOnADB: Sendable {
  let shared: SharedPhone
  let server: ADBServer
  let device: ADBDevice
  let port: Int
  private let real = RealADBServer()
  private let adbd: Mutex<ADBDServer>
  private let reported = Bench.Reported()

  private init(
    _ configuration: PhoneConfiguration, notes: String, change: (inout ADBDeviceOptions) -> Void
  ) throws {
    shared = SharedPhone(PhoneHost(Phone(configuration)))
    let adbd = try ADBDServer(shared, port: Int(ADBProgram.freePort()))
    port = adbd.port
    server = real.server
    var options = ADBDeviceOptions()
    options.notes = notes
    // Bare pixels are ten megabytes, for which a debug build takes its time.
    options.screenshots = .png
    let reported = reported
    options.report = { reported.add($0) }
    change(&options)
    self.adbd = Mutex(adbd)
    device = ADBDevice(serial: "127.0.0.1:\(port)", server: server, options: options)
  }

  /// What the device has reported.
  var reports: [DeviceNotice] { reported.notices }

  /// Runs something with a phone that is connected, and cleans up whatever happens.
  static func with(
    _ configuration: PhoneConfiguration = PhoneConfiguration(), change: (inout ADBDeviceOptions) -> Void = { _ in },
    _ body: (PhoneOnADB) async throws -> Void
  ) async throws {
    let notes = NSTemporaryDirectory() + "infir-test-notes-\(UUID().uuidString)"
    let phone = try PhoneOnADB(configuration, notes: notes, change: change)
    var failure: (any Error)?
    do {
      try await phone.server.connect(to: "127.0.0.1:\(phone.port)")
      try await body(phone)
    } catch { failure = error }
    phone.unplug()
    await phone.real.stop()
    try? FileManager.default.removeItem(atPath: notes)
    if let failure { throw failure }
  }

  /// Breaks all connections and stops listening.
  func unplug() { adbd.withLock { $0.stop() } }

  /// Listens again.
  func plugIn() throws {
    let again = try ADBDServer(shared, port: port)
    adbd.withLock { $0 = again }
  }

  /// Keeps the phone from answering anything until `release` is called.
  func hold() -> Hold { Hold(shared) }

  final class Hold: Sendable {
    private let end = DispatchSemaphore(value: 0)
    init(_ phone: SharedPhone) {
      let begun = DispatchSemaphore(value: 0)
      let end = end
      Thread {
        phone.use { _ in
          begun.signal()
          end.wait()
        }
      }.start()
      begun.wait()
    }
    func release() { end.signal() }
  }
}

@Suite(
  "The virtual phone through the real adb", .serialized,
  .enabled(if: ADBProgram.isInstalled, Comment(rawValue: ADBProgram.missing)), .timeLimit(.minutes(2)))
struct VirtualPhoneEndToEndTests {
  @Test func itIsListed() async throws {
    try await PhoneOnADB.with { phone in
      let devices = try await phone.server.devices()
      #expect(devices.contains { $0.serial == phone.device.serial && $0.isReady })
    }
  }

  @Test func outputErrorsAndExitCodeComeApart() async throws {
    try await PhoneOnADB.with { phone in
      let result = try await phone.device.shell("echo out; echo err >&2; exit 7")
      #expect(result == ShellResult(output: Array("out\n".utf8), errors: Array("err\n".utf8), code: 7))
    }
  }

  @Test func bothScreenshotFormatsShowTheSame() async throws {
    try await PhoneOnADB.with(change: { $0.screenshots = .fastest }) { phone in
      let png = try await phone.device.observe(wantsElements: true)
      let raw = try await phone.device.observe(wantsElements: false)
      #expect(png.screenshot.width == 1080 && png.screenshot.height == 2400)
      #expect(png.png != nil && raw.png == nil)
      #expect(png.screenshot == raw.screenshot)
    }
  }

  @Test func theScreenIsDescribed() async throws {
    try await PhoneOnADB.with { phone in
      let facts = try await phone.device.screen()
      #expect(facts.width == 1080 && facts.height == 2400 && facts.density == 420 && facts.rotation == 0)
      let properties = try await phone.device.properties()
      #expect(Int(properties["ro.build.version.sdk"] ?? "") != nil)
    }
  }

  @Test func actionsAreTaken() async throws {
    try await PhoneOnADB.with { phone in
      _ = try await phone.device.observe(wantsElements: false)
      try await phone.device.perform(.click(.point(Point(x: 540, y: 1200))))
      try await phone.device.perform(.swipe(.up, nil))
      try await phone.device.perform(.inputText("it's 100%s & more", target: nil, clears: true))
      try await phone.device.perform(.navigateHome)
      let isStill = try await phone.device.settle(limit: 20)
      #expect(isStill)
    }
  }

  @Test func appsThatAreOpenedAreInFrontWithTheirElements() async throws {
    try await PhoneOnADB.with { phone in
      let device = phone.device
      try await device.perform(.openApp("Settings"))
      let settings = try await device.observe(wantsElements: true)
      #expect(settings.foregroundActivity?.hasPrefix("com.android.settings/") == true)
      #expect(settings.warning == nil)
      let row = try #require(settings.elements.firstIndex { $0.text == "Battery" })
      try await device.perform(.click(.element(row)))
      _ = try await device.settle(limit: 10)
      let battery = try await device.observe(wantsElements: true)
      #expect(battery.screenshot != settings.screenshot)
      #expect(battery.elements != settings.elements)
      try await device.perform(.navigateHome)
      let home = try await device.observe(wantsElements: false)
      #expect(home.foregroundActivity?.hasPrefix("com.android.settings/") == false)
    }
  }

  @Test func everyLetterArrives() async throws {
    try await PhoneOnADB.with { phone in
      let device = phone.device
      _ = try await device.observe(wantsElements: false)
      // The launcher's drawer has a field to search for apps.
      try await device.perform(.scroll(.down, nil))
      _ = try await device.settle(limit: 10)
      for text in [
        "it's 100%s & \"more\"; $HOME `ls` \\n",
        String((0x20...0x7E).compactMap(Unicode.Scalar.init).map(Character.init)),
      ] {
        let drawer = try await device.observe(wantsElements: true)
        let field = try #require(drawer.elements.firstIndex { $0.className == "android.widget.EditText" })
        try await device.perform(.inputText(text, target: .element(field), clears: true))
        let typed = try await device.observe(wantsElements: true)
        #expect(typed.elements.contains { $0.text == text })
      }
      await #expect(throws: DeviceError.cannotType(name: device.name, letters: "ü")) {
        try await device.perform(.inputText("ü", target: nil, clears: false))
      }
    }
  }

  @Test("Letters beyond ASCII arrive", arguments: [TextMethod.helperKeyboard, .clipboard])
  func lettersBeyondASCII(method: TextMethod) async throws {
    let configuration = PhoneConfiguration(
      hasADBKeyboard: method == .helperKeyboard, hasClipboardCommand: method == .clipboard)
    try await PhoneOnADB.with(configuration) { phone in
      let device = phone.device
      _ = try await device.observe(wantsElements: false)
      try await device.perform(.scroll(.down, nil))
      let before = try await device.setting("default_input_method", in: "secure")
      for text in ["Zoë €20 日本", "it's “q” \\ $HOME 😀\u{301} & %s"] {
        let drawer = try await device.observe(wantsElements: true)
        let field = try #require(drawer.elements.firstIndex { $0.className == "android.widget.EditText" })
        try await device.perform(.inputText(text, target: .element(field), clears: true))
        let typed = try await device.observe(wantsElements: true)
        #expect(typed.elements.contains { $0.text == text }, "\(typed.elements.compactMap(\.text))")
      }
      #expect(phone.reports.contains(.typed(name: device.name, method: method)))
      // The person's own keyboard is back.
      #expect(try await device.setting("default_input_method", in: "secure") == before)
    }
  }

  @Test func turnedBetweenALookAndATapNothingIsTapped() async throws {
    try await PhoneOnADB.with { phone in
      let device = phone.device
      try await device.perform(.openApp("Settings"))
      let upright = try await device.observe(wantsElements: true)
      phone.shared.use {
        _ = $0.run("settings put system accelerometer_rotation 0; settings put system user_rotation 1")
      }
      let before = phone.shared.use { $0.phone.hierarchy() }
      let tap = Action.click(.point(Point(x: 400, y: 1000)))
      let refused = await #expect(throws: DeviceError.self) { try await device.perform(tap) }
      #expect(
        refused
          == .notPerformed(name: device.name, what: tap.summary, reason: "it was turned since it was looked at"))
      #expect(phone.shared.use { $0.phone.hierarchy() } == before)
      let turned = try await device.observe(wantsElements: true)
      #expect(turned.screenshot.width == 2400 && turned.screenshot.height == 1080)
      #expect(turned.elements != upright.elements)
      try await device.perform(tap)
    }
  }

  @Test func turnedInTheMiddleOfALookItIsLookedAtAgain() async throws {
    try await PhoneOnADB.with { phone in
      let device = phone.device
      try await device.perform(.openApp("Settings"))
      let shared = phone.shared
      // It is turned while pictures, facts and elements are asked for one after the other.
      let turning = Task.detached {
        for turn in 0..<6 {
          try await Task.sleep(for: .milliseconds(40))
          shared.use {
            _ = $0.run("settings put system accelerometer_rotation 0; settings put system user_rotation \(turn % 2)")
          }
        }
      }
      for _ in 0..<3 {
        let seen = try await device.observe(wantsElements: true)
        let (width, height) = (seen.screenshot.width, seen.screenshot.height)
        #expect((width, height) == (1080, 2400) || (width, height) == (2400, 1080))
      }
      try await turning.value
      let seen = try await device.observe(wantsElements: true)
      let bounds = seen.elements.compactMap(\.bounds)
      #expect(bounds.allSatisfy { $0.right < seen.screenshot.width && $0.bottom < seen.screenshot.height })
    }
  }

  @Test func aServerThatIsKilledInAnActionLeavesItsOutcomeUnknown() async throws {
    try await PhoneOnADB.with { phone in
      let device = phone.device
      _ = try await device.observe(wantsElements: false)
      let hold = phone.hold()
      let act = Task { try await device.perform(.navigateHome) }
      try await Task.sleep(for: .milliseconds(300))
      try await phone.server.kill()
      let error = await #expect(throws: DeviceError.self) { try await act.value }
      hold.release()
      guard case .outcomeUnknown = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      let seen = try await device.observe(wantsElements: false)
      #expect(seen.screenshot.width == 1080)
      try await device.perform(.navigateHome)
    }
  }

  @Test func theScreenTurnsAndItsActionsWithIt() async throws {
    try await PhoneOnADB.with { phone in
      let device = phone.device
      _ = try await device.shell("wm user-rotation lock 1; am start -a android.settings.SETTINGS")
      let facts = try await device.screen()
      #expect(facts.rotation == 1 && facts.width == 1080)
      let home = try await device.observe(wantsElements: true)
      #expect(home.screenshot.width == 2400)
      let row = try #require(home.elements.firstIndex { $0.text == "Network & internet" })
      try await device.perform(.click(.element(row)))
      let page = try await device.observe(wantsElements: true)
      #expect(page.elements.contains { $0.text == "Internet" })
    }
  }

  @Test func filesComeBackAsTheyWent() async throws {
    try await PhoneOnADB.with { phone in
      let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 8) }
      try await phone.device.push(bytes, to: "/sdcard/Download/a b.bin", modified: 1_700_000_000)
      let status = try await phone.device.status(of: "/sdcard/Download/a b.bin")
      #expect(status?.size == 300_000 && status?.modified == 1_700_000_000)
      let back = try await phone.device.pull("/sdcard/Download/a b.bin")
      #expect(back == bytes)
      let none = try await phone.device.status(of: "/sdcard/none")
      #expect(none == nil)
      await #expect(throws: DeviceError.self) { try await phone.device.pull("/sdcard/none") }
    }
  }

  @Test func unpluggedInAScreenshotItIsLookedAtWhenItIsBack() async throws {
    try await PhoneOnADB.with { phone in
      _ = try await phone.device.observe(wantsElements: false)
      let hold = phone.hold()
      let device = phone.device
      let look = Task { try await device.observe(wantsElements: false) }
      try await Task.sleep(for: .milliseconds(300))
      phone.unplug()
      hold.release()
      try await Task.sleep(for: .milliseconds(300))
      try phone.plugIn()
      let seen = try await look.value
      #expect(seen.screenshot.width == 1080)
      #expect(phone.reports.contains(.reconnected(name: device.name)))
    }
  }

  @Test func unpluggedInAnActionItIsNotRepeated() async throws {
    try await PhoneOnADB.with { phone in
      _ = try await phone.device.observe(wantsElements: false)
      let hold = phone.hold()
      let device = phone.device
      let act = Task { try await device.perform(.navigateHome) }
      try await Task.sleep(for: .milliseconds(300))
      phone.unplug()
      let error = await #expect(throws: DeviceError.self) { try await act.value }
      guard case .outcomeUnknown = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      hold.release()
      try phone.plugIn()
      let next = await #expect(throws: DeviceError.self) { try await device.perform(.navigateHome) }
      guard case .notPerformed = next else {
        Issue.record("\(String(describing: next))")
        return
      }
      _ = try await device.observe(wantsElements: false)
      try await device.perform(.navigateHome)
    }
  }

  @Test func aServerThatWasKilledIsStartedAndTheDeviceFoundAgain() async throws {
    try await PhoneOnADB.with { phone in
      _ = try await phone.device.observe(wantsElements: false)
      try await phone.server.kill()
      let action = await #expect(throws: DeviceError.self) { try await phone.device.perform(.navigateHome) }
      guard case .notPerformed = action else {
        Issue.record("\(String(describing: action))")
        return
      }
      let seen = try await phone.device.observe(wantsElements: false)
      #expect(seen.screenshot.width == 1080)
      #expect(phone.reports.contains(.reconnected(name: phone.device.name)))
    }
  }

  @Test func aNetworkThatWasDeadForAWhileIsConnectedAnew() async throws {
    try await PhoneOnADB.with(change: { $0.screenshotSeconds = 0.7 }) { phone in
      _ = try await phone.device.shell("true")
      let hold = phone.hold()
      let device = phone.device
      let look = Task { try await device.observe(wantsElements: false) }
      // Long enough for a timeout, and for the attempt after it to begin.
      try await Task.sleep(for: .milliseconds(1500))
      hold.release()
      let seen = try await look.value
      #expect(seen.screenshot.width == 1080)
      #expect(phone.reports.contains(.reconnected(name: device.name)))
    }
  }

  @Test func aHungPhoneIsATimeout() async throws {
    try await PhoneOnADB.with(change: { $0.actionSeconds = 0.5 }) { phone in
      _ = try await phone.device.shell("true")
      let hold = phone.hold()
      defer { hold.release() }
      let error = await #expect(throws: DeviceError.self) { try await phone.device.shell("true") }
      guard case .timeout = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  @Test func connectingAgainRevivesADeadConnection() async throws {
    try await PhoneOnADB.with { phone in
      _ = try await phone.device.shell("true")
      phone.unplug()
      try await waitFor(phone, state: "offline")
      try phone.plugIn()
      try await phone.server.connect(to: phone.device.serial)
      try await waitFor(phone, state: "device")
    }
  }

  @Test func oneThatStaysOfflineIsGivenUpWithItsState() async throws {
    try await PhoneOnADB.with(change: { $0.backoff = [] }) { phone in
      _ = try await phone.device.observe(wantsElements: false)
      phone.unplug()
      try await waitFor(phone, state: "offline")
      let error = await #expect(throws: DeviceError.self) { try await phone.device.observe(wantsElements: false) }
      #expect(error == .notReady(name: phone.device.name, state: "offline"))
    }
  }

  private func waitFor(_ phone: PhoneOnADB, state: String) async throws {
    var last: [DeviceListing] = []
    for _ in 0..<200 {
      last = try await phone.server.devices()
      if last.contains(where: { $0.serial == phone.device.serial && $0.state == state }) { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("it never was \(state), but \(last)")
  }
}
