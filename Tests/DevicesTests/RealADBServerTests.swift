import CSockets
import Devices
import Foundation
import TestSupport
import Testing

@Suite(
  "The real adb server without a device",
  .enabled(if: ADBProgram.isInstalled, Comment(rawValue: ADBProgram.missing)),
  .timeLimit(.minutes(1)))
struct RealADBServerTests {
  @Test func itIsStartedWhereNoneRuns() async throws {
    try await RealADBServer.with { server in
      let version = try await server.version()
      #expect(version >= 31)
      _ = try await server.devices()
    }
  }

  @Test func itIsStartedAgainAfterItWasKilled() async throws {
    try await RealADBServer.with { server in
      _ = try await server.version()
      try await server.kill()
      let version = try await server.version()
      #expect(version >= 31)
    }
  }

  @Test func connectingToNothingIsRefusedWithAReason() async throws {
    try await RealADBServer.with { server in
      let error = await #expect(throws: DeviceError.self) { try await server.connect(to: "127.0.0.1:9") }
      guard case .refused(_, _, let reason) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(reason.contains("127.0.0.1:9"))
    }
  }

  @Test func pairingWithNothingFailsWithAReason() async throws {
    try await RealADBServer.with { server in
      let error = await #expect(throws: DeviceError.self) {
        try await server.pair(with: "127.0.0.1:9", code: "123456")
      }
      guard case .refused = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  @Test func aDeviceThatIsNotThereIsNotWaitedFor() async throws {
    try await RealADBServer.with { server in
      let device = ADBDevice(serial: "nothing", server: server)
      let error = await #expect(throws: DeviceError.self) { try await device.observe(wantsElements: false) }
      #expect(error == .notFound(name: "adb:nothing"))
    }
  }

  @Test func aDeviceThatDoesNotTrustUsSaysSo() async throws {
    try await RealADBServer.with { server in
      let phone = try DistrustfulPhone()
      let serial = "127.0.0.1:\(phone.port)"
      let connecting = await #expect(throws: DeviceError.self) { try await server.connect(to: serial) }
      #expect(connecting?.description.contains("allow debugging from this computer") == true)
      let state = try await server.devices().first { $0.serial == serial }?.state
      #expect(state == "unauthorized")
      let error = await #expect(throws: DeviceError.self) {
        try await ADBDevice(serial: serial, server: server).observe(wantsElements: false)
      }
      #expect(error == .notReady(name: "adb:" + serial, state: "unauthorized"))
      #expect(phone.port > 0)
    }
  }
}
