internal import JSON

// Everything but actions goes as parameters of the query.
//
//   GET  /suite/task_list     max_index: −1 for all                       {"task_list": […]}
//   GET  /suite/task_length   task_type                                   {"length": n}
//   GET  /suite/reinitialize  n_task_combinations, seed, task_family      {"status", "message"}
//   POST /task/initialize     task_type, task_idx                         {"status", "message"}
//   POST /task/tear_down      task_type, task_idx                         {"status", "message"}
//   GET  /task/score          task_type, task_idx                         {"score": 0…1}
//   GET  /task/goal           task_type, task_idx                         {"goal": …}
//   GET  /task/template       task_type, task_idx                         {"template": …}
//   POST /reset               go_home                                     {"status", "message"}
//   GET  /health                                                          {"status": "success"}
//   POST /close                                                           {"status": "success"}

extension AndroidWorldServer {
  /// Asks whether it is up and has its device.
  ///
  /// - Throws: `DeviceError.unreachable`, or `refused` in its words.
  public func checkHealth() async throws(DeviceError) {
    _ = try ask(HTTPRequest(method: "GET", path: "/health"), "whether it is well")
  }

  /// Brings the device into its first state.
  ///
  /// - Parameter goesHome: whether the launcher is shown.
  public func reset(goesHome: Bool) async throws(DeviceError) {
    try change("/reset", [("go_home", goesHome ? "true" : "false")], "to reset")
  }

  /// The names of its suite's tasks, in its order.
  public func tasks() async throws(DeviceError) -> [String] {
    let what = "its tasks"
    return try await persistently { () throws(DeviceError) in
      let object = try ask(HTTPRequest(method: "GET", path: "/suite/task_list", query: [("max_index", "-1")]), what)
      guard let list = object.present("task_list")?.array else { throw missing("task_list", what) }
      return list.compactMap(\.string)
    }
  }

  /// How many instances of a task the suite has, each with parameters of its own.
  public func instanceCount(of task: String) async throws(DeviceError) -> Int {
    let what = "how often it has the task \(task)"
    return try await persistently { () throws(DeviceError) in
      let object = try ask(HTTPRequest(method: "GET", path: "/suite/task_length", query: [("task_type", task)]), what)
      guard let count = object.present("length")?.integer, count >= 0 else { throw missing("length", what) }
      return count
    }
  }

  /// Makes the suite anew.
  ///
  /// - Parameters:
  ///   - combinations: instances of each task.
  ///   - seed: what their parameters are drawn from.
  ///   - family: `android_world`, `miniwob`, …
  public func makeSuite(
    combinations: Int = 2, seed: Int = 42, family: String = "android_world"
  ) async throws(DeviceError) {
    let request = HTTPRequest(
      method: "GET", path: "/suite/reinitialize",
      query: [("n_task_combinations", "\(combinations)"), ("seed", "\(seed)"), ("task_family", family)])
    _ = try ask(request, "to make its tasks anew", seconds: taskSeconds)
  }

  /// Sets a task's instance up on the device.
  public func initialize(task: String, index: Int) async throws(DeviceError) {
    try change("/task/initialize", Self.instance(task, index), "to set \(task) \(index) up")
  }

  /// Takes back what a task's set-up did.
  public func tearDown(task: String, index: Int) async throws(DeviceError) {
    try change("/task/tear_down", Self.instance(task, index), "to take \(task) \(index) down")
  }

  /// How far the device is where the task wants it, 0…1.
  public func score(task: String, index: Int) async throws(DeviceError) -> Double {
    let what = "the score of \(task) \(index)"
    return try await persistently { () throws(DeviceError) in
      let object = try ask(HTTPRequest(method: "GET", path: "/task/score", query: Self.instance(task, index)), what)
      // Some checks give Python's True and False.
      if let isReached = object.present("score")?.bool { return isReached ? 1 : 0 }
      guard let score = object.present("score")?.double, (0...1).contains(score) else {
        throw missing("score from 0 to 1", what)
      }
      return score
    }
  }

  /// What is to be done, in words.
  public func goal(task: String, index: Int) async throws(DeviceError) -> String {
    try await text("goal", task, index)
  }

  /// The goal with its parameters' names instead of their values.
  public func template(task: String, index: Int) async throws(DeviceError) -> String {
    try await text("template", task, index)
  }

  /// Ends the server's work with the device.
  public func close() async throws(DeviceError) {
    try change("/close", [], "to close")
  }

  private func text(_ field: String, _ task: String, _ index: Int) async throws(DeviceError) -> String {
    let what = "the \(field) of \(task) \(index)"
    return try await persistently { () throws(DeviceError) in
      let object = try ask(HTTPRequest(method: "GET", path: "/task/\(field)", query: Self.instance(task, index)), what)
      guard let text = object.present(field)?.string else { throw missing(field, what) }
      return text
    }
  }

  /// Changes something on the device, once.
  private func change(_ path: String, _ query: [(name: String, value: String)], _ what: String) throws(DeviceError) {
    forget()
    _ = try ask(HTTPRequest(method: "POST", path: path, query: query), what, seconds: taskSeconds)
  }

  private static func instance(_ task: String, _ index: Int) -> [(name: String, value: String)] {
    [("task_type", task), ("task_idx", "\(index)")]
  }

  private func missing(_ field: String, _ what: String) -> DeviceError {
    .garbled(name: name, what: what, reason: "it has no \(field)")
  }
}
