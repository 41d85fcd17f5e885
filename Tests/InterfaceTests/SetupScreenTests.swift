import Episodes
import Interface
import Testing

@Suite struct SetupScreenTests {
  private func setup() -> Session {
    var session = Session()
    session.type("s")
    session.send(.devicesFound(Sample.devices, problem: nil))
    session.send(.tasksFound(Sample.tasks, problem: nil))
    return session
  }

  @Test func openingItLooksForDevicesAndTasks() {
    var session = Session()
    #expect(session.type("s") == [.findDevices, .findTasks])
    #expect(session.text.contains("InfiR › Start a session"))
  }

  @Test func aTypedGoalIsTwoEntersFromItsSession() {
    var session = setup()
    session.type("Call mum, quickly")
    session.press(.down, .down, .down, .down, .down)
    #expect(
      session.press(.enter) == [
        .startSession(SessionRequest(goal: .text("Call mum, quickly"), device: "virtual", approval: .always))
      ])
    session.send(Sample.started(goal: "Call mum, quickly"))
    #expect(session.text.contains("InfiR › Session"))
  }

  @Test func withoutAGoalItDoesNotStart() {
    var session = setup()
    session.press(.down, .down, .down, .down, .down)
    #expect(session.press(.enter).isEmpty)
    #expect(session.text.contains("type a goal or choose a task first"))
  }

  @Test func aTaskIsPickedWithItsSeed() {
    var session = setup()
    session.press(.down)
    #expect(session.press(.enter) == [.findTasks])
    session.send(.tasksFound(Sample.tasks, problem: nil))
    session.type("timer")
    session.press(.enter)
    #expect(session.text.contains("ClockTimerEntry"))
    session.press(.up, .up, .up, .up)
    session.type("7")
    session.press(.down, .down, .right, .down, .down)
    #expect(
      session.press(.enter) == [
        .startSession(
          SessionRequest(goal: .task(name: "ClockTimerEntry", seed: 17), device: "virtual", approval: .risky))
      ])
  }

  @Test func aDeviceThatIsNotReadyCannotBeChosen() {
    var session = setup()
    session.press(.down)
    session.type("d")
    session.send(.devicesFound(Sample.devices, problem: nil))
    session.press(.end)
    #expect(session.text.contains("What to do: unlock it and allow USB debugging"))
    #expect(session.press(.enter).isEmpty)
    #expect(session.text.contains("isn't ready"))
    session.press(.up, .enter)
    #expect(session.text.contains("adb:emulator-5554  sdk_gphone64_x86_64"))
  }

  @Test func whatCannotBePutBackIsAskedBefore() {
    var session = setup()
    session.type("x")
    session.press(.down, .down, .down, .down, .down)
    guard case .startSession(let request) = session.press(.enter).first else {
      Issue.record("it didn't start")
      return
    }
    session.send(
      .sessionRefused(request, problem: "it would change", changes: ["all contacts are deleted", "the clock is set"]))
    #expect(session.text.contains("all contacts are deleted"))
    #expect(session.press(.enter).isEmpty)
    var allowed = request
    allowed.allowsChanges = true
    #expect(session.type("y") == [.startSession(allowed)])
    session.send(.sessionRefused(allowed, problem: "the device is gone; plug it in", changes: []))
    #expect(session.text.contains("the device is gone; plug it in"))
    #expect(session.text.contains("Start a session"))
  }

  @Test func aStartCanBeCalledOff() {
    var session = setup()
    session.type("x")
    session.press(.down, .down, .down, .down, .down, .enter)
    #expect(session.text.contains("The session is being started"))
    session.send(.session(.notice("setting the task up")))
    #expect(session.text.contains("setting the task up"))
    #expect(session.press(.escape) == [.tellSession(.end(success: nil))])
  }

  @Test func withoutAModelItSaysThatThePersonActs() {
    #expect(setup().text.contains("none: you act by hand"))
  }

  @Test func whereTheSolverProposesTheFormSaysSo() {
    var start = Sample.start
    start.solver = "oracle"
    var session = Session(start: start)
    session.type("s")
    session.send(.devicesFound(Sample.devices, problem: nil))
    session.send(.tasksFound(Sample.tasks, problem: nil))
    #expect(session.text.contains("none: the oracle does the task"))
    #expect(!session.text.contains("you act by hand"))
    session.type("Call mum")
    session.press(.down, .down, .down, .down, .down)
    #expect(session.press(.enter).isEmpty)
    #expect(session.text.contains("knows how tasks are done, no other goals; choose a task"))
    session.type("m")
    #expect(session.text.contains("InfiR › Start a session"))
  }

  @Test func devicesBeginASessionFromTheHomeMenu() {
    var session = Session()
    #expect(session.type("d") == [.findDevices])
    session.send(.devicesFound(Sample.devices, problem: nil))
    session.press(.down, .enter)
    #expect(session.text.contains("Start a session"))
    #expect(session.text.contains("adb:emulator-5554"))
  }

  @Test func tasksAreFoundByWordsInAnyOrder() {
    var session = setup()
    session.press(.down, .enter)
    session.type("HARD markor")
    #expect(session.text.contains("1 of 4 tasks"))
    #expect(session.text.contains("Share the entire content of the note"))
    session.press(.escape)
    #expect(session.text.contains("4 tasks"))
  }

  @Test func anUnreadableFolderOfTasksIsASentence() {
    var session = setup()
    session.press(.down, .enter)
    session.send(.tasksFound([], problem: "there are no tasks in /x; name the folder of tasks with --tasks"))
    #expect(session.text.contains("there are no tasks in /x"))
  }

  @Test func aSessionThatWasCutOffIsGoneOnWithFromItsRecording() {
    var episode = Sample.episode
    episode.deviceKind = "virtual"
    var session = Session.replay(episode: episode)
    #expect(session.type("o") == [.findDevices])
    #expect(session.text.contains("It goes on with the recording of “Turn off WiFi, then enable bluetooth”."))
    session.type("s")
    #expect(
      session.effects.last
        == .startSession(
          SessionRequest(goal: .resumed(recording: "/home/ada/episodes/wifi-bluetooth"), device: "virtual")))
    // One that has ended, or was recorded elsewhere, has nothing to go on with.
    episode.finished = "2026-11-24T20:57:57Z"
    session = Session.replay(episode: episode)
    #expect(session.type("o").isEmpty)
    session = Session.replay()
    #expect(session.type("o").isEmpty)
  }

  @Test func aSessionOfTheCommandLineAsksInItsForm() {
    var start = Sample.start
    let request = SessionRequest(goal: .task(name: "SystemWifiTurnOff", seed: 3), device: "adb")
    start.session = request
    var session = Session(start: start)
    #expect(session.text.contains("The session is being started"))
    session.send(.sessionRefused(request, problem: "it would change", changes: ["all contacts are deleted"]))
    var allowed = request
    allowed.allowsChanges = true
    #expect(session.type("y") == [.startSession(allowed)])
  }
}
