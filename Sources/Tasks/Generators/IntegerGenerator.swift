internal import Yams

/// `integer: {from: 1, to: 10, step: 1}`: a whole number.
struct IntegerGenerator: ParameterGenerator {
  let kind = ValueKind.number
  private let range: ClosedRange<Int>
  private let step: Int

  init(_ node: Node) throws(TaskProblem) {
    let fields = try Fields(node, of: "the generator integer", known: ["from", "to", "step"])
    range = try fields.range()
    step = try fields.step()
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    .number(choosing.random.number(in: range, step: step))
  }
}
