internal import Agent
internal import Devices
internal import Dispatch
internal import Episodes
internal import Foundation
internal import Interface
internal import Synchronization
internal import Tasks
internal import VirtualPhone

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
    /// The folder to record in; nil for a new one in the data folder.
    var recording: String?
    /// Varies the virtual phone where no task does.
    var seed: UInt64 = 1
  }

  /// Who proposes, asked for when the session begins.
  typealias Proposing = @Sendable () async -> (any Proposer)?

  private static let usualSteps = 30

  private let options: Options
  private let environment: [String: String]
  private let current = Mutex<(live: LiveSession, work: Task<Void, Never>)?>(nil)

  init(options: Options, environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.options = options
    self.environment = environment
  }

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

  /// Why a session isn't begun.
  private struct Refusal: Error {
    var problem: String
    var changes: [String] = []
  }

  private func run(
    _ request: SessionRequest, _ live: LiveSession, _ proposing: Proposing, _ send: @escaping Send
  ) async {
    do throws(Refusal) {
      try await runOrRefuse(request, live, proposing, send)
    } catch {
      send(.sessionRefused(request, problem: error.problem, changes: error.changes))
    }
  }

  private func runOrRefuse(
    _ request: SessionRequest, _ live: LiveSession, _ proposing: Proposing, _ send: @escaping Send
  ) async throws(Refusal) {
    let device = try await open(request, live, send)
    let run = try await task(request, on: device, send)
    let task = await run?.task
    let proposer = await proposing()
    var setup = SessionSetup(
      goal: "", seed: options.seed, device: device, proposer: proposer, approval: ApprovalPolicy(request.approval),
      maximumSteps: options.maximumSteps ?? task?.definition.maximumSteps ?? Self.usualSteps)
    let session: Agent.Session
    switch request.goal {
    case .text(let text): setup.goal = text
    case .task:
      setup.goal = task?.goal ?? ""
      setup.task = task?.definition.name
      setup.seed = task?.seed
      setup.judge = run.map { TaskJudge(run: $0) }
    case .resumed: break
    }
    if case .resumed(let recording) = request.goal {
      do throws(EpisodeError) { session = try Agent.Session(resuming: recording, setup) } catch {
        throw Refusal(problem: error.description)
      }
    } else {
      setup.recording = options.recording ?? SessionFolder.new(for: setup.goal, environment: environment)
      session = Agent.Session(setup)
    }
    let model = await proposer?.name
    if live.begin(session) {
      let begun = setup
      async let end = session.run()
      for await event in session.events {
        if case .started(let goal, _, let recording?, _) = event { RecentEpisodes().add(path: recording, title: goal) }
        if let update = SessionUpdate(event, setup: begun, model: model) { send(.session(update)) }
      }
      _ = await end
    }
    do throws(TaskError) { try await run?.tearDown() } catch {
      send(.notice("What the task changed isn't all put back: \(error.description)"))
    }
  }

  private func open(_ request: SessionRequest, _ live: LiveSession, _ send: @escaping Send) async throws(Refusal)
    -> any Device
  {
    var opening = DeviceOpening(environment: environment) { notice in live.report(notice, send) }
    opening.phone.seed = if case .task(_, let seed) = request.goal { seed } else { options.seed }
    do throws(DeviceError) { return try await DeviceSpec(request.device).open(opening) } catch {
      throw Refusal(problem: error.description)
    }
  }

  /// The task, set up; nil for a goal without one.
  private func task(_ request: SessionRequest, on device: any Device, _ send: Send) async throws(Refusal) -> TaskRun? {
    guard case .task(let name, let seed) = request.goal else { return nil }
    do throws(TaskError) {
      let run = try await TaskRun(try library().task(name), seed: seed, on: device)
      guard run.lastingChanges.isEmpty || request.allowsChanges else {
        throw TaskError.wouldChange(device: device.name, what: run.lastingChanges)
      }
      send(.session(.notice("\(name) is being set up on \(device.name)")))
      do throws(TaskError) { try await run.setUp(allowsChanges: request.allowsChanges) } catch {
        try? await run.tearDown()
        throw error
      }
      return run
    } catch {
      guard case .wouldChange(_, let what) = error else { throw Refusal(problem: error.description) }
      throw Refusal(problem: error.description, changes: what)
    }
  }

  // MARK: - What there is to choose from

  /// The tasks of the folder.
  func tasks() -> Message {
    do throws(TaskError) {
      let tasks = try library().tasks.map {
        TaskSummary(
          name: $0.name, goal: $0.goal, apps: $0.apps, difficulty: $0.difficulty, maximumSteps: $0.maximumSteps)
      }
      return .tasksFound(tasks, problem: nil)
    } catch {
      return .tasksFound([], problem: error.description)
    }
  }

  private func library() throws(TaskError) -> TaskLibrary { try TaskLibrary(directory: options.tasks ?? "tasks") }

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
