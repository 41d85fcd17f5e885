extension Outcome {
  /// Opens the model picker, which looks for models at once.
  static func openModels(_ context: Context) -> Outcome {
    Outcome(effects: [.findModels], navigation: .open(ModelScreen()))
  }

  /// Opens the file browser in a folder.
  static func openBrowser(_ purpose: BrowserScreen.Purpose, at path: String) -> Outcome {
    Outcome(effects: [.list(path: path)], navigation: .open(BrowserScreen(purpose: purpose, path: path)))
  }
}
