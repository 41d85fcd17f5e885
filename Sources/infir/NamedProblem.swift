internal import Agent
internal import Checkpoints

/// What is wrong with something on disk, with its path: not every error below knows where its bytes came from.
struct NamedProblem: Error, CustomStringConvertible {
  let description: String

  /// Puts the path before a problem, unless it names it already.
  init(_ problem: String, of path: String) {
    description = problem.contains(path) ? problem : "\(path) can't be used: \(problem)"
  }
}

extension Engine {
  /// Loads a model for a command, with a bar that shows how far that is.
  func load(path: String, bar: ProgressLine) async throws {
    do {
      try load(path: path) { bar.show($0) }
    } catch .cancelled {
      throw AgentError.cancelled
    } catch {
      bar.finish()
      throw NamedProblem(error.description, of: path)
    }
    bar.finish()
  }
}
