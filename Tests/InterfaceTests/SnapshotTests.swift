import Episodes
import Interface
import Testing

/// How the screens look, at the smallest size that is meant to be comfortable and at a large one, with UTF-8 and without.
@Suite struct SnapshotTests {
  struct Terminal: Sendable, CustomTestStringConvertible {
    var columns: Int
    var rows: Int
    var isUTF8: Bool
    var testDescription: String { "\(columns)x\(rows)" + (isUTF8 ? "" : "-ascii") }
  }

  static let terminals = [
    Terminal(columns: 80, rows: 24, isUTF8: true), Terminal(columns: 80, rows: 24, isUTF8: false),
    Terminal(columns: 200, rows: 60, isUTF8: true), Terminal(columns: 200, rows: 60, isUTF8: false),
  ]

  private func session(_ terminal: Terminal, start: Start = Sample.start) -> Session {
    Session(columns: terminal.columns, rows: terminal.rows, isUTF8: terminal.isUTF8, start: start)
  }

  private func replay(_ terminal: Terminal, hasModel: Bool = true) -> Session {
    .replay(columns: terminal.columns, rows: terminal.rows, isUTF8: terminal.isUTF8, hasModel: hasModel)
  }

  @Test(arguments: terminals) func homeWithoutAModel(terminal: Terminal) throws {
    expectSnapshot(session(terminal).frame, "home-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func homeWithAModelAndEpisodesOpenedBefore(terminal: Terminal) throws {
    var session = session(terminal, start: Sample.startWithRecents)
    session.send(.modelLoaded(Sample.model))
    session.press(.down)
    expectSnapshot(session.frame, "home-model-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func browser(terminal: Terminal) throws {
    var session = session(terminal)
    session.type("b")
    session.send(.listed(path: "/home/ada/episodes", entries: Sample.entries, problem: nil))
    session.press(.down)
    expectSnapshot(session.frame, "browser-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func browserWhileSearching(terminal: Terminal) throws {
    var session = session(terminal)
    session.type("b")
    session.send(.listed(path: "/home/ada/episodes", entries: Sample.entries, problem: nil))
    session.type("/wifi")
    expectSnapshot(session.frame, "browser-search-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func browserOfAFolderThatCannotBeRead(terminal: Terminal) throws {
    var session = session(terminal)
    session.type("b")
    let problem =
      "/home/ada/episodes can't be read: permission denied; ask its owner for access or choose another folder"
    session.send(.listed(path: "/home/ada/episodes", entries: [], problem: problem))
    expectSnapshot(session.frame, "browser-problem-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func dataSet(terminal: Terminal) throws {
    var session = session(terminal)
    session.send(.dataSetOpened(path: "/home/ada/episodes/AitZ", entries: Sample.dataSet))
    session.press(.pageDown)
    expectSnapshot(session.frame, "dataset-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func replayWithoutAModel(terminal: Terminal) throws {
    expectSnapshot(replay(terminal, hasModel: false).frame, "replay-recording-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func replayWhileTheModelAnswers(terminal: Terminal) throws {
    var session = replay(terminal)
    session.press(.enter)
    session.send(.proposal(step: 0, .phase("decode", fraction: 0.3)))
    session.send(.proposal(step: 0, .text("Thought: " + Sample.thought.prefix(120))))
    expectSnapshot(session.frame, "replay-answering-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func replayWithAProposalThatAgrees(terminal: Terminal) throws {
    var session = replay(terminal)
    session.press(.enter)
    session.answer(step: 0)
    expectSnapshot(session.frame, "replay-agrees-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func replayWithAProposalThatDiffers(terminal: Terminal) throws {
    var session = replay(terminal)
    session.press(.enter)
    session.answer(step: 0)
    session.press(.enter, .enter)
    session.answer(
      step: 1, thought: "I scroll down to find WiFi.", action: .scroll(.down, nil),
      agreement: .differs(reason: "scroll down where the recording taps"))
    session.type("u")
    expectSnapshot(session.frame, "replay-differs-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func replayWithAnAnswerThatFailed(terminal: Terminal) throws {
    var session = replay(terminal)
    session.press(.enter)
    session.send(
      .proposal(
        step: 0,
        .failed(
          "the picture screens/0000.png is damaged: its data ends after 1,024 of 65,536 bytes; copy the episode again"))
    )
    session.press(.down)
    expectSnapshot(session.frame, "replay-failed-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func help(terminal: Terminal) throws {
    var session = replay(terminal)
    session.type("?")
    expectSnapshot(session.frame, "help-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func about(terminal: Terminal) throws {
    var session = replay(terminal)
    session.type("i")
    expectSnapshot(session.frame, "about-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func models(terminal: Terminal) throws {
    var session = session(terminal)
    session.type("m")
    session.send(.modelsFound([Sample.model, Sample.textModel]))
    session.send(.modelLoaded(Sample.textModel))
    session.press(.enter)
    session.send(.modelLoading(path: Sample.model.path, fraction: 0.43))
    expectSnapshot(session.frame, "models-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func modelsWithAFailure(terminal: Terminal) throws {
    var session = session(terminal)
    session.type("m")
    session.send(.modelsFound([Sample.model, Sample.textModel]))
    session.press(.enter)
    session.send(
      .modelFailed(
        path: Sample.model.path,
        problem: "model.safetensors in /home/ada/models/InfiR-VL-1.6B ends before its last tensor; download it again"))
    expectSnapshot(session.frame, "models-failed-\(terminal.testDescription)")
  }

  @Test(arguments: terminals) func pathOfAModel(terminal: Terminal) throws {
    var session = session(terminal)
    session.type("mo~/models/模型")
    expectSnapshot(session.frame, "models-path-\(terminal.testDescription)")
  }
}
