internal import Agent
internal import Devices
internal import Dispatch
internal import Foundation
internal import Interface
internal import Synchronization
internal import Tasks

/// The one session of the interface: begins it, hands on what it does and what the person says, and brings it to its
/// end before another begins.
final class SessionHost: Sendable {
  typealias Send = InterfaceSession.Send

  /// What sessions have in common.
  struct Options: Sendable {
    /// The folder of tasks; nil where there is none.
    var tasks: String?
    /// The most steps; nil for the task's own, or 30.
    var maximumSteps: Int?
    /// The folder to record the first one in; nil for a new one in the data folder.
    var recording: String?
    /// Varies the virtual phone where no task does.
    var seed: UInt64 = 0
    /// Packages that the agent may be in without asking; nil for all.
    var allowedApps: Set<String>?
    /// Whether a task's solver proposes, instead of a model.
    var usesOracle = false
  }

  /// Who proposes, asked for when the session begins.
  typealias Proposing = @Sendable () async -> (any Proposer)?

  private let options: Options
  private let environment: [String: String]
  /// Where the next session is recorded, if that was said.
  private let recording: Mutex<String?>
  private let current = Mutex<(live: LiveSession, work: Task<Void, Never>)?>(nil)

  init(options: Options, environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.options = options
    recording = Mutex(options.recording)
    self.environment = environment
  }

  /// Whether a task's solver proposes, instead of a model.
  var usesOracle: Bool { options.usesOracle }

  /// Begins a session once the one before has ended.
  func start(_ request: SessionRequest, proposing: @escaping Proposing, _ send: @escaping Send) {
    let live = LiveSession()
    current.withLock { current in
      let before = current
      let work = Task {
        before?.live.end()
        await before?.work.value
        await self.run(request, live, proposing, send)
      }
      current = (live, work)
    }
  }

  /// Says something to the session, if there is one.
  func tell(_ command: SessionCommand) { current.withLock { $0 }?.live.tell(Decision(command)) }

  /// Ends the session, and waits until it and the task's tear-down are over, at most so many seconds.
  ///
  /// - Returns: whether it is over.
  func finish(within seconds: Double) -> Bool {
    guard let (live, work) = current.withLock({ $0 }) else { return true }
    live.end()
    let isOver = DispatchSemaphore(value: 0)
    Task {
      await work.value
      isOver.signal()
    }
    return isOver.wait(timeout: .now() + seconds) == .success
  }

  // MARK: - A session

  private func run(
    _ request: SessionRequest, _ live: LiveSession, _ proposing: Proposing, _ send: @escaping Send
  ) async {
    let prepared: PreparedSession
    do {
      let agent: PreparedSession.Agent =
        if options.usesOracle { .oracle } else if let model = await proposing() { .model(model) } else { .nobody }
      prepared = try await PreparedSession.make(parameters(request), agent: agent, environment: environment) { news in
        send(.session(.notice(news)))
      }
    } catch {
      let changes: [String] =
        if case TaskError.wouldChange(_, let changes) = error { changes.map(\.description) } else { [] }
      send(.sessionRefused(request, problem: String(describing: error), changes: changes))
      return
    }
    // It is one session's folder.
    recording.withLock { $0 = nil }
    if live.begin(prepared.session) {
      async let end = prepared.session.run()
      for await event in prepared.session.events {
        if case .started(let goal, _, let recording?, _) = event { RecentEpisodes().add(path: recording, title: goal) }
        if let update = SessionUpdate(event, of: prepared) { send(.session(update)) }
      }
      _ = await end
    }
    if let problem = await prepared.putBack() { send(.notice(problem)) }
  }

  private func parameters(_ request: SessionRequest) -> SessionParameters {
    var seed = options.seed
    let goal: SessionParameters.Goal
    switch request.goal {
    case .text(let text): goal = .text(text)
    case .task(let name, let chosen):
      goal = .task(name)
      seed = chosen
    case .resumed(let recording): goal = .resumed(recording: recording)
    }
    return SessionParameters(
      goal: goal, device: request.device, seed: seed, approval: ApprovalPolicy(request.approval),
      maximumSteps: options.maximumSteps, recording: recording.withLock { $0 }, allowedApps: options.allowedApps,
      allowsChanges: request.allowsChanges, tasks: options.tasks)
  }

  // MARK: - What there is to choose from

  /// The tasks of the folder.
  func tasks() -> Message {
    do throws(TaskError) {
      let tasks = try TasksArguments.library(options.tasks).tasks.map {
        TaskSummary(
          name: $0.name, goal: $0.goal, apps: $0.apps, difficulty: $0.difficulty, maximumSteps: $0.maximumSteps)
      }
      return .tasksFound(tasks, problem: nil)
    } catch {
      return .tasksFound([], problem: error.description)
    }
  }

  /// The devices that there are now.
  func devices() async -> Message {
    let catalogue = await DeviceCatalogue.now(DeviceOpening(environment: environment))
    return .devicesFound(catalogue.entries.map { DeviceSummary($0) }, problem: catalogue.problem)
  }
}

extension DeviceSummary {
  init(_ entry: DeviceEntry) {
    let size = entry.screen.map { "\($0.width) × \($0.height)" }
    let facts = [entry.isReady ? nil : entry.state, entry.model, size].compactMap { $0 }
    self.init(
      name: entry.spec.description, detail: facts.joined(separator: ", "), isReady: entry.isReady, advice: entry.advice)
  }
}
