import Devices
import Episodes
import Foundation
import Imaging
import Synchronization
import TestSupport
import Testing

/// A device on a fake server, with what it reported.
struct Bench {
  let phone = FakePhone()
  let fake: FakeADBServer
  let device: ADBDevice
  let notes: TemporaryDirectory
  let options: ADBDeviceOptions
  private let reported = Reported()

  final class Reported: Sendable {
    private let list = Mutex<[DeviceNotice]>([])
    var notices: [DeviceNotice] { list.withLock { $0 } }
    func add(_ notice: DeviceNotice) { list.withLock { $0.append(notice) } }
  }

  var notices: [DeviceNotice] { reported.notices }

  init(
    serial: String = "X", screenshots: ScreenshotFormat = .png, change: (inout ADBDeviceOptions) -> Void = { _ in }
  ) throws {
    let phone = phone
    fake = try FakeADBServer { phone.answer($0) }
    notes = try TemporaryDirectory()
    var options = ADBDeviceOptions()
    options.backoff = [0.01, 0.01]
    options.screenshots = screenshots
    options.querySeconds = 2
    options.notes = notes.path
    let reported = reported
    options.report = { reported.add($0) }
    change(&options)
    self.options = options
    device = ADBDevice(
      serial: serial, server: ADBServer(port: fake.port, program: "/nonexistent/adb"), options: options)
  }

  /// The commands that an action sent.
  func commands(of action: Action) async throws -> [String] {
    fake.forget()
    try await device.perform(action)
    return fake.commands
  }
}

private let tap = Action.click(.point(Point(x: 1, y: 2)))

@Suite("Looking at a device", .timeLimit(.minutes(1))) struct ADBDeviceLookingTests {
  @Test func pictureElementsAndActivityAreOneObservation() async throws {
    let bench = try Bench()
    let seen = try await bench.device.observe(wantsElements: true)
    #expect(seen.screenshot == FakePhone.picture(width: 4, height: 8))
    #expect(seen.png == FakePhone.png(width: 4, height: 8))
    #expect(seen.foregroundActivity == "com.android.settings/.Settings")
    #expect(seen.elements.map(\.text) == ["Wi‑Fi & more"])
    #expect(seen.warning == nil)
    #expect(Set(seen.timings.keys) == ["screenshot", "decoding", "activity", "elements"])
  }

  @Test func theFasterFormatIsFoundAndBothShowTheSame() async throws {
    let bench = try Bench(screenshots: .fastest)
    let first = try await bench.device.observe(wantsElements: false)
    let second = try await bench.device.observe(wantsElements: false)
    #expect(first.png != nil && second.png == nil)
    #expect(first.screenshot == second.screenshot)
    #expect(bench.fake.commands.contains("screencap -p") && bench.fake.commands.contains("screencap"))
  }

  @Test func warningsInFrontOfThePNGArePassedOnOnce() async throws {
    let bench = try Bench()
    bench.phone.on("screencap -p") {
      [.shell(Array("[Warning] 2 displays\n".utf8) + FakePhone.png(width: 4, height: 8))]
    }
    for _ in 0..<2 { _ = try await bench.device.observe(wantsElements: false) }
    #expect(bench.notices == [.screenshotWarning(name: "adb:X", text: "[Warning] 2 displays")])
  }

  @Test func blackMeansSecureOrOff() async throws {
    let bench = try Bench()
    let black = try Image(width: 4, height: 8, red: 0, green: 0, blue: 0).pngData()
    bench.phone.on("screencap -p") { [.shell(black)] }
    bench.phone.on("dumpsys power", inTurn: [[.shell("  mWakefulness=Awake\n")], [.shell("  mWakefulness=Asleep\n")]])
    #expect(try await bench.device.observe(wantsElements: false).warning == .secureWindow)
    #expect(try await bench.device.observe(wantsElements: false).warning == .screenOff)
  }

  @Test func aRefusedPictureIsNamed() async throws {
    let bench = try Bench()
    bench.phone.on("screencap -p") { [.shell("", errors: "Capture failed\n", code: 1)] }
    let error = await #expect(throws: DeviceError.self) { try await bench.device.observe(wantsElements: false) }
    #expect(error?.description.contains("Capture failed") == true)
    #expect(error?.description.contains("secure window") == true)
  }

  @Test func aRestlessScreenIsAskedOnceThenLeftAlone() async throws {
    let bench = try Bench()
    bench.phone.on("rm -f") { [.shell("ERROR: could not get idle state.\n", errors: "cat: no such file\n", code: 1)] }
    for _ in 0..<3 {
      let seen = try await bench.device.observe(wantsElements: true)
      #expect(seen.elements.isEmpty && seen.screenshot.width == 4)
    }
    #expect(bench.fake.commands.filter { $0.hasPrefix("rm -f") }.count == 1)
    #expect(
      bench.notices == [
        .elementsUnavailable(name: "adb:X", reason: "ERROR: could not get idle state.", seconds: 20)
      ])
  }

  @Test func aHungHierarchyDoesNotHoldUpThePicture() async throws {
    let bench = try Bench { $0.elementsSeconds = 0.2 }
    bench.phone.on("rm -f") { [.okay, .hang] }
    let seen = try await bench.device.observe(wantsElements: true)
    #expect(seen.elements.isEmpty && seen.screenshot.width == 4)
  }

  @Test func aScreenThatTurnsWhileItIsLookedAtIsLookedAtAgain() async throws {
    let bench = try Bench()
    bench.phone.on(
      "screencap -p",
      inTurn: [[.shell(FakePhone.png(width: 4, height: 8))], [.shell(FakePhone.png(width: 8, height: 4))]])
    bench.phone.on("wm size;") { [.shell(FakePhone.facts(rotation: 1))] }
    let seen = try await bench.device.observe(wantsElements: false)
    #expect(seen.screenshot.width == 8)
  }

  @Test func itStandsStillWhenPicturesAreTheSame() async throws {
    let bench = try Bench()
    bench.phone.on(
      "screencap -p",
      inTurn: (0..<3).map { [.shell(FakePhone.png(width: 4, height: 8, corner: UInt8($0 * 50)))] })
    #expect(try await bench.device.settle(limit: 10))
    #expect(bench.fake.commands.count >= 4)
  }

  @Test func aRestlessScreenIsNotStillAtTheLimit() async throws {
    let bench = try Bench()
    let corner = Mutex<UInt8>(0)
    bench.phone.on("screencap -p") {
      [
        .shell(
          FakePhone.png(
            width: 4, height: 8,
            corner: corner.withLock {
              $0 &+= 50; return $0
            }))
      ]
    }
    #expect(try await !bench.device.settle(limit: 0.5))
  }
}

