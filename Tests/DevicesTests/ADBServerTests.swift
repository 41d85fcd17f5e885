import Devices
import Foundation
import Synchronization
import Testing

@Suite("The adb server's answers", .timeLimit(.minutes(1))) struct ADBServerTests {
  private func server(_ fake: FakeADBServer) -> ADBServer {
    ADBServer(port: fake.port, program: "/nonexistent/adb")
  }

  @Test func devicesAreListed() async throws {
    let fake = try FakeADBServer { _ in
      [.okay, .text("emulator-5554          device product:sdk model:Pixel_6 device:emu transport_id:1\n")]
    }
    let devices = try await server(fake).devices()
    #expect(devices.map(\.serial) == ["emulator-5554"])
    #expect(devices.first?.model == "Pixel 6")
    #expect(fake.requests == ["host:devices-l"])
  }

  @Test func anAnswerInPiecesIsPutTogether() async throws {
    let fake = try FakeADBServer { _ in "OKAY00040029".utf8.map { .bytes([$0]) } }
    #expect(try await server(fake).version() == 41)
  }

  @Test(
    "what a refusal means",
    arguments: [
      ("device 'X' not found", DeviceError.notFound(name: "adb:X")),
      ("device offline", .notReady(name: "adb:X", state: "offline")),
      (
        "device unauthorized.\nThis adb server's $ADB_VENDOR_KEYS is not set\nTry 'adb kill-server'",
        .notReady(name: "adb:X", state: "unauthorized")
      ),
      ("device still authorizing", .notReady(name: "adb:X", state: "authorizing")),
      (
        "insufficient permissions for device: user in plugdev group; are your udev rules wrong?",
        .notReady(name: "adb:X", state: "no permissions")
      ),
    ])
  func refusals(text: String, expected: DeviceError) async throws {
    let fake = try FakeADBServer { _ in [.fail(text)] }
    var options = ADBDeviceOptions()
    options.backoff = []
    let device = ADBDevice(serial: "X", server: server(fake), options: options)
    let error = await #expect(throws: DeviceError.self) { _ = try await device.shell("true") }
    #expect(error == expected)
  }

  @Test func anAnswerThatIsCutIsALostConnection() async throws {
    let fake = try FakeADBServer { _ in [.okay, .bytes(Array("00ffemul".utf8))] }
    let error = await #expect(throws: DeviceError.self) { _ = try await server(fake).devices() }
    guard case .lost = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: ["HTTP/1.1 400 Bad Request", "OKAYzzzz", "OKAY-001"])
  func anotherProgramOnThePortIsNamed(answer: String) async throws {
    let fake = try FakeADBServer { _ in [.bytes(Array(answer.utf8))] }
    let error = await #expect(throws: DeviceError.self) { _ = try await server(fake).devices() }
    guard case .garbled = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func aMissingProgramIsNamedWhenNoServerRuns() async throws {
    let fake = try FakeADBServer { _ in [] }
    fake.stop()
    let error = await #expect(throws: DeviceError.self) {
      _ = try await ADBServer(port: 1, program: "/nonexistent/adb").version()
    }
    #expect(error == .adbMissing(path: "/nonexistent/adb"))
  }

  @Test func changesOfDevicesArriveUntilTheServerGoes() async throws {
    let fake = try FakeADBServer { _ in [.okay, .text("a\toffline\n"), .text("a\tdevice\n"), .text("")] }
    var seen: [[String]] = []
    let error = await #expect(throws: DeviceError.self) {
      for try await devices in server(fake).deviceChanges() { seen.append(devices.map(\.state)) }
    }
    #expect(seen == [["offline"], ["device"], []])
    guard case .lost = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func portAndHostComeFromTheEnvironment() throws {
    let plain = try ADBServer(environment: [:])
    #expect(plain.port == 5037 && plain.host == "127.0.0.1" && plain.program == "adb")
    #expect(try ADBServer(environment: ["ANDROID_ADB_SERVER_PORT": "5999"]).port == 5999)
    let socket = try ADBServer(environment: ["ADB_SERVER_SOCKET": "tcp:box:5040", "ADB": "/opt/adb"])
    #expect(socket.host == "box" && socket.port == 5040 && socket.program == "/opt/adb")
    #expect(throws: DeviceError.self) { try ADBServer(environment: ["ANDROID_ADB_SERVER_PORT": "many"]) }
    #expect(throws: DeviceError.self) { try ADBServer(environment: ["ADB_SERVER_SOCKET": "localabstract:x"]) }
  }

  @Test(arguments: [
    ("connected to 10.0.0.2:5555", true),
    ("failed to connect to '10.0.0.2:5555': Connection refused", false),
    ("failed to connect to 10.0.0.2:5555", false), ("cannot connect to 10.0.0.2:5555: No route to host (113)", false),
    ("failed to authenticate to 10.0.0.2:5555", false), ("", false),
  ])
  func connectingIsReadFromItsText(text: String, works: Bool) async throws {
    let fake = try FakeADBServer { _ in [.okay, .text(text)] }
    if works {
      #expect(try await server(fake).connect(to: "10.0.0.2") == text)
    } else {
      await #expect(throws: DeviceError.self) { try await server(fake).connect(to: "10.0.0.2") }
    }
    #expect(fake.requests.first == "host:connect:10.0.0.2:5555")
  }

  @Test func aLivingConnectionIsLeftAlone() async throws {
    let fake = try FakeADBServer { service in
      service == "host:devices-l"
        ? [.okay, .text("10.0.0.2:5555 device transport_id:1\n")]
        : [.okay, .text("already connected to 10.0.0.2:5555")]
    }
    #expect(try await server(fake).connect(to: "10.0.0.2:5555") == "already connected to 10.0.0.2:5555")
    #expect(fake.requests == ["host:connect:10.0.0.2:5555", "host:devices-l"])
  }

  /// adb 29 says "already connected" for ever of a device that was unplugged.
  @Test func aDeadConnectionIsForgottenAndMadeAnew() async throws {
    let isForgotten = Mutex(false)
    let fake = try FakeADBServer { service in
      switch service {
      case "host:devices-l": return [.okay, .text("10.0.0.2:5555 offline transport_id:1\n")]
      case "host:disconnect:10.0.0.2:5555":
        isForgotten.withLock { $0 = true }
        return [.okay, .text("disconnected 10.0.0.2:5555")]
      default:
        let word = isForgotten.withLock { $0 } ? "connected" : "already connected"
        return [.okay, .text("\(word) to 10.0.0.2:5555")]
      }
    }
    try await server(fake).connect(to: "10.0.0.2:5555")
    #expect(
      fake.requests == [
        "host:connect:10.0.0.2:5555", "host:devices-l", "host:disconnect:10.0.0.2:5555", "host:connect:10.0.0.2:5555",
      ])
  }

  @Test(arguments: [
    ("Successfully paired to 10.0.0.2:37099 [guid=adb-X-y]", true),
    ("Failed: Wrong password or connection was dropped.", false), ("Failed: Unable to start pairing client.", false),
  ])
  func pairingIsReadFromItsText(text: String, works: Bool) async throws {
    let fake = try FakeADBServer { _ in [.okay, .text(text)] }
    if works {
      #expect(try await server(fake).pair(with: "10.0.0.2:37099", code: "123456") == text)
    } else {
      await #expect(throws: DeviceError.self) { try await server(fake).pair(with: "10.0.0.2:37099", code: "123456") }
    }
    #expect(fake.requests == ["host:pair:123456:10.0.0.2:37099"])
  }
}
