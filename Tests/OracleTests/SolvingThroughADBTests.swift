import Devices
import Foundation
import Oracle
import Tasks
import TestSupport
import Testing
import VirtualPhone

/// What a solver does in this process it does through the real adb too: the elements come from `uiautomator dump`, the
/// actions go through `input`.
@Suite(
  "Tasks are solved through the real adb", .serialized,
  .enabled(
    if: ProcessInfo.processInfo.environment["INFIR_SLOW_TESTS"] == "1" && ADBProgram.isInstalled,
    "it takes minutes; set INFIR_SLOW_TESTS=1 and install adb to run it"), .timeLimit(.minutes(10)))
struct SolvingThroughADBTests {
  @Test(arguments: [
    "ContactsAddContact", "SimpleCalendarAddOneEventTomorrow", "SettingsTouchSounds", "SmsContactNumber",
    "SimpleCalendarEventsOnDate",
  ])
  func solved(name: String) async throws {
    let definition = try TaskLibrary(directory: TaskFolder.path).task(name)
    let adbd = try ADBDServer(SharedPhone(PhoneHost(Phone(PhoneConfiguration(seed: 1)))), port: 0)
    let server = ADBServer(port: ADBProgram.freePort())
    var options = ADBDeviceOptions()
    options.notes = NSTemporaryDirectory() + "infir-test-notes-\(UUID().uuidString)"
    let device = ADBDevice(serial: "127.0.0.1:\(adbd.port)", server: server, options: options)
    var failure: (any Error)?
    do {
      try await server.connect(to: device.serial)
      let run = try await TaskRun(definition, seed: 1, on: device)
      try await run.setUp(allowsChanges: true)
      let hands = try await Hands.onDevice(device)
      try await Oracle.solve(run.task, with: hands)
      let score = try await run.score(answer: hands.answered)
      #expect(TaskOutcome.success(score: score, claimsDone: hands.claimsDone) == 1, "\(hands.words)")
      #expect(hands.steps <= definition.maximumSteps)
    } catch { failure = error }
    adbd.stop()
    try? await server.kill()
    try? FileManager.default.removeItem(atPath: options.notes)
    if let failure { throw failure }
  }
}
