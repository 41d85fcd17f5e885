internal import Agent
internal import Devices
internal import Episodes
internal import Foundation
internal import Imaging
internal import JSON

/// Prints a session as it goes: for people a few lines a step, for programs an event a line.
///
///     {"event":"started","goal":"…","task":"…"?,"device":"…","model":"…"?,"recording":"…","maximum_steps":30,"earlier_steps":0}
///     {"event":"observation","step":0,"screenshot":"/…/screens/0000.png"|null,"width":1080,"height":2400,"app":"…"|null,
///      "elements":42,"warning":"…"?}
///     {"event":"progress"|"token"|"thought"|"action", …}        the proposal, as `infir replay --json` has it
///     {"event":"waiting","step":0,"for":"approval","action":{…},"summary":"…","risks":["sends"]}
///     {"event":"waiting","step":0,"for":"paused"|"no_proposal"|"stuck"|…,"reason":"…"?}
///     {"event":"acting","step":0,"action":{…},"summary":"…"}
///     {"event":"result","step":0,"action":{…}|null,"proposed_action":{…}?,"decision":"…","result":"…"?,"timings":{…}}
///     {"event":"notice","message":"…"}
///     {"event":"judged","score":1}
///     {"event":"end","reason":"done","success":true|false|null,"score":1?,"steps":3,"answer":"…"?,"claimed":"complete"?,
///      "problem":"…"?,"recording":"…"}
struct SessionPrinter {
  let isJSON: Bool
  let prepared: PreparedSession
  /// Whether a person at a terminal is asked to answer.
  let asks: Bool

  /// Prints an event.
  ///
  /// - Returns: false where nobody reads any more.
  func show(_ event: SessionEvent) -> Bool {
    guard isJSON else { return lines(event).allSatisfy { printLineIfRead(Self.printable($0)) } }
    return object(event).map { printLineIfRead($0.text) } ?? true
  }

  // MARK: - For programs

  private func object(_ event: SessionEvent) -> JSONObject? {
    switch event {
    case .started(let goal, let device, let recording, let earlier):
      var object: JSONObject = ["event": "started", "goal": .string(goal)]
      object["task"] = prepared.task.map(JSONValue.string)
      object["device"] = .string(device)
      object["model"] = prepared.proposer.map(JSONValue.string)
      object["recording"] = recording.map(JSONValue.string) ?? .null
      object["maximum_steps"] = .integer(prepared.maximumSteps)
      object["earlier_steps"] = .integer(earlier.count)
      return object
    case .looking: return nil
    case .observed(let step, let seen, let picture):
      var object: JSONObject = [
        "event": "observation", "step": .integer(step), "screenshot": picture.map(JSONValue.string) ?? .null,
        "width": .integer(seen.screenshot.width), "height": .integer(seen.screenshot.height),
        "app": seen.foregroundActivity.map(JSONValue.string) ?? .null, "elements": .integer(seen.elements.count),
      ]
      object["warning"] = seen.warning.map { .string($0.description) }
      return object
    // The session's own observation has been printed.
    case .proposing(_, .observation): return nil
    case .proposing(_, let event): return event.json
    case .waiting(let step, let what): return Self.object(what, step: step)
    case .acting(let step, let action):
      return [
        "event": "acting", "step": .integer(step), "action": .object(action.jsonObject),
        "summary": .string(action.summary),
      ]
    case .stepped(let step): return Self.object(step)
    case .notice(let text): return ["event": "notice", "message": .string(text)]
    case .judged(let score): return ["event": "judged", "score": .real(score)]
    case .ended(let end): return object(end)
    }
  }

  private static func object(_ waiting: SessionEvent.Waiting, step: Int) -> JSONObject {
    var object: JSONObject = ["event": "waiting", "step": .integer(step), "for": .string(waiting.name)]
    switch waiting {
    case .approval(let action, let risks):
      object["action"] = .object(action.jsonObject)
      object["summary"] = .string(action.summary)
      object["risks"] = .array(risks.map { .string($0.rawValue) })
    case .noProposal(let reason), .stuck(let reason), .device(let reason): object["reason"] = .string(reason)
    case .judgement(let claimed): object["claimed"] = .string(claimed.rawValue)
    case .paused, .takenOver, .outOfSteps: break
    }
    return object
  }

