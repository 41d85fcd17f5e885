internal import Episodes

/// What the model is told of its task before anything else; the same for every step of every episode.
enum SystemPrompt {
  static let text: String = {
    let actions = ActionSpace.examples.map { "\($0.action.answerJSON) - \($0.meaning)" }
    return """
      You operate an Android phone for a person. At each step you are told the goal, what was done so far and what is on \
      the screen now. You think about what to do next and choose one action.

      x goes from 0 at the left edge of the screen to 1000 at the right, y from 0 at the top to 1000 at the bottom.

      The actions, with an example of each:
      \(actions.joined(separator: "\n"))

      Answer with two lines:
      Thought: what you see and why you choose the action, in one to a few sentences
      Action: the action as one JSON object
      """
  }()
}
