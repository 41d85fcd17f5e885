internal import Episodes

/// What a session waits for and what its actions risk, in words.
enum SessionText {
  /// `sends a message` for `sends`.
  static func risk(_ risk: String) -> String {
    switch risk {
    case "sends": "sends a message or shares something"
    case "calls": "calls someone"
    case "pays": "buys or pays"
    case "deletes": "deletes or resets something"
    case "installs": "installs or removes an app"
    case "grants": "grants a permission"
    case "reveals": "shows or types something secret"
    case "leaves apps", "leavesApps": "leaves the apps that you allowed"
    default: risk
    }
  }

  /// What is waited for, in sentences; nil where a proposed action says it.
  static func wait(_ wait: SessionWait) -> (text: String, role: Role)? {
    switch wait {
    case .approval: nil
    case .noProposal(let reason): ("There is no proposal: \(reason)", .warning)
    case .stuck(let reason): ("It seems to be stuck: \(reason)", .warning)
    case .paused: ("It is paused; Enter goes on.", .warning)
    case .takenOver: nil
    case .device(let reason): (reason, .bad)
    case .outOfSteps: ("All of its steps are used up. Enter goes on with as many again, q ends it.", .warning)
    case .judgement(.complete): ("The agent says that it is done. Is the goal reached? y, n or d", .warning)
    case .judgement(.infeasible):
      ("The agent says that the goal can't be reached. Is it reached all the same? y, n or d", .warning)
    }
  }

  /// What was done in a step, or what was to be done and wasn't.
  static func words(of step: Step) -> String {
    guard let action = step.action ?? step.proposedAction else {
      return step.decision == "unreadable" ? "an answer that couldn't be read" : "no action"
    }
    let words = ActionText.words(action, elements: step.elements)
    if step.decision == "rejected" { return "rejected: \(words)" }
    return step.action == nil ? "not done: \(words)" : words
  }

  /// A mark for who decided on a step, and its colour.
  static func mark(of decision: String?, _ symbols: Symbols) -> (symbol: String, role: Role) {
    switch decision {
    case "approved": (symbols.good, .good)
    case "automatic": (symbols.running, .proposed)
    case "edited": ("~", .recorded)
    case "human": ("+", .recorded)
    case "rejected", "unreadable": (symbols.bad, .bad)
    default: (symbols.open, .dim)
    }
  }
}
