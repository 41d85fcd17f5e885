internal import Episodes
internal import Tasks

/// Works something out with the calculator.
struct CalculatorSolver: Solver {
  /// The names of the tasks that it solves.
  let tasks = ["CalculatorMultiply"]

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, key: "multiply")
  }

  /// Adds instead.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, key: "plus")
  }

  private func act(_ task: TaskInstance, _ hands: Hands, key: String) async throws(OracleError) {
    let (first, second) = (try task.need("first"), try task.need("second"))
    try await hands.openApp("Calculator")
    for name in first.map(String.init) + [key] + second.map(String.init) + ["equals"] {
      let key = hands.elements.first { $0.isClickable && $0.contentDescription == name }
      guard let key else { throw hands.missing("the key \(name)") }
      try await hands.tap(key, "I type \(first) times \(second); now \(name).")
    }
    guard let result = hands.find(id: "formula")?.text else { throw hands.missing("the result") }
    try await hands.answer(result, "The calculator says \(result).")
    try await hands.done("The question is answered.")
  }
}
