internal import JSON
internal import ArgumentParser
internal import Devices
internal import Episodes
internal import Foundation

/// `infir devices list`: what is connected, and what keeps it from being used.
struct DevicesListCommand: AsyncParsableCommand, EventPrinting {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the devices that the adb server knows, and their states.")

  @Flag(name: .long, help: "Print one JSON object per device.") var json = false

  var printsEvents: Bool { json }

  func run() async throws {
    let devices = try await ADBServer(environment: ProcessInfo.processInfo.environment).devices()
    if json {
      for device in devices { printLine(device.event.text) }
    } else if devices.isEmpty {
      printLine("No device is connected. Plug one in with USB debugging on, or see infir devices connect --help.")
    } else {
      for line in lines(devices) { printLine(line) }
    }
  }

  /// Name, state and model in columns, and what to do about those that aren't ready.
  private func lines(_ devices: [DeviceListing]) -> [String] {
    let names = column(devices.map(\.name))
    let states = column(devices.map { $0.isReady ? "ready" : $0.state })
    return devices.indices.map { index in
      let device = devices[index]
      let detail = device.isReady ? device.model ?? "" : device.advice
      return detail.isEmpty ? "\(names[index])  \(states[index])" : "\(names[index])  \(states[index])  \(detail)"
    }
  }

  private func column(_ texts: [String]) -> [String] {
    let width = texts.map(\.count).max() ?? 0
    return texts.map { $0 + String(repeating: " ", count: width - $0.count) }
  }
}

extension DeviceListing {
  /// The device as an event.
  var event: JSONObject {
    JSONObject([
      "event": .string("device"), "name": .string(name), "serial": .string(serial), "state": .string(state),
      "ready": .bool(isReady), "model": model.map(JSONValue.string) ?? .null,
    ])
  }
}
