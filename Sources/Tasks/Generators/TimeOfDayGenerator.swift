internal import Yams

/// `time_of_day: {from: "8:00", to: "20:00", step: 15}`: a time on the day 1970-01-01, in steps of minutes.
struct TimeOfDayGenerator: ParameterGenerator {
  let kind = ValueKind.time
  private let range: ClosedRange<Int>
  private let step: Int

  init(_ node: Node) throws(TaskProblem) {
    let fields = try Fields(node, of: "the generator time_of_day", known: ["from", "to", "step"])
    func minutes(_ key: String) throws(TaskProblem) -> Int {
      let node = try fields.required(key)
      let text = try node.text(key)
      guard let minutes = WallClock.minutes(of: text) else {
        throw TaskProblem("\(key) is a time in quotes such as \"8:30\", not \(text)", at: node)
      }
      return minutes
    }
    let (from, to) = (try minutes("from"), try minutes("to"))
    guard from <= to else { throw TaskProblem("time_of_day goes from the earlier to the later time", at: node) }
    range = from...to
    step = try fields.step(default: 60)
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    .time(60 * choosing.random.number(in: range, step: step))
  }
}
