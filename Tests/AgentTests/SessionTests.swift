import Agent
import Devices
import Episodes
import Foundation
import TestSupport
import Testing

@Suite("Session", .timeLimit(.minutes(1)))
struct SessionTests {
  private let tap = Action.click(.point(Point(x: 45, y: 90)))
  private let device = TableDevice()
  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  private func setup(
    _ proposer: ScriptedProposer?, judge: (any Judge)? = nil, approval: ApprovalPolicy = .never, steps: Int = 30,
    attendance: Attendance = .person
  ) -> SessionSetup {
    SessionSetup(
      goal: "Do it", task: "Task", seed: 7, device: device, proposer: proposer, judge: judge, approval: approval,
      maximumSteps: steps, recording: folder.file("episode"), attendance: attendance)
  }

  private var recorded: Episode { get throws { try Episode(contentsOf: folder.file("episode")) } }

  @Test("it looks, does each proposal once and ends when the agent says that it is done")
  func course() async throws {
    let run = await SessionDriver.run(
      Session(setup(ScriptedProposer(tap, .navigateBack, .status(.complete)), judge: FixedJudge(value: 1))))
    #expect(run.end == SessionEnd(reason: .done, success: true, score: 1, steps: 3, claimed: .complete))
    #expect(device.performed == [tap, .navigateBack, .status(.complete)])
    #expect(run.waits == [])
    let episode = try recorded
    #expect(episode.problems == [])
    #expect(episode.goal == "Do it" && episode.task == "Task" && episode.seed == 7 && episode.model == "script")
    #expect(episode.deviceKind == "virtual" && episode.width == 90 && episode.height == 180)
    #expect(episode.outcome == Outcome(success: true, claimedDone: true))
    #expect(episode.finished != nil)
    #expect(episode.steps.map(\.action) == [tap, .navigateBack, .status(.complete)])
    #expect(episode.steps.allSatisfy { $0.decision == "automatic" && $0.thought == "Because." })
    #expect(episode.steps.allSatisfy { $0.app == "com.example.app" && $0.screenshot != nil })
    #expect(Set(["screenshot", "saving", "propose", "perform", "settle"]).isSubset(of: episode.steps[0].timings.keys))
  }

  @Test("the picture is in its place before anything is decided")
  func picture() async throws {
    let found = folder.file("episode/screens/0000.png")
    let run = await SessionDriver.run(Session(setup(ScriptedProposer(.status(.complete)), approval: .always))) {
      _, waiting in
      if case .approval = waiting {
        return FileManager.default.fileExists(atPath: found) ? .approve : .end(success: nil)
      }
      return .end(success: true)
    }
    #expect(run.end.reason == .done && run.end.success == true)
    let pictures = run.events.compactMap { if case .observed(_, _, let picture) = $0 { picture } else { nil } }
    #expect(pictures == [found])
  }

  @Test("a wrong claim isn't a success, and neither is a reached goal that nobody claims")
  func scores() async throws {
    let claimed = await SessionDriver.run(
      Session(setup(ScriptedProposer(.status(.complete)), judge: FixedJudge(value: 0))))
    #expect(claimed.end.reason == .done && claimed.end.success == false)
    var other = setup(ScriptedProposer(tap, .navigateBack), judge: FixedJudge(value: 1), steps: 2, attendance: .nobody)
    other.recording = nil
    let spent = await SessionDriver.run(Session(other))
    #expect(spent.end == SessionEnd(reason: .outOfSteps, success: false, score: 1, steps: 2))
  }

  @Test("an answer is given to the check")
  func answer() async throws {
    let run = await SessionDriver.run(
      Session(setup(ScriptedProposer(.answer("42")), judge: FixedJudge(value: 0, wanted: "42"))))
    #expect(run.end.reason == .done && run.end.success == true && run.end.answer == "42")
  }

  @Test("editing does the person's action and keeps what was proposed")
  func edit() async throws {
    let run = await SessionDriver.run(
      Session(setup(ScriptedProposer(tap, .status(.complete)), judge: FixedJudge(value: 1), approval: .always))
    ) { number, _ in number == 0 ? .edit(.navigateHome) : .approve }
    #expect(device.performed == [.navigateHome, .status(.complete)])
    let steps = try recorded.steps
    #expect(steps[0].decision == "edited" && steps[0].action == .navigateHome && steps[0].proposedAction == tap)
    #expect(steps[1].decision == "approved" && steps[1].proposedAction == nil)
    #expect(steps[1].timings["waiting"] != nil)
    #expect(run.end.success == true)
  }

