internal import Agent
internal import Devices
internal import Episodes
internal import Foundation
internal import Synchronization
internal import Tasks

/// A session that is ready to run: its device is open and its task is set up. Both `infir run` and the session screen
/// make theirs here.
struct PreparedSession: Sendable {
  /// What is to be run.
  let session: Session
  /// What is to be done.
  let goal: String
  /// The task, where it is one.
  let task: TaskInstance?
  /// What the device is called.
  let device: String
  /// What the one who proposes is called.
  let proposer: String?
  /// The episode's folder.
  let recording: String
  /// The most steps.
  let maximumSteps: Int
  private let taskRun: TaskRun?
  private let stop: @Sendable () -> Void

  /// Who proposes.
  enum Agent: Sendable {
    /// The person alone.
    case nobody
    /// A model.
    case model(any Proposer)
    /// The task's solver.
    case oracle
  }

  /// Opens the device, sets the task up, and makes the session.
  ///
  /// - Throws: `DeviceError`, `TaskError`, `EpisodeError`; then the device is as it was, as far as it can be.
  static func make(_ parameters: SessionParameters, agent: Agent) async throws -> PreparedSession {
    let relay = NoticeRelay()
    let device = try await SessionDevice.open(parameters.device, seed: parameters.seed) { relay.send($0) }
    var resumed: Episode?
    var taskName: String?
    var seed = parameters.seed
    switch parameters.goal {
    case .text: break
    case .task(let name): taskName = name
    case .resumed(let path):
      let episode = try Episode(contentsOf: path)
      resumed = episode
      taskName = episode.task
      seed = episode.seed ?? seed
    }
    var run: TaskRun?
    if let taskName {
      let definition = try TaskLibrary(directory: TaskFolder.path(named: parameters.tasks)).task(taskName)
      let begun = try await TaskRun(definition, seed: seed, on: device)
      // What was done already is on the device, unless that was in a program that has ended.
      if resumed == nil || device is VirtualDevice {
        do { try await begun.setUp(allowsChanges: parameters.allowsChanges) } catch {
          try? await begun.tearDown()
          throw error
        }
      }
      run = begun
    }
    let task = await run?.task
    let goal = resumed?.goal ?? task?.goal ?? parameters.goal.text
    if let resumed, let task, task.goal != resumed.goal {
      // The day has changed, for example: its check would ask for something else.
      run = nil
    }
    let recording =
      resumed?.directory ?? parameters.recording
      ?? EpisodeName.folder(for: taskName ?? goal, in: Settings.dataDirectory() + "/episodes")
    var stop: @Sendable () -> Void = {}
    let proposer: (any Proposer)?
    switch agent {
    case .nobody: proposer = nil
    case .model(let model): proposer = model
    case .oracle:
      guard let task else { throw NoTaskError() }
      let oracle = OracleProposer(task)
      stop = { oracle.stop() }
      proposer = oracle
    }
    let maximumSteps = parameters.maximumSteps ?? task?.definition.maximumSteps ?? 30
    var setup = SessionSetup(
      goal: goal, task: task?.definition.name, seed: task == nil ? nil : seed, device: device, proposer: proposer,
      judge: run.map { TaskJudge(run: $0, deviceName: device.name) }, approval: parameters.approval,
      allowedApps: parameters.allowedApps, maximumSteps: maximumSteps, recording: recording,
      attendance: parameters.attendance)
    // A demonstration shows all of it: an answer, then that it is done.
    if case .oracle = agent { setup.endsWithAnswer = false }
    let session = resumed == nil ? Session(setup) : try Session(resuming: recording, setup)
    relay.connect(session)
    return PreparedSession(
      session: session, goal: goal, task: task, device: device.name, proposer: await proposer?.name,
      recording: recording, maximumSteps: maximumSteps, taskRun: run, stop: stop)
  }

  /// Puts back what the task's set-up changed; to be called whatever the session's end was.
  ///
  /// - Returns: what couldn't be put back, in a sentence.
  func putBack() async -> String? {
    stop()
    do throws(TaskError) { try await taskRun?.tearDown() } catch {
      return "what the task's set-up changed couldn't all be put back: \(error.description)"
    }
    return nil
  }
}

extension SessionParameters.Goal {
  /// The goal where it is text.
  fileprivate var text: String { if case .text(let text) = self { text } else { "" } }
}

/// Passes on what a device reports: it is opened before there is a session to tell.
private final class NoticeRelay: Sendable {
  private let session = Mutex<Session?>(nil)

  func connect(_ session: Session) { self.session.withLock { $0 = session } }

  func send(_ notice: DeviceNotice) { session.withLock { $0 }?.report(notice) }
}

/// A solver is asked for and there is no task.
struct NoTaskError: Error, CustomStringConvertible {
  var description: String { "the oracle knows how tasks are done, not other goals; name one with --task" }
}
