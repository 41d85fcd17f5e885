internal import JSON
internal import ArgumentParser
internal import Devices
internal import Episodes
internal import Foundation

/// `infir devices pair`: makes a device on the network trust this computer.
struct DevicesPairCommand: AsyncParsableCommand, EventPrinting {
  static let configuration = CommandConfiguration(
    commandName: "pair", abstract: "Pair with a device on the network by the code on its screen.",
    discussion: """
      On the device: Settings → Developer options → Wireless debugging → Pair device with pairing code. The port there \
      is for pairing alone; connect with the one on the page before.
      """)

  @Argument(help: ArgumentHelp("The address beside the code.", valueName: "host:port")) var address: String
  @Argument(help: "The six digits on its screen.") var code: String
  @Flag(name: .long, help: "Print one JSON event.") var json = false

  var printsEvents: Bool { json }

  func validate() throws {
    try DeviceAddress.check(address, needsPort: true)
    guard !code.isEmpty, code.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
      throw ValidationError("The code is \(code); it must be the six digits on the device's screen.")
    }
  }

  func run() async throws {
    let server = try ADBServer(environment: ProcessInfo.processInfo.environment)
    let sentence = try await server.pair(with: address, code: code)
    if json {
      printLine(JSONObject(["event": .string("result"), "message": .string(sentence)]).text)
    } else {
      printLine("\(sentence). Now connect to the address on the page before: infir devices connect HOST:PORT.")
    }
  }
}
