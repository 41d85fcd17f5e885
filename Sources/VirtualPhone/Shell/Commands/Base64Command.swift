internal import Foundation

/// `base64 [-d] [-w COLUMNS] [FILE]`
enum Base64Command: ShellCommand {
  static let names = ["base64"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "diw:")
    let (inputs, status) = try FileArguments.read(Array(options.operands.prefix(1)), "base64", &shell)
    let bytes = inputs.flatMap(\.bytes)
    if options.has("d") {
      guard let decoded = Data(base64Encoded: Data(bytes), options: .ignoreUnknownCharacters) else {
        return shell.fail("base64", "bad input")
      }
      shell.print(Array(decoded))
      return status
    }
    let encoded = Array(Data(bytes).base64EncodedData())
    let columns = options.values["w"].flatMap(Int.init) ?? 76
    guard columns > 0 else {
      shell.print(encoded)
      return status
    }
    var start = 0
    while start < encoded.count {
      let end = min(encoded.count, start + columns)
      shell.print(Array(encoded[start..<end]) + [10])
      start = end
    }
    return status
  }
}
