internal import Episodes

/// What the model said about a step, as far as it is known.
struct Proposal: Sendable, Equatable {
  enum State: Sendable, Equatable {
    case running, finished, cancelled
    case failed(String)
  }

  /// Who made it.
  var model: String
  var state = State.running
  var phase = ""
  var fraction = 0.0
  /// The answer as it came.
  private(set) var text = ""
  private var wholeThought: String?
  private(set) var action: Action?
  private(set) var json: String?
  private(set) var agreement: Agreement?
  private(set) var times: PhaseTimes?

  init(model: String) { self.model = model }

  /// The reasoning: as the engine cut it out, or as it is coming.
  var thought: String {
    if let wholeThought { return wholeThought }
    let text = text.hasPrefix("Thought:") ? String(text.dropFirst("Thought:".count)) : text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let end = lines.firstIndex { $0.hasPrefix("Action:") } ?? lines.endIndex
    return trimmed(lines[..<end].joined(separator: "\n"))
  }

  mutating func update(_ update: ProposalUpdate) {
    switch update {
    case .phase(let name, let fraction):
      phase = name
      self.fraction = NumberText.clamped(fraction)
    case .text(let more): text += more
    case .thought(let thought): wholeThought = thought
    case .action(let action, let json):
      self.action = action
      self.json = json
    case .agreement(let agreement): self.agreement = agreement
    case .finished(let times):
      self.times = times
      state = .finished
    case .failed(let problem): state = .failed(problem)
    case .cancelled: state = .cancelled
    }
  }

  private func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
