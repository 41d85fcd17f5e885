import Episodes
import Interface
import Testing

@Suite struct ReplayScreenTests {
  @Test func tallCellsMakeThePictureWider() {
    var session = Session(columns: 200, rows: 60)
    session.send(.episodeOpened(Sample.episode))
    let usual = session.frame.pictures.first?.area
    session.send(.surroundings(Surroundings(cell: PixelSize(width: 10, height: 22))))
    let tall = session.frame.pictures.first?.area
    #expect((usual?.columns ?? 0) > 10)
    #expect((tall?.columns ?? 0) > (usual?.columns ?? 0) && tall?.rows == usual?.rows)
  }

  private func step(_ session: Session) -> String? {
    session.lines.first?.split(separator: " ").suffix(4).joined(separator: " ")
  }

  @Test func whatAPersonRejectedOrChangedIsShown() {
    var episode = Sample.episode
    episode.steps = [
      Step(
        index: 0, thought: "It must be here.", proposedAction: .openApp("Settings"), decision: "rejected",
        result: "the person rejected it: too soon"),
      Step(index: 1, action: .navigateHome, proposedAction: .navigateBack, decision: "edited"),
      Step(index: 2, decision: "unreadable", result: "the answer has no action"),
    ]
    var session = Session(columns: 120, rows: 40)
    session.send(.episodeOpened(episode))
    #expect(session.text.contains("rejected: open Settings"))
    #expect(session.text.contains("the person rejected it: too soon"))
    #expect(!session.text.contains("No action that can be read"))
    session.press(.right)
    #expect(session.text.contains("go home") && session.text.contains("instead of: go back"))
    session.press(.right)
    #expect(session.text.contains("an answer that couldn't be read"))
  }

  // MARK: - Walking

  @Test func keysWalkThroughTheSteps() {
    var session = Session.replay(hasModel: false)
    #expect(step(session) == "step 1 of 6")
    session.press(.right, .character("n"), .character(" "))
    #expect(step(session) == "step 4 of 6")
    session.press(.left, .character("p"))
    #expect(step(session) == "step 2 of 6")
    session.press(.end)
    #expect(step(session) == "step 6 of 6")
    session.type("n")
    #expect(session.text.contains("n does nothing: this is the last step."))
    session.press(.home)
    #expect(step(session) == "step 1 of 6")
    session.type("p")
    #expect(session.text.contains("p does nothing: this is the first step."))
  }

  @Test func goesToAStepByItsNumber() {
    var session = Session.replay(hasModel: false)
    session.type("g4")
    #expect(session.text.contains("Go to step (1 to 6): 4"))
    #expect(session.frame.cursor != nil)
    session.press(.enter)
    #expect(step(session) == "step 4 of 6")
    for wrong in ["0", "7", "99999999999999999999"] {
      session.type("g" + wrong)
      session.press(.enter)
      #expect(session.text.contains("There are steps 1 to 6."))
      #expect(step(session) == "step 4 of 6")
    }
    session.type("g")
    session.type("n")
    #expect(session.text.contains("n does nothing here"))
    session.press(.escape)
    #expect(step(session) == "step 4 of 6")
  }

  // MARK: - Asking

  @Test func enterAsksAndThenGoesOn() {
    var session = Session.replay()
    #expect(session.press(.enter) == [.propose(step: 0)])
    session.answer(step: 0)
    #expect(session.press(.enter).isEmpty)
    #expect(step(session) == "step 2 of 6")
    #expect(session.press(.enter) == [.propose(step: 1)])
  }

  @Test func theAnswerAppearsAsItComes() {
    var session = Session.replay()
    session.press(.enter)
    session.send(.proposal(step: 0, .phase("prefill", fraction: 0.5)))
    #expect(session.text.contains("prefill ██████░░░░░░ 50 %"))
    for part in ["Thou", "ght: I op", "en the settings.\nAction: {\"action"] {
      session.send(.proposal(step: 0, .text(part)))
    }
    #expect(session.text.contains("I open the settings."))
    #expect(!session.text.contains("Thought:") && !session.text.contains("Action:"))
  }

