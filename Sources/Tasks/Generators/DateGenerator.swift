internal import Yams

/// `date: {from: 1, to: 14}`: a day so many days from the device's today; its midnight.
struct DateGenerator: ParameterGenerator {
  let kind = ValueKind.time
  private let range: ClosedRange<Int>

  init(_ node: Node) throws(TaskProblem) {
    let fields = try Fields(node, of: "the generator date", known: ["from", "to"])
    range = try fields.range()
    guard range.lowerBound >= -3660, range.upperBound <= 3660 else {
      throw TaskProblem("date goes from -3660 to 3660 days from today", at: node)
    }
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    .time(WallClock(choosing.now).midnight + 86_400 * choosing.random.number(in: range))
  }
}
