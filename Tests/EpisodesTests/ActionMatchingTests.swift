import Episodes
import TestSupport
import Testing

@Suite struct ActionMatchingTests {
  static func click(_ x: Int, _ y: Int) -> Action { .click(.point(Point(x: x, y: y))) }
  static func text(_ text: String) -> Action { .inputText(text, target: nil, clears: false) }

  func agreement(
    _ rule: ActionMatching, _ proposed: Action, _ recorded: Action?, bounds: Bounds? = nil, elements: [UIElement] = [],
    size: (Int, Int)? = (1000, 2000)
  ) -> Agreement {
    let step = Step(index: 0, action: recorded, targetBounds: bounds, elements: elements)
    return rule.agreement(of: proposed, with: step, width: size?.0, height: size?.1)
  }

  @Test func rulesHaveNamesForReports() {
    #expect(ActionMatching(rawValue: "androidcontrol-aitw") == .androidControlAITW)
    #expect(ActionMatching(rawValue: "aitw") == .aitw)
    #expect(ActionMatching.allCases.allSatisfy { $0.summary.contains("0.14") })
  }

  @Test(arguments: ActionMatching.allCases)
  func withoutARecordedActionNothingIsSaid(rule: ActionMatching) {
    #expect(agreement(rule, .wait, nil) == .unknown)
    #expect(agreement(rule, .unknown, .unknown) == .unknown)
    #expect(Agreement.unknown.isAgreement == nil)
  }

  // MARK: - The default

  @Test(arguments: [
    (text("Hello"), text("hELLO")),
    (.openApp("settings"), .openApp("Settings")),
    (.answer("3/4 Cup"), .answer("3/4 cup")),
    (.status(.complete), .status(.complete)),
    (.scroll(.down, nil), .scroll(.down, .element(4))),
    (.swipe(.left, nil), .swipe(.left, .point(Point(x: 1, y: 1)))),
    (.inputText("a", target: .element(1), clears: true), text("a")),
    (.navigateBack, .navigateBack),
    (click(5, 5), click(5, 5)),
  ])
  func theDefaultTakesAsTheSame(proposed: Action, recorded: Action) {
    #expect(agreement(.androidControlAITW, proposed, recorded) == .agrees)
  }

  @Test(arguments: [
    (click(1, 1), Action.scroll(.down, nil), "click instead of scroll"),
    (.scroll(.down, nil), .swipe(.down, nil), "scroll instead of swipe"),
    (click(1, 1), .longPress(.point(Point(x: 1, y: 1))), "click instead of long_press"),
    (.scroll(.up, nil), .scroll(.down, nil), "scroll up instead of down"),
    (.swipe(.left, nil), .swipe(.right, nil), "swipe left instead of right"),
    (text("a"), text("b"), "other text"),
    (.answer("a"), .answer("b"), "another answer"),
    (.openApp("Clock"), .openApp("Settings"), "another app"),
    (.status(.complete), .status(.infeasible), "complete instead of infeasible"),
    (.navigateHome, .navigateBack, "navigate_home instead of navigate_back"),
    (.unknown, .wait, "unknown instead of wait"),
  ])
  func theDefaultTellsApart(proposed: Action, recorded: Action, reason: String) {
    #expect(agreement(.androidControlAITW, proposed, recorded) == .differs(reason: reason))
  }

