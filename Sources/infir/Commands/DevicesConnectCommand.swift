internal import JSON
internal import ArgumentParser
internal import Devices
internal import Episodes
internal import Foundation

/// `infir devices connect`: a device on the network.
struct DevicesConnectCommand: AsyncParsableCommand, EventPrinting {
  static let configuration = CommandConfiguration(
    commandName: "connect", abstract: "Connect to a device on the network.",
    discussion: """
      The address is on the device's screen: Settings → Developer options → Wireless debugging. A device that was never
      paired with this computer is paired first: infir devices pair.
      """)

  @Argument(help: ArgumentHelp("Its address; the port is 5555 where none is given.", valueName: "host:port"))
  var address: String
  @Flag(name: .long, help: "Print one JSON event.") var json = false

  var printsEvents: Bool { json }

  func validate() throws { try DeviceAddress.check(address, needsPort: false) }

  func run() async throws {
    let server = try ADBServer(environment: ProcessInfo.processInfo.environment)
    let sentence = try await server.connect(to: address)
    let serial = address.contains(":") ? address : address + ":5555"
    if json {
      printLine(
        JSONObject(["event": .string("result"), "name": .string("adb:" + serial), "message": .string(sentence)]).text)
    } else {
      printLine("\(sentence.prefix(1).uppercased() + sentence.dropFirst()). Use it as --device adb:\(serial).")
    }
  }
}

/// Addresses as they are typed.
enum DeviceAddress {
  /// Refuses what can't be an address before adb is asked.
  static func check(_ address: String, needsPort: Bool) throws {
    let parts = address.split(separator: ":", omittingEmptySubsequences: false)
    let isHost = parts.first.map { !$0.isEmpty && !$0.contains(where: \.isWhitespace) } ?? false
    let isPort = parts.count == 2 && UInt16(parts[1]).map { $0 > 0 } == true
    guard isHost, isPort || (parts.count == 1 && !needsPort) else {
      let form = needsPort ? "HOST:PORT" : "HOST or HOST:PORT"
      throw ValidationError("The address is \(address); it must be \(form), for example 192.168.1.7:37099.")
    }
  }
}
