public import Devices

/// Tells whether the goal is reached: a task's success predicate, or a server's score.
public protocol Judge: Sendable {
  /// How well the goal is reached, 0…1.
  ///
  /// - Parameter answer: the last `answer` that was given, for tasks that are questions.
  func score(answer: String?) async throws(DeviceError) -> Double
}
