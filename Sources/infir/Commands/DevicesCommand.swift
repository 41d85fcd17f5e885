internal import ArgumentParser

/// `infir devices`: the phones that can be driven.
struct DevicesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "devices", abstract: "List devices on the adb server, and connect to those on the network.",
    discussion: """
      ADB (the adb program), ANDROID_ADB_SERVER_PORT and ANDROID_SERIAL are honoured as adb does.
      """,
    subcommands: [DevicesListCommand.self, DevicesConnectCommand.self, DevicesPairCommand.self])
}
