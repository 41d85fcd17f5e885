import Agent
import Devices
import Episodes
import Foundation
import Synchronization
import TestSupport
import Testing
import VirtualPhone

/// Virtual phones on a real adb server of its own.
final class PhonesOnADB: Sendable {
  let server: ADBServer
  let devices: [ADBDevice]
  private let phones: [SharedPhone]
  private let ports: [Int]
  private let adbds: Mutex<[ADBDServer]>

  private init(count: Int, notes: String) throws {
    let phones = (0..<count).map { SharedPhone(PhoneHost(Phone(PhoneConfiguration(seed: UInt64($0))))) }
    self.phones = phones
    let adbds = try phones.map { try ADBDServer($0, port: Int(ADBProgram.freePort())) }
    let ports = adbds.map(\.port)
    self.ports = ports
    self.adbds = Mutex(adbds)
    let server = ADBServer(port: ADBProgram.freePort())
    self.server = server
    var options = ADBDeviceOptions()
    options.notes = notes
    options.screenshots = .png
    let chosen = options
    devices = ports.map { ADBDevice(serial: "127.0.0.1:\($0)", server: server, options: chosen) }
  }

  static func with(count: Int, _ body: (PhonesOnADB) async throws -> Void) async throws {
    let notes = try TemporaryDirectory()
    let phones = try PhonesOnADB(count: count, notes: notes.path)
    var failure: (any Error)?
    do {
      for device in phones.devices { try await phones.server.connect(to: device.serial) }
      try await body(phones)
    } catch { failure = error }
    for adbd in phones.adbds.withLock({ $0 }) { adbd.stop() }
    try? await phones.server.kill()
    if let failure { throw failure }
  }

  /// Breaks all connections of the first phone and listens again.
  func replug() throws {
    adbds.withLock { $0[0].stop() }
    let again = try ADBDServer(phones[0], port: ports[0])
    adbds.withLock { $0[0] = again }
  }

  /// Runs something while the first phone answers nothing.
  func hold() -> DispatchSemaphore {
    let (begun, end, phone) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), phones[0])
    Thread {
      phone.use { _ in
        begun.signal()
        end.wait()
      }
    }.start()
    begun.wait()
    return end
  }
}

@Suite(
  "Sessions through the real adb", .serialized,
  .enabled(if: ADBProgram.isInstalled, Comment(rawValue: ADBProgram.missing)),
  .timeLimit(.minutes(3)))
struct ADBSessionTests {
  @Test("two sessions on two devices at once don't disturb each other")
  func two() async throws {
    let folder = try TemporaryDirectory()
    try await PhonesOnADB.with(count: 2) { phones in
      func session(_ number: Int, _ app: String) -> Session {
        Session(
          SessionSetup(
            goal: "Open \(app)", device: phones.devices[number],
            proposer: ScriptedProposer(.openApp(app), .status(.complete)), judge: FixedJudge(value: 1),
            approval: .never, recording: folder.file(app)))
      }
      async let one = SessionDriver.run(session(0, "Clock"))
      async let other = SessionDriver.run(session(1, "Settings"))
      #expect(await one.end.success == true)
      #expect(await other.end.success == true)
    }
    #expect(try Episode(contentsOf: folder.file("Clock")).steps.last?.app?.contains("deskclock") == true)
    #expect(try Episode(contentsOf: folder.file("Settings")).steps.last?.app == "com.android.settings")
  }

  @Test("unplugged in the middle of an action: it isn't repeated, it is on record, and the session looks again")
  func unplugged() async throws {
    let folder = try TemporaryDirectory()
    try await PhonesOnADB.with(count: 1) { phones in
      let session = Session(
        SessionSetup(
          goal: "Go home", device: phones.devices[0], proposer: ScriptedProposer(.navigateHome, .status(.complete)),
          judge: FixedJudge(value: 1), approval: .never, recording: folder.file("episode")))
      let run = await SessionDriver.run(session) { _, _ in
        .resume
      } onEvent: { event in
        guard case .acting(0, _) = event else { return }
        let hold = phones.hold()
        Thread {
          Thread.sleep(forTimeInterval: 0.5)
          try? phones.replug()
          hold.signal()
        }.start()
      }
      #expect(run.end.success == true)
      #expect(run.acted == [.navigateHome, .status(.complete)])
      let looks = run.events.count { if case .observed = $0 { true } else { false } }
      #expect(looks == 2)
    }
    let step = try #require(try Episode(contentsOf: folder.file("episode")).steps.first)
    // The phone is held a moment after the action is announced: it may have been done, or be cut off in its middle.
    #expect(step.action == .navigateHome || step.proposedAction == .navigateHome)
  }
}
