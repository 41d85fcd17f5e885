internal import Agent
internal import Episodes
internal import Foundation
internal import JSON

/// Prints a replay as it goes: for people a few lines a step, for programs an event a line.
final class ReplayPrinter {
  private let isJSON: Bool
  private var steps = 0
  private var agreed = 0
  private var compared = 0

  init(isJSON: Bool) { self.isJSON = isJSON }

  /// An episode begins.
  func begin(_ episode: Episode) {
    if isJSON {
      show([
        "event": .string("episode"), "id": .string(episode.id), "goal": .string(episode.goal),
        "steps": .integer(episode.steps.count), "problems": .array(episode.problems.map(JSONValue.string)),
        "rule": .string(ActionMatching.androidControlAITW.rawValue),
      ])
    } else {
      printLine("\(episode.id): \(episode.goal)")
      for problem in episode.problems { printLine("  note: \(problem)") }
    }
  }

  /// Something happens in a step.
  func show(_ event: StepEvent) {
    if case .result(_, let agreement) = event {
      steps += 1
      if agreement != .unknown { compared += 1 }
      if agreement == .agrees { agreed += 1 }
    }
    if isJSON {
      printLine(event.jsonLine)
    } else if let line = ReplayPrinter.line(event) {
      printLine(line)
    }
  }

  /// All steps are over.
  func finish() {
    if isJSON {
      show([
        "event": .string("summary"), "steps": .integer(steps), "compared": .integer(compared),
        "agree": .integer(agreed),
      ])
    } else {
      printLine("\n\(agreed) of \(compared) steps agree (rule: \(ActionMatching.androidControlAITW.rawValue))")
    }
  }

  private func show(_ object: JSONObject) { printLine(object.text) }

  /// What people see of an event; nil for those that only programs want.
  private static func line(_ event: StepEvent) -> String? {
    switch event {
    case .observation(let step, let screenshot, let width, let height):
      return "\nstep \(step + 1)  \(screenshot ?? "no picture")  \(width)×\(height)"
    case .thought(let text): return "  thought   \(printable(text))"
    case .action(let action, _): return "  proposed  \(printable(action.summary))"
    case .failed(let reason, let answer):
      return "  failed    \(printable(reason))" + (answer.map { "\n  answer    \(printable($0))" } ?? "")
    case .result(let recorded, let agreement):
      let mark =
        switch agreement {
        case .agrees: "agrees"
        case .differs(let reason): "differs: \(printable(reason))"
        case .unknown: "nothing to compare with"
        }
      return "  recorded  \(printable(recorded?.summary ?? "no action"))\n  result    \(mark)"
    case .finished(let timings):
      let rate = timings.decode > 0 ? Double(timings.generatedTokens) / timings.decode : 0
      return String(
        format:
          "  time      image %.2f s, encode %.2f s, prefill %.2f s (%d new, %d reused), decode %.2f s (%d tokens, %.1f/s)",
        timings.image, timings.encode, timings.prefill, timings.prefilledTokens, timings.reusedTokens, timings.decode,
        timings.generatedTokens, rate)
    case .encoding, .prefill, .token: return nil
    }
  }

  /// What models and recordings say must not command the terminal.
  private static func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
