public import Episodes

/// A device that a session can be on.
public struct DeviceSummary: Sendable, Equatable {
  /// As `--device` takes it: `virtual`, `adb:SERIAL`.
  public var name: String
  /// A few words: the model, the state where it isn't ready, the screen.
  public var detail: String
  /// Whether it takes commands.
  public var isReady: Bool
  /// What to do about one that doesn't, a clause.
  public var advice: String?
  /// A device.
  public init(name: String, detail: String, isReady: Bool = true, advice: String? = nil) {
    self.name = name
    self.detail = detail
    self.isReady = isReady
    self.advice = advice
  }
}

/// A task that a session can have for its goal.
public struct TaskSummary: Sendable, Equatable {
  /// Its name.
  public var name: String
  /// The goal, with `{parameter}`s.
  public var goal: String
  /// Labels of its apps.
  public var apps: [String]
  /// `easy`, `medium` or `hard`.
  public var difficulty: String
  /// The step budget.
  public var maximumSteps: Int
  /// A task.
  public init(name: String, goal: String, apps: [String], difficulty: String, maximumSteps: Int) {
    self.name = name
    self.goal = goal
    self.apps = apps
    self.difficulty = difficulty
    self.maximumSteps = maximumSteps
  }
}

/// When a person is asked before an action is done.
public enum Approval: String, Sendable, CaseIterable {
  /// Each time.
  case always
  /// When it can do harm.
  case risky
  /// Never.
  case never
}

/// What a session is to be, as the person chose it.
public struct SessionRequest: Sendable, Equatable {
  /// What is to be done, in the person's words or a task's name.
  public enum Goal: Sendable, Equatable {
    case text(String)
    case task(name: String, seed: UInt64)
    /// Goes on with a recording that was cut off.
    case resumed(recording: String)
  }
  /// What is to be done.
  public var goal: Goal
  /// As `--device` takes it.
  public var device: String
  /// When the person is asked.
  public var approval: Approval
  /// Whether a task's set-up may change what can't be put back.
  public var allowsChanges: Bool
  /// A session.
  public init(goal: Goal, device: String, approval: Approval = .always, allowsChanges: Bool = false) {
    self.goal = goal
    self.device = device
    self.approval = approval
    self.allowsChanges = allowsChanges
  }
}

/// What the person says to the session that is open.
public enum SessionCommand: Sendable, Equatable {
  case approve
  /// Do this instead, in pixels.
  case edit(Action)
  case reject(reason: String)
  case askAgain(hint: String?)
  case setApproval(Approval)
  case pause
  case resume
  case takeOver
  /// A step by the person's own hand.
  case act(Action)
  case handBack
  case lookAgain
  /// End it; whether the goal is reached, where the person says so.
  case end(success: Bool?)
}

/// What a session waits for.
public enum SessionWait: Sendable, Equatable {
  /// The proposed action to be approved; `risks` are words such as `sends`.
  case approval(Action, risks: [String])
  /// There is no proposal, for this reason.
  case noProposal(String)
  /// The same happens again and again.
  case stuck(String)
  case paused
  case takenOver
  /// The device can't be reached, or refuses.
  case device(String)
  case outOfSteps
  /// The agent says that it is done; is it?
  case judgement(GoalStatus)
}

/// News of the session that is open.
public enum SessionUpdate: Sendable, Equatable {
  /// It began; `earlier` steps are those of the recording that it goes on with.
  case started(
    goal: String, task: String?, device: String, model: String?, recording: String?, maximumSteps: Int, earlier: [Step])
  case looking(step: Int)
  /// The device was looked at: the picture's file and size in pixels, and what is on it.
  case observed(
    step: Int, picture: String?, width: Int, height: Int, elements: [UIElement], app: String?, warning: String?)
  case proposal(step: Int, ProposalUpdate)
  case waiting(step: Int, SessionWait)
  case acting(step: Int, Action)
  /// A step is over and recorded.
  case stepped(Step)
  case notice(String)
  case judged(score: Double)
  /// It is over: why in a few words, and whether the goal was reached.
  case ended(reason: String, success: Bool?, problem: String?)
}