  @Test func reasoningScrollsToItsEndAsItComes() {
    var session = Session.replay()
    session.press(.enter)
    session.send(.proposal(step: 0, .text((1...60).map { "word\($0)" }.joined(separator: " "))))
    #expect(session.text.contains("word60") && !session.text.contains("word1 "))
    session.press(.pageUp)
    #expect(session.text.contains("word1 ") && !session.text.contains("word60"))
    session.send(.proposal(step: 0, .text(" more")))
    #expect(session.text.contains("word1 "))
    session.press(.pageDown, .pageDown)
    session.send(.proposal(step: 0, .text((61...90).map { " word\($0)" }.joined())))
    #expect(session.text.contains("word90"))
  }

  @Test func aFinishedProposalShowsActionAgreementAndTimes() {
    var session = Session.replay(columns: 120)
    session.press(.enter)
    session.answer(step: 0)
    for text in [
      "✓ agrees", "› tap at (910, 1950) on “Settings”", "{\"action_type\":\"click\",\"x\":910,\"y\":1950}",
      "17.5 tok/s",
      "encode 2.5 s", "prefill 3.0 s", "decode 4.1 s", "reused 512 of 745 tokens", "1 of 1 agree",
    ] { #expect(session.text.contains(text), "\(text)") }
  }

  @Test func proposalsAreKeptPerStep() {
    var session = Session.replay()
    session.press(.enter)
    session.answer(step: 0)
    session.type("n")
    #expect(!session.text.contains("(910, 1950)"))
    session.type("p")
    #expect(session.text.contains("› tap at (910, 1950)"))
  }

  @Test func againAsksOnceMore() {
    var session = Session.replay()
    session.type("r")
    #expect(session.text.contains("r does nothing: there is no proposal yet; Enter asks for one."))
    session.press(.enter)
    session.answer(step: 0)
    #expect(session.type("r") == [.propose(step: 0)])
    session.send(.proposal(step: 0, .text("Thought: one answer")))
    #expect(session.type("r") == [.cancelProposal, .propose(step: 0)])
    session.send(.proposal(step: 0, .text("Thought: late news")))
    session.send(.proposal(step: 0, .cancelled))
    session.send(.proposal(step: 0, .text("Thought: another answer")))
    #expect(
      session.text.contains("another answer") && !session.text.contains("late news")
        && !session.text.contains("one answer"))
  }

  @Test func escapeStopsTheModelFirstAndLeavesThen() {
    var session = Session.replay()
    session.press(.enter)
    session.send(.proposal(step: 0, .text("Thought: half a")))
    #expect(session.press(.escape) == [.cancelProposal])
    #expect(session.text.contains("Stopped; r asks again."))
    session.send(.proposal(step: 0, .cancelled))
    #expect(session.text.contains("half a"))
    #expect(session.press(.escape).isEmpty)
    #expect(session.text.contains("Replay an episode"))
  }

  @Test func leavingStopsTheModel() {
    var session = Session.replay()
    session.press(.enter)
    #expect(session.type("q") == [.cancelProposal])
    session.send(.episodeOpened(Sample.episode))
    session.send(.proposal(step: 0, .text("Thought: of the episode before")))
    #expect(!session.text.contains("of the episode before"))
  }

  @Test func anotherEpisodeReplacesThisOneAndStopsTheModel() {
    var session = Session.replay()
    session.press(.enter)
    var other = Sample.episode
    other.id = "other"
    #expect(session.send(.episodeOpened(other)) == [.cancelProposal])
    session.type("q")
    #expect(session.text.contains("Replay an episode"))
  }

  @Test func whileOneStepIsWorkedOnOthersWait() {
    var session = Session.replay()
    session.press(.enter)
    session.type("n")
    #expect(session.press(.enter).isEmpty)
    #expect(session.text.contains("Enter does nothing: the model is at step 1; x stops it."))
    session.answer(step: 0)
    #expect(session.press(.enter) == [.propose(step: 1)])
  }

  @Test func withoutAModelItSaysHowToGetOne() {
    var session = Session.replay(hasModel: false)
    #expect(session.text.contains("Press m to choose one."))
    for key in [Key.enter, .character("r"), .character("a")] {
      #expect(session.press(key).isEmpty)
      #expect(session.text.contains("no model is loaded; m chooses one"))
    }
    #expect(session.type("m") == [.findModels])
    session.send(.modelLoaded(Sample.model))
    session.type("q")
    #expect(session.press(.enter) == [.propose(step: 0)])
  }

