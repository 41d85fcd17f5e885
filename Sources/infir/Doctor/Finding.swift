internal import JSON

/// What one check found, and what to do about it.
struct Finding: Sendable, Equatable {
  /// How bad it is.
  enum State: String, Sendable {
    /// All is well.
    case fine
    /// Something works less well than it could, or is missing and only some commands need it.
    case limited
    /// The program can't do its work.
    case broken
  }

  /// What was looked at.
  let subject: String
  /// How bad it is.
  let state: State
  /// What was found.
  let detail: String
  /// What to do about it, where something is.
  let advice: String?

  init(_ subject: String, _ state: State, _ detail: String, advice: String? = nil) {
    self.subject = subject
    self.state = state
    self.detail = detail
    self.advice = advice
  }

  /// A line for people, and a second one with the advice.
  var text: String {
    let mark =
      switch state {
      case .fine: "ok  "
      case .limited: "note"
      case .broken: "FAIL"
      }
    let subject = subject + String(repeating: " ", count: max(0, 12 - subject.count))
    return "\(mark)  \(subject)  \(detail)"
      + (advice.map { "\n      " + String(repeating: " ", count: 12) + "  → \($0)" } ?? "")
  }

  /// A line for programs.
  var event: JSONObject {
    JSONObject([
      "event": .string("check"), "subject": .string(subject), "state": .string(state.rawValue),
      "detail": .string(detail), "advice": advice.map(JSONValue.string) ?? .null,
    ])
  }
}