  @Test("a rejected proposal is on record without an action, and its reason is in the next prompt")
  func reject() async throws {
    let proposer = ScriptedProposer(tap, .navigateBack, .status(.complete))
    let run = await SessionDriver.run(Session(setup(proposer, judge: FixedJudge(value: 1), approval: .always))) {
      number, _ in number == 0 ? .reject(reason: "not there") : .approve
    }
    #expect(device.performed == [.navigateBack, .status(.complete)])
    let first = try recorded.steps[0]
    #expect(first.action == nil && first.proposedAction == tap && first.decision == "rejected")
    #expect(first.result == "the person rejected it: not there")
    #expect(proposer.requests[1].feedback == "tap at (45, 90): not there")
    #expect(proposer.requests[1].attempt == 1)
    #expect(proposer.requests[1].history.count == 1)
    #expect(proposer.requests[2].feedback == nil)
    #expect(run.end.steps == 3)
  }

  @Test("asking again takes a hint along and records nothing")
  func askAgain() async throws {
    let proposer = ScriptedProposer(tap, .navigateBack, .status(.complete))
    await SessionDriver.run(Session(setup(proposer, judge: FixedJudge(value: 1), approval: .always))) { number, _ in
      number == 0 ? .askAgain(hint: "go back") : .approve
    }
    #expect(proposer.requests[1].advice == ["the person advises: go back"])
    #expect(proposer.requests[1].index == 0)
    #expect(try recorded.steps.map(\.action) == [.navigateBack, .status(.complete)])
  }

  @Test("letting it run does what is waited for, and asks no more")
  func letRun() async throws {
    let run = await SessionDriver.run(
      Session(setup(ScriptedProposer(tap, .status(.complete)), judge: FixedJudge(value: 1), approval: .always))
    ) { _, _ in .setApproval(.never) }
    #expect(run.waits.count == 1)
    #expect(run.steps.map(\.decision) == ["automatic", "automatic"])
  }

  @Test("where nobody proposes, the person does all steps, and reaching the goal ends it")
  func byHand() async throws {
    var setup = setup(nil, judge: FixedJudge(value: 1))
    setup.task = nil
    let run = await SessionDriver.run(Session(setup)) { _, waiting in
      waiting == .takenOver ? .act(.openApp("Clock"), thought: "By hand.") : .end(success: nil)
    }
    #expect(run.end.success == true && run.end.reason == .done)
    let step = try #require(try recorded.steps.first)
    #expect(step.decision == "human" && step.thought == "By hand." && step.action == .openApp("Clock"))
    #expect(try recorded.actor == "person")
  }

  @Test("a person takes over in the middle of a proposal, acts, and hands back")
  func takeOver() async throws {
    let proposer = ScriptedProposer([.endless, .action(.status(.complete))])
    let session = Session(setup(proposer, judge: FixedJudge(value: 0)))
    let begin = ContinuousClock.now
    let run = await SessionDriver.run(session) { number, waiting in
      guard waiting == .takenOver else { return .end(success: nil) }
      return number == 0 ? .act(.navigateHome, thought: nil) : .handBack
    } onEvent: { event in
      if case .proposing(_, .token) = event, proposer.requests.count == 1 { session.decide(.takeOver) }
    }
    #expect(ContinuousClock.now - begin < .seconds(20))
    #expect(proposer.cancelled == 1)
    #expect(device.performed == [.navigateHome, .status(.complete)])
    #expect(run.steps.map(\.decision) == ["human", "automatic"])
  }

  @Test("a pause in the middle of a proposal stops it at once, and going on looks afresh")
  func pause() async throws {
    let proposer = ScriptedProposer([.endless, .action(.status(.complete))])
    let session = Session(setup(proposer, judge: FixedJudge(value: 1)))
    let run = await SessionDriver.run(session) { _, _ in
      .resume
    } onEvent: { event in
      if case .proposing(_, .token) = event, proposer.requests.count == 1 { session.decide(.pause) }
    }
    #expect(run.waits == [.paused])
    #expect(device.looks == 2)
    #expect(run.end.success == true)
  }

