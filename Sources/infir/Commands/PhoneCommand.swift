internal import ArgumentParser

/// `infir phone`: the Android-like phone in memory.
struct PhoneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "phone",
    abstract: "Serve a virtual phone that adb connects to, or take a picture of one.",
    subcommands: [PhoneServeCommand.self, PhoneScreenshotCommand.self])
}
