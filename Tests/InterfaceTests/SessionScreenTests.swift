import Episodes
import Interface
import Testing

@Suite struct SessionScreenTests {
  @Test func enterApprovesOnceAndOnlyWhatIsWaitedFor() {
    var session = Session.session()
    session.think()
    #expect(session.press(.enter).isEmpty)
    #expect(session.text.contains("Enter does nothing: the model is thinking."))
    session.propose()
    #expect(session.press(.enter) == [.tellSession(.approve)])
    // A second press isn't an approval of what comes next.
    #expect(session.press(.enter).isEmpty)
    session.goOn(after: 0)
    #expect(session.press(.enter).isEmpty)
  }

  @Test func theReasoningStreamsAndTheActionIsShownInWordsAndJSON() {
    var session = Session.session()
    session.think(step: 0, "I open the Settings")
    #expect(session.text.contains("I open the Settings"))
    #expect(session.text.contains("thinking"))
    session.propose()
    #expect(session.text.contains("tap at (917, 1969) on “Settings”"))
    #expect(session.text.contains("{\"action_type\":\"click\",\"x\":917,\"y\":1969}"))
    #expect(session.text.contains("step 1 of 20"))
    #expect(session.frame.pictures.first?.marks == [.ring(x: 917, y: 1969, role: .proposed)])
  }

  @Test func risksAreSaidInWords() {
    var session = Session.session(columns: 120, rows: 40, approval: .risky)
    session.propose(risks: ["sends", "leaves apps"])
    #expect(session.text.contains("sends a message"))
    #expect(session.text.contains("leaves the apps that you allowed"))
  }

  @Test func rejectingNeedsAReason() {
    var session = Session.session()
    session.propose()
    session.type("x")
    #expect(session.press(.enter).isEmpty)
    #expect(session.text.contains("type a reason first"))
    session.type("that is not WiFi")
    #expect(session.press(.enter) == [.tellSession(.reject(reason: "that is not WiFi"))])
  }

  @Test func askingAgainTakesAdviceOrNone() {
    var session = Session.session()
    session.propose()
    session.type("r")
    #expect(session.press(.enter) == [.tellSession(.askAgain(hint: nil))])
    session.propose()
    session.type("rscroll first")
    #expect(session.press(.enter) == [.tellSession(.askAgain(hint: "scroll first"))])
  }

  @Test func editingMovesThePoint() {
    var session = Session.session()
    session.propose()
    session.type("e")
    session.press(.right, .down, .shiftLeft)
    #expect(session.press(.enter) == [.tellSession(.edit(.click(.point(Point(x: 837, y: 1979)))))])
  }

  @Test func editingByTheMouseAimsWhereThePictureIsClicked() throws {
    var session = Session.session()
    session.propose()
    session.type("e")
    let area = try #require(session.frame.pictures.first).area
    // The middle of the area is the middle of the picture, to within a cell.
    session.mouse(.press, area.column + area.columns / 2, area.row + area.rows / 2)
    guard case .tellSession(.edit(.click(.point(let point)))) = session.press(.enter).first else {
      Issue.record("nothing was edited")
      return
    }
    #expect(abs(point.x - 540) < 120)
    #expect(abs(point.y - 1200) < 120)
  }

