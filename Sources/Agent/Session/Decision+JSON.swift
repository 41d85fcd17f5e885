internal import Episodes
internal import JSON

extension Decision {
  /// Reads a decision from a line that a program writes:
  ///
  ///     {"decision":"approve"}
  ///     {"decision":"edit","action":{…}}                    AndroidWorld's JSON, in pixels
  ///     {"decision":"reject","reason":"…"}
  ///     {"decision":"ask_again","hint":"…"?}
  ///     {"decision":"set_approval","approval":"always"|"risky"|"never"}
  ///     {"decision":"pause"}   {"decision":"resume"}
  ///     {"decision":"take_over"}   {"decision":"act","action":{…},"thought":"…"?}   {"decision":"hand_back"}
  ///     {"decision":"look_again"}
  ///     {"decision":"end","success":true|false?}
  ///
  /// - Throws: `DecisionError` with what is wrong with the line.
  public init(json: String) throws(DecisionError) {
    let value: JSONValue
    do { value = try JSONValue(parsing: json, rules: .lenient) } catch {
      throw DecisionError(reason: "it is \(error)")
    }
    guard let object = value.object else { throw DecisionError(reason: "it is \(value.kind); write an object") }
    let name = object["decision"]?.string ?? ""
    switch name {
    case "approve": self = .approve
    case "edit": self = .edit(try Self.action(object))
    case "reject": self = .reject(reason: try Self.text("reason", object) ?? "")
    case "ask_again": self = .askAgain(hint: try Self.text("hint", object))
    case "set_approval":
      guard let policy = try Self.text("approval", object).flatMap(ApprovalPolicy.init) else {
        throw DecisionError(reason: "its approval is not always, risky or never")
      }
      self = .setApproval(policy)
    case "pause": self = .pause
    case "resume": self = .resume
    case "take_over": self = .takeOver
    case "act": self = .act(try Self.action(object), thought: try Self.text("thought", object))
    case "hand_back": self = .handBack
    case "look_again": self = .lookAgain
    case "end":
      guard let success = object.present("success") else {
        self = .end(success: nil)
        return
      }
      guard let flag = success.bool else { throw DecisionError(reason: "its success is not true or false") }
      self = .end(success: flag)
    default:
      throw DecisionError(
        reason:
          "its decision is none of approve, edit, reject, ask_again, set_approval, pause, resume, take_over, act, "
          + "hand_back, look_again and end; write {\"decision\":\"approve\"}")
    }
  }

  /// What it is called.
  public var name: String {
    switch self {
    case .approve: "approve"
    case .edit: "edit"
    case .reject: "reject"
    case .askAgain: "ask again"
    case .setApproval: "set approval"
    case .pause: "pause"
    case .resume: "resume"
    case .takeOver: "take over"
    case .act: "act"
    case .handBack: "hand back"
    case .lookAgain: "look again"
    case .end: "end"
    }
  }

  private static func action(_ object: JSONObject) throws(DecisionError) -> Action {
    guard let value = object.present("action") else { throw DecisionError(reason: "it has no action") }
    do { return try Action(json: value.text) } catch { throw DecisionError(reason: error.description) }
  }

  private static func text(_ key: String, _ object: JSONObject) throws(DecisionError) -> String? {
    guard let value = object.present(key) else { return nil }
    guard let text = value.string else { throw DecisionError(reason: "its \(key) is \(value.kind) instead of text") }
    return text
  }
}

/// Why a line is no decision.
public struct DecisionError: Error, Equatable, CustomStringConvertible {
  /// What is wrong with it.
  public var reason: String
  /// A line that is none, for this reason.
  public init(reason: String) { self.reason = reason }
  /// One sentence.
  public var description: String { "that decision can't be read: \(reason)" }
}