@Suite("Faults of a device", .timeLimit(.minutes(1))) struct ADBDeviceFaultTests {
  @Test func aPictureThatIsCutIsTakenAgain() async throws {
    let bench = try Bench()
    let whole = FakePhone.png(width: 4, height: 8)
    let packet = FakeADBServer.packet(1, whole)
    bench.phone.on("screencap -p", inTurn: [[.okay, .bytes(Array(packet[..<20]))], [.shell(whole)]])
    #expect(try await bench.device.observe(wantsElements: false).screenshot.width == 4)
    let reasons = bench.notices.map(\.description)
    #expect(reasons.count == 2 && reasons[0].contains("attempt 1") && reasons[1] == "adb:X is back")
  }

  @Test func oneThatStaysAwayIsGivenUp() async throws {
    let bench = try Bench()
    _ = try await bench.device.observe(wantsElements: false)
    bench.phone.onTransport([.fail("device 'X' not found")])
    let error = await #expect(throws: DeviceError.self) { try await bench.device.observe(wantsElements: false) }
    #expect(error == .notFound(name: "adb:X"))
    #expect(bench.notices.count == 2, "one for each pause")
  }

  @Test func anOfflineOneIsReconnected() async throws {
    let bench = try Bench()
    bench.phone.onTransport([.fail("device offline")])
    await #expect(throws: DeviceError.notReady(name: "adb:X", state: "offline")) {
      try await bench.device.observe(wantsElements: false)
    }
    #expect(bench.fake.requests.contains("host:reconnect-offline"))
  }

  @Test func anUnauthorizedOneIsNotWaitedFor() async throws {
    let bench = try Bench()
    bench.phone.onTransport([.fail("device unauthorized.\nThis adb server's $ADB_VENDOR_KEYS is not set")])
    let error = await #expect(throws: DeviceError.self) { try await bench.device.observe(wantsElements: false) }
    #expect(error?.description.contains("allow USB debugging") == true)
    #expect(bench.notices.isEmpty)
  }

  @Test func aDeadNetworkIsConnectedAnew() async throws {
    let bench = try Bench(serial: "10.0.0.2:5555") { $0.screenshotSeconds = 0.2 }
    bench.phone.on("screencap -p", inTurn: [[.okay, .hang], [.shell(FakePhone.png(width: 4, height: 8))]])
    #expect(try await bench.device.observe(wantsElements: false).screenshot.width == 4)
    #expect(bench.fake.requests.contains("host:disconnect:10.0.0.2:5555"))
    #expect(bench.fake.requests.contains("host:connect:10.0.0.2:5555"))
  }

  @Test func aHungShellIsATimeout() async throws {
    let bench = try Bench { $0.actionSeconds = 0.2 }
    bench.phone.on("sleep") { [.okay, .hang] }
    await #expect(throws: DeviceError.timeout(name: "adb:X", what: "a shell command", seconds: 0.2)) {
      try await bench.device.shell("sleep 100")
    }
  }

  @Test func whoStopsWaitingIsLetGo() async throws {
    let bench = try Bench()
    bench.phone.on("sleep") { [.okay, .hang] }
    let task = Task { try await bench.device.shell("sleep 100") }
    while !bench.fake.commands.contains("sleep 100") { try await Task.sleep(for: .milliseconds(5)) }
    task.cancel()
    await #expect(throws: DeviceError.interrupted(name: "adb:X")) { try await task.value }
  }

  @Test func outputErrorsAndCodeAreKeptApart() async throws {
    let bench = try Bench()
    bench.phone.on("ls") { [.shell("a\n", errors: "b\n", code: 2)] }
    let result = try await bench.device.shell("ls")
    #expect(result == ShellResult(output: Array("a\n".utf8), errors: Array("b\n".utf8), code: 2))
  }

  /// Before Android 7 there were no packets and no exit codes.
  @Test func anOldShellHasExitCodesToo() async throws {
    let png = FakePhone.png(width: 4, height: 8)
    let fake = try FakeADBServer { service in
      if service.hasSuffix(":features") { return [.okay, .text("cmd")] }
      if service == "exec:screencap -p" { return [.okay, .bytes(Array("WARNING: linker\r\n".utf8) + png)] }
      if service.hasPrefix("shell:") { return [.okay, .bytes(Array("hello\r\ninfir-exit-code=4\r\n".utf8))] }
      return [.okay]
    }
    var options = ADBDeviceOptions()
    options.screenshots = .png
    let device = ADBDevice(serial: "X", server: ADBServer(port: fake.port), options: options)
    #expect(try await device.shell("ls") == ShellResult(output: Array("hello\n".utf8), code: 4))
    #expect(try await device.observe(wantsElements: false).png == png)
  }

  @Test func aShellCommandIsNeverSentTwice() async throws {
    let bench = try Bench()
    bench.phone.on("reboot") { [.okay] }
    let error = await #expect(throws: DeviceError.self) { try await bench.device.shell("reboot") }
    guard case .lost = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(bench.fake.commands == ["reboot"])
  }
}

