internal import Yams

/// `moment: {date: day, time: at}`: a day's time, from two parameters.
struct MomentGenerator: ParameterGenerator {
  let kind = ValueKind.time
  private let date: String
  private let time: String

  init(_ node: Node, in scope: Scope) throws(TaskProblem) {
    let fields = try Fields(node, of: "the generator moment", known: ["date", "time"])
    date = try fields.required("date").text("date")
    time = try fields.required("time").text("time")
    for name in [date, time] {
      let kind = try scope.kind(name)
      guard kind == .time else {
        throw TaskProblem("\(name) is \(kind.words); moment takes two dates or times", at: node)
      }
    }
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    let date = WallClock(choosing.bindings[date]?.time ?? 0)
    let time = WallClock(choosing.bindings[time]?.time ?? 0)
    return .time(date.midnight + time.seconds - time.midnight)
  }
}
