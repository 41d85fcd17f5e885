internal import Dispatch
internal import Foundation
internal import Subprocess
internal import SystemPackage

/// The adb server, spoken to by its own protocol: no adb process per call.
///
/// Where none runs on this machine, `adb start-server` starts one.
public struct ADBServer: Sendable {
  /// Where it listens.
  public let host: String
  /// Where it listens.
  public let port: UInt16
  /// The adb program that starts it: a path, or a name that is looked up in `PATH`.
  public let program: String

  /// What errors call it.
  static let name = "the adb server"
  private static let connectSeconds = 5.0
  private static let startSeconds = 20.0

  /// A server at that place.
  public init(host: String = "127.0.0.1", port: UInt16 = 5037, program: String = "adb") {
    self.host = host
    self.port = port
    self.program = program
  }

  /// The server that the adb program itself would use: `ADB`, `ADB_SERVER_SOCKET` (`tcp:HOST:PORT` or `tcp:PORT`),
  /// `ANDROID_ADB_SERVER_ADDRESS` and `ANDROID_ADB_SERVER_PORT`.
  ///
  /// - Throws: `DeviceError.wrongVariable` for a value that makes no sense.
  public init(environment: [String: String]) throws(DeviceError) {
    program = environment["ADB"].flatMap { $0.isEmpty ? nil : $0 } ?? "adb"
    var host = environment["ANDROID_ADB_SERVER_ADDRESS"].flatMap { $0.isEmpty ? nil : $0 } ?? "127.0.0.1"
    var port = environment["ANDROID_ADB_SERVER_PORT"].flatMap { $0.isEmpty ? nil : $0 } ?? "5037"
    if let socket = environment["ADB_SERVER_SOCKET"], !socket.isEmpty {
      let parts = socket.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard parts.first == "tcp", parts.count == 2 || parts.count == 3 else {
        throw .wrongVariable(name: "ADB_SERVER_SOCKET", value: socket, expected: "tcp:HOST:PORT")
      }
      if parts.count == 3 { host = parts[1] }
      port = parts[parts.count - 1]
    }
    guard let number = UInt16(port), number > 0 else {
      throw .wrongVariable(name: "ANDROID_ADB_SERVER_PORT", value: port, expected: "a number from 1 to 65535")
    }
    self.host = host
    self.port = number
  }

  // MARK: - Connections

  /// Connects to a server that runs. Blocks.
  func open(
    name: String = ADBServer.name, isCancelled: @escaping () -> Bool = { Task<Never, Never>.isCancelled }
  ) throws(DeviceError) -> ADBConnection {
    let deadline = Deadline("a connection", seconds: Self.connectSeconds)
    return try ADBConnection(host: host, port: port, name: name, deadline: deadline, isCancelled: isCancelled)
  }

  /// Connects to a device through a server that runs. Blocks.
  func open(device serial: String, name: String, _ deadline: Deadline) throws(DeviceError) -> ADBConnection {
    let connection = try open(name: name)
    try connection.request("host:transport:" + serial, deadline)
    return connection
  }

  /// Starts the server where none runs.
  ///
  /// - Throws: `DeviceError.adbMissing`, or `serverUnreachable` with what adb said.
  public func start() async throws(DeviceError) {
    guard ["127.0.0.1", "localhost", "::1"].contains(host) else {
      throw .serverUnreachable(reason: "nothing listens at \(host):\(port), and it can only be started there")
    }
    let executable: Executable = program.contains("/") ? .path(FilePath(program)) : .name(program)
    let arguments = Arguments(["-P", String(port), "start-server"])
    let outcome: (succeeded: Bool, errors: String)
    do {
      outcome = try await withThrowingTaskGroup(of: (Bool, String)?.self) { group in
        group.addTask {
          let result = try await Subprocess.run(
            executable, arguments: arguments, output: .discarded, error: .string(limit: 64 << 10))
          return (result.terminationStatus == .exited(0), result.standardError)
        }
        group.addTask {
          try await Task.sleep(for: .seconds(Self.startSeconds))
          return nil
        }
        defer { group.cancelAll() }
        guard let first = try await group.next(), let first else { return (false, "it took too long") }
        return first
      }
    } catch is CancellationError {
      throw .interrupted(name: Self.name)
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .adbMissing(path: program)
    } catch {
      throw .serverUnreachable(reason: "\(program) start-server can't be run: \(error)")
    }
    guard outcome.succeeded else {
      let line = outcome.errors.split(whereSeparator: \.isNewline).last.map(String.init)
      throw .serverUnreachable(reason: "\(program) start-server failed: \(line ?? "it gave no reason")")
    }
  }

  /// Runs something that blocks, away from the shared pool, with a server that is started if need be.
  ///
  /// Only connecting is tried again, nothing that was asked.
  func withConnection<Value: Sendable>(
    _ body: @escaping @Sendable (ADBConnection) throws(DeviceError) -> Value
  ) async throws(DeviceError) -> Value {
    do {
      return try await blocking { () throws(DeviceError) -> Value in try body(try open(isCancelled: { false })) }
    } catch .serverUnreachable {
      try await start()
      return try await blocking { () throws(DeviceError) -> Value in try body(try open(isCancelled: { false })) }
    }
  }

  /// Runs something that blocks, away from the shared pool.
  func blocking<Value: Sendable>(
    _ body: @escaping @Sendable () throws(DeviceError) -> Value
  ) async throws(DeviceError) -> Value {
    let result: Result<Value, DeviceError> = await withCheckedContinuation { continuation in
      DispatchQueue.global(qos: .userInitiated).async {
        do throws(DeviceError) { continuation.resume(returning: .success(try body())) } catch {
          continuation.resume(returning: .failure(error))
        }
      }
    }
    return try result.get()
  }
}
