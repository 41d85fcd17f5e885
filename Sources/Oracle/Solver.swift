public import Tasks

/// Shows how a task is done: reads the view tree, and acts as a person would.
public protocol Solver: Sendable {
  /// The names of the tasks that it solves.
  var tasks: [String] { get }
  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError)
  /// Does nearly the task: in the right app, with a wrong value; the task's check must not take it.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError)
}