  @Test func withoutAPictureOnlyATextModelIsAsked() {
    var session = Session.replay()
    session.type("g5")
    session.press(.enter)
    #expect(session.text.contains("No picture was"))
    #expect(session.press(.enter).isEmpty)
    #expect(session.text.contains("no picture was recorded for this step"))
    session.send(.modelLoaded(Sample.textModel))
    #expect(session.press(.enter) == [.propose(step: 4)])
  }

  @Test func aFailureWrapsAndIsShownInFull() {
    var session = Session.replay()
    session.press(.enter)
    session.send(
      .proposal(
        step: 0, .failed("the model's answer has no action in it; ask again, or choose a model that was trained for it")
      ))
    let words = session.lines.map { $0.dropFirst(21) }.joined(separator: " ").split(separator: " ").joined(
      separator: " ")
    #expect(
      words.contains("the model's answer has no action in it; ask again, or choose a model that was trained for it"))
    #expect(session.press(.enter) == [.propose(step: 0)])
  }

  // MARK: - All steps

  @Test func allAsksStepByStepAndSkipsWhatHasNoPicture() {
    var session = Session.replay()
    #expect(session.type("a") == [.propose(step: 0)])
    #expect(session.text.contains("any key pauses"))
    for (answered, next) in [(0, 1), (1, 2), (2, 3), (3, 5)] {
      let before = session.effects.count
      session.answer(step: answered, agreement: answered == 1 ? .differs(reason: "why") : .agrees)
      #expect(session.effects.dropFirst(before) == [.propose(step: next)])
      #expect(step(session) == "step \(next + 1) of 6")
    }
    session.answer(step: 5, agreement: .unknown)
    #expect(session.text.contains("All steps are done: 3 of 4 agree with the recording."))
    #expect(session.type("a").isEmpty)
    #expect(session.text.contains("the steps from here on are done"))
  }

  @Test func anyKeyPausesAllAndDoesNothingElse() {
    var session = Session.replay()
    session.type("a")
    #expect(session.type("p").isEmpty)
    #expect(session.text.contains("This step is finished, the next isn't begun; a goes on."))
    session.answer(step: 0)
    #expect(step(session) == "step 1 of 6")
    #expect(session.effects.filter { $0 != .findModels } == [.propose(step: 0)])
    #expect(session.type("a") == [.propose(step: 1)])
  }

  @Test func escapeStopsAllAndAFailureEndsIt() {
    var session = Session.replay()
    session.type("a")
    #expect(session.press(.escape) == [.cancelProposal])
    session.send(.proposal(step: 0, .cancelled))
    #expect(session.type("a") == [.propose(step: 0)])
    let before = session.effects.count
    session.send(.proposal(step: 0, .failed("no")))
    #expect(session.effects.count == before)
  }

  @Test func allGoesOnAfterTheStepThatIsBeingWorkedOn() {
    var session = Session.replay()
    session.press(.enter)
    #expect(session.type("a").isEmpty)
    let before = session.effects.count
    session.answer(step: 0)
    #expect(session.effects.dropFirst(before) == [.propose(step: 1)])
  }

  // MARK: - Comparing

  @Test func compareHidesWhatWasRecorded() {
    var session = Session.replay()
    #expect(session.frame.pictures.first?.marks.isEmpty == false)
    session.type("c")
    #expect(session.frame.pictures.first?.marks.isEmpty == true)
    #expect(
      !session.text.contains("(917, 1969)") && !session.text.contains("Recording") && !session.text.contains("Confirm:")
    )
    session.type("c")
    #expect(session.text.contains("› tap at (917, 1969)"))
  }

  @Test func marksAreTheModelsAndTheRecordings() throws {
    var session = Session.replay()
    session.press(.enter)
    session.answer(step: 0)
    let picture = try #require(session.frame.pictures.first)
    #expect(picture.path == "/home/ada/episodes/wifi-bluetooth/screens/0000.png")
    #expect(picture.marks.contains(.ring(x: 917, y: 1969, role: .recorded)))
    #expect(picture.marks.contains(.ring(x: 910, y: 1950, role: .proposed)))
  }

  @Test func boxesOfElementsComeAndGo() {
    var session = Session.replay()
    let box = Mark.box(left: 832, top: 1873, right: 1002, bottom: 2066, role: .dim)
    #expect(session.frame.pictures.first?.marks.contains(box) == false)
    session.type("u")
    #expect(session.frame.pictures.first?.marks.contains(box) == true)
    session.type("nnu")
    #expect(session.text.contains("no elements were recorded for this step"))
  }

  @Test func tabScrollsTheOtherText() {
    var session = Session.replay()
    session.press(.tab)
    #expect(session.text.contains("there is only one text here"))
    session.press(.enter)
    session.answer(step: 0)
    session.press(.tab, .down)
    #expect(session.find("Confirm:") == nil && session.find("The home screen is shown.") != nil)
  }

  @Test func coloursSayWhoseActionItIsAndWhichKeysWork() throws {
    var session = Session.replay(columns: 120, rows: 30)
    session.press(.enter)
    session.answer(step: 0, agreement: .differs(reason: "elsewhere"))
    func role(_ text: String) throws -> Role {
      let place = try #require(session.find(text))
      return session.frame[place.column, place.row].role
    }
    #expect(try role("tap at (910, 1950)") == .proposed)
    #expect(try role("tap at (917, 1969)") == .recorded)
    #expect(try role("✗ differs") == .bad)
    #expect(try role("✗ elsewhere") == .bad)
    #expect(try role("p previous") == .dim)
    #expect(try role("c compare") == .key)
    #expect(try role("◆ InfiR-VL-1.6B") == .status)
    #expect(try role("✗ 1") == .selected)
  }

  // MARK: - Oddities

  @Test func anEpisodeWithoutStepsIsShown() {
    var session = Session.replay(episode: Episode(id: "empty", goal: "nothing"))
    #expect(session.text.contains("The episode has no steps that could be read."))
    for key in "n p a r g u c i".split(separator: " ") { session.type(String(key)) }
    #expect(session.effects.allSatisfy { $0 == .findModels })
  }

  @Test func problemsOfTheFilesAreTold() {
    var episode = Sample.episode
    episode.problems = ["line 7 of steps.jsonl is torn", "another"]
    var session = Session()
    session.send(.episodeOpened(episode))
    #expect(
      session.text.contains("line 7 of steps.jsonl is torn (and 1 more problem; i shows all)"))
    session.type("i")
    session.press(.pageDown)
    #expect(session.text.contains("another"))
  }

  @Test func escapeSequencesOfARecordingNeverReachTheScreen() {
    var episode = Sample.episode
    episode.goal = "\u{1B}[2J\u{202E}goal\u{7}"
    episode.id = "\u{1B}c"
    episode.actor = "\u{9B}31m"
    episode.steps[0].thought = "\u{1B}]0;x\u{7}thought"
    episode.steps[0].app = "\u{1B}[H"
    episode.steps[0].action = .openApp("\u{1B}[1m")
    episode.problems = ["\u{1B}[0m"]
    var session = Session.replay(episode: episode)
    session.press(.enter)
    session.answer(
      step: 0, thought: "\u{1B}[5mblink\r", action: .answer("\u{1B}[m"), agreement: .differs(reason: "\u{1B}"))
    for key in [Key.character("u"), .character("i"), .escape, .character("?")] {
      session.press(key)
      let unsafe = session.frame.cells.compactMap(\.character).flatMap(\.unicodeScalars).filter {
        [.control, .format].contains($0.properties.generalCategory)
      }
      #expect(unsafe.isEmpty)
    }
  }

  @Test func aLandscapePictureLeavesRoomForTheText() {
    var episode = Sample.episode
    (episode.width, episode.height) = (2560, 1600)
    let session = Session.replay(columns: 100, rows: 30, episode: episode)
    #expect((session.frame.pictures.first?.area.columns ?? 0) <= 45)
    episode.width = -5
    episode.height = 0
    _ = Session.replay(episode: episode).frame
    (episode.width, episode.height) = (.max, 1)
    _ = Session.replay(episode: episode).frame
  }
}
