/// The files a command is given, or what it is piped where there are none.
enum FileArguments {
  struct Input {
    var name: String
    var bytes: [UInt8]
  }

  /// Reads all; those that can't be read are complained about, and make the status 1.
  static func read(
    _ names: [String], _ command: String, _ shell: inout Shell
  ) throws(ShellInterruption) -> (inputs: [Input], status: Int32) {
    guard !names.isEmpty else { return ([Input(name: "-", bytes: try shell.input.readAll())], 0) }
    var inputs: [Input] = []
    var status: Int32 = 0
    var total = 0
    for name in names {
      try shell.step()
      if name == "-" {
        inputs.append(Input(name: name, bytes: try shell.input.readAll()))
        continue
      }
      if name == "/dev/null" {
        inputs.append(Input(name: name, bytes: []))
        continue
      }
      do throws(FileSystemError) {
        let bytes = try shell.host.phone.files.read(shell.path(name))
        total += bytes.count
        inputs.append(Input(name: name, bytes: bytes))
      } catch {
        status = shell.fail(command, "\(name): \(error)")
      }
      guard total <= Shell.outputLimit else { throw .tooMuch }
    }
    return (inputs, status)
  }
}
