import Episodes
import Interface
import Testing

/// How a session looks in each of its states, from the smallest comfortable size to a large one.
@Suite struct SessionSnapshotTests {
  typealias Terminal = SnapshotTests.Terminal

  static let terminals = [
    Terminal(columns: 80, rows: 24, isUTF8: true), Terminal(columns: 80, rows: 24, isUTF8: false),
    Terminal(columns: 120, rows: 40, isUTF8: true), Terminal(columns: 200, rows: 60, isUTF8: true),
  ]

  private func session(
    _ terminal: Terminal, task: String? = nil, model: String? = "InfiR-VL-1.6B", approval: Approval = .always
  ) -> Session {
    .session(
      columns: terminal.columns, rows: terminal.rows, isUTF8: terminal.isUTF8, task: task, model: model,
      approval: approval)
  }

  private func setup(_ terminal: Terminal) -> Session {
    var session = Session(columns: terminal.columns, rows: terminal.rows, isUTF8: terminal.isUTF8)
    session.type("s")
    session.send(.devicesFound(Sample.devices, problem: nil))
    session.send(.tasksFound(Sample.tasks, problem: nil))
    return session
  }

  @Test(arguments: terminals) func setUp(terminal: Terminal) throws {
    var session = setup(terminal)
    session.type("Turn off WiFi, then enable bluetooth")
    expectSnapshot(session.frame, "setup-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func setUpOfATask(terminal: Terminal) throws {
    var session = setup(terminal)
    session.press(.down, .enter)
    session.type("markor")
    session.press(.enter)
    expectSnapshot(session.frame, "setup-task-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func changesThatAreAskedFor(terminal: Terminal) throws {
    var session = setup(terminal)
    session.type("x")
    session.press(.down, .down, .down, .down, .down)
    guard case .startSession(let request) = session.press(.enter).first else { return }
    session.send(
      .sessionRefused(request, problem: "it would change", changes: ["all contacts are deleted", "the clock is set"]))
    expectSnapshot(session.frame, "setup-changes-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func devices(terminal: Terminal) throws {
    var session = setup(terminal)
    session.press(.down)
    session.type("d")
    session.send(
      .devicesFound(Sample.devices, problem: "the adb server doesn't answer; start it with adb start-server"))
    session.press(.end)
    expectSnapshot(session.frame, "devices-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func tasks(terminal: Terminal) throws {
    var session = setup(terminal)
    session.press(.down, .enter)
    session.send(.tasksFound(Sample.tasks, problem: nil))
    session.press(.down, .down)
    expectSnapshot(session.frame, "tasks-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func thinking(terminal: Terminal) throws {
    var session = session(terminal)
    session.think(step: 0, String(Sample.thought.prefix(120)))
    expectSnapshot(session.frame, "session-thinking-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func waiting(terminal: Terminal) throws {
    var session = session(terminal)
    session.goOn(after: 0)
    session.goOn(after: 1, action: .scroll(.down, nil), decision: "edited")
    session.propose(step: 2)
    expectSnapshot(session.frame, "session-waiting-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func riskyAndAutomatic(terminal: Terminal) throws {
    var session = session(terminal, approval: .risky)
    session.propose(
      action: .inputText("on my way", target: .point(Point(x: 500, y: 1300)), clears: false),
      risks: ["sends", "reveals"])
    session.type("u")
    expectSnapshot(session.frame, "session-risky-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func editing(terminal: Terminal) throws {
    var session = session(terminal)
    session.propose()
    session.type("e")
    session.press(.left, .up)
    expectSnapshot(session.frame, "session-editing-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func rejecting(terminal: Terminal) throws {
    var session = session(terminal)
    session.propose()
    session.type("xWiFi is in the quick settings, 日本語")
    expectSnapshot(session.frame, "session-rejecting-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func byHand(terminal: Terminal) throws {
    var session = session(terminal, model: nil)
    session.goOn(after: 0, decision: "human")
    session.send(.session(.waiting(step: 1, .takenOver)))
    expectSnapshot(session.frame, "session-by-hand-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func stuck(terminal: Terminal) throws {
    var session = session(terminal, approval: .never)
    session.goOn(after: 0, decision: "automatic")
    session.send(
      .session(.waiting(step: 1, .stuck("the same tap was done three times and the screen stays as it is"))))
    expectSnapshot(session.frame, "session-stuck-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func lostDevice(terminal: Terminal) throws {
    var session = session(terminal)
    session.goOn(after: 0)
    session.send(.session(.notice("emulator-5554 can't be reached; trying again in 4 seconds")))
    session.send(
      .session(.waiting(step: 1, .device("adb:emulator-5554 is gone; plug it in again, then press Enter"))))
    expectSnapshot(session.frame, "session-lost-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func thePast(terminal: Terminal) throws {
    var session = session(terminal)
    session.goOn(after: 0)
    session.goOn(after: 1, action: .openApp("Settings"), decision: "rejected")
    session.propose(step: 2)
    session.press(.left, .left)
    expectSnapshot(session.frame, "session-past-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func judgement(terminal: Terminal) throws {
    var session = session(terminal)
    session.propose(action: .status(.complete), thought: "Everything is done.")
    session.press(.enter)
    session.send(.session(.waiting(step: 0, .judgement(.complete))))
    expectSnapshot(session.frame, "session-judgement-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func endingAsksForAnAnswer(terminal: Terminal) throws {
    var session = session(terminal)
    session.propose()
    session.type("q")
    expectSnapshot(session.frame, "session-ending-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func ended(terminal: Terminal) throws {
    var session = session(terminal, task: "TurnOffWifiAndTurnOnBluetooth")
    session.goOn(after: 0)
    session.send(.session(.judged(score: 1)))
    session.send(.session(.ended(reason: "the agent said that it is done", success: true, problem: nil)))
    expectSnapshot(session.frame, "session-ended-\(terminal.testDescription)")
  }
}
