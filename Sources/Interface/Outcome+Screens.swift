extension Outcome {
  /// Opens the model picker, which looks for models at once.
  static func openModels(_ context: Context) -> Outcome {
    Outcome(effects: [.findModels], navigation: .open(ModelScreen()))
  }

  /// Opens the form that a session is set up in.
  static func openSetup(_ context: Context, device: String = "virtual", approval: Approval = .always) -> Outcome {
    Outcome(
      effects: [.findDevices, .findTasks], navigation: .open(SetupScreen(device: device, approval: approval)))
  }

  /// Opens the file browser in a folder.
  static func openBrowser(_ purpose: BrowserScreen.Purpose, at path: String) -> Outcome {
    Outcome(effects: [.list(path: path)], navigation: .open(BrowserScreen(purpose: purpose, path: path)))
  }
}
