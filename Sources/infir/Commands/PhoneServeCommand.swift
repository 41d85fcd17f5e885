internal import JSON
internal import ArgumentParser
internal import Episodes
internal import Foundation
internal import Synchronization
internal import VirtualPhone

/// `infir phone serve`: a virtual phone that the real adb connects to.
struct PhoneServeCommand: AsyncParsableCommand, EventPrinting {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve a virtual phone until Ctrl-C; adb connects to it as to any other.",
    discussion: """
      The phone listens on this machine only. It is in memory: without --state, what is done to it is gone when it \
      ends. With it, the file is written at the end and within a second of every change.
      """)

  /// What makes the phone's time pass.
  enum Clock: String, ExpressibleByArgument, CaseIterable {
    /// Time passes as it does for us.
    case real
    /// Time passes only with input and `sleep`, so that the same commands lead to the same screens.
    case input
  }

  @OptionGroup var phone: PhoneArguments

  @Option(help: "The port to listen on; 0 for a free one.")
  var port = 5555

  @Option(help: "What makes its time pass: real, or input, with which every run is the same.")
  var clock = Clock.real

  @Flag(name: .long, help: "Print where it listens as a JSON object.")
  var json = false

  var printsEvents: Bool { json }

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port \(port) is not between 0 and 65535.") }
  }

  func run() async throws {
    let shared = SharedPhone(try phone.host())
    let file = try phone.state.map { try PhoneStateFile(path: $0, phone: shared) }
    // A place that can't be written is said before anything is lost.
    try file?.save()
    let last = Mutex(ContinuousClock.now)
    let isReal = clock == .real
    let server = try ADBDServer(shared, port: port) {
      guard isReal else { return nil }
      return last.withLock { last in
        let now = ContinuousClock.now
        let (seconds, attoseconds) = (now - last).components
        last = now
        return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
      }
    }
    let (ended, finish) = AsyncStream<Void>.makeStream()
    let saving = Task {
      var reported = ""
      while !Task.isCancelled {
        // Ended early when the phone stops, whose last state is saved below.
        guard (try? await Task.sleep(for: .seconds(1))) != nil else { return }
        do { try file?.save() } catch {
          if "\(error)" != reported { printToStandardError("infir: \(error)") }
          reported = "\(error)"
        }
      }
    }
    defer { server.stop() }
    do {
      try await Interruption.watching {
        finish.finish()
      } during: {
        sayWhere(server.port)
        for await _ in ended {}
      }
    } catch {
      await Self.end(saving)
      try file?.save()
      throw error
    }
    await Self.end(saving)
    try file?.save()
  }

  private func sayWhere(_ port: Int) {
    if json {
      printLine(
        JSONObject([
          "event": .string("listening"), "port": .number("\(port)"),
          "serial": .string("127.0.0.1:\(port)"),
        ]).text)
    } else {
      printLine("A phone is on 127.0.0.1:\(port). Connect to it with:")
      printLine("  adb connect 127.0.0.1:\(port)")
    }
  }

  private static func end(_ task: Task<Void, Never>) async {
    task.cancel()
    await task.value
  }
}
