/// `cut -d C -f LIST`, `cut -c LIST`, `cut -b LIST`
enum CutCommand: ShellCommand {
  static let names = ["cut"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "d:f:c:b:sn")
    guard let list = options.values["f"] ?? options.values["c"] ?? options.values["b"], let ranges = ranges(list) else {
      return shell.fail("cut", "bad list")
    }
    let (inputs, status) = try FileArguments.read(options.operands, "cut", &shell)
    let delimiter = options.values["d"]?.utf8.first ?? 9
    for line in inputs.flatMap({ TextLines.of($0.bytes) }) {
      if options.has("f") {
        let parts = line.split(separator: delimiter, omittingEmptySubsequences: false)
        if parts.count == 1 {
          if !options.has("s") { shell.print(line + [10]) }
          continue
        }
        let kept = parts.enumerated().filter { part in ranges.contains { $0.contains(part.offset + 1) } }
        shell.print(Array(kept.map(\.element).joined(separator: [delimiter])) + [10])
      } else if options.has("c") {
        let letters = String(decoding: line, as: UTF8.self).unicodeScalars.enumerated()
        var text = String.UnicodeScalarView()
        for letter in letters where ranges.contains(where: { $0.contains(letter.offset + 1) }) {
          text.append(letter.element)
        }
        shell.print(String(text) + "\n")
      } else {
        let kept = line.enumerated().filter { byte in ranges.contains { $0.contains(byte.offset + 1) } }
        shell.print(kept.map(\.element) + [10])
      }
    }
    return status
  }

  private static func ranges(_ list: String) -> [ClosedRange<Int>]? {
    var ranges: [ClosedRange<Int>] = []
    for part in list.split(separator: ",") {
      let ends = part.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      let low = ends[0].isEmpty ? 1 : Int(ends[0])
      let high = ends.count == 1 ? low : ends[1].isEmpty ? Int.max : Int(ends[1])
      guard let low, let high, low >= 1, low <= high else { return nil }
      ranges.append(low...high)
    }
    return ranges.isEmpty ? nil : ranges
  }
}
