internal import CSockets
internal import Foundation
internal import Synchronization

/// The real adb.
public enum ADBProgram {
  /// Whether there is one. For `.enabled(if:)`.
  public static let isInstalled = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/adb") }

  /// What a skipped test says.
  public static let missing = "adb isn't installed; install it (apt-get install adb) to run the tests that need it"

  // Under the ports that Linux gives to whoever asks for any (32768 and on): one of those, free a moment ago, may be
  // another test's by the time that adb wants it. Where to begin is chance, for test runs side by side.
  private static let ports = 20_000..<32_000
  private static let next = Mutex(Int.random(in: ports))

  /// A port for an adb server, so that the one of the person who runs the tests goes on undisturbed, or for a phone that
  /// is unplugged and comes back. No port is given twice.
  public static func freePort() -> UInt16 {
    next.withLock { next in
      while true {
        next = ports.contains(next + 1) ? next + 1 : ports.lowerBound
        // Asked by connecting: a program that is being started at this moment would keep a listener of ours open.
        let probe = sk_connect("127.0.0.1", UInt16(next), 1000)
        guard probe >= 0 else { return UInt16(next) }
        sk_close(probe)
      }
    }
  }
}
