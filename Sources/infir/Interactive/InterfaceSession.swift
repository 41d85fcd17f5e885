internal import Agent
internal import Checkpoints
internal import Episodes
internal import Foundation
internal import Interface
internal import Kernels
internal import Synchronization
internal import Terminal

/// The full screen: does what the interface wants done, off the terminal's thread, and answers with messages.
final class InterfaceSession: Sendable {
  typealias Send = @Sendable (Message) -> Void

  private struct State {
    var episode: Episode?
    /// Proposals that were asked for, in order, and not begun.
    var waiting: [Int] = []
    var isProposing = false
    /// Counts cancellations, so that a proposal knows whether it is still wanted.
    var cancellations = 0
    /// The model that is being loaded, or was last.
    var loading: Task<Void, Never>?
    /// The name of the one that is loaded.
    var model: String?
  }

  private let engine: Engine
  private let modelPath: String?
  private let options: GenerationOptions
  private let places = Places()
  private let host: SessionHost
  /// Seconds that leaving the program waits for a session to end.
  private static let patience = 8.0
  private let state = Mutex(State())

  /// - Parameters:
  ///   - options: how proposals are generated.
  ///   - sessions: what sessions that are begun here are like.
  init(
    modelPath: String?, threads: Int, options: GenerationOptions = GenerationOptions(),
    sessions: SessionHost.Options = SessionHost.Options()
  ) {
    host = SessionHost(options: sessions)
    // The interface keeps a core's attention only when it asks for it; computing may use them all.
    engine = Engine(threads: threads)
    self.modelPath = modelPath
    self.options = options
  }

  /// Shows the interface until the person leaves it.
  ///
  /// It takes the main thread: the pool's, of which there is one a core, are for what it wants done.
  ///
  /// - Parameters:
  ///   - path: an episode or data set to open at once; nil for the home menu.
  ///   - step: where to begin in it.
  ///   - session: a session to begin at once.
  @MainActor func run(opening path: String? = nil, at step: Int? = nil, session: SessionRequest? = nil) throws {
    var start: [Effect] = []
    if let path {
      // A wrong path is said on the command line, where it was typed.
      _ = try EpisodeLocation(of: path)
      start.append(.openEpisode(path: path))
    }
    if let modelPath { start.append(.loadModel(path: modelPath)) }
    if let session { start += [.findDevices, .findTasks, .startSession(session)] }
    let app = App(
      size: Size(columns: 80, rows: 24),
      start: Start(
        version: Infir.version, homeDirectory: places.home, directory: places.browsing,
        models: places.models(named: modelPath), recents: RecentEpisodes().list,
        session: session, solver: host.usesOracle ? "oracle" : nil))
    try TerminalSession.run(app, start: start, leaving: endSession) { [self] effect, send in perform(effect, send) }
  }

  private func endSession() {
    if !host.finish(within: Self.patience) {
      printToStandardError("infir: the session didn't end in time; its recording is kept up to the last step")
    }
  }

  private func perform(_ effect: Effect, _ send: @escaping Send) {
    switch effect {
    case .batch(let effects): for effect in effects { perform(effect, send) }
    case .quit, .suspend, .redraw: break
    case .list(let path): inBackground { send(DirectoryListing.message(path: path)) }
    case .findModels: inBackground { [self] in send(.modelsFound(places.models(named: modelPath))) }
    case .loadModel(let path): beginLoading(path, send)
    case .makeRandomModel: inBackground { [self] in makeRandomModel(send) }
    case .openEpisode(let path): inBackground { [self] in open(path, send) }
    case .propose(let step): propose(step, send)
    case .cancelProposal: cancel(send)
    case .findDevices: Task { [host] in send(await host.devices()) }
    case .findTasks: inBackground { [host] in send(host.tasks()) }
    case .startSession(let request):
      host.start(request, proposing: { [self] in await proposer() }, send)
    case .tellSession(let command): host.tell(command)
    case .saveScreen(let text): inBackground { send(.notice(SavedScreen.save(text))) }
    }
  }

  private func inBackground(_ work: @escaping @Sendable () -> Void) {
    DispatchQueue.global(qos: .userInitiated).async(execute: work)
  }

  // MARK: - Models and episodes

  private func beginLoading(_ path: String, _ send: @escaping Send) {
    state.withLock { state in
      let before = state.loading
      state.loading = Task {
        await before?.value
        await load(path, send)
      }
    }
  }

