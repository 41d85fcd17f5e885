import Episodes
import Foundation
import Interface
import TestSupport
import Testing

@testable import Interface

/// Random keys, clicks, news and sizes: nothing may trap, and every frame must be one that a terminal can show.
@Suite struct AppPropertyTests {
  /// `INFIR_SLOW_TESTS=1` runs all of them.
  private static var sequences: Int { ProcessInfo.processInfo.environment["INFIR_SLOW_TESTS"] == "1" ? 10_000 : 300 }

  @Test func randomInputNeverTrapsAndFramesAreSound() {
    for seed in 0..<Self.sequences {
      var chance = Chance(generator: SeededGenerator(seed: UInt64(seed)))
      var size = chance.size()
      var start = Sample.startWithRecents
      start.surroundings.isUTF8 = chance.of(4) != 0
      var app = App(size: size, start: start)
      for turn in 0..<chance.of(40) {
        let message = chance.message()
        if case .resized(let new) = message { size = new }
        _ = app.update(message)
        guard turn % 8 == 7 else { continue }
        if let problem = Self.problem(of: app.draw(), size: size) {
          Issue.record("seed \(seed), turn \(turn): \(problem)")
        }
      }
      if let problem = Self.problem(of: app.draw(), size: size) { Issue.record("seed \(seed): \(problem)") }
    }
  }

  @Test func everySmallSizeIsDrawnOnEveryScreen() {
    for columns in [1, 2, 5, 20, 39, 40, 60] {
      for rows in [1, 2, 3, 4, 6, 8, 10, 15] {
        var sessions = [Session(columns: columns, rows: rows, start: Sample.startWithRecents)]
        for keys in ["b", "b/x", "m", "mo"] {
          var session = Session(columns: columns, rows: rows)
          session.type(keys)
          session.send(.listed(path: "/home/ada/episodes", entries: Sample.entries, problem: nil))
          session.send(.modelsFound([Sample.model]))
          sessions.append(session)
        }
        for keys in ["", "g", "?", "i", "c"] {
          var session = Session.replay(columns: columns, rows: rows)
          session.press(.enter)
          session.answer(step: 0)
          session.type(keys)
          sessions.append(session)
        }
        sessions += sessionsOfEachState(columns: columns, rows: rows)
        for session in sessions {
          let problem = Self.problem(of: session.frame, size: Size(columns: columns, rows: rows))
          #expect(problem == nil, "\(columns)x\(rows)")
        }
      }
    }
  }

  private func sessionsOfEachState(columns: Int, rows: Int) -> [Session] {
    var sessions: [Session] = []
    for keys in ["", "s", "st", "d"] {
      var session = Session(columns: columns, rows: rows)
      session.type(keys)
      session.send(.devicesFound(Sample.devices, problem: nil))
      session.send(.tasksFound(Sample.tasks, problem: nil))
      sessions.append(session)
      session.press(.down, .enter)
      sessions.append(session)
    }
    for keys in ["", "e", "eu", "x", "q", "?", "h", "u"] {
      var session = Session.session(columns: columns, rows: rows)
      session.propose()
      session.type(keys)
      if keys == "h" { session.send(.session(.waiting(step: 0, .takenOver))) }
      sessions.append(session)
      session.send(.session(.ended(reason: "done", success: true, problem: nil)))
      sessions.append(session)
    }
    return sessions
  }

  /// What is wrong with a frame, if anything.
  static func problem(of frame: Frame, size: Size) -> String? {
    guard frame.size == size, frame.cells.count == size.columns * size.rows else { return "the size is \(frame.size)" }
    for row in 0..<size.rows {
      var isSecondHalf = false
      for cell in frame.cells[row * size.columns..<(row + 1) * size.columns] {
        guard let character = cell.character else {
          if !isSecondHalf { return "row \(row) has half a character" }
          isSecondHalf = false
          continue
        }
        if isSecondHalf { return "row \(row) has a wide character in one cell" }
        if let ascii = character.asciiValue {
          if !(0x20...0x7E).contains(ascii) { return "row \(row) has control character \(ascii)" }
          continue
        }
        isSecondHalf = CharacterWidth.of(character) == 2
        for scalar in character.unicodeScalars where ![0x200C, 0x200D].contains(scalar.value) {
          if [.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory) {
            return "row \(row) has U+\(String(scalar.value, radix: 16))"
          }
        }
      }
      if isSecondHalf { return "row \(row) ends in half a character" }
    }
    let screen = Rect(column: 0, row: 0, columns: size.columns, rows: size.rows)
    if let cursor = frame.cursor, !screen.contains(column: cursor.column, row: cursor.row) {
      return "the cursor is outside"
    }
    for picture in frame.pictures {
      let area = picture.area
      let last = (column: area.column + area.columns - 1, row: area.row + area.rows - 1)
      if !screen.contains(column: area.column, row: area.row) || !screen.contains(column: last.column, row: last.row) {
        return "a picture is outside"
      }
    }
    return nil
  }
}

