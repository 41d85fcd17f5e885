internal import Randomness
internal import Yams

/// `phone_number: true`: a number such as `+14155550123`.
///
/// The digits after the area code are those that the North American Numbering Plan keeps for fiction (555-0100 to
/// 555-0199): nobody is called when a task runs on a real phone.
struct PhoneNumberGenerator: ParameterGenerator {
  let kind = ValueKind.text

  init(_ node: Node) throws(TaskProblem) {
    guard try node.truth("phone_number") else { throw TaskProblem("phone_number is true", at: node) }
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    let area = "\(2 + choosing.random.below(8))\(choosing.random.below(9))\(choosing.random.below(10))"
    return .text("+1\(area)55501\(WallClock.two(choosing.random.below(100)))")
  }
}
