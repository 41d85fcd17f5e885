/// The tasks that are known, and why there may be none.
struct TaskState: Sendable, Equatable {
  private(set) var found: [TaskSummary] = []
  private(set) var problem: String?
  private(set) var isReading = false

  mutating func beganReading() { isReading = true }

  /// Takes tasks, those of an app together, easy ones first.
  mutating func found(_ tasks: [TaskSummary], problem: String?) {
    found = tasks.sorted { a, b in
      (a.apps.first ?? "", a.rank, a.name) < (b.apps.first ?? "", b.rank, b.name)
    }
    self.problem = problem
    isReading = false
  }
}

extension TaskSummary {
  /// `easy` before `medium` before `hard`.
  fileprivate var rank: Int { ["easy", "medium", "hard"].firstIndex(of: difficulty) ?? 3 }

  /// Whether every word occurs in the name, the goal, the apps or the difficulty, in any case.
  func matches(_ filter: String) -> Bool {
    let all = ([name, goal, difficulty] + apps).joined(separator: " ").lowercased()
    return filter.lowercased().split(separator: " ").allSatisfy { all.contains($0) }
  }
}