  @Test("what comes at the wrong time is passed over, and said so")
  func wrongTime() async throws {
    let session = Session(setup(ScriptedProposer(tap, .status(.complete)), judge: FixedJudge(value: 1)))
    let run = await SessionDriver.run(session) { _, _ in
      nil
    } onEvent: { event in
      if case .acting(0, _) = event {
        session.decide(.approve)
        session.decide(.act(.navigateHome, thought: nil))
        session.decide(.resume)
      }
    }
    #expect(run.notices.count == 3)
    #expect(device.performed == [tap, .status(.complete)])
  }

  @Test("an approval doesn't count for the proposal after the one it was given for")
  func doubleApproval() async throws {
    let session = Session(
      setup(ScriptedProposer(tap, .navigateBack, .status(.complete)), judge: FixedJudge(value: 1), approval: .always))
    let run = await SessionDriver.run(session) { _, _ in
      .approve
    } onEvent: { event in
      if case .waiting = event { session.decide(.approve) }
    }
    #expect(run.waits.count == 3)
    #expect(run.notices.count == 3)
  }

  // MARK: - Answers

  @Test("unreadable answers are tried three times, and never taken for the end")
  func unreadable() async throws {
    let proposer = ScriptedProposer([.unreadable])
    let run = await SessionDriver.run(Session(setup(proposer, attendance: .nobody)))
    #expect(proposer.requests.count == 3)
    #expect(proposer.requests.map(\.attempt) == [0, 1, 2])
    #expect(run.end.reason == .failed && run.end.success == nil && run.end.claimed == nil)
    #expect(device.performed == [])
    let step = try #require(try recorded.steps.first)
    #expect(step.action == nil && step.decision == "unreadable" && step.result?.contains("can't be read") == true)
  }

  @Test("after an unreadable answer comes a readable one")
  func readableAgain() async throws {
    let proposer = ScriptedProposer([.unreadable, .unreadable, .action(.status(.complete))])
    let run = await SessionDriver.run(Session(setup(proposer, judge: FixedJudge(value: 1))))
    #expect(run.end.success == true && run.end.steps == 1)
  }

  @Test("the person is asked where nothing can be proposed")
  func noProposal() async throws {
    let proposer = ScriptedProposer([.failure("no model is loaded"), .action(.status(.complete))])
    let run = await SessionDriver.run(Session(setup(proposer, judge: FixedJudge(value: 1)))) { _, _ in .resume }
    #expect(run.waits == [.noProposal(reason: "no model is loaded")])
    #expect(run.end.success == true)
  }

  @Test("without a check, the person says whether it is done, or that it isn't")
  func judgement() async throws {
    let proposer = ScriptedProposer(.status(.complete))
    let run = await SessionDriver.run(Session(setup(proposer))) { number, waiting in
      guard case .judgement(.complete) = waiting else { return nil }
      return number == 0 ? .reject(reason: "the alarm is off") : .end(success: true)
    }
    #expect(run.end.reason == .done && run.end.success == true && run.end.claimed == .complete)
    #expect(proposer.requests.count == 2)
    #expect(proposer.requests[1].feedback?.contains("the alarm is off") == true)
  }

  // MARK: - Devices

  @Test("an action that wasn't done is said, looked at, and proposed anew")
  func notPerformed() async throws {
    device.fail(.notPerformed(name: "virtual", what: "tap", reason: "it was turned"))
    let proposer = ScriptedProposer(tap, .status(.complete))
    let run = await SessionDriver.run(Session(setup(proposer, judge: FixedJudge(value: 1))))
    #expect(device.performed == [tap, .status(.complete)])
    #expect(device.looks == 2)
    #expect(run.notices.count == 1)
    let step = try recorded.steps[0]
    #expect(step.action == nil && step.proposedAction == tap && step.result?.contains("it was turned") == true)
  }

  @Test("an action whose outcome isn't known is on record with that, and isn't repeated")
  func outcomeUnknown() async throws {
    device.fail(.outcomeUnknown(name: "virtual", what: "tap", reason: "the connection broke"))
    let run = await SessionDriver.run(
      Session(setup(ScriptedProposer(tap, .status(.complete)), judge: FixedJudge(value: 1))))
    #expect(device.performed == [tap, .status(.complete)])
    #expect(device.looks == 2)
    let step = try recorded.steps[0]
    #expect(step.action == tap && step.result?.contains("isn't known") == true)
    #expect(run.end.success == true)
  }

