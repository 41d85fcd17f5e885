public import Devices

/// A task on a device: sets it up, judges, and puts things back.
public actor TaskRun {
  /// The task, with the parameters that were chosen for this device's clock.
  public let task: TaskInstance
  private let device: any Device

  /// Chooses the parameters; nothing on the device is changed.
  public init(_ definition: TaskDefinition, seed: UInt64, on device: any Device) async throws(TaskError) {
    task = TaskInstance(definition: definition, seed: seed, values: [:])
    self.device = device
  }

  /// What the set-up would change on this device that the tear-down can't bring back, a few words each; empty where
  /// nothing of a person's is touched.
  public nonisolated var lastingChanges: [String] { [] }

  /// Makes the start state.
  ///
  /// - Parameter allowsChanges: whether lasting changes were allowed; emulators and virtual phones need no permission.
  public func setUp(allowsChanges: Bool) async throws(TaskError) {}

  /// How well the goal is reached, 0…1.
  ///
  /// - Parameter answer: the last answer that was given.
  public func score(answer: String?) async throws(TaskError) -> Double { 0 }

  /// Puts back what can be put back.
  public func tearDown() async throws(TaskError) {}
}
