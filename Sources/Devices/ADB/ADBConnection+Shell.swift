extension ADBConnection {
  /// More than any screenshot or dump has.
  private static let outputLimit = 512 << 20

  /// Sends a shell command; from here on the device may have begun it.
  ///
  /// - Parameter hasVersion2: whether the device speaks the protocol with exit codes (`shell_v2`).
  func sendShell(_ command: String, hasVersion2: Bool, _ deadline: Deadline) throws(DeviceError) {
    if hasVersion2 {
      try send(service: "shell,v2,raw:" + command, deadline)
    } else {
      try send(service: "shell:" + PlainShell.command(command), deadline)
    }
  }

  /// Reads what the command left behind.
  func readShell(hasVersion2: Bool, _ deadline: Deadline) throws(DeviceError) -> ShellResult {
    try readStatus(deadline)
    guard hasVersion2 else {
      guard let result = PlainShell.result(try readToEnd(deadline)) else {
        throw .lost(name: name, reason: "it ended in the middle of \(deadline.what)")
      }
      return result
    }
    var packets = ShellPackets(limit: Self.outputLimit)
    while packets.code == nil {
      let bytes = try readSome(deadline)
      guard !bytes.isEmpty else { throw .lost(name: name, reason: "it ended in the middle of \(deadline.what)") }
      do { try packets.append(bytes) } catch {
        throw .garbled(name: name, what: deadline.what, reason: error.reason)
      }
    }
    return ShellResult(output: packets.output, errors: packets.errors, code: packets.code ?? 0)
  }

  /// Runs a command and returns its output as it is: no exit code, and errors among it.
  func exec(_ command: String, _ deadline: Deadline) throws(DeviceError) -> [UInt8] {
    try request("exec:" + command, deadline)
    return try readToEnd(deadline)
  }

  private func readToEnd(_ deadline: Deadline) throws(DeviceError) -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let bytes = try readSome(deadline)
      if bytes.isEmpty { return all }
      all += bytes
      guard all.count <= Self.outputLimit else {
        throw .garbled(name: name, what: deadline.what, reason: "more than \(Self.outputLimit) bytes")
      }
    }
  }
}
