internal import Yams

/// `money: {from: 2, to: 80}`: an amount in cents, between two whole amounts.
struct MoneyGenerator: ParameterGenerator {
  let kind = ValueKind.number
  private let range: ClosedRange<Int>

  init(_ node: Node) throws(TaskProblem) {
    let range = try Fields(node, of: "the generator money", known: ["from", "to"]).range()
    self.range = range.lowerBound * 100...range.upperBound * 100
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    .number(choosing.random.number(in: range))
  }
}
