internal import Episodes
internal import Tasks

/// Answers questions about the things to do in Tasks.
struct TodoSolver: Solver {
  /// The names of the tasks that it solves.
  let tasks = [
    "TasksCompletedTasksForDate", "TasksDueNextWeek", "TasksDueOnDate", "TasksHighPriorityTasks",
    "TasksHighPriorityTasksDueOnDate", "TasksIncompleteTasksOnDate",
  ]

  private struct Todo {
    var title: String
    var priority = ""
    /// As the list shows it.
    var due = ""
    var completed = ""
  }

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    let found = try await find(task, hands)
    let answer =
      task.definition.name == "TasksDueNextWeek"
      ? "\(found.count)" : found.map(\.title).joined(separator: ", ")
    try await hands.answer(answer, "That is what the list says.")
    try await hands.done("The question is answered.")
  }

  /// Answers with one less, or with a number too high.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    let found = try await find(task, hands)
    let answer =
      task.definition.name == "TasksDueNextWeek"
      ? "\(found.count + 1)" : (found.dropLast().map(\.title) + ["Learn to whistle"]).joined(separator: ", ")
    try await hands.answer(answer, "That is what the list says.")
    try await hands.done("The question is answered.")
  }

  private func find(_ task: TaskInstance, _ hands: Hands) async throws(OracleError) -> [Todo] {
    let today = Moment(seconds: task.now).midnight
    try await hands.openApp("Tasks")
    if task.definition.name == "TasksCompletedTasksForDate" {
      try await hands.tap("More options", "Completed tasks are hidden.")
      if hands.find("Show completed") != nil { try await hands.tap("Show completed", "I let them be shown.") }
    }
    let todos = try await readAll(hands)
    func label(_ day: Moment) -> String {
      switch (day.seconds - today.seconds) / 86_400 {
      case 0: "Today"
      case 1: "Tomorrow"
      case -1: "Yesterday"
      default: "\(day.monthName.prefix(3)) \(day.day)" + (day.year == today.year ? "" : ", \(day.year)")
      }
    }
    switch task.definition.name {
    case "TasksHighPriorityTasks": return todos.filter { $0.priority == "High priority" }
    case "TasksDueNextWeek":
      let week = (1...7).map { label(today.days(later: $0)) }
      return todos.filter { week.contains($0.due) }
    case "TasksIncompleteTasksOnDate":
      let last = (try task.need(moment: "day").midnight.seconds - today.seconds) / 86_400
      let days = (-60...max(-60, last)).map { label(today.days(later: $0)) }
      return todos.filter { days.contains($0.due) }
    case "TasksCompletedTasksForDate":
      let day = label(try task.need(moment: "on").midnight)
      return todos.filter { $0.completed == "Completed \(day)" }
    case "TasksHighPriorityTasksDueOnDate":
      let day = label(try task.need(moment: "day").midnight)
      return todos.filter { $0.due == day && $0.priority == "High priority" }
    default:
      let day = label(try task.need(moment: "day").midnight)
      return todos.filter { $0.due == day }
    }
  }

  /// Scrolls through the list and reads it.
  private func readAll(_ hands: Hands) async throws(OracleError) -> [Todo] {
    var all: [Todo] = []
    func take() -> Bool {
      var isNew = false
      for todo in shown(hands) where !all.contains(where: { $0.title == todo.title }) {
        all.append(todo)
        isNew = true
      }
      return isNew
    }
    _ = take()
    // A list that doesn't scroll is seen in whole.
    while hands.elements.contains(where: \.isScrollable) {
      try await hands.scroll(.down, "I read on.")
      if !take() { break }
    }
    return all
  }

  // The rows that can be seen in whole: in each, its box comes first.
  private func shown(_ hands: Hands) -> [Todo] {
    let bottom = hands.find(id: "recycler_view")?.bounds?.bottom ?? Int.max
    var todos: [Todo] = []
    var isWhole = false
    for element in hands.elements {
      let id = element.resourceID?.split(separator: "/").last
      if id == "rowBody", let bounds = element.bounds {
        // A row has no less than 56 dp.
        isWhole = bounds.height >= 100 && bounds.bottom < bottom
        if isWhole { todos.append(Todo(title: "")) }
      }
      guard isWhole, let last = todos.indices.last else { continue }
      switch id {
      case "completeBox": todos[last].priority = element.contentDescription ?? ""
      case "title": todos[last].title = element.says
      case "due_date": todos[last].due = element.says
      case "completed_date": todos[last].completed = element.says
      default: break
      }
    }
    return todos.filter { !$0.title.isEmpty }
  }
}