  /// Who proposes in a session: the model that is loaded, or is being loaded; nobody where there is none.
  private func proposer() async -> (any Proposer)? {
    await state.withLock { $0.loading }?.value
    return state.withLock { $0.model }.map { EngineProposer(engine, options: options, name: $0) }
  }

  private func load(_ path: String, _ send: @escaping Send) async {
    do {
      let summary = try await engine.load(path: path) { send(.modelLoading(path: path, fraction: $0)) }
      let model = ModelSummary(path: path, configuration: summary.configuration)
      state.withLock { $0.model = model.name }
      send(.modelLoaded(model))
    } catch {
      send(.modelFailed(path: path, problem: NamedProblem(error.description, of: path).description))
    }
  }

  private func makeRandomModel(_ send: @escaping Send) {
    let path = Settings.dataDirectory() + "/models/tiny-random"
    send(.modelLoading(path: path, fraction: 0))
    do {
      if !FileManager.default.fileExists(atPath: path) {
        try Assembly(output: path, type: .bf16, seed: 0).writeRandom(.tiny, tokenizerPath: nil)
      }
    } catch {
      send(.modelFailed(path: path, problem: String(describing: error)))
      return
    }
    send(.modelsFound(places.models(named: modelPath)))
    beginLoading(path, send)
  }

  private func open(_ path: String, _ send: Send) {
    do throws(EpisodeError) {
      switch try EpisodeLocation(of: path) {
      case .episode(let folder):
        let episode = try Episode(contentsOf: folder)
        state.withLock { $0.episode = episode }
        RecentEpisodes().add(path: folder, title: episode.goal)
        send(.episodeOpened(episode))
      case .dataSet(let folder):
        let entries = try DataSet(contentsOf: folder).summaries.map { summary in
          DirectoryEntry(
            name: summary.name, kind: .episode,
            detail: summary.problem ?? "\(summary.goal) (\(summary.stepCount) steps)")
        }
        send(.dataSetOpened(path: folder, entries: entries))
      }
    } catch {
      send(.episodeFailed(path: path, problem: error.description))
    }
  }

  // MARK: - Proposals

  private func propose(_ step: Int, _ send: @escaping Send) {
    let begins = state.withLock { state in
      state.waiting.append(step)
      defer { state.isProposing = true }
      return !state.isProposing
    }
    if begins { Task { await proposeAll(send) } }
  }

  private func cancel(_ send: Send) {
    let dropped = state.withLock { state in
      defer { state.waiting = [] }
      state.cancellations += 1
      return state.waiting
    }
    engine.cancel()
    for step in dropped { send(.proposal(step: step, .cancelled)) }
  }

  private func proposeAll(_ send: @escaping Send) async {
    while true {
      let next = state.withLock { state -> (episode: Episode?, step: Int, cancellations: Int)? in
        guard !state.waiting.isEmpty else {
          state.isProposing = false
          return nil
        }
        return (state.episode, state.waiting.removeFirst(), state.cancellations)
      }
      guard let next else { return }
      guard let episode = next.episode else {
        send(.proposal(step: next.step, .failed("no episode is open")))
        continue
      }
      await propose(next.step, of: episode, unless: next.cancellations, send)
    }
  }

  private func propose(_ step: Int, of episode: Episode, unless cancellations: Int, _ send: Send) async {
    var failure: String?
    var times = PhaseTimes()
    do {
      let events = Replay(episode, options: options).events(at: step..<(step + 1), engine: engine)
      for try await event in events {
        // The engine knows nothing of a cancellation that came before it was asked; leaving the stream tells it.
        if state.withLock({ $0.cancellations != cancellations }) { throw AgentError.cancelled }
        switch event {
        case .failed(let reason, let answer):
          let picture = episode.steps.indices.contains(step) ? episode.screenshotPath(of: episode.steps[step]) : nil
          // Without an answer it is the picture that can't be read.
          failure = answer == nil ? picture.map { NamedProblem(reason, of: $0).description } ?? reason : reason
        case .finished(let timings): times = PhaseTimes(timings)
        default: if let update = ProposalUpdate(event) { send(.proposal(step: step, update)) }
        }
      }
      send(.proposal(step: step, failure.map { .failed($0) } ?? .finished(times)))
    } catch AgentError.cancelled {
      send(.proposal(step: step, .cancelled))
    } catch {
      send(.proposal(step: step, .failed(String(describing: error))))
    }
  }
}
