public import Tasks

/// The solvers, by the tasks that they know.
public enum Oracle {
  /// All of them.
  static let solvers: [any Solver] = [
    SystemSolver(), SettingsSolver(), OpenAppSolver(), ClockSolver(), ContactsSolver(), MessagesSolver(), PhoneSolver(),
    CalendarAddingSolver(), CalendarDeletingSolver(), CalendarAskingSolver(), CalculatorSolver(), ErrandsSolver(),
    MarkorSolver(), FilesSolver(), CameraSolver(), GallerySolver(), BrowserSolver(),
    RecipeAddingSolver(), RecipeDeletingSolver(), RecipeDuplicatesSolver(), ExpenseSolver(), TodoSolver(),
    RecorderSolver(),
    ClipboardSolver(),
  ]

  private static let byTask: [String: any Solver] = Dictionary(
    solvers.flatMap { solver in solver.tasks.map { ($0, solver) } }, uniquingKeysWith: { first, _ in first })

  /// The names of all tasks that have a solver, sorted.
  public static var tasks: [String] { byTask.keys.sorted() }

  /// The solver of a task.
  public static func solver(for task: String) throws(OracleError) -> any Solver {
    guard let solver = byTask[task] else { throw .unknownTask(name: task) }
    return solver
  }

  /// Does a task and says that it is done.
  public static func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await solver(for: task.definition.name).solve(task, with: hands)
  }
}
