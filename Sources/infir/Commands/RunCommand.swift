internal import Agent
internal import ArgumentParser
internal import Devices
internal import Episodes
internal import Foundation
internal import Interface

/// `infir run`: a goal on a device, step by step.
struct RunCommand: AsyncParsableCommand, EventPrinting {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Go with the agent towards a goal on a device: it proposes, you approve, it acts.",
    discussion: """
      With a terminal it opens the session screen. With --headless it prints, and approvals are read from standard \
      input: on a terminal as letters, with --json as lines such as {"decision":"approve"}, \
      {"decision":"edit","action":{…}}, {"decision":"reject","reason":"…"}, {"decision":"end"}. Elsewhere nobody can be \
      asked, and --approve must be risky or never; a needed approval then ends the session.

      Risky is what can send, call, pay, delete, install, grant a permission, show a secret or leave the apps that were \
      allowed, and what can't be judged because the device doesn't say what is on its screen. Each session is recorded. \
      Ctrl-C ends it after the current step, with a whole recording that --resume goes on with.

      The exit code is 0 when the goal is reached (or the agent says so and nothing can check it), 1 when it isn't, 130 \
      after Ctrl-C.
      """)

  /// Which proposals a person is asked about.
  enum Approval: String, ExpressibleByArgument, CaseIterable {
    case always, risky, never

    var policy: ApprovalPolicy {
      switch self {
      case .always: .always
      case .risky: .risky
      case .never: .never
      }
    }

    /// As the interface has it.
    var asked: Interface.Approval {
      switch self {
      case .always: .always
      case .risky: .risky
      case .never: .never
      }
    }
  }

  @Option(help: ArgumentHelp("A task by its name (see: infir tasks list).", valueName: "name")) var task: String?
  @Option(help: ArgumentHelp("What is to be done, in your own words.", valueName: "text")) var goal: String?
  @Option(help: ArgumentHelp("Go on with a recording that was cut off.", valueName: "dir")) var resume: String?
  @Option(help: ArgumentHelp("\(DeviceSpec.forms).", valueName: "device"))
  var device = "virtual"
  @OptionGroup var model: ModelArguments
  @OptionGroup var sampling: SamplingArguments
  @Option(help: "Which proposals you are asked about.") var approve = Approval.always
  @Option(help: "The most steps (default: the task's budget, or 30).") var maxSteps: Int?
  @Option(help: ArgumentHelp("Where to record (default: among the data of infir).", valueName: "dir")) var record:
    String?
  @Option(
    help: ArgumentHelp("A package that the agent may use without asking; may be repeated.", valueName: "package"))
  var allowApp: [String] = []
  @OptionGroup var tasks: TasksArguments
  @Flag(help: "Let a task's set-up change a real device; infir tasks show says what it changes.") var allowChanges =
    false
  @Flag(help: "Print instead of opening the full screen.") var headless = false
  @Flag(help: "Print one JSON event a line.") var json = false

  var printsEvents: Bool { json }

  /// The solver's name as a model.
  private static let oracle = "oracle"

  func validate() throws {
    guard [task, goal, resume].compactMap(\.self).count == 1 else {
      throw ValidationError("Give one of --task, --goal and --resume.")
    }
    if let goal, goal.allSatisfy(\.isWhitespace) { throw ValidationError("--goal is empty; say what is to be done.") }
    if let maxSteps, maxSteps < 1 { throw ValidationError("--max-steps is \(maxSteps); it must be at least 1.") }
    if let record, record.isEmpty { throw ValidationError("--record is empty; name a folder, or leave it out.") }
    if resume != nil, record != nil {
      throw ValidationError("--resume goes on in its own recording; leave --record out.")
    }
    if prints, !canAsk, approve == .always {
      throw ValidationError(
        "Nobody can be asked without a terminal or --json; give --approve risky or --approve never.")
    }
  }

  func run() async throws {
    let settings = try Settings()
    guard prints else {
      return try await openScreen(settings)
    }
    let agent = try await agent(settings)
    // A reader that goes away doesn't end it half done: what the set-up changed is still to be put back.
    signal(SIGPIPE, SIG_IGN)
    let live = LiveSession()
    var end: SessionEnd?
    var isRead = true
    try await Interruption.watching(stop: { live.tell(.end(success: nil)) }) {
      let prepared = try await PreparedSession.make(
        parameters(attendance: canAsk ? .approvals : .nobody), agent: agent,
        restored: { printToStandardError("infir: \($0)") })
      // It may have been called off while the task was being set up.
      if live.begin(prepared.session) { (end, isRead) = await play(prepared) }
      if let problem = await prepared.putBack() { printToStandardError("infir: \(problem)") }
    }
    guard isRead else { throw ExitCode(128 + SIGPIPE) }
    if let problem = end?.problem { printToStandardError("infir: \(problem)") }
    guard end?.success ?? (end?.claimed == .complete) else { throw ExitCode(1) }
  }

  // MARK: - Parts

  /// Runs the session and prints it.
  ///
  /// - Returns: how it ended, and whether what was printed was read to the end.
  private func play(_ prepared: PreparedSession) async -> (SessionEnd, isRead: Bool) {
    let printer = SessionPrinter(isJSON: json, prepared: prepared, asks: canAsk && !json)
    let session = prepared.session
    if canAsk { SessionAnswers.read(into: session, isJSON: json) }
    let printing = Task {
      var isRead = true
      for await event in session.events where isRead {
        isRead = printer.show(event)
        if !isRead { session.decide(.end(success: nil)) }
      }
      return isRead
    }
    let end = await session.run()
    return (end, await printing.value)
  }

  private var prints: Bool { headless || json || isatty(STDOUT_FILENO) == 0 || isatty(STDIN_FILENO) == 0 }

  /// Whether there is someone, or a program, to approve.
  private var canAsk: Bool { json || isatty(STDIN_FILENO) == 1 }

  private var options: GenerationOptions { GenerationOptions(sampling: sampling.parameters) }

  /// The full screen on this session.
  private func openScreen(_ settings: Settings) async throws {
    let path = model.resolvedModel(settings)
    let isOracle = path == Self.oracle
    let request = SessionRequest(
      goal: wanted.asked(seed: sampling.seed), device: device, approval: approve.asked, allowsChanges: allowChanges)
    let sessions = SessionHost.Options(
      tasks: tasks.directory, maximumSteps: maxSteps, recording: record, seed: sampling.seed,
      allowedApps: allowApp.isEmpty ? nil : Set(allowApp), usesOracle: isOracle)
    try await InterfaceSession(
      modelPath: isOracle ? nil : path, threads: model.resolvedThreads(settings), options: options, sessions: sessions
    ).run(session: request)
  }

  private func agent(_ settings: Settings) async throws -> PreparedSession.Agent {
    guard let path = model.resolvedModel(settings) else { throw NoModelError() }
    if path == Self.oracle { return .oracle }
    let engine = Engine(threads: model.resolvedThreads(settings))
    try await engine.load(path: path, bar: ProgressLine(isJSON: json, name: "loading"))
    return .model(EngineProposer(engine, options: options, name: path))
  }

  private var wanted: SessionParameters.Goal {
    if let task { return .task(task) }
    if let resume { return .resumed(recording: resume) }
    return .text(goal ?? "")
  }

  private func parameters(attendance: Attendance) -> SessionParameters {
    SessionParameters(
      goal: wanted, device: device, seed: sampling.seed, approval: approve.policy, maximumSteps: maxSteps,
      recording: record,
      allowedApps: allowApp.isEmpty ? nil : Set(allowApp), allowsChanges: allowChanges, attendance: attendance,
      tasks: tasks.directory)
  }
}

extension SessionParameters.Goal {
  /// As the interface has it.
  fileprivate func asked(seed: UInt64) -> SessionRequest.Goal {
    switch self {
    case .text(let text): .text(text)
    case .task(let name): .task(name: name, seed: seed)
    case .resumed(let path): .resumed(recording: path)
    }
  }
}
