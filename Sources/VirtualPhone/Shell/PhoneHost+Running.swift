/// What a command line left behind.
public struct PhoneShellResult: Sendable, Equatable {
  /// Standard output.
  public var output: [UInt8]
  /// Standard error.
  public var errors: [UInt8]
  /// The exit code.
  public var code: Int32
}

extension PhoneHost {
  /// Runs a command line, as `adb shell` does.
  ///
  /// - Parameter input: what it reads from standard input.
  public mutating func run(_ script: String, input: [UInt8] = []) -> PhoneShellResult {
    var shell = Shell(host: self, input: ShellInput(input))
    // Its input is complete, so nothing can be awaited.
    let code = (try? shell.run(script)) ?? 1
    self = shell.host
    if wantsReboot { reboot() }
    return PhoneShellResult(
      output: shell.output.bytes(isError: false), errors: shell.output.bytes(isError: true), code: code)
  }
}
