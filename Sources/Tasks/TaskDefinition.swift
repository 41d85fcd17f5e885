internal import Randomness

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

  let goalTemplate: Template
  let parameters: [(name: String, generator: any ParameterGenerator)]
  let setUp: [TaskStep]
  let checks: [TaskCheck]
  let tearDown: [TaskStep]
  let kept: [KeptState]
  let erases: [Template]
  /// Whether the home screen is shown when the set-up has ended.
  let startsAtHome: Bool

  /// Whether its goal asks for an answer.
  public var wantsAnswer: Bool { checks.contains(where: \.looksAtAnswer) }

  /// The names of its parameters in order.
  public var parameterNames: [String] { parameters.map(\.name) }

  /// The scope of its goal.
  var scope: Scope {
    Scope().adding(Dictionary(parameters.map { ($0.name, $0.generator.kind) }) { first, _ in first })
  }

  /// The moment that AndroidWorld's emulators are set to, 2023-10-15 15:34: for looking at a task without a device.
  public static let usualClock = 1_697_384_040

  /// The task with its parameters chosen.
  ///
  /// - Parameter now: the device's clock, in seconds since 1970 as its wall clock shows them.
  public func instance(seed: UInt64, now: Int = usualClock) throws(TaskError) -> TaskInstance {
    var bindings: Bindings = ["now": .time(now), "seed": .number(Int(truncatingIfNeeded: seed & 0x7FFF_FFFF))]
    var values: [String: TaskValue] = [:]
    for (name, generator) in parameters {
      var choosing = Choosing(random: SplitMix64(seed: seed, self.name, name), bindings: bindings)
      do throws(TaskProblem) {
        let value = try generator.value(with: &choosing)
        values[name] = value
        bindings[name] = value
      } catch {
        throw TaskProblem("the parameter \(name): \(error.reason)", line: error.line).error(file: "\(self.name).yaml")
      }
    }
    return TaskInstance(
      definition: self, seed: seed, values: values, goal: goalTemplate.filled(with: bindings), now: now)
  }
}

extension TaskCheck {
  /// Whether it, or a part of it, is about the answer.
  var looksAtAnswer: Bool {
    switch condition {
    case .answer: true
    case .any(let checks), .all(let checks): checks.contains(where: \.looksAtAnswer)
    case .not(let check): check.looksAtAnswer
    default: false
    }
  }
}
