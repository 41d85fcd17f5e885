import Foundation
import TestSupport
import Testing

@Suite("infir devices", .timeLimit(.minutes(1))) struct DevicesCommandTests {
  private func run(_ fake: FakeADBServer, _ arguments: String...) async throws -> Program.Result {
    // One argument after the other: a parameter list can't be handed on.
    let environment = ["ANDROID_ADB_SERVER_PORT": "\(fake.port)", "ADB": "/nonexistent/adb"]
    return switch arguments.count {
    case 1: try await Program.run("devices", arguments[0], environment: environment)
    case 2: try await Program.run("devices", arguments[0], arguments[1], environment: environment)
    default: try await Program.run("devices", arguments[0], arguments[1], arguments[2], environment: environment)
    }
  }

  private static let list = """
    emulator-5554          device product:sdk model:Pixel_6 device:emu transport_id:1
    R5                     unauthorized usb:1-4 transport_id:3

    """

  @Test func theListHasStatesAndAdvice() async throws {
    let fake = try FakeADBServer { _ in [.okay, .text(Self.list)] }
    let result = try await run(fake, "list")
    #expect(result.code == 0)
    #expect(
      result.output == """
        adb:emulator-5554  ready         Pixel 6
        adb:R5             unauthorized  unlock it and allow USB debugging from this computer

        """)
    #expect(fake.requests == ["host:devices-l"])
  }

  @Test func theListForPrograms() async throws {
    let fake = try FakeADBServer { _ in [.okay, .text(Self.list)] }
    let result = try await run(fake, "list", "--json")
    #expect(
      result.lines == [
        #"{"event":"device","name":"adb:emulator-5554","serial":"emulator-5554","state":"device","ready":true,"model":"Pixel 6"}"#,
        #"{"event":"device","name":"adb:R5","serial":"R5","state":"unauthorized","ready":false,"model":null}"#,
      ])
  }

  @Test func anEmptyListSaysWhatToDo() async throws {
    let fake = try FakeADBServer { _ in [.okay, .text("")] }
    let result = try await run(fake, "list")
    #expect(result.code == 0 && result.output.hasPrefix("No device is connected."))
    #expect(try await run(fake, "list", "--json").output.isEmpty)
  }

  @Test func aMissingAdbIsNamed() async throws {
    let result = try await Program.run(
      "devices", "list", environment: ["ANDROID_ADB_SERVER_PORT": "1", "ADB": "/nonexistent/adb"])
    #expect(result.code == 1)
    #expect(result.errors.contains("/nonexistent/adb was not found; install it"))
  }

  @Test func connectingSaysTheNameToUse() async throws {
    let fake = try FakeADBServer { _ in [.okay, .text("connected to 10.0.0.2:5555")] }
    let result = try await run(fake, "connect", "10.0.0.2")
    #expect(result.code == 0)
    #expect(result.output == "Connected to 10.0.0.2:5555. Use it as --device adb:10.0.0.2:5555.\n")
  }

  @Test func failuresAreOneAndUsageIsTwo() async throws {
    let fake = try FakeADBServer { _ in [.okay, .text("failed to connect to '10.0.0.2:1': Connection refused")] }
    let refused = try await run(fake, "connect", "10.0.0.2:1", "--json")
    #expect(refused.code == 1)
    #expect(refused.output.contains(#""event":"error""#) && refused.output.contains("wireless debugging is on"))
    #expect(try await run(fake, "connect", "10.0.0.2:port").code == 2)
    #expect(try await run(fake, "pair", "10.0.0.2", "123456").code == 2)
  }

  @Test func pairing() async throws {
    let fake = try FakeADBServer { _ in [.okay, .text("Successfully paired to 10.0.0.2:37099 [guid=adb-X-y]")] }
    let result = try await run(fake, "pair", "10.0.0.2:37099", "123456")
    #expect(result.code == 0 && result.output.hasPrefix("Successfully paired to 10.0.0.2:37099"))
    let old = try FakeADBServer { _ in [.fail("unknown host service")] }
    let failed = try await run(old, "pair", "10.0.0.2:37099", "123456")
    #expect(failed.code == 1 && failed.errors.contains("platform-tools 30"))
  }
}
