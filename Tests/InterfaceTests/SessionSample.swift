import Episodes
import Interface

extension Sample {
  static let devices = [
    DeviceSummary(name: "virtual", detail: "a phone in memory, 1080 × 2400"),
    DeviceSummary(name: "adb:emulator-5554", detail: "sdk_gphone64_x86_64"),
    DeviceSummary(
      name: "adb:R5CT20ABCDE", detail: "unauthorized", isReady: false,
      advice: "unlock it and allow USB debugging from this computer"),
  ]

  static let tasks = [
    TaskSummary(
      name: "SystemWifiTurnOff", goal: "Turn wifi off.", apps: ["Settings"], difficulty: "easy", maximumSteps: 10),
    TaskSummary(
      name: "ContactsAddContact", goal: "Create a new contact for {name}. Their number is {number}.",
      apps: ["Contacts"],
      difficulty: "easy", maximumSteps: 12),
    TaskSummary(
      name: "MarkorCreateNoteAndSms",
      goal:
        "Create a new note in Markor named {file_name} with the following text: {text}. Share the entire content of "
        + "the note with the phone number {number} via SMS using Simple SMS Messenger",
      apps: ["Markor", "Messages"], difficulty: "hard", maximumSteps: 30),
    TaskSummary(
      name: "ClockTimerEntry", goal: "Create a timer with {hours} hours, {minutes} minutes, and {seconds} seconds.",
      apps: ["Clock"], difficulty: "medium", maximumSteps: 10),
  ]

  static let goal = "Turn off WiFi, then enable bluetooth"
  static let recording = "/home/ada/.local/share/infir/sessions/2026-11-24-turn-off-wifi"

  static func started(
    goal: String = goal, task: String? = nil, model: String? = "InfiR-VL-1.6B", recording: String? = recording,
    earlier: [Step] = []
  ) -> Message {
    .session(
      .started(
        goal: goal, task: task, device: "adb:emulator-5554", model: model, recording: recording, maximumSteps: 20,
        earlier: earlier))
  }

  static func observed(step: Int, elements: [UIElement] = [settings, wifi], warning: String? = nil) -> Message {
    .session(
      .observed(
        step: step, picture: "\(recording)/screens/000\(step).png", width: 1080, height: 2400, elements: elements,
        app: "Home", warning: warning))
  }

  static let tap = Action.click(.point(Point(x: 917, y: 1969)))

  static func stepped(_ index: Int, _ action: Action = tap, decision: String = "approved", thought: String = thought)
    -> Message
  {
    .session(
      .stepped(
        Step(
          index: index, screenshot: "screens/000\(index).png", app: "Home", thought: thought, action: action,
          elements: [settings, wifi], decision: decision, timings: ["observe": 0.4, "propose": 9.8, "act": 0.3],
          result: "the screen changed")))
  }
}

extension Session {
  /// In a session that was begun from its form, looking at the device.
  static func session(
    columns: Int = 80, rows: Int = 24, isUTF8: Bool = true, goal: String = Sample.goal, task: String? = nil,
    model: String? = "InfiR-VL-1.6B", approval: Approval = .always
  ) -> Session {
    var start = Sample.start
    start.session = SessionRequest(goal: .text(goal), device: "adb:emulator-5554", approval: approval)
    var session = Session(columns: columns, rows: rows, isUTF8: isUTF8, start: start)
    if model != nil { session.send(.modelLoaded(Sample.model)) }
    session.send(Sample.started(goal: goal, task: task, model: model))
    session.mouse(.press, 0, 0)
    session.send(.session(.looking(step: 0)))
    session.send(Sample.observed(step: 0))
    return session
  }

  /// A whole proposal, and that it waits to be approved.
  mutating func propose(
    step: Int = 0, action: Action = Sample.tap, risks: [String] = [], thought: String = Sample.thought
  ) {
    think(step: step, thought)
    for update: ProposalUpdate in [.thought(thought), .action(action, json: action.json), .finished(Sample.times)] {
      send(.session(.proposal(step: step, update)))
    }
    send(.session(.waiting(step: step, .approval(action, risks: risks))))
  }

  /// A proposal that is being made.
  mutating func think(step: Int = 0, _ thought: String = Sample.thought) {
    send(.session(.proposal(step: step, .phase("decode", fraction: 0.4))))
    send(.session(.proposal(step: step, .text("Thought: " + thought))))
  }

  /// A step from the person's word to the next look.
  mutating func goOn(after step: Int, action: Action = Sample.tap, decision: String = "approved") {
    send(.session(.acting(step: step, action)))
    send(Sample.stepped(step, action, decision: decision))
    send(.session(.looking(step: step + 1)))
    send(Sample.observed(step: step + 1))
  }

  mutating func takeOver() {
    type("h")
    send(.session(.waiting(step: 0, .takenOver)))
  }
}
