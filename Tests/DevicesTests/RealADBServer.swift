import Devices
import TestSupport

/// A real adb server on a port of its own, never the one of the person who runs the tests. It is ended with the value.
final class RealADBServer: Sendable {
  let server = ADBServer(port: ADBProgram.freePort())

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
