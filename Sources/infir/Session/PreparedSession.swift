internal import Agent
internal import Devices
internal import Episodes
internal import Foundation
internal import Synchronization
internal import Tasks
internal import VirtualPhone

/// A session that is ready to run: its device is open and its task is set up.
struct PreparedSession: Sendable {
  /// What is to be run.
  let session: Session
  /// The task's name, where it is one.
  let task: String?
  /// What the one who proposes is called.
  let proposer: String?
  /// The episode's folder.
  let recording: String
  /// The most steps.
  let maximumSteps: Int
  /// Whether something but the person tells whether the goal is reached.
  let isJudged: Bool
  private let prepared: SessionTask?
  private let stop: @Sendable () -> Void

  /// Who proposes.
  enum Agent: Sendable {
    /// A model.
    case model(any Proposer)
    /// The task's solver.
    case oracle
    /// Nobody: a person does it by hand.
    case nobody
  }

  private static let usualSteps = 30

  /// Opens the device, sets the task up, and makes the session.
  ///
  /// - Parameters:
  ///   - progress: told in a few words what takes its time, and what the device reports until there is a session.
  ///   - restored: told in a sentence what an earlier run had left changed and is put back now.
  /// - Throws: `DeviceError`, `TaskError`, `EpisodeError`; then the device is as it was, as far as it can be.
  static func make(
    _ parameters: SessionParameters, agent: Agent,
    environment: [String: String] = ProcessInfo.processInfo.environment,
    progress: @escaping @Sendable (String) -> Void = { _ in }, restored: (@Sendable (String) -> Void)? = nil
  ) async throws -> PreparedSession {
    let relay = NoticeRelay(otherwise: progress)
    var opening = DeviceOpening(environment: environment) { relay.send($0) }
    opening.phone.seed = parameters.seed
    let resumed = try parameters.goal.recording.map { try Episode(contentsOf: $0) }
    if let resumed, resumed.outcome?.success == true {
      throw FinishedEpisodeError(path: resumed.directory ?? parameters.goal.recording ?? "")
    }
    // Said before the device is touched, not when the first picture is to be saved.
    if let recording = parameters.recording, resumed == nil { try EpisodeWriter.checkPlace(recording) }
    let name = resumed?.task ?? parameters.goal.task
    let spec = try DeviceSpec(parameters.device)
    if case .oracle = agent {
      if name == nil { throw NoTaskError(reason: "name one with --task") }
      if case .androidWorld = spec {
        throw NoTaskError(reason: "an AndroidWorld server has its own; name a model with --model")
      }
    }
    let device = try await spec.open(opening)
    let seed = resumed?.seed ?? parameters.seed
    var task: SessionTask?
    // What was set up is still so, unless the phone was in a program that has ended.
    let isSetUp = name != nil && resumed != nil && !(device is VirtualDevice)
    let notes: String? =
      device is VirtualDevice ? nil : StateFolder.path("set-ups", environment: environment)
    if let notes, !isSetUp {
      let states = try await TaskRun.putBackLeftovers(on: device, notes: notes)
      if !states.isEmpty {
        (restored ?? progress)(
          "an earlier run was cut off; put back as before it on \(device.name): \(states.joined(separator: ", "))")
      }
    }
    if let name {
      progress("\(name) is being set up on \(device.name)")
      if let server = device as? AndroidWorldServer {
        task = try await .prepare(name, seed: seed, on: server, isSetUp: isSetUp)
      } else {
        task = try await .prepare(
          try TasksArguments.library(parameters.tasks).task(name), seed: seed, on: device,
          allowsChanges: parameters.allowsChanges, isSetUp: isSetUp, notes: notes)
      }
    }
    do {
      return try await make(parameters, agent, device, task, resumed, relay, environment)
    } catch {
      try? await task?.tearDown()
      throw error
    }
  }

  private static func make(
    _ parameters: SessionParameters, _ agent: Agent, _ device: any Device, _ task: SessionTask?, _ resumed: Episode?,
    _ relay: NoticeRelay, _ environment: [String: String]
  ) async throws -> PreparedSession {
    let goal = resumed?.goal ?? task?.goal ?? parameters.goal.text ?? ""
    var stop: @Sendable () -> Void = {}
    let proposer: (any Proposer)?
    switch agent {
    case .nobody: proposer = nil
    case .model(let model): proposer = model
    case .oracle:
      guard let instance = task?.instance else { throw NoTaskError(reason: "name one with --task") }
      let oracle = OracleProposer(instance)
      stop = { oracle.stop() }
      proposer = oracle
    }
    let recording =
      resumed?.directory ?? parameters.recording
      ?? SessionFolder.new(for: task?.name ?? goal, environment: environment)
    let maximumSteps = parameters.maximumSteps ?? task?.maximumSteps ?? usualSteps
    var setup = SessionSetup(
      goal: goal, task: task?.name, seed: task == nil ? nil : resumed?.seed ?? parameters.seed, device: device,
      proposer: proposer, judge: task?.judge, approval: parameters.approval, allowedApps: parameters.allowedApps,
      maximumSteps: maximumSteps, recording: recording, attendance: parameters.attendance)
    // Its parameters depend on the clock: on another day its check asks for something else.
    if let task, task.goal != goal { setup.judge = nil }
    // An answer ends what is a question, and nothing else. A demonstration goes on, and says that it is done.
    setup.endsWithAnswer = task?.instance?.definition.wantsAnswer ?? true
    if case .oracle = agent { setup.endsWithAnswer = false }
    let session = resumed == nil ? Session(setup) : try Session(resuming: recording, setup)
    relay.connect(session)
    return PreparedSession(
      session: session, task: task?.name, proposer: await proposer?.name, recording: recording,
      maximumSteps: maximumSteps, isJudged: setup.judge != nil, prepared: task, stop: stop)
  }

  /// Puts back what the task's set-up changed; to be called whatever the session's end was.
  ///
  /// - Returns: what couldn't be put back, in a sentence.
  func putBack() async -> String? {
    stop()
    do { try await prepared?.tearDown() } catch {
      return "what the task's set-up changed couldn't all be put back: \(error)"
    }
    return nil
  }
}

/// Passes on what a device reports: it is opened before there is a session to tell.
private final class NoticeRelay: Sendable {
  private let session = Mutex<Session?>(nil)
  private let otherwise: @Sendable (String) -> Void

  init(otherwise: @escaping @Sendable (String) -> Void) { self.otherwise = otherwise }

  func connect(_ session: Session) { self.session.withLock { $0 = session } }

  func send(_ notice: DeviceNotice) {
    if let session = session.withLock({ $0 }) { session.report(notice) } else { otherwise(notice.description) }
  }
}

/// A solver is asked for and there is no task that it could know.
struct NoTaskError: Error, CustomStringConvertible {
  let reason: String

  var description: String { "the oracle knows how our own tasks are done, no other goals; \(reason)" }
}

/// A recording is to be gone on with whose goal was reached.
struct FinishedEpisodeError: Error, CustomStringConvertible {
  let path: String

  var description: String {
    "\(path) has reached its goal, so there is nothing to go on with; look at it with infir replay, or begin another session"
  }
}
