internal import Yams

/// `duration: {from: 15, to: 90, step: 15, unit: minutes}`: a number of seconds.
struct DurationGenerator: ParameterGenerator {
  let kind = ValueKind.number
  private let range: ClosedRange<Int>
  private let step: Int
  private let unit: Int

  init(_ node: Node) throws(TaskProblem) {
    let fields = try Fields(node, of: "the generator duration", known: ["from", "to", "step", "unit"])
    range = try fields.range()
    step = try fields.step()
    let unit = try fields.text("unit") ?? "minutes"
    guard let seconds = ["seconds": 1, "minutes": 60, "hours": 3600][unit] else {
      throw TaskProblem("unit is seconds, minutes or hours, not \(unit)", at: node)
    }
    self.unit = seconds
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    .number(unit * choosing.random.number(in: range, step: step))
  }
}