  @Test("a device that is gone is waited for with the person, or ends a session that nobody watches")
  func lost() async throws {
    device.failLooks(.lost(name: "virtual", reason: "unplugged"), nil)
    let run = await SessionDriver.run(
      Session(setup(ScriptedProposer(.status(.complete)), judge: FixedJudge(value: 1)))
    ) { _, _ in .resume }
    #expect(run.waits.count == 1)
    #expect(run.end.success == true)
    device.failLooks(.lost(name: "virtual", reason: "unplugged"))
    var alone = setup(ScriptedProposer(.status(.complete)), attendance: .nobody)
    alone.recording = nil
    let end = await SessionDriver.run(Session(alone)).end
    #expect(end.reason == .failed && end.problem?.contains("unplugged") == true)
  }

  @Test("a model isn't asked to act on black")
  func black() async throws {
    device.warn(.secureWindow)
    let proposer = ScriptedProposer(tap)
    let device = device
    let run = await SessionDriver.run(Session(setup(proposer, judge: FixedJudge(value: 1)))) { number, waiting in
      guard case .device(let reason) = waiting, reason.contains("secure window") else { return .end(success: nil) }
      device.warn(nil)
      return .act(.status(.complete), thought: nil)
    }
    #expect(proposer.requests.isEmpty)
    #expect(run.end.success == true)
  }

  // MARK: - Ends

  @Test("ending in the middle of a proposal is at once, and the episode is whole")
  func ending() async throws {
    let session = Session(setup(ScriptedProposer([.endless])))
    let run = await SessionDriver.run(session) { _, _ in
      nil
    } onEvent: { event in
      if case .proposing(_, .token) = event { session.decide(.end(success: nil)) }
    }
    #expect(run.end.reason == .stopped)
    let episode = try recorded
    #expect(episode.problems == [] && episode.finished != nil && episode.outcome?.claimedDone == false)
  }

  @Test("ending while an action is done ends after it")
  func endingAfterTheStep() async throws {
    let session = Session(setup(ScriptedProposer(tap, .navigateBack)))
    let run = await SessionDriver.run(session) { _, _ in
      nil
    } onEvent: { event in
      if case .acting = event { session.decide(.end(success: false)) }
    }
    #expect(run.end.reason == .stopped && run.end.success == false)
    #expect(try recorded.steps.map(\.action) == [tap])
  }

  @Test("cancelling the task that runs it ends it, too")
  func cancelling() async throws {
    let session = Session(setup(nil))
    let task = Task { await session.run() }
    for await event in session.events { if case .waiting = event { break } }
    task.cancel()
    #expect(await task.value.reason == .stopped)
  }

  @Test("a needed approval ends a session that nobody watches, with the reason")
  func unattended() async throws {
    let run = await SessionDriver.run(
      Session(setup(ScriptedProposer(tap), approval: .risky, attendance: .nobody))
    ) { _, _ in nil }
    #expect(run.end.reason == .failed)
    #expect(run.end.problem?.contains("needs a person's approval (can't be judged)") == true)
    #expect(device.performed == [])
  }

  @Test("whoever only approves isn't asked about anything else")
  func approvalsOnly() async throws {
    device.setChanges(false)
    let run = await SessionDriver.run(
      Session(setup(ScriptedProposer(tap), approval: .always, attendance: .approvals)))
    #expect(run.end.reason == .stuck)
    #expect(device.performed == [tap, tap, tap])
  }

  @Test("leaving ends a wait")
  func leaving() async throws {
    let session = Session(setup(ScriptedProposer(tap), approval: .always))
    let run = await SessionDriver.run(session) { _, _ in
      session.leave()
      return nil
    }
    #expect(run.end.reason == .failed && run.end.problem?.contains("nobody is there") == true)
  }

  // MARK: - Going in circles

