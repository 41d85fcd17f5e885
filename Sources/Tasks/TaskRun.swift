public import Devices

/// A task on a device: sets it up, judges, and puts things back.
///
/// Set up once, judge as often as needed, tear down at the end, whatever went wrong before.
public actor TaskRun {
  /// The task, with the parameters that were chosen for this device's clock.
  public nonisolated let task: TaskInstance
  /// What the set-up would change on this device that the tear-down can't bring back, a few words each; empty where
  /// nothing of a person's is touched, as on emulators and virtual phones.
  public nonisolated let lastingChanges: [String]
  let device: any Device
  /// What was remembered at the set-up, by name.
  private var remembered: Bindings = [:]
  private var keptStates: [(state: KeptState, printed: String)] = []
  private var hasBegun = false

  /// Chooses the parameters; nothing on the device is changed.
  public init(_ definition: TaskDefinition, seed: UInt64, on device: any Device) async throws(TaskError) {
    self.device = device
    let facts = try await DeviceFacts(of: device)
    let task = try definition.instance(seed: seed, now: facts.now)
    self.task = task
    lastingChanges = facts.isEmulator ? [] : definition.erases.map { $0.filled(with: task.bindings) }
  }

  /// The values that steps and checks are filled with.
  var bindings: Bindings { task.bindings.merging(remembered) { $1 } }

  /// Makes the start state.
  ///
  /// - Parameter allowsChanges: whether lasting changes were allowed; emulators and virtual phones need no permission.
  public func setUp(allowsChanges: Bool) async throws(TaskError) {
    guard lastingChanges.isEmpty || allowsChanges else { throw .wouldChange(device: device.name, what: lastingChanges) }
    for state in task.definition.kept where !keptStates.contains(where: { $0.state == state }) {
      keptStates.append((state, OutputExpectation.trimmed(try await printed(by: state.reading))))
    }
    hasBegun = true
    try await closeApps()
    for step in task.definition.setUp { try await perform(step) }
    guard task.definition.startsAtHome else { return }
    _ = try await run("input keyevent KEYCODE_HOME")
    do throws(DeviceError) { _ = try await device.settle(limit: 3) } catch { throw .device(error) }
  }

  /// How well the goal is reached, 0…1: the mean of the checks by their weights.
  ///
  /// - Parameter answer: the last answer that was given.
  public func score(answer: String?) async throws(TaskError) -> Double {
    var judge = Judge(device: device, answer: answer)
    var (held, total) = (0.0, 0.0)
    for check in task.definition.checks {
      total += check.weight
      if try await judge.holds(check, bindings) { held += check.weight }
    }
    return total > 0 ? held / total : 0
  }

  /// Puts back what can be put back: all of it is tried, then the first problem is thrown.
  public func tearDown() async throws(TaskError) {
    var problem: TaskError?
    if hasBegun {
      for step in task.definition.tearDown {
        do throws(TaskError) { try await perform(step) } catch { problem = problem ?? error }
      }
    }
    for (state, printed) in keptStates {
      guard let command = state.restoring(printed) else { continue }
      do throws(TaskError) { _ = try await run(command) } catch { problem = problem ?? error }
    }
    hasBegun = false
    keptStates = []
    if let problem { throw problem }
  }

  // MARK: - Steps

  /// Ends the task's apps, so that each begins at its first screen, as AndroidWorld has it.
  private func closeApps() async throws(TaskError) {
    do throws(DeviceError) {
      for package in try await AppPackages.packages(for: task.definition.apps, on: device) {
        _ = try await device.shell("am force-stop \(package)")
      }
    } catch { throw .device(error) }
  }

  private func perform(_ step: TaskStep) async throws(TaskError) {
    for bindings in bindings.repeating(step.each) {
      switch step.action {
      case .remember(let name, let template):
        let output = try await printed(by: template.filled(with: bindings))
        remembered[name] = .text(OutputExpectation.trimmed(output))
      case .wait(let seconds):
        do throws(DeviceError) { _ = try await device.settle(limit: Double(seconds)) } catch { throw .device(error) }
      case .shell(let template, let mayFail):
        _ = try await run(template.filled(with: bindings), mayFail: mayFail)
      default:
        for command in try step.fileCommands(bindings) { _ = try await run(command) }
      }
    }
  }

  private func printed(by command: String) async throws(TaskError) -> String { try await run(command).text }

  private func run(_ command: String, mayFail: Bool = false) async throws(TaskError) -> ShellResult {
    let result: ShellResult
    do throws(DeviceError) { result = try await device.shell(command) } catch { throw .device(error) }
    if result.code != 0, !mayFail {
      let said = OutputExpectation.trimmed(String(decoding: result.errors + result.output, as: UTF8.self))
      throw .command(
        command: command.count > 200 ? "\(command.prefix(200))…" : command,
        reason: said.isEmpty ? "exit code \(result.code)" : said)
    }
    return result
  }
}
