internal import Agent

/// What a session is to be, as flags or the interface name it.
struct SessionParameters: Sendable {
  /// What is to be done.
  enum Goal: Sendable, Equatable {
    /// In the person's words.
    case text(String)
    /// A task by its name.
    case task(String)
    /// What a recording that was cut off is about.
    case resumed(recording: String)

    /// The words, where it is words.
    var text: String? { if case .text(let text) = self { text } else { nil } }
    /// The task's name, where it is a task.
    var task: String? { if case .task(let name) = self { name } else { nil } }
    /// The recording's folder, where it goes on with one.
    var recording: String? { if case .resumed(let path) = self { path } else { nil } }
  }

  /// What is to be done.
  var goal: Goal
  /// As `--device` takes it.
  var device: String
  /// Chooses a task's parameters and a virtual phone's content.
  var seed: UInt64 = 0
  /// Which proposals a person is asked about.
  var approval: ApprovalPolicy
  /// The most steps; nil for the task's own budget, or 30.
  var maximumSteps: Int?
  /// The episode's folder; nil for one of its own among the data.
  var recording: String?
  /// Packages that the agent may be in without asking; nil for all.
  var allowedApps: Set<String>?
  /// Whether a task's set-up may change a real device.
  var allowsChanges = false
  /// Who is there to be asked.
  var attendance = Attendance.person
  /// The folder that tasks are read from; nil for the one that came with the program.
  var tasks: String?
}