  private static func object(_ step: Step) -> JSONObject {
    var object: JSONObject = [
      "event": "result", "step": .integer(step.index), "action": step.action.map { .object($0.jsonObject) } ?? .null,
    ]
    object["proposed_action"] = step.proposedAction.map { .object($0.jsonObject) }
    object["decision"] = step.decision.map(JSONValue.string) ?? .null
    object["result"] = step.result.map(JSONValue.string)
    let sorted = step.timings.sorted { $0.key < $1.key }
    object["timings"] = .object(JSONObject(sorted.map { ($0.key, .real(($0.value * 1e6).rounded() / 1e6)) }))
    return object
  }

  private func object(_ end: SessionEnd) -> JSONObject {
    var object: JSONObject = [
      "event": "end", "reason": .string(end.reason.rawValue), "success": end.success.map(JSONValue.bool) ?? .null,
    ]
    object["score"] = end.score.map { .real($0) }
    object["steps"] = .integer(end.steps)
    object["answer"] = end.answer.map(JSONValue.string)
    object["claimed"] = end.claimed.map { .string($0.rawValue) }
    object["problem"] = end.problem.map(JSONValue.string)
    object["recording"] = .string(prepared.recording)
    return object
  }

  // MARK: - For people

  private func lines(_ event: SessionEvent) -> [String] {
    switch event {
    case .started(let goal, let device, let recording, let earlier):
      var lines = ["goal      \(goal)", "device    \(device)"]
      if let proposer = prepared.proposer { lines.append("model     \(proposer)") }
      if let recording { lines.append("recording \(recording)") }
      if !earlier.isEmpty { lines.append("going on after \(Self.steps(earlier.count))") }
      return lines
    case .looking, .acting: return []
    case .observed(let step, let seen, _):
      let app = seen.foregroundActivity ?? "unknown app"
      return ["", "step \(step + 1)  \(app)  \(seen.screenshot.width)×\(seen.screenshot.height)"]
    case .proposing(_, let event): return Self.lines(event)
    case .waiting(_, let what): return ["  \(Self.question(what))"] + (asks ? ["  \(SessionAnswers.help(what))"] : [])
    case .stepped(let step):
      let what = step.action?.summary ?? step.proposedAction.map { "not done: \($0.summary)" } ?? "nothing"
      let seconds = step.timings["propose"].map { String(format: ", proposed in %.1f s", $0) } ?? ""
      return ["  done      \(what) (\(step.decision ?? "nobody decided")\(seconds))"]
        + (step.result.map { ["  result    \($0)"] } ?? [])
    case .notice(let text): return ["  note      \(text)"]
    case .judged(let score): return ["  score     \(score)"]
    case .ended(let end): return lines(end)
    }
  }

  private static func lines(_ event: StepEvent) -> [String] {
    switch event {
    case .thought(let text): return ["  thought   \(text)"]
    case .action(let action, _): return ["  proposed  \(action.summary)"]
    case .failed(let reason, _): return ["  failed    \(reason)"]
    default: return []
    }
  }

  private func lines(_ end: SessionEnd) -> [String] {
    let outcome =
      switch end.success {
      case true?: ": the goal is reached"
      case false?: ": the goal is not reached"
      case nil: ""
      }
    var lines = ["", "\(end.reason.rawValue) after \(Self.steps(end.steps))\(outcome)"]
    if let answer = end.answer { lines.append("answer    \(answer)") }
    lines.append("recording \(prepared.recording)")
    return lines
  }

  private static func steps(_ count: Int) -> String { count == 1 ? "1 step" : "\(count) steps" }

  private static func question(_ waiting: SessionEvent.Waiting) -> String {
    switch waiting {
    case .approval(let action, let risks):
      "do it? \(action.summary)" + (risks.isEmpty ? "" : " (\(risks.map(\.rawValue).joined(separator: ", ")))")
    case .noProposal(let reason): "no proposal: \(reason)"
    case .stuck(let reason): "stuck: \(reason)"
    case .paused: "paused"
    case .takenOver: "it is your turn"
    case .device(let reason): reason
    case .outOfSteps: "the step budget is spent"
    case .judgement(let claimed): "the agent says that it is \(claimed.rawValue); is it done?"
    }
  }

  /// What models and screens say must not command the terminal.
  private static func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}

extension SessionEvent.Waiting {
  /// As events name it.
  var name: String {
    switch self {
    case .approval: "approval"
    case .noProposal: "no_proposal"
    case .stuck: "stuck"
    case .paused: "paused"
    case .takenOver: "taken_over"
    case .device: "device"
    case .outOfSteps: "out_of_steps"
    case .judgement: "judgement"
    }
  }
}