  @Test("the same on the same screen is warned of, then asked about, and advice goes into the prompt")
  func stuck() async throws {
    device.setChanges(false)
    let proposer = ScriptedProposer([
      .action(tap), .action(tap), .action(tap), .action(.status(.complete)),
    ])
    let run = await SessionDriver.run(Session(setup(proposer, judge: FixedJudge(value: 1)))) { _, _ in
      .askAgain(hint: "scroll")
    }
    #expect(proposer.requests[1].advice == [])
    #expect(proposer.requests[2].advice.count == 1)
    #expect(run.waits.count == 1)
    guard case .stuck? = run.waits.first else { return #expect(Bool(false), "\(run.waits)") }
    #expect(proposer.requests[3].advice.last == "the person advises: scroll")
    #expect(run.end.success == true)
  }

  // MARK: - Going on

  @Test("a recording that was cut off goes on from its last step")
  func resuming() async throws {
    let first = Session(setup(ScriptedProposer(tap, .navigateBack)))
    await SessionDriver.run(first) { _, _ in
      nil
    } onEvent: { event in
      if case .acting(1, _) = event { first.decide(.end(success: nil)) }
    }
    let proposer = ScriptedProposer(.status(.complete))
    let again = try Session(
      resuming: folder.file("episode"),
      SessionSetup(
        goal: "", device: device, proposer: proposer, judge: FixedJudge(value: 1), approval: .never))
    let run = await SessionDriver.run(again)
    #expect(run.end.success == true && run.end.steps == 3)
    #expect(proposer.requests[0].goal == "Do it" && proposer.requests[0].index == 2)
    #expect(proposer.requests[0].history.map(\.action) == [tap, .navigateBack])
    guard case .started("Do it", _, _, let earlier)? = run.events.first else {
      return #expect(Bool(false), "\(String(describing: run.events.first))")
    }
    #expect(earlier.count == 2)
    #expect(try recorded.steps.count == 3)
    #expect(device.performed == [tap, .navigateBack, .status(.complete)])
  }

  @Test("an action in whose middle it was killed is on record, and isn't repeated")
  func resumingInTheMiddle() async throws {
    do {
      let writer = try EpisodeWriter(
        creating: Episode(id: "e", goal: "Do it"), at: folder.file("episode"))
      try writer.append(Step(index: 0, action: .navigateHome, decision: "automatic"))
      try writer.announce(Step(index: 1, action: tap, decision: "automatic"))
    }
    let again = try Session(
      resuming: folder.file("episode"),
      SessionSetup(
        goal: "", device: device, proposer: ScriptedProposer(.status(.complete)), judge: FixedJudge(value: 1),
        approval: .never))
    let run = await SessionDriver.run(again)
    #expect(device.performed == [.status(.complete)])
    let steps = try recorded.steps
    #expect(steps.map(\.action) == [.navigateHome, tap, .status(.complete)])
    #expect(steps[1].result?.contains("isn't known") == true)
    #expect(run.notices.count == 1)
  }

  @Test("ending while the device doesn't answer doesn't wait for a check that would have to ask it")
  func endWithoutAnswer() async throws {
    struct Untold: Judge {
      func score(answer: String?) async throws(DeviceError) -> Double {
        Issue.record("the check was asked")
        return 0
      }
    }
    device.failLooks(.interrupted(name: "virtual"))
    let session = Session(setup(ScriptedProposer(tap), judge: Untold()))
    let run = await SessionDriver.run(
      session,
      onEvent: { event in
        if case .looking = event { session.decide(.end(success: nil)) }
      })
    #expect(run.end.reason == .stopped && run.end.success == nil)
    #expect(run.end.problem?.contains("can't be told") == true)
  }

  @Test("a folder that holds an episode already isn't written over")
  func occupied() async throws {
    _ = try EpisodeWriter(creating: Episode(id: "e", goal: "Other"), at: folder.file("episode"))
    let run = await SessionDriver.run(Session(setup(ScriptedProposer(tap))))
    #expect(run.end.reason == .failed && run.end.problem?.contains("holds an episode already") == true)
    #expect(device.performed == [])
    #expect(try recorded.goal == "Other")
  }

  @Test("two sessions at once don't disturb each other")
  func two() async throws {
    let other = TableDevice(name: "other")
    var second = setup(ScriptedProposer(.navigateHome, .navigateBack, .status(.complete)), judge: FixedJudge(value: 1))
    second.device = other
    second.recording = folder.file("second")
    let (one, two) = (
      Session(setup(ScriptedProposer(tap, tap, .status(.complete)), judge: FixedJudge(value: 1))), Session(second)
    )
    async let first = SessionDriver.run(one)
    async let last = SessionDriver.run(two)
    #expect(await first.end.success == true)
    #expect(await last.end.success == true)
    #expect(device.performed == [tap, tap, .status(.complete)])
    #expect(other.performed == [.navigateHome, .navigateBack, .status(.complete)])
    #expect(try Episode(contentsOf: folder.file("second")).steps.count == 3)
  }
}