@Suite("Acting on a device", .timeLimit(.minutes(1))) struct ADBDeviceActingTests {
  private let turn = "dumpsys window | grep -E 'mCurrentRotation|mRotation='"

  @Test func aTapIsSentOnceAfterALookAtTheRotation() async throws {
    let bench = try Bench()
    _ = try await bench.device.observe(wantsElements: false)
    #expect(try await bench.commands(of: tap) == [turn, "input tap 1 2"])
    #expect(try await bench.commands(of: .navigateBack) == ["input keyevent KEYCODE_BACK"])
    #expect(try await bench.commands(of: .answer("x")).isEmpty)
  }

  @Test func anotherDisplayIsTouchedAndTypedOn() async throws {
    let bench = try Bench { $0.inputDisplay = 2 }
    bench.phone.on("input()") { [.shell("")] }
    _ = try await bench.device.observe(wantsElements: false)
    #expect(
      try await bench.commands(of: .doubleTap(.point(Point(x: 1, y: 2)))).last
        == #"input() { command input -d 2 "$@"; }; input tap 1 2 && input tap 1 2"#)
    #expect(
      try await bench.commands(of: .inputText("a\nb", target: nil, clears: false)).last
        == #"input() { command input -d 2 "$@"; }; input text a && input keyevent KEYCODE_ENTER && input text b"#)
  }

  @Test func elementsAreFoundByIndex() async throws {
    let bench = try Bench()
    _ = try await bench.device.observe(wantsElements: true)
    #expect(try await bench.commands(of: .click(.element(0))).last == "input tap 2 2")
  }

  /// Some devices capture at another size than they take input in.
  @Test func aPictureOfAnotherSizeThanTheScreenIsScaled() async throws {
    let bench = try Bench()
    bench.phone.on("wm size;") { [.shell(FakePhone.facts(rotation: 0, size: "8x16"))] }
    let seen = try await bench.device.observe(wantsElements: true)
    #expect(try await bench.commands(of: tap).last == "input tap 3 5")
    // The hierarchy counts as input does: [1,2][4,4] there.
    #expect(seen.elements.first?.bounds == Bounds(left: 0, top: 1, right: 1, bottom: 1))
  }

  @Test func withoutALookNothingIsTapped() async throws {
    let bench = try Bench()
    let error = await #expect(throws: DeviceError.self) { try await bench.device.perform(tap) }
    guard case .notPerformed = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(bench.fake.commands.isEmpty)
  }

  @Test func aScreenThatWasTurnedIsLookedAtFirst() async throws {
    let bench = try Bench()
    _ = try await bench.device.observe(wantsElements: false)
    bench.phone.on("dumpsys window") { [.shell("  mCurrentRotation=ROTATION_90\n")] }
    for _ in 0..<2 {
      let error = await #expect(throws: DeviceError.self) { try await bench.device.perform(tap) }
      #expect(error?.description.contains("turned") == true)
    }
    #expect(!bench.fake.commands.contains { $0.hasPrefix("input") })
    bench.phone.on("screencap -p") { [.shell(FakePhone.png(width: 8, height: 4))] }
    bench.phone.on("wm size;") { [.shell(FakePhone.facts(rotation: 1))] }
    _ = try await bench.device.observe(wantsElements: false)
    #expect(try await bench.commands(of: tap).last == "input tap 1 2")
  }

  @Test(
    "an action whose end isn't known is not repeated", arguments: [[FakeADBServer.Step.okay], [.okay, .hang], []])
  func unknownOutcome(answer: [FakeADBServer.Step]) async throws {
    let bench = try Bench { $0.actionSeconds = 0.2 }
    _ = try await bench.device.observe(wantsElements: false)
    bench.phone.on("input tap") { answer }
    let error = await #expect(throws: DeviceError.self) { try await bench.device.perform(tap) }
    guard case .outcomeUnknown = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(bench.fake.commands.filter { $0.hasPrefix("input") }.count == 1)
    // Nothing is done before the next look, not even what needs no picture.
    let next = await #expect(throws: DeviceError.self) { try await bench.device.perform(.navigateHome) }
    guard case .notPerformed = next else {
      Issue.record("\(String(describing: next))")
      return
    }
    _ = try await bench.device.observe(wantsElements: false)
    try await bench.device.perform(.navigateHome)
  }

  @Test func anActionThatCouldNotBeginIsNotDropped() async throws {
    let bench = try Bench()
    _ = try await bench.device.observe(wantsElements: false)
    bench.phone.onTransport([.fail("device 'X' not found")])
    let error = await #expect(throws: DeviceError.self) { try await bench.device.perform(.navigateHome) }
    #expect(error == .notPerformed(name: "adb:X", what: "go home", reason: "it is not there"))
    bench.phone.onTransport([.okay])
    await #expect(throws: DeviceError.self) { try await bench.device.perform(.navigateHome) }
    _ = try await bench.device.observe(wantsElements: false)
    try await bench.device.perform(.navigateHome)
    #expect(bench.fake.commands.filter { $0.hasPrefix("input") }.count == 1)
  }

  @Test func aRefusalSaysWhatToSwitchOn() async throws {
    let bench = try Bench()
    bench.phone.on("input keyevent") {
      [
        .shell(
          "", errors: "java.lang.SecurityException: Injecting input events requires INJECT_EVENTS permission", code: 255
        )
      ]
    }
    let error = await #expect(throws: DeviceError.self) { try await bench.device.perform(.navigateHome) }
    #expect(error?.description.contains("USB debugging (Security settings)") == true)
  }

  // MARK: - Typing

  @Test func plainTextIsOneCommand() async throws {
    let bench = try Bench()
    _ = try await bench.device.observe(wantsElements: false)
    let action = Action.inputText("hi you", target: .point(Point(x: 1, y: 2)), clears: true)
    #expect(
      try await bench.commands(of: action) == [
        turn, "getprop ro.build.version.sdk",
        "input tap 1 2 && sleep 1 && input keycombination 113 29 && input keyevent 67 && sleep 1 && input text hi%syou",
      ])
    #expect(bench.notices == [.typed(name: "adb:X", method: .inputCommand)])
    // No Enter that nobody asked for.
    #expect(try await bench.commands(of: .inputText("x", target: nil, clears: false)) == ["input text x"])
  }

  private func helper(_ bench: Bench) {
    let keyboard = Mutex("com.a.keys/.Keys")
    bench.phone.on("pm list packages com.android.adbkeyboard") { [.shell("package:com.android.adbkeyboard\n")] }
    bench.phone.on("settings get secure default_input_method") { [.shell(keyboard.withLock { $0 } + "\n")] }
    bench.phone.on("ime enable") {
      keyboard.withLock { $0 = "com.android.adbkeyboard/.AdbIME" }
      return [.shell("")]
    }
    bench.phone.on("ime set com.a.keys/.Keys") {
      keyboard.withLock { $0 = "com.a.keys/.Keys" }
      return [.shell("")]
    }
    bench.phone.on("am broadcast") { [.shell("Broadcast completed: result=0\n")] }
  }

  @Test func otherLettersGoThroughTheHelperKeyboardWhichIsPutBack() async throws {
    let bench = try Bench()
    helper(bench)
    let commands = try await bench.commands(of: .inputText("Grüße", target: nil, clears: false))
    #expect(
      commands.filter { !$0.hasPrefix("settings") } == [
        "pm list packages com.android.adbkeyboard",
        "ime enable com.android.adbkeyboard/.AdbIME && ime set com.android.adbkeyboard/.AdbIME",
        "am broadcast -a ADB_INPUT_B64 --es msg R3LDvMOfZQ==", "ime set com.a.keys/.Keys",
      ])
    #expect(bench.notices == [.typed(name: "adb:X", method: .helperKeyboard)])
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.notes.path).isEmpty)
  }

  @Test func aKeyboardThatARunLeftBehindIsPutBackByTheNext() async throws {
    let bench = try Bench()
    helper(bench)
    bench.phone.on("am broadcast") { [.okay] }
    bench.phone.on("ime set com.a.keys", inTurn: [[.okay], [.shell("")]])
    let error = await #expect(throws: DeviceError.self) {
      try await bench.device.perform(.inputText("ü", target: nil, clears: false))
    }
    guard case .outcomeUnknown = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.notes.path).count == 1)
    let next = ADBDevice(serial: "X", server: ADBServer(port: bench.fake.port), options: bench.options)
    _ = try await next.observe(wantsElements: false)
    #expect(bench.notices.contains(.keyboardRestored(name: "adb:X", keyboard: "com.a.keys/.Keys")))
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.notes.path).isEmpty)
  }

  @Test func theClipboardIsNext() async throws {
    let bench = try Bench()
    bench.phone.on("pm list packages") { [.shell("")] }
    bench.phone.on("cmd clipboard set-primary-clip") { [.shell("")] }
    #expect(
      try await bench.commands(of: .inputText("東", target: nil, clears: false)).suffix(2) == [
        "cmd clipboard set-primary-clip '東'", "input keyevent KEYCODE_PASTE",
      ])
    #expect(bench.notices == [.typed(name: "adb:X", method: .clipboard)])
  }

  @Test func lettersThatNothingCanTypeAreNamedBeforeAnythingIsDone() async throws {
    let bench = try Bench()
    _ = try await bench.device.observe(wantsElements: false)
    bench.phone.on("pm list packages") { [.shell("")] }
    bench.phone.on("cmd clipboard") { [.shell("No shell command implementation.\n")] }
    await #expect(throws: DeviceError.cannotType(name: "adb:X", letters: "üß")) {
      try await bench.device.perform(.inputText("Grüße", target: .point(Point(x: 1, y: 2)), clears: false))
    }
    #expect(!bench.fake.commands.contains { $0.hasPrefix("input") })
  }

  // MARK: - Apps

  @Test func appsAreStartedByTheTableThenTheLauncher() async throws {
    let bench = try Bench()
    bench.phone.on("cmd package query-activities") {
      [.shell("  com.android.settings/.Settings\n  org.notes/.Main\n")]
    }
    bench.phone.on("am start") { [.shell("Starting: Intent { }\nStatus: ok\n")] }
    #expect(
      try await bench.commands(of: .openApp("Settings")).last == "am start -W -n com.android.settings/.Settings")
    #expect(try await bench.commands(of: .openApp("notes")).last == "am start -W -n org.notes/.Main")
    #expect(
      try await bench.commands(of: .openApp("email")) == ["am start -W -a android.intent.action.VIEW -d mailto:"])
    let error = await #expect(throws: DeviceError.self) { try await bench.device.perform(.openApp("Poker")) }
    #expect(error?.description.contains("no app of that name") == true)
  }

  @Test func anAppThatDoesNotStartIsRefused() async throws {
    let bench = try Bench()
    bench.phone.on("cmd package query-activities") { [.shell("  org.notes/.Main\n")] }
    bench.phone.on("am start") { [.shell("Starting\n", errors: "Error: Activity class {x} does not exist.\n")] }
    let error = await #expect(throws: DeviceError.self) { try await bench.device.perform(.openApp("notes")) }
    #expect(error?.description.contains("does not exist") == true)
  }
}

