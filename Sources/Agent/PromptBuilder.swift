public import Episodes

/// Writes prompts so that each step's begins with nearly all of the one before it.
///
///     system   what the agent is, the actions with an example each, the form of the answer
///     user     Goal: …
///              Earlier steps:
///              Step 1: Thought: … Action: {…}
///              Step 2: …
///              Screen now:
///              <image>
///              the question
///
/// What never changes comes first, then the history, which only grows at its end, then what is new at every step. So the
/// cache holds a step's prompt up to the last line of its history, and the next step computes one new line, the picture
/// and the question. The picture of an earlier step isn't kept: it would cost its 729 positions a tile again at every
/// token, and its step's line says what was seen in it.
///
/// A history that becomes too long loses its oldest steps, several at once and not one at each step, since the cache ends
/// where the beginning of the history changes.
public struct PromptBuilder: Sendable {
  /// What is on the screen.
  public enum Screen: Sendable, Equatable {
    /// A picture.
    case picture
    /// Elements, in pixels of a screen of that size.
    case elements([UIElement], width: Int, height: Int)
  }

  /// What the step is for.
  public var goal: String
  /// The steps before it, the oldest first.
  public var history: [HistoryEntry]
  /// What is on the screen.
  public var screen: Screen
  /// What the person said to the proposal that they rejected.
  public var feedback: String?
  /// What else is to be told, a sentence each.
  public var advice: [String]
  /// The longest history in steps.
  public var maximumHistory: Int
  /// The most elements of the screen.
  public var maximumElements: Int

  /// Gathers what the prompt is made of.
  public init(
    goal: String, history: [HistoryEntry], screen: Screen, feedback: String? = nil, advice: [String] = [],
    maximumHistory: Int = 16, maximumElements: Int = 60
  ) {
    self.goal = goal
    self.history = history
    self.screen = screen
    self.feedback = feedback
    self.advice = advice
    self.maximumHistory = max(maximumHistory, 0)
    self.maximumElements = max(maximumElements, 1)
  }

  /// Steps are dropped in multiples of this.
  private var block: Int { max(maximumHistory / 2, 1) }

  /// The prompt within the longest history, or with less of it if it must fit.
  ///
  /// - Parameters:
  ///   - budget: the most tokens that the prompt may have.
  ///   - count: the number of tokens of a prompt.
  /// - Returns: the first that fits: with all of the history that may stay, then with blocks of it dropped, then with
  ///   ever fewer elements of the screen. If nothing fits, the smallest.
  public func prompt<Failure: Error>(
    budget: Int, count: (StepPrompt) throws(Failure) -> Int
  ) throws(Failure) -> StepPrompt {
    var dropped = history.count > maximumHistory ? (history.count - maximumHistory + block - 1) / block * block : 0
    var elements = maximumElements
    while true {
      let prompt = prompt(dropping: dropped, elements: elements)
      if try count(prompt) <= budget { return prompt }
      if dropped < history.count {
        dropped += block
      } else if case .elements = screen, elements > 1 {
        elements /= 2
      } else {
        return prompt
      }
    }
  }

  /// The prompt without the first `dropped` steps and with at most that many elements.
  func prompt(dropping dropped: Int, elements maximum: Int) -> StepPrompt {
    let dropped = min(max(dropped, 0), history.count)
    var before = "Goal: " + PromptText.shortened(goal, to: 2_000) + "\nEarlier steps:\n"
    if dropped > 0 { before += "(the first \(dropped) are left out)\n" }
    for entry in history[dropped...] { before += entry.line + "\n" }
    before += "Screen now:\n"
    var droppedElements = 0
    if case .elements(let elements, let width, let height) = screen {
      let list = ElementList(elements, width: width, height: height)
      before += list.text(first: maximum)
      droppedElements = max(list.lines.count - maximum, 0)
    }
    var after = "\n"
    if let feedback, !feedback.isEmpty {
      after += "The person rejected your last proposal: " + PromptText.shortened(feedback, to: 400) + "\n"
    }
    for sentence in advice.prefix(4) { after += "Note: " + PromptText.shortened(sentence, to: 400) + "\n" }
    after += "What is the next step?"
    return StepPrompt(
      system: SystemPrompt.text, beforePicture: before, hasPicture: screen == .picture, afterPicture: after,
      droppedSteps: dropped, droppedElements: droppedElements)
  }
}
