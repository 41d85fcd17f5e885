public import Devices
public import Episodes

/// What happens in a session, in order, as it happens.
public enum SessionEvent: Sendable {
  /// The session began, or went on with so many steps of an earlier one.
  case started(goal: String, device: String, recording: String?, earlier: [Step])
  /// The device is being looked at.
  case looking(step: Int)
  /// It was looked at; `picture` is a file.
  case observed(step: Int, Observation, picture: String?)
  /// A proposal is being made.
  case proposing(step: Int, StepEvent)
  /// It waits for the person.
  case waiting(step: Int, Waiting)
  /// An action is being done.
  case acting(step: Int, Action)
  /// A step is over and recorded.
  case stepped(Step)
  /// The device did something besides, or something went wrong that the session gets over.
  case notice(String)
  /// How a task's check judged.
  case judged(score: Double)
  /// The session is over.
  case ended(SessionEnd)

  /// What a person is waited for.
  public enum Waiting: Sendable, Equatable {
    /// To approve, edit or reject this, and why they are asked where it isn't that they want to be asked about each.
    case approval(Action, risks: [Risk])
    /// There is no proposal: the answer couldn't be read, or proposing failed.
    case noProposal(reason: String)
    /// The same happens again and again.
    case stuck(reason: String)
    /// They paused it.
    case paused
    /// They have taken over.
    case takenOver
    /// The device can't be reached, or refuses.
    case device(reason: String)
    /// The step budget is spent.
    case outOfSteps
    /// The agent says that it is done, and nothing but the person can tell whether it is.
    case judgement(claimed: GoalStatus)
  }
}

/// How a session ended.
public struct SessionEnd: Sendable, Equatable {
  /// Why.
  public enum Reason: String, Sendable {
    /// The agent or the person said that it is done.
    case done
    /// The person stopped it.
    case stopped
    /// The step budget is spent.
    case outOfSteps = "out of steps"
    /// It was stuck, and nobody was there to ask.
    case stuck
    /// The device or the recording failed, or something would have had to be asked and nobody was there.
    case failed
  }
  /// Why.
  public var reason: Reason
  /// Whether the goal was reached: the task's check and, with AndroidWorld, only where the agent said it is done; or
  /// the person's word; nil where nobody can tell.
  public var success: Bool?
  /// What the check gave, 0…1.
  public var score: Double?
  /// Steps of this episode.
  public var steps: Int
  /// The last answer that was given.
  public var answer: String?
  /// What the agent said of the goal in the end; nil where it said nothing.
  public var claimed: GoalStatus?
  /// What went wrong, in a sentence.
  public var problem: String?

  /// How a session ended.
  public init(
    reason: Reason, success: Bool? = nil, score: Double? = nil, steps: Int, answer: String? = nil,
    claimed: GoalStatus? = nil, problem: String? = nil
  ) {
    self.reason = reason
    self.success = success
    self.score = score
    self.steps = steps
    self.answer = answer
    self.claimed = claimed
    self.problem = problem
  }
}
