internal import ArgumentParser
internal import Dispatch
internal import Foundation
internal import Synchronization

/// Ctrl-C, SIGTERM and the terminal's end in commands that print: the work is stopped in order, and the exit code says
/// so.
enum Interruption {
  /// Runs `work`; at the first signal calls `stop`, after which `work` is expected to end soon.
  ///
  /// - Throws: what `work` throws, or, after a signal, exit code 130 (143 for SIGTERM, 129 for SIGHUP).
  static func watching(
    stop: @escaping @Sendable () -> Void, during work: () async throws -> Void
  ) async throws {
    let caught = Mutex<Int32?>(nil)
    let numbers = [SIGINT, SIGTERM] + (isIgnored(SIGHUP) ? [] : [SIGHUP])
    let sources = numbers.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        // Who asks twice means it.
        if caught.withLock({ previous in
          defer { previous = number }
          return previous != nil
        }) {
          _exit(128 + number)
        }
        stop()
      }
      return source
    }
    // A signal before a source is registered would be lost: whoever sees the work begin may send one.
    for source in sources {
      await withCheckedContinuation { continuation in
        source.setRegistrationHandler { continuation.resume() }
        source.resume()
      }
    }
    defer {
      for source in sources { source.cancel() }
      for number in numbers { signal(number, SIG_DFL) }
    }
    do {
      try await work()
    } catch {
      if let number = caught.withLock({ $0 }) { throw ExitCode(128 + number) }
      throw error
    }
    if let number = caught.withLock({ $0 }) { throw ExitCode(128 + number) }
  }

  /// Whether the program was started to live on when the terminal goes, as `nohup` does it.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN as sighandler_t?, to: Int.self)
  }
}