  @Test func tabChangesTheKindAndTheTextIsAsked() {
    var session = Session.session()
    session.propose()
    session.type("e")
    session.press(.tab, .tab, .tab)
    #expect(session.press(.enter).isEmpty)
    #expect(session.text.contains("it types nothing yet"))
    session.type("tbluetooth")
    session.press(.enter)
    #expect(
      session.press(.enter) == [.tellSession(.edit(.inputText("bluetooth", target: nil, clears: false)))])
  }

  @Test func anUnchangedEditIsAnApproval() {
    var session = Session.session()
    session.propose()
    session.type("e")
    #expect(session.press(.enter) == [.tellSession(.approve)])
  }

  @Test func anEditIsDroppedWhenTheSessionGoesOnWithoutIt() {
    var session = Session.session()
    session.propose()
    session.type("e")
    session.send(.session(.waiting(step: 0, .device("the device is gone; plug it in"))))
    #expect(session.text.contains("what you were writing wasn't sent"))
    #expect(session.press(.enter) == [.tellSession(.resume)])
  }

  @Test func neverAskingHasToBeConfirmed() {
    var session = Session.session()
    session.propose()
    #expect(session.type("a") == [.tellSession(.setApproval(.risky))])
    session.propose()
    #expect(session.type("a").isEmpty)
    #expect(session.text.contains("Let it run by itself?"))
    session.press(.escape)
    #expect(session.text.contains("AUTO, asks when it can do harm"))
    session.type("a")
    #expect(session.type("y") == [.tellSession(.setApproval(.never))])
    session.mouse(.press, 0, 0)
    #expect(session.text.contains("RUNS BY ITSELF"))
    #expect(session.type("a") == [.tellSession(.setApproval(.always))])
  }

  @Test(arguments: [Key.character("z"), .character(" "), .enter, .up, .escape, .character("p")])
  func anyKeyPausesWhileItRunsByItself(key: Key) {
    var session = Session.session(approval: .never)
    session.think()
    #expect(session.press(key) == [.tellSession(.pause)])
    // Once is enough.
    #expect(session.press(.character("z")).isEmpty)
    session.send(.session(.waiting(step: 0, .paused)))
    #expect(session.press(.enter) == [.tellSession(.resume)])
  }

  @Test func whatIsAskedAboutIsntPausedByOtherKeys() {
    var session = Session.session(approval: .risky)
    session.propose(risks: ["pays"])
    #expect(session.press(.up).isEmpty)
    #expect(session.press(.enter) == [.tellSession(.approve)])
  }

  @Test func takingOverMakesClicksOfThePictureActions() throws {
    var session = Session.session()
    session.propose()
    let area = try #require(session.frame.pictures.first).area
    session.mouse(.press, area.column + 3, area.row + 3)
    #expect(session.text.contains("h lets you act"))
    #expect(session.type("h") == [.tellSession(.takeOver)])
    session.send(.session(.waiting(step: 0, .takenOver)))
    let effects = session.mouse(.press, area.column + area.columns / 2, area.row + area.rows / 2)
    guard case .tellSession(.act(.click(.point(let point)))) = effects.first else {
      Issue.record("the click did \(effects)")
      return
    }
    #expect((0..<1080).contains(point.x) && (0..<2400).contains(point.y))
    // While that is done another click waits.
    #expect(session.mouse(.press, area.column + 1, area.row + 1).isEmpty)
  }

  @Test func keysActWhileThePersonHasTakenOver() {
    let cases: [(Key, Action)] = [
      (.down, .scroll(.down, nil)), (.character("K"), .swipe(.up, nil)), (.shiftLeft, .swipe(.left, nil)),
      (.character("b"), .navigateBack), (.character("g"), .navigateHome), (.enter, .keyboardEnter),
      (.character("w"), .wait),
    ]
    for (key, action) in cases {
      var session = Session.session()
      session.takeOver()
      #expect(session.press(key) == [.tellSession(.act(action))])
    }
  }

  @Test func textAppsAndCommandsAreTyped() {
    let cases: [(String, Action)] = [
      ("ihello you", .inputText("hello you", target: nil, clears: false)), ("oSettings", .openApp("Settings")),
      ("cclick 540 1200", .click(.point(Point(x: 540, y: 1200)))), ("cswipe up", .swipe(.up, nil)),
      (#"c{"action_type":"wait"}"#, .wait),
    ]
    for (keys, action) in cases {
      var session = Session.session()
      session.takeOver()
      session.type(keys)
      #expect(session.press(.enter) == [.tellSession(.act(action))])
    }
  }

  @Test func aCommandThatCannotBeReadStaysToBeMended() {
    var session = Session.session()
    session.takeOver()
    session.type("cclick 5000 1200")
    #expect(session.press(.enter).isEmpty)
    #expect(session.text.contains("(5000, 1200) is beside the screen of 1080 × 2400 pixels"))
    #expect(session.text.contains("Command: click 5000 1200"))
  }

  @Test func aimingByKeyboardTapsTheNextElement() {
    var session = Session.session()
    session.takeOver()
    session.type("en")
    #expect(session.press(.enter) == [.tellSession(.act(.click(.point(Point(x: 917, y: 1969)))))])
  }

  @Test func longPressesAreOneClickLong() throws {
    var session = Session.session()
    session.takeOver()
    session.type("t")
    let area = try #require(session.frame.pictures.first).area
    let effects = session.mouse(.press, area.column + 5, area.row + 5)
    guard case .tellSession(.act(.longPress)) = effects.first else {
      Issue.record("the click did \(effects)")
      return
    }
    session.goOn(after: 0)
    session.send(.session(.waiting(step: 1, .takenOver)))
    guard case .tellSession(.act(.click)) = session.mouse(.press, area.column + 5, area.row + 5).first else {
      Issue.record("the next click is long too")
      return
    }
  }

  @Test func handingBackIsTheSameKey() {
    var session = Session.session()
    session.takeOver()
    #expect(session.type("h") == [.tellSession(.handBack)])
  }

  @Test func withoutAModelItIsByHandAndSaysSo() {
    var session = Session.session(model: nil)
    session.send(.session(.waiting(step: 0, .takenOver)))
    #expect(session.text.contains("By hand"))
    #expect(session.type("h").isEmpty)
    #expect(session.text.contains("there is no model in this session"))
  }

  @Test func earlierStepsAreWalkedThroughAndMarkedAsPast() {
    var session = Session.session()
    session.goOn(after: 0)
    session.goOn(after: 1)
    session.propose(step: 2)
    session.press(.left)
    #expect(session.text.contains("Past: step 2"))
    #expect(session.text.contains("Step 2, in the past"))
    #expect(session.frame.pictures.first?.path == Sample.recording + "/screens/0001.png")
    session.press(.left)
    #expect(session.frame.pictures.first?.path == Sample.recording + "/screens/0000.png")
    // Enter there isn't an approval.
    #expect(session.press(.enter).isEmpty)
    #expect(!session.text.contains("Past:"))
    #expect(session.press(.enter) == [.tellSession(.approve)])
  }

  @Test func thePastStaysWhereItIsWhileTheSessionGoesOn() {
    var session = Session.session()
    session.goOn(after: 0)
    session.think(step: 1)
    session.press(.left)
    session.propose(step: 1)
    #expect(session.text.contains("Past: step 1"))
    #expect(session.text.contains("now: waits for you"))
    session.press(.escape)
    #expect(!session.text.contains("Past:"))
  }

  @Test func elementsAreBoxesAndAList() {
    var session = Session.session(columns: 120, rows: 40)
    session.propose()
    session.type("u")
    #expect(session.text.contains("0  “Settings” TextView (917, 1969)"))
    #expect(session.frame.pictures.first?.marks.count == 3)
    session.type("u")
    #expect(session.frame.pictures.first?.marks.count == 1)
  }

  @Test func leavingAsksWhetherTheGoalIsReached() {
    for (key, success) in [("y", true), ("n", false), ("d", nil)] as [(String, Bool?)] {
      var session = Session.session()
      session.propose()
      #expect(session.type("q").isEmpty)
      #expect(session.text.contains("Is the goal reached?"))
      #expect(session.type(key) == [.tellSession(.end(success: success))])
      session.send(.session(.ended(reason: "stopped by you", success: success, problem: nil)))
      #expect(session.text.contains("Recorded in ~/.local/share/infir/sessions"))
    }
    var session = Session.session()
    session.type("q")
    session.press(.escape)
    session.propose()
    #expect(session.press(.enter) == [.tellSession(.approve)])
  }

  @Test func aTaskJudgesByItself() {
    var session = Session.session(task: "SystemWifiTurnOff")
    session.type("q")
    #expect(session.text.contains("The task's own check"))
    #expect(session.type("y") == [.tellSession(.end(success: nil))])
    session.send(.session(.judged(score: 1)))
    session.send(.session(.ended(reason: "stopped by you", success: true, problem: nil)))
    #expect(session.text.contains("The goal was reached."))
    #expect(session.text.contains("The task's check gave 1.0 of 1."))
  }

  @Test func whetherItIsDoneIsAsked() {
    var session = Session.session()
    session.send(.session(.waiting(step: 0, .judgement(.complete))))
    #expect(session.text.contains("The agent says that it is done. Is the goal reached?"))
    #expect(session.type("y") == [.tellSession(.end(success: true))])
    session = Session.session()
    session.send(.session(.waiting(step: 0, .judgement(.complete))))
    session.type("xbluetooth is still off")
    #expect(session.press(.enter) == [.tellSession(.reject(reason: "bluetooth is still off"))])
  }

  @Test func afterTheEndEnterReplaysAndNStartsAnother() {
    var session = Session.session()
    session.send(.session(.ended(reason: "done", success: true, problem: nil)))
    #expect(session.press(.enter) == [.openEpisode(path: Sample.recording)])
    #expect(session.type("n") == [.findDevices, .findTasks])
    #expect(session.text.contains("adb:emulator-5554"))
    session.press(.escape)
    session.press(.escape)
    session.type("q")
    #expect(session.text.contains("Start a session"))
    #expect(session.text.contains("Opened before"))
  }

  @Test func nothingThatComesAfterTheEndBringsItBack() {
    var session = Session.session()
    session.send(.session(.ended(reason: "done", success: true, problem: nil)))
    session.propose()
    #expect(session.text.contains("The goal was reached."))
  }

  @Test func anEndThatTakesLongCanBeLeft() {
    var session = Session.session()
    session.type("q")
    session.type("n")
    session.send(.session(.acting(step: 0, Sample.tap)))
    #expect(session.text.contains("ending"))
    #expect(session.type("q").isEmpty)
    #expect(session.text.contains("Start a session"))
  }

  @Test func hostileTextIsShownHarmlessly() {
    var session = Session.session(goal: "Turn \u{1B}[2J off\u{202E} 日本語")
    session.propose(action: .openApp("\u{1B}]0;owned\u{7}"), thought: "\u{1B}[31mred \u{1B}[0m")
    session.send(.session(.notice("\u{1B}[?1049l")))
    #expect(AppPropertyTests.problem(of: session.frame, size: Size(columns: 80, rows: 24)) == nil)
  }
}
