internal import Agent
internal import Devices
internal import Episodes
internal import Imaging
internal import Oracle
internal import Synchronization
internal import Tasks

/// A task's solver as the one who proposes, so that it shows how the task is done in a session: what it wants to do next
/// is a proposal, and it goes on when the session has done it and looked.
///
/// The solver runs as if it acted itself; between its actions it is suspended. Where something else is done than it
/// wanted, it begins again from what there is on the screen then.
final class OracleProposer: Proposer {
  /// Does a task, as `Oracle.solve`.
  typealias Solve = @Sendable (TaskInstance, Hands) async throws(OracleError) -> Void

  private enum Wish: Sendable {
    case action(Action, thought: String)
    case failed(OracleError)
  }

  private struct State {
    /// Counts the times that the solver began; what an earlier one still wants doesn't count.
    var turn = 0
    var isStopped = false
    /// What was proposed last, and how many steps there were then.
    var proposed: (wish: Wish, steps: Int)?
    /// The solver, which waits for the screen that its action led to.
    var solver: CheckedContinuation<Result<Observation, OracleError>, Never>?
    /// Whoever waits for the solver's next wish, and one that nobody has taken yet.
    var listener: CheckedContinuation<Wish, Never>?
    var wish: Wish?
  }

  let name = "oracle"
  private let task: TaskInstance
  private let solve: Solve
  private let state = Mutex(State())

  /// The solver of a task.
  init(_ task: TaskInstance, solve: @escaping Solve = { try await Oracle.solve($0, with: $1) }) {
    self.task = task
    self.solve = solve
  }

  func propose(_ request: StepRequest) -> AsyncThrowingStream<StepEvent, any Error> {
    AsyncThrowingStream { continuation in
      Task {
        switch await next(request) {
        case .action(let action, let thought):
          continuation.yield(.thought(thought))
          continuation.yield(.action(action, json: action.json))
          continuation.yield(.finished(StepTimings()))
          continuation.finish()
        case .failed(let error): continuation.finish(throwing: error)
        }
      }
    }
  }

  /// A solver is done in no time; there is nothing to cancel.
  func cancel() {}

  /// Ends the solver, which would wait for ever.
  func stop() {
    let (solver, listener) = state.withLock { state in
      defer {
        state.solver = nil
        state.listener = nil
      }
      state.isStopped = true
      return (state.solver, state.listener)
    }
    solver?.resume(returning: .failure(.stopped))
    listener?.resume(returning: .failed(.stopped))
  }

  // MARK: - Taking turns

  private func next(_ request: StepRequest) async -> Wish {
    let (proposed, isFirst) = state.withLock { ($0.proposed, $0.turn == 0) }
    var begins = isFirst
    if let (wish, steps) = proposed {
      let done = request.history.dropFirst(steps).compactMap(\.action)
      // Rejected, or not begun: it is still what the solver waits for.
      guard !done.isEmpty else { return wish }
      if case .action(let wanted, _) = wish { begins = done != [wanted] } else { begins = true }
    }
    let observation = Self.observation(request)
    if begins {
      begin(from: observation)
    } else {
      let solver = state.withLock { state in
        defer { state.solver = nil }
        return state.solver
      }
      solver?.resume(returning: .success(observation))
    }
    let wish = await nextWish()
    state.withLock { $0.proposed = (wish, request.history.count) }
    return wish
  }

  private func nextWish() async -> Wish {
    await withCheckedContinuation { continuation in
      let wish = state.withLock { state -> Wish? in
        if state.isStopped { return .failed(.stopped) }
        guard let wish = state.wish else {
          state.listener = continuation
          return nil
        }
        state.wish = nil
        return wish
      }
      if let wish { continuation.resume(returning: wish) }
    }
  }

  /// Begins from a screen, instead of what was begun before.
  private func begin(from observation: Observation) {
    let (earlier, turn) = state.withLock { state in
      defer {
        state.solver = nil
        state.wish = nil
      }
      state.turn += 1
      return (state.solver, state.turn)
    }
    earlier?.resume(returning: .failure(.stopped))
    Task { await run(from: observation, turn) }
  }

  private func run(from observation: Observation, _ turn: Int) async {
    let hands = Hands(seeing: observation) { [self] thought, action async throws(OracleError) in
      try await act(thought, action, turn)
    }
    do throws(OracleError) {
      try await solve(task, hands)
      // A solver that hasn't said so has done all it knows.
      _ = try await act("The task is done.", .status(.complete), turn)
    } catch {
      wants(.failed(error), turn)
    }
  }

  private func act(_ thought: String, _ action: Action, _ turn: Int) async throws(OracleError) -> Observation {
    let result = await withCheckedContinuation { continuation in
      let isStopped = state.withLock { state in
        let isStopped = state.isStopped || state.turn != turn
        if !isStopped { state.solver = continuation }
        return isStopped
      }
      if isStopped { return continuation.resume(returning: .failure(OracleError.stopped)) }
      wants(.action(action, thought: thought), turn)
    }
    return try result.get()
  }

  private func wants(_ wish: Wish, _ turn: Int) {
    let listener = state.withLock { state -> CheckedContinuation<Wish, Never>? in
      guard state.turn == turn else { return nil }
      defer { state.listener = nil }
      if state.listener == nil { state.wish = wish }
      return state.listener
    }
    listener?.resume(returning: wish)
  }

  private static func observation(_ request: StepRequest) -> Observation {
    var picture = Image(width: 1, height: 1, red: 255, green: 255, blue: 255)
    if case .image(let image) = request.screenshot { picture = image }
    return Observation(
      screenshot: picture, elements: request.elements, foregroundActivity: request.foregroundActivity)
  }
}
