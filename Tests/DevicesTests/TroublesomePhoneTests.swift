import Devices
import Episodes
import Imaging
import TestSupport
import Testing

/// What users of other agents ran into, on the way that their devices take: the real adb.
@Suite(
  "A troublesome phone through the real adb", .serialized,
  .enabled(if: ADBProgram.isInstalled, Comment(rawValue: ADBProgram.missing)), .timeLimit(.minutes(2)))
struct TroublesomePhoneTests {
  private struct Trouble {
    let phone: FakePhone
    let adbd: ScriptedADBD
    let device: ADBDevice
    let reported: Bench.Reported
  }

  private func with(
    change: (inout ADBDeviceOptions) -> Void = { _ in }, _ body: (Trouble) async throws -> Void
  ) async throws {
    let notes = try TemporaryDirectory()
    try await RealADBServer.with { server in
      let phone = FakePhone()
      let adbd = try ScriptedADBD(phone)
      let reported = Bench.Reported()
      var options = ADBDeviceOptions()
      options.notes = notes.path
      options.screenshots = .png
      options.report = { reported.add($0) }
      change(&options)
      try await server.connect(to: adbd.serial)
      let device = ADBDevice(serial: adbd.serial, server: server, options: options)
      try await body(Trouble(phone: phone, adbd: adbd, device: device, reported: reported))
    }
  }

  @Test func aSecureWindowIsSaidAndNotTakenForAScreen() async throws {
    try await with { trouble in
      let black = try Image(width: 4, height: 8, red: 0, green: 0, blue: 0).pngData()
      trouble.phone.on("screencap -p") { [.shell(black)] }
      trouble.phone.on("dumpsys power") { [.shell("  mWakefulness=Awake\n")] }
      #expect(try await trouble.device.observe(wantsElements: false).warning == .secureWindow)
      trouble.phone.on("screencap -p") { [.shell("", errors: "Capture failed\n", code: 1)] }
      let device = trouble.device
      let refused = await #expect(throws: DeviceError.self) { try await device.observe(wantsElements: false) }
      #expect(refused?.description.contains("Capture failed; the app in front may forbid pictures") == true)
    }
  }

  @Test func aWarningInFrontOfAPictureIsPassedOn() async throws {
    try await with { trouble in
      trouble.phone.on("screencap -p") {
        [.shell(Array("[Warning] 2 displays\n".utf8) + FakePhone.png(width: 4, height: 8))]
      }
      let seen = try await trouble.device.observe(wantsElements: false)
      #expect(seen.screenshot.height == 8)
      #expect(
        trouble.reported.notices == [.screenshotWarning(name: trouble.device.name, text: "[Warning] 2 displays")])
    }
  }

  @Test func aScreenThatNeverIdlesIsSeenWithoutElements() async throws {
    try await with { trouble in
      trouble.phone.on("rm -f") { [.shell("ERROR: could not get idle state.\n", errors: "cat: none\n", code: 1)] }
      for _ in 0..<2 {
        let seen = try await trouble.device.observe(wantsElements: true)
        #expect(seen.elements.isEmpty && seen.screenshot.width == 4)
      }
      #expect(trouble.adbd.commands.filter { $0.hasPrefix("rm -f") }.count == 1)
    }
  }

  @Test func tapsThatXiaomiRefusesComeWithWhatToSwitchOn() async throws {
    try await with { trouble in
      let text = "java.lang.SecurityException: Injecting input events requires INJECT_EVENTS permission"
      trouble.phone.on("input tap") { [.shell("", errors: text, code: 255)] }
      _ = try await trouble.device.observe(wantsElements: false)
      let (device, tap) = (trouble.device, Action.click(.point(Point(x: 1, y: 2))))
      let refused = await #expect(throws: DeviceError.self) { try await device.perform(tap) }
      #expect(refused?.description.contains("USB debugging (Security settings)") == true)
      #expect(trouble.adbd.commands.filter { $0.hasPrefix("input tap") }.count == 1)
    }
  }

  @Test func aPictureOfAnotherSizeThanTheScreenIsTappedWhereItIsSeen() async throws {
    try await with { trouble in
      trouble.phone.on("wm size;") { [.shell(FakePhone.facts(rotation: 0, size: "8x16"))] }
      _ = try await trouble.device.observe(wantsElements: false)
      try await trouble.device.perform(.click(.point(Point(x: 1, y: 2))))
      #expect(trouble.adbd.commands.last == "input tap 3 5")
    }
  }

  @Test func aShellThatHangsInAnActionEndsInATimeOutAndIsNotAskedTwice() async throws {
    try await with(change: { $0.actionSeconds = 0.5 }) { trouble in
      trouble.phone.on("input tap") { [.hang] }
      _ = try await trouble.device.observe(wantsElements: false)
      let (device, tap) = (trouble.device, Action.click(.point(Point(x: 1, y: 2))))
      let first = await #expect(throws: DeviceError.self) { try await device.perform(tap) }
      guard case .outcomeUnknown = first else { Issue.record("\(String(describing: first))"); return }
      let second = await #expect(throws: DeviceError.self) { try await device.perform(tap) }
      guard case .notPerformed = second else { Issue.record("\(String(describing: second))"); return }
      #expect(trouble.adbd.commands.filter { $0.hasPrefix("input tap") }.count == 1)
    }
  }
}
