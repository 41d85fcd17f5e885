public import Devices

/// What a session is to be.
public struct SessionSetup: Sendable {
  /// What is to be done.
  public var goal: String
  /// The task's name and seed, for the recording.
  public var task: String?
  /// Varies what the task was made of.
  public var seed: UInt64?
  /// The device.
  public var device: any Device
  /// Whoever proposes; nil for a session that a person does by hand.
  public var proposer: (any Proposer)?
  /// Tells whether the goal is reached; nil where only the person can.
  public var judge: (any Judge)?
  /// Which proposals a person is asked about.
  public var approval: ApprovalPolicy
  /// Packages that the agent may be in without asking; nil for all. The launcher and the system's own windows are
  /// always allowed.
  public var allowedApps: Set<String>?
  /// The most steps.
  public var maximumSteps: Int
  /// Seconds that a screen may take to stand still after an action.
  public var settleSeconds: Double
  /// Whether the UI hierarchy is asked for with each look.
  public var wantsElements: Bool
  /// The episode's folder; nil for a session that isn't recorded.
  public var recording: String?
  /// Who is there to be asked.
  public var attendance: Attendance
  /// Whether an answer to the goal's question ends the session, as one that says that it is done.
  public var endsWithAnswer: Bool

  /// What a session is to be.
  public init(
    goal: String, task: String? = nil, seed: UInt64? = nil, device: any Device, proposer: (any Proposer)? = nil,
    judge: (any Judge)? = nil, approval: ApprovalPolicy = .always, allowedApps: Set<String>? = nil,
    maximumSteps: Int = 30, settleSeconds: Double = 3, wantsElements: Bool = true, recording: String? = nil,
    attendance: Attendance = .person, endsWithAnswer: Bool = true
  ) {
    self.goal = goal
    self.task = task
    self.seed = seed
    self.device = device
    self.proposer = proposer
    self.judge = judge
    self.approval = approval
    self.allowedApps = allowedApps
    self.maximumSteps = maximumSteps
    self.settleSeconds = settleSeconds
    self.wantsElements = wantsElements
    self.recording = recording
    self.attendance = attendance
    self.endsWithAnswer = endsWithAnswer
  }
}
