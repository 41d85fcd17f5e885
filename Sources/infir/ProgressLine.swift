internal import Foundation
internal import JSON
internal import Synchronization

/// How far something is: a line on standard error that is written over, or events.
final class ProgressLine: Sendable {
  private let isJSON: Bool
  private let name: String
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let lastPercent = Mutex(-1)

  init(isJSON: Bool, name: String) {
    self.isJSON = isJSON
    self.name = name
  }

  /// Shows a fraction, 0…1; only whole per cents are shown, so it may be called often.
  func show(_ fraction: Double) {
    let percent = Int((min(max(fraction, 0), 1) * 100).rounded(.down))
    let isNews = lastPercent.withLock { last in
      defer { last = percent }
      return last != percent
    }
    guard isNews else { return }
    if isJSON {
      printLine(event(percent))
    } else if isTerminal {
      FileHandle.standardError.write(Data("\r\(name) \(percent) %".utf8))
    }
  }

  /// Clears the line.
  func finish() {
    if !isJSON, isTerminal, lastPercent.withLock({ $0 >= 0 }) {
      FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
  }

  private func event(_ percent: Int) -> String {
    JSONObject(["event": .string("progress"), "phase": .string(name), "fraction": .real(Double(percent) / 100)]).text
  }
}
