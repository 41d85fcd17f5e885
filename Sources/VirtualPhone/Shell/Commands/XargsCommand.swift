/// `xargs [-0r] [-n N] [-I TEXT] COMMAND…`
enum XargsCommand: ShellCommand {
  static let names = ["xargs"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "0rtn:I:P:", stopsAtOperand: true)
    let command = options.operands.isEmpty ? ["echo"] : options.operands
    let bytes = try shell.input.readAll()
    let separators: Set<UInt8> = options.has("0") ? [0] : options.has("I") ? [10] : [0x20, 0x09, 10]
    let items = bytes.split { separators.contains($0) }.map { String(decoding: $0, as: UTF8.self) }
    var status: Int32 = 0
    if let placeholder = options.values["I"], !placeholder.isEmpty {
      for item in items {
        let words = command.map {
          $0.split(separator: placeholder, omittingEmptySubsequences: false).joined(separator: item)
        }
        if try shell.call(words) != 0 { status = 123 }
      }
      return status
    }
    if items.isEmpty { return options.has("r") ? 0 : try shell.call(command) }
    let size = max(1, options.values["n"].flatMap(Int.init) ?? items.count)
    var start = 0
    while start < items.count {
      let end = size < items.count - start ? start + size : items.count
      if try shell.call(command + items[start..<end]) != 0 { status = 123 }
      start = end
    }
    return status
  }
}
