/// What counts as success.
public enum TaskOutcome {
  /// AndroidWorld's rule: how well the goal is reached, if it was said that it is; nothing otherwise. So a task that asks
  /// for what holds from the start isn't done by doing nothing: someone has to look and say so.
  ///
  /// - Parameters:
  ///   - score: what the task's check gives, 0…1.
  ///   - claimsDone: whether the agent ended with `status` `complete`.
  public static func success(score: Double, claimsDone: Bool) -> Double { claimsDone ? score : 0 }
}
