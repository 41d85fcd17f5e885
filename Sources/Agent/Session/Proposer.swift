/// Whoever proposes actions: a model, or a solver that shows how a task is done.
public protocol Proposer: Sendable {
  /// What it is called in recordings and on the screen.
  var name: String { get async }

  /// Proposes an action for a step, with the events of `Engine.propose`.
  func propose(_ request: StepRequest) -> AsyncThrowingStream<StepEvent, any Error>

  /// Stops the proposal that is being made.
  func cancel()
}
