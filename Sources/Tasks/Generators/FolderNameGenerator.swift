internal import Randomness
internal import Yams

/// `folder_name: true`: a name such as `Recipes_12`.
struct FolderNameGenerator: ParameterGenerator {
  let kind = ValueKind.text

  init(_ node: Node) throws(TaskProblem) {
    guard try node.truth("folder_name") else { throw TaskProblem("folder_name is true", at: node) }
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    .text("\(choosing.random.pick(Vocabulary.folders))_\(10 + choosing.random.below(90))")
  }
}
