import Foundation
import Subprocess
import SystemPackage
import TestSupport

@testable import VirtualPhone

/// An adbd in this process with the real adb connected to it, over a server of its own on a free port: whatever adb
/// server the person has who runs the tests goes on undisturbed.
final class RealADB: Sendable {
  struct Result: Sendable {
    var code: Int32
    var output: [UInt8]
    var errors: String
    var text: String { String(decoding: output, as: UTF8.self) }
  }

  let server: ADBDServer
  let serverPort = Int(ADBProgram.freePort())
  private let home: TemporaryDirectory

  var serial: String { "127.0.0.1:\(server.port)" }

  init(phone: SharedPhone = SharedPhone(TestPhone.host)) async throws {
    server = try ADBDServer(phone, port: 0)
    home = try TemporaryDirectory()
    let connected = try await run("connect", serial)
    guard connected.text.contains("connected to") else { throw Failure(message: connected.text + connected.errors) }
  }

  struct Failure: Error { var message: String }

  /// Runs adb; it ends after 60 seconds at the latest.
  func run(_ arguments: String..., input: String = "") async throws -> Result {
    let all = ["60", "adb", "-P", "\(serverPort)"] + arguments
    let environment = Environment.inherit.updating(["HOME": home.path, "ANDROID_SERIAL": serial])
    let result = try await Subprocess.run(
      .name("timeout"), arguments: Arguments(all), environment: environment, input: .string(input),
      output: .bytes(limit: 64 << 20), error: .string(limit: 1 << 20))
    let code: Int32 =
      switch result.terminationStatus {
      case .exited(let code): code
      case .signaled(let signal): 128 + signal
      }
    return Result(code: code, output: result.standardOutput, errors: result.standardError)
  }

  /// Sends bytes that are no packets, and says whether the adbd then closed the connection.
  func sendRaw(_ text: String) async throws -> Bool {
    let script = """
      import socket, sys
      s = socket.create_connection(("127.0.0.1", \(server.port)), 10)
      try:
        s.sendall(sys.stdin.buffer.read())
        sys.exit(0 if s.recv(1) == b"" else 1)
      except ConnectionError:
        sys.exit(0)
      """
    let result = try await Subprocess.run(
      .name("python3"), arguments: ["-c", script], input: .string(text), output: .discarded, error: .discarded)
    return result.terminationStatus.isSuccess
  }

  /// Ends the private server and the adbd.
  func stop() async {
    _ = try? await run("kill-server")
    server.stop()
  }
}
