/// A task as its file describes it: `tasks/README.md` has the format.
public struct TaskDefinition: Sendable {
  /// Its name, AndroidWorld's where the task exists there; the file's name.
  public var name: String
  /// What is asked for, with `{parameter}`s.
  public var goal: String
  /// Labels of the apps that it is about.
  public var apps: [String]
  /// AndroidWorld's tags.
  public var tags: [String]
  /// `easy`, `medium` or `hard`.
  public var difficulty: String
  /// The fewest steps that do it.
  public var optimalSteps: Int
  /// The step budget.
  public var maximumSteps: Int
}
