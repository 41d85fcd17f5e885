/// Which models are known, which one is loaded, and how far the one is that is being loaded.
struct ModelState: Sendable, Equatable {
  struct Loading: Sendable, Equatable {
    var path: String
    var fraction: Double
  }

  private(set) var found: [ModelSummary]
  private(set) var isSearching = false
  private(set) var loaded: ModelSummary?
  private(set) var loading: Loading?
  /// Why models could not be loaded, by path.
  private(set) var failures: [String: String] = [:]

  /// The tasks' solver, where it proposes in sessions instead of a model.
  let solver: String?

  init(found: [ModelSummary] = [], solver: String? = nil) {
    self.found = found
    self.solver = solver
  }

  /// Those that were found, and the loaded one if it came from elsewhere.
  var known: [ModelSummary] {
    guard let loaded, !found.contains(where: { $0.path == loaded.path }) else { return found }
    return [loaded] + found
  }

  func name(of path: String) -> String { known.first { $0.path == path }?.name ?? PathText.name(of: path) }

  /// Why no model can be loaded just now.
  var whyNotLoad: String? { loading.map { "\(name(of: $0.path)) is still being loaded" } }

  mutating func beganSearch() { isSearching = true }

  mutating func beganLoading(_ path: String) {
    loading = Loading(path: path, fraction: 0)
    failures[path] = nil
  }

  /// Takes news of models into account; returns what is worth telling, if anything.
  mutating func update(_ message: Message) -> Notice? {
    switch message {
    case .modelsFound(let models):
      found = models
      isSearching = false
    case .modelLoading(let path, let fraction):
      loading = Loading(path: path, fraction: NumberText.clamped(fraction))
    case .modelLoaded(let model):
      loaded = model
      failures[model.path] = nil
      if loading?.path == model.path { loading = nil }
      return Notice("\(model.name) is loaded.", role: .good)
    case .modelFailed(let path, let problem):
      failures[path] = problem
      if loading?.path == path { loading = nil }
      return Notice(problem, role: .bad)
    default: break
    }
    return nil
  }
}
