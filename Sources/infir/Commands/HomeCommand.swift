internal import ArgumentParser

/// `infir`: the full-screen home menu.
struct HomeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "home", abstract: "Open the full-screen home menu (the default).", shouldDisplay: false)

  @OptionGroup var model: ModelArguments

  func run() async throws {
    let settings = try Settings()
    try await InterfaceSession(modelPath: model.resolvedModel(settings), threads: model.resolvedThreads(settings)).run()
  }
}
