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

  private var episode: Episode?
  private var screenshot: String?
  /// What couldn't be read: pictures and episodes.
  private var unread: [String] = []

  init(isJSON: Bool) { self.isJSON = isJSON }

  /// What to say at the end of what couldn't be read; nil if everything could.
  var problem: String? {
    guard let first = unread.first else { return nil }
    return unread.count == 1 ? first : "\(unread.count) steps or episodes couldn't be replayed; the first: \(first)"
  }

  /// An episode begins.
  func begin(_ episode: Episode) {
    self.episode = episode
    if isJSON {
      show([
        "event": .string("episode"), "id": .string(episode.id), "goal": .string(episode.goal),
        "steps": .integer(episode.steps.count), "problems": .array(episode.problems.map(JSONValue.string)),
        "rule": .string(ActionMatching.androidControlAITW.rawValue),
      ])
    } else {
      printLine("\(episode.id): \(ReplayPrinter.printable(episode.goal))")
      for problem in episode.problems { printLine("  note: \(ReplayPrinter.printable(problem))") }
    }
  }

  /// An episode can't be read.
  func skip(_ path: String, because reason: String) {
    unread.append(reason)
    if isJSON {
      show(["event": .string("error"), "path": .string(path), "message": .string(reason)])
    } else {
      printLine("\(reason)")
    }
  }

  /// Something happens in a step.
  func show(_ event: StepEvent) {
    var event = event
    switch event {
    case .observation(_, let name, _, _): screenshot = name
    case .failed(let reason, let answer):
      guard answer == nil, let screenshot, let folder = episode?.directory else { break }
      // The picture couldn't be read, and its reader knows only its bytes.
      let problem = NamedProblem(reason, of: folder + "/" + screenshot).description
      unread.append(problem)
      event = .failed(reason: problem, answer: nil)
    case .result(_, let agreement):
      steps += 1
      if agreement != .unknown { compared += 1 }
      if agreement == .agrees { agreed += 1 }
    default: break
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
