internal import ArgumentParser
internal import Foundation
internal import Imaging
internal import VirtualPhone

/// `infir phone screenshot`: what a phone's screen looks like, new or as it was saved.
struct PhoneScreenshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screenshot",
    abstract:
      "Write the screen of a virtual phone as a PNG: of a new one, or of one that was saved, which stays as it is.")

  @OptionGroup var phone: PhoneArguments

  @Option(name: .shortAndLong, help: ArgumentHelp("Where to write it; standard output without.", valueName: "FILE.png"))
  var out: String?

  @Option(
    help: ArgumentHelp("Shell commands to run before, for example 'am start -n …; input tap 5 5'.", valueName: "SCRIPT")
  )
  var after: String?

  func run() throws {
    var host = try phone.host()
    if let after {
      let result = host.run(after)
      guard result.code == 0 else {
        throw FailedScript(
          code: result.code, errors: String(decoding: result.errors, as: UTF8.self))
      }
    }
    let png = try host.phone.screenshot().pngData()
    if let out {
      do { try Data(png).write(to: URL(fileURLWithPath: out)) } catch {
        let cause = (error as? CocoaError)?.underlying as? POSIXError
        let reason = cause.map { String(cString: strerror($0.code.rawValue)) } ?? error.localizedDescription
        throw NamedProblem("it can't be written (\(reason)); name a file in a directory that can be", of: out)
      }
    } else {
      try FileHandle.standardOutput.write(contentsOf: Data(png))
    }
  }
}

/// A script that was to be run before a picture failed.
private struct FailedScript: Error, CustomStringConvertible {
  let code: Int32
  let errors: String

  var description: String {
    let said = errors.trimmingCharacters(in: .whitespacesAndNewlines)
    let reason = said.isEmpty ? "" : ": \(said)"
    return "the script of --after ended with code \(code)\(reason); no picture was taken, mend it"
  }
}
