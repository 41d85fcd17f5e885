internal import Randomness
internal import Yams

/// `file_name: [md, txt]`: a name such as `quiet_harbor.md`, with one of the endings.
struct FileNameGenerator: ParameterGenerator {
  let kind = ValueKind.text
  private let endings: [String]

  init(_ node: Node) throws(TaskProblem) {
    var endings: [String] = []
    for item in node.items {
      let ending = try item.text("an ending")
      guard !ending.isEmpty, ending.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
        throw TaskProblem("an ending is letters and digits without a dot, such as md, not \(ending)", at: item)
      }
      endings.append(ending)
    }
    guard !endings.isEmpty else { throw TaskProblem("file_name needs an ending: file_name: md", at: node) }
    self.endings = endings
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    let stem = WordsGenerator.pair(&choosing.random).joined(separator: "_")
    return .text("\(stem).\(choosing.random.pick(endings))")
  }
}