  @Test func whereTheTargetIsKnownATapMustLieInIt() {
    let bounds = Bounds(left: 100, top: 200, right: 300, bottom: 400)
    for inside in [Self.click(100, 200), Self.click(300, 400), Self.click(200, 300)] {
      #expect(agreement(.androidControlAITW, inside, Self.click(200, 300), bounds: bounds) == .agrees)
    }
    #expect(
      agreement(.androidControlAITW, Self.click(310, 300), Self.click(200, 300), bounds: bounds)
        == .differs(reason: "a tap 0.01 of the screen outside the target"))
    #expect(
      agreement(.androidControlAITW, Self.click(310, 300), Self.click(200, 300), bounds: bounds, size: nil)
        == .differs(reason: "a tap outside the target"))
  }

  @Test func aRecordedElementsBoundsAreItsTarget() {
    let elements = [
      UIElement(bounds: Bounds(left: 0, top: 0, right: 10, bottom: 10)),
      UIElement(bounds: Bounds(left: 4, top: 4, right: 30, bottom: 30)), UIElement(),
    ]
    let recorded = Action.click(.element(0))
    #expect(agreement(.androidControlAITW, Self.click(9, 9), recorded, elements: elements) == .agrees)
    #expect(
      agreement(.androidControlAITW, .click(.element(1)), recorded, elements: elements)
        == .differs(reason: "a tap 0.01 of the screen outside the target"))
    #expect(agreement(.androidControlAITW, .click(.element(2)), .click(.element(2)), elements: elements) == .agrees)
    #expect(
      agreement(.androidControlAITW, .click(.element(7)), recorded, elements: elements)
        == .differs(reason: "no such element"))
    #expect(agreement(.androidControlAITW, Self.click(1, 1), .click(.element(2)), elements: elements) == .unknown)
  }

  @Test(arguments: [
    (140, 0, "agrees"), (141, 0, "0.14"), (0, 280, "agrees"), (0, 282, "0.14"), (84, 224, "agrees"),
    (100, 200, "0.14"), (310, 0, "0.31"), (0, 1999, "1.00"), (1000, 2000, "1.41"),
  ])
  func elsewhereATapMustLieWithinAFractionOfTheScreen(x: Int, y: Int, expected: String) {
    for rule in ActionMatching.allCases {
      #expect(
        agreement(rule, Self.click(x, y), Self.click(0, 0))
          == (expected == "agrees" ? .agrees : .differs(reason: "a tap \(expected) of the screen away")))
    }
  }

  @Test func withoutTheScreensSizeDistancesAreUnknown() {
    #expect(agreement(.androidControlAITW, Self.click(1, 1), Self.click(2, 2), size: nil) == .unknown)
    #expect(agreement(.androidControlAITW, Self.click(1, 1), Self.click(1, 1), size: nil) == .agrees)
    #expect(agreement(.androidControlAITW, Self.click(1, 1), Self.click(2, 2), size: (0, 10)) == .unknown)
    #expect(
      agreement(.androidControlAITW, Self.click(1_000_000_000, 1), Self.click(0, 0), size: (1, 1))
        == .differs(reason: "a tap 999.99 of the screen away"))
  }

  // MARK: - AITW

  @Test(arguments: [
    (Action.scroll(.up, nil), Action.scroll(.down, nil)),
    (.swipe(.left, nil), .scroll(.right, nil)),
    (text("a"), text("b")),
    (.openApp("a"), .openApp("b")),
    (.status(.complete), .status(.complete)),
  ])
  func aitwTakesAsTheSame(proposed: Action, recorded: Action) {
    #expect(agreement(.aitw, proposed, recorded) == .agrees)
  }

  @Test(arguments: [
    (Action.scroll(.up, nil), Action.scroll(.left, nil), "up or down instead of left or right"),
    (click(1, 1), .scroll(.left, nil), "click instead of scroll"),
    (.status(.complete), .status(.infeasible), "complete instead of infeasible"),
    (.navigateHome, .keyboardEnter, "navigate_home instead of keyboard_enter"),
  ])
  func aitwTellsApart(proposed: Action, recorded: Action, reason: String) {
    #expect(agreement(.aitw, proposed, recorded) == .differs(reason: reason))
  }

  @Test func aitwTakesTwoTapsInOneEnlargedElementAsTheSame() {
    // Enlarged by 0.7 of its size on each side: 260…740, 240…960.
    let elements = [UIElement(bounds: Bounds(left: 400, top: 450, right: 600, bottom: 750)), UIElement()]
    #expect(agreement(.aitw, Self.click(260, 300), Self.click(740, 300), elements: elements) == .agrees)
    #expect(agreement(.aitw, Self.click(500, 240), Self.click(500, 960), elements: elements) == .agrees)
    #expect(
      agreement(.aitw, Self.click(259, 300), Self.click(740, 300), elements: elements)
        == .differs(reason: "a tap 0.48 of the screen away"))
    #expect(
      agreement(.aitw, Self.click(260, 300), Self.click(740, 961), elements: elements)
        == .differs(reason: "a tap 0.58 of the screen away"))
  }

  @Test(
    .enabled(if: Shared.has("data/episodes"), Comment(rawValue: Shared.missing)), arguments: ActionMatching.allCases)
  func recordedActionsAgreeWithThemselves(rule: ActionMatching) throws {
    for path in try DataSet(contentsOf: Shared.path("data/episodes")).episodes {
      let episode = try Episode(contentsOf: path)
      for step in episode.steps {
        let action = try #require(step.action)
        #expect(
          rule.agreement(of: action, with: step, width: episode.width, height: episode.height) == .agrees,
          "\(episode.id) step \(step.index): \(action.summary)")
      }
    }
  }
}
