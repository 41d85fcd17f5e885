import CSockets
import Devices
import Foundation

/// A real adb server on a port of its own, never the one of the person who runs the tests. It is ended with the value.
final class RealADBServer: Sendable {
  /// Whether there is an adb. For `.enabled(if:)`.
  static let isInstalled = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/adb") }

  /// What a skipped test says.
  static let missing = "adb isn't installed; install it to run the tests that need it"

  let server: ADBServer

  init() { server = ADBServer(port: Self.freePort()) }

  /// A port that is free. It is none of those that the system gives to whoever asks for any: between here and the
  /// server's start another test would get it.
  private static func freePort() -> UInt16 {
    while true {
      let port = UInt16.random(in: 15_000..<30_000)
      let listener = sk_listen(port)
      guard listener >= 0 else { continue }
      sk_close(listener)
      return port
    }
  }

  /// Ends the server; a test calls it last, since it takes a conversation.
  func stop() async { try? await server.kill() }

  /// Runs something with a server that is ended afterwards, whatever happens.
  static func with(_ body: (ADBServer) async throws -> Void) async throws {
    let real = RealADBServer()
    do { try await body(real.server) } catch {
      await real.stop()
      throw error
    }
    await real.stop()
  }
}
