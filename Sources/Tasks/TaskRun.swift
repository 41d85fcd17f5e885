public import Devices

/// A task on a device: sets it up, judges, and puts things back.
///
/// Set up once, judge as often as needed, tear down at the end, whatever went wrong before.
public actor TaskRun {
  /// The task, with the parameters that were chosen for this device's clock.
  public nonisolated let task: TaskInstance
  /// Whether the set-up has to be allowed, as it changes something and the device isn't an emulator or a virtual phone,
  /// which nobody keeps things on.
  public nonisolated let needsPermission: Bool
  let device: any Device
  private let note: KeptNote?
  /// What was remembered at the set-up, by name.
  private var remembered: Bindings = [:]
  private var keptStates: [KeptNote.Entry] = []
  private var hasBegun = false

  /// Chooses the parameters; nothing on the device is changed.
  ///
  /// - Parameter notes: the folder for a note of what the set-up finds, which `putBackLeftovers` reads should this program
  ///   be cut off; nil keeps none.
  public init(
    _ definition: TaskDefinition, seed: UInt64, on device: any Device, notes: String? = nil
  ) async throws(TaskError) {
    self.device = device
    note = notes.map { KeptNote(folder: $0, device: device.name) }
    let facts = try await DeviceFacts(of: device)
    let task = try definition.instance(seed: seed, now: facts.now)
    self.task = task
    needsPermission = !facts.isEmulator && !task.changes.isEmpty
  }

  /// All that the set-up changes on a device, and what of it the tear-down puts back.
  public nonisolated var changes: [TaskChange] { task.changes }

  /// The values that steps and checks are filled with.
  var bindings: Bindings { task.bindings.merging(remembered) { $1 } }

  /// Makes the start state.
  ///
  /// - Parameter allowsChanges: whether `changes` were allowed; emulators and virtual phones need no permission.
  public func setUp(allowsChanges: Bool) async throws(TaskError) {
    guard !needsPermission || allowsChanges else { throw .wouldChange(device: device.name, changes: changes) }
    // What an earlier set-up found is what a person had, not what is there since.
    if keptStates.isEmpty { keptStates = note?.entries ?? [] }
    for state in task.definition.kept where !keptStates.contains(where: { $0.state == state }) {
      keptStates.append((state, OutputExpectation.trimmed(try await printed(by: state.reading))))
    }
    if !keptStates.isEmpty { try note?.write(keptStates) }
    hasBegun = true
    try await closeApps()
    for step in task.definition.setUp { try await perform(step) }
    guard task.definition.startsAtHome else { return }
    _ = try await run("input keyevent KEYCODE_HOME")
    do throws(DeviceError) { _ = try await device.settle(limit: 3) } catch { throw .device(error) }
  }

  /// Goes on where a program that was cut off had set the task up, so that the tear-down puts back what that one found.
  public func takeUp() {
    keptStates = note?.entries ?? []
    hasBegun = true
  }

  /// Puts back what a set-up found that was cut off before its tear-down.
  ///
  /// - Parameter notes: the folder of the notes.
  /// - Returns: what was put back, a few words each; empty where nothing was left over.
  public static func putBackLeftovers(on device: any Device, notes: String) async throws(TaskError) -> [String] {
    let note = KeptNote(folder: notes, device: device.name)
    let entries = note.entries
    for (state, printed) in entries {
      guard let command = state.restoring(printed) else { continue }
      do throws(DeviceError) { _ = try await device.shell(command) } catch { throw .device(error) }
    }
    note.remove()
    return entries.map(\.state.words)
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
    var isPutBack = true
    for (state, printed) in keptStates {
      guard let command = state.restoring(printed) else { continue }
      do throws(TaskError) { _ = try await run(command) } catch {
        problem = problem ?? error
        // What the device can't do, it can't do later either; one that is gone may come back.
        if case .device = error { isPutBack = false }
      }
    }
    if isPutBack { note?.remove() }
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