/// Draws messages.
private struct Chance {
  var generator: SeededGenerator

  mutating func of(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

  mutating func one<Value>(_ values: [Value]) -> Value { values[of(values.count)] }

  /// Mostly small ones, which are quicker to draw and more likely to be wrong.
  mutating func size() -> Size {
    of(4) == 0 ? Size(columns: of(200) + 1, rows: of(200) + 1) : Size(columns: of(90) + 1, rows: of(30) + 1)
  }

  mutating func text() -> String {
    let parts = [
      "word ", "日本語", "👨‍👩‍👧‍👦", "\u{1B}[2J", "\u{202E}", "\n", "\t", "e\u{301}", "\u{200D}", "/", "…", "\0", "🇩🇪", "ก\u{E33}",
      String(repeating: "long", count: 20), "\u{E0041}", "\u{FE0F}", "", "\r\n",
    ]
    return (0..<of(8)).map { _ in one(parts) }.joined()
  }

  mutating func number() -> Int { one([0, 1, 5, 917, 2399, -1, .max, .min, 1_000_000]) }

  mutating func key() -> Key {
    let plain: [Key] = [
      .enter, .enter, .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home,
      .end,
      .pageUp, .pageDown, .function(of(12) + 1), .shiftUp, .shiftDown, .shiftLeft, .shiftRight,
    ]
    switch of(4) {
    case 0: return one(plain)
    case 1: return .control(one(Array("abcdefghijklmnopqrstuvwxyz")))
    case 2: return .character(one(Array("rmbnpacugxisokjl/.~?0123q heydtwKJHLN[]:")))
    default: return .character(one(Array("日é\u{301}👍X5\u{1B}\u{7F}")))
    }
  }

  mutating func target() -> Target {
    of(2) == 0 ? .element(one([0, 1, -1, .max])) : .point(Point(x: number(), y: number()))
  }

  mutating func action() -> Action {
    switch of(9) {
    case 0: .click(target())
    case 1: .longPress(target())
    case 2: .scroll(one(Direction.allCases), of(2) == 0 ? nil : target())
    case 3: .swipe(one(Direction.allCases), of(2) == 0 ? nil : target())
    case 4: .inputText(text(), target: of(2) == 0 ? nil : target(), clears: false)
    case 5: .openApp(text())
    case 6: .answer(text())
    case 7: .status(.complete)
    default: .navigateBack
    }
  }

  mutating func bounds() -> Bounds { Bounds(left: number(), top: number(), right: number(), bottom: number()) }

  mutating func episode() -> Episode {
    let steps = (0..<of(6)).map { index in
      Step(
        index: index, screenshot: of(3) == 0 ? nil : text(), app: of(2) == 0 ? nil : text(), thought: text(),
        action: of(4) == 0 ? nil : action(), targetBounds: of(2) == 0 ? nil : bounds(),
        elements: (0..<of(3)).map { _ in UIElement(text: text(), bounds: bounds()) }, result: text())
    }
    return Episode(
      id: text(), goal: text(), width: of(2) == 0 ? nil : number(), height: of(2) == 0 ? nil : number(), actor: text(),
      steps: steps, directory: of(2) == 0 ? nil : text(), problems: of(3) == 0 ? [text()] : [])
  }

  mutating func entries() -> [DirectoryEntry] {
    (0..<of(40)).map { _ in
      DirectoryEntry(
        name: text(), kind: one([.directory, .episode, .model, .file, .dataSet]), detail: text())
    }
  }

  mutating func update() -> ProposalUpdate {
    switch of(8) {
    case 0: .phase(text(), fraction: one([0, 0.5, 1, -1, 7, .nan, .infinity]))
    case 1, 2: .text(text())
    case 3: .thought(text())
    case 4: .action(action(), json: text())
    case 5: .agreement(one([.agrees, .differs(reason: text()), .unknown]))
    case 6:
      .finished(
        PhaseTimes(
          image: one([0, 1, .nan]), encode: 1, prefill: 2, decode: one([0, 3, -1]), generatedTokens: number()))
    default: one([.failed(text()), .cancelled])
    }
  }

  mutating func step() -> Step {
    Step(
      index: of(9), screenshot: of(2) == 0 ? nil : text(), app: text(), thought: of(2) == 0 ? nil : text(),
      action: of(3) == 0 ? nil : action(), proposedAction: of(2) == 0 ? nil : action(),
      targetBounds: of(2) == 0 ? nil : bounds(), elements: [UIElement(text: text(), bounds: bounds())],
      decision: one([nil, "approved", "rejected", text()]), timings: ["a": one([1, .nan, -1, .infinity])],
      result: text())
  }

  mutating func wait() -> SessionWait {
    switch of(9) {
    case 0...2: .approval(action(), risks: of(2) == 0 ? [] : ["sends", text()])
    case 3: .noProposal(text())
    case 4: .stuck(text())
    case 5: one([.paused, .outOfSteps])
    case 6: .takenOver
    case 7: .device(text())
    default: .judgement(one([.complete, .infeasible]))
    }
  }

  mutating func sessionUpdate() -> SessionUpdate {
    switch of(16) {
    case 0, 1:
      .started(
        goal: text(), task: of(2) == 0 ? nil : text(), device: text(), model: of(3) == 0 ? nil : text(),
        recording: of(3) == 0 ? nil : text(), maximumSteps: number(), earlier: (0..<of(3)).map { _ in step() })
    case 2: .looking(step: number())
    case 3, 4:
      .observed(
        step: number(), picture: of(3) == 0 ? nil : text(), width: number(), height: number(),
        elements: (0..<of(4)).map { _ in UIElement(text: text(), bounds: bounds(), isClickable: of(2) == 0) },
        app: text(), warning: of(2) == 0 ? nil : text())
    case 5...7: .proposal(step: number(), update())
    case 8...11: .waiting(step: number(), wait())
    case 12: .acting(step: number(), action())
    case 13: .stepped(step())
    case 14: of(2) == 0 ? .notice(text()) : .judged(score: one([0, 1, .nan, -3]))
    default: .ended(reason: text(), success: one([nil, true, false]), problem: of(2) == 0 ? nil : text())
    }
  }

  mutating func sessionMessage() -> Message {
    switch of(3) {
    case 0:
      .devicesFound(
        (0..<of(4)).map { _ in
          DeviceSummary(name: text(), detail: text(), isReady: of(2) == 0, advice: of(2) == 0 ? nil : text())
        }, problem: of(2) == 0 ? nil : text())
    case 1:
      .tasksFound(
        (0..<of(9)).map { _ in
          TaskSummary(
            name: text(), goal: text(), apps: (0..<of(3)).map { _ in text() },
            difficulty: one(["easy", "hard", text()]),
            maximumSteps: number())
        }, problem: of(2) == 0 ? nil : text())
    default:
      .sessionRefused(
        SessionRequest(goal: .text(text()), device: "virtual"), problem: text(),
        changes: (0..<of(3)).map { _ in text() })
    }
  }

  mutating func message() -> Message {
    let model = ModelSummary(path: one(["/a", "/b", ""]), name: text(), detail: text(), seesPictures: of(3) != 0)
    switch of(36) {
    case 24, 25: return sessionMessage()
    case 26...35: return .session(sessionUpdate())
    case 0: return .resized(size())
    case 1: return .paste(text())
    case 2, 3:
      return .mouse(
        Mouse(one([.press, .doubleClick, .scrollUp, .scrollDown, .release]), column: of(90) - 2, row: of(30) - 2))
    case 4:
      return .listed(
        path: one(["/home/ada/episodes", "/home/ada", "/"]), entries: entries(), problem: of(4) == 0 ? text() : nil)
    case 5: return .modelsFound((0..<of(4)).map { _ in model })
    case 6: return .modelLoading(path: model.path, fraction: one([0, 0.4, 2, .nan]))
    case 7: return of(4) == 0 ? .modelFailed(path: model.path, problem: text()) : .modelLoaded(model)
    case 8, 9: return .episodeOpened(episode())
    case 10: return .dataSetOpened(path: text(), entries: entries())
    case 11:
      return one([
        .notice(text()), .episodeFailed(path: text(), problem: text()), .surroundings(Surroundings(isUTF8: of(2) == 0)),
      ])
    case 12...15: return .proposal(step: one([0, 0, 1, 2, -1, .max]), update())
    default: return .key(key())
    }
  }
}
