internal import ArgumentParser
internal import JSON

/// `infir doctor`: what works on this machine and what doesn't.
struct DoctorCommand: AsyncParsableCommand, EventPrinting {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check terminal, CPU, libraries, adb and memory, and say what to do about what is missing.")

  @Flag(name: .long, help: "Print one JSON object per check.")
  var json = false

  var printsEvents: Bool { json }

  func run() async throws {
    let findings = await Examination().findings()
    for finding in findings { printLine(json ? finding.event.text : finding.text) }
    if findings.contains(where: { $0.state == .broken }) { throw ExitCode(1) }
  }
}
