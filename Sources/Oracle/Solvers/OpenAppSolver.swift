internal import Episodes
internal import Tasks

/// Opens an app.
struct OpenAppSolver: Solver {
  /// The names of the tasks that it solves.
  let tasks = ["OpenAppTaskEval"]

  /// Opens it, over the launcher's drawer or straight.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    let app = try task.need("app_name")
    if task.seed % 2 == 1 {
      try await hands.home("The launcher has all apps.")
      try await hands.perform(.scroll(.down, nil), "The drawer opens with a swipe up.")
      let icon = try await hands.reach(atMost: 6, "I look for \(app).") { hands in hands.app(app) }
      guard let icon else { throw hands.missing("the app \(app)") }
      try await hands.tap(icon, "There is \(app); I open it.")
    } else {
      try await hands.openApp(app)
    }
    try await hands.done("\(app) is open.")
  }

  /// Opens another app.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await hands.openApp(Self.other(than: try task.need("app_name")))
    try await hands.done("The app is open.")
  }

  static func other(than app: String) -> String {
    app.lowercased().hasPrefix("calculator") ? "Clock" : "Calculator"
  }
}

extension Hands {
  /// An app's icon on the launcher; tasks name apps in small letters, and by more than one name.
  fileprivate func app(_ name: String) -> UIElement? {
    find(name) ?? (name.lowercased() == "dialer" ? find("Phone") : nil)
  }
}