@Suite("Files of a device", .timeLimit(.minutes(1))) struct ADBDeviceFileTests {
  private func word(_ letters: String, _ number: Int) -> [UInt8] {
    Array(letters.utf8) + (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private func device(_ answer: [UInt8]) throws -> (ADBDevice, FakeADBServer) {
    let fake = try FakeADBServer { service in
      service.hasPrefix("host:") ? [.okay] : service == "sync:" ? [.okay, .bytes(answer)] : [.fail("closed")]
    }
    var options = ADBDeviceOptions()
    options.backoff = []
    return (ADBDevice(serial: "X", server: ADBServer(port: fake.port), options: options), fake)
  }

  @Test func aFileIsRead() async throws {
    let (device, fake) = try device(word("DATA", 3) + [1, 2, 3] + word("DATA", 1) + [4] + word("DONE", 0))
    #expect(try await device.pull("/sdcard/a") == [1, 2, 3, 4])
    #expect(fake.requests == ["host:transport:X", "sync:"])
  }

  @Test func aMissingFileIsRefused() async throws {
    let text = "No such file or directory"
    let (device, fake) = try device(word("FAIL", text.utf8.count) + Array(text.utf8))
    await #expect(throws: DeviceError.refused(name: "adb:X", what: "the file /a", reason: text)) {
      try await device.pull("/a")
    }
    #expect(fake.requests.count == 2)
  }

  @Test func piecesOfImpossibleLengthAreRefused() async throws {
    let (device, fake) = try device(word("DATA", 0x7FFF_FFFF))
    let error = await #expect(throws: DeviceError.self) { try await device.pull("/a") }
    guard case .garbled = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(fake.requests.count == 2)
  }

  @Test func statusesAreRead() async throws {
    let (device, fake) = try device(word("STAT", 0o100644) + word("", 12).suffix(4) + word("", 34).suffix(4))
    #expect(try await device.status(of: "/a")?.size == 12)
    #expect(fake.requests.count == 2)
    let (none, other) = try self.device(word("STAT", 0) + [UInt8](repeating: 0, count: 8))
    #expect(try await none.status(of: "/a") == nil)
    #expect(other.requests.count == 2)
  }
}
