internal import Agent
internal import Foundation

/// What a person or a program writes on standard input to a session.
enum SessionAnswers {
  /// Reads lines until there are no more, and gives each decision to the session; then nobody is there any more.
  ///
  /// It takes a thread of its own: reading waits. It reads from the descriptor: the C library would hold its lock on
  /// standard input meanwhile, and the program, which takes all such locks when it ends, would wait for another line.
  static func read(into session: Session, isJSON: Bool) {
    let thread = Thread {
      var lines = InputLines(descriptor: STDIN_FILENO)
      while let line = lines.next() {
        let text = line.trimmingCharacters(in: .whitespaces)
        do throws(DecisionError) {
          session.decide(isJSON || text.hasPrefix("{") ? try Decision(json: text) : try decision(text))
        } catch {
          printToStandardError("infir: \(error.description)")
        }
      }
      session.leave()
    }
    thread.name = "answers"
    thread.start()
  }

  /// What may be answered, for people.
  static func help(_ waiting: SessionEvent.Waiting) -> String {
    switch waiting {
    case .approval: "Enter do it · n [reason] reject · r [hint] ask again · a let it run · q end"
    case .paused: "Enter go on · q end"
    default: "Enter go on · y done · q end"
    }
  }

  /// A decision in a few letters, as `help` names them.
  static func decision(_ text: String) throws(DecisionError) -> Decision {
    let word = text.prefix { !$0.isWhitespace }.lowercased()
    let rest = text.dropFirst(word.count).trimmingCharacters(in: .whitespaces)
    switch word {
    case "", "y", "yes": return .approve
    case "n", "no", "x": return .reject(reason: rest)
    case "r": return .askAgain(hint: rest.isEmpty ? nil : rest)
    case "a": return .setApproval(.never)
    case "p": return .pause
    case "q": return .end(success: nil)
    default: throw DecisionError(reason: "“\(word)” is none of Enter, n, r, a, p and q")
    }
  }
}
