import Episodes
import Testing

@Suite struct ActionSummaryTests {
  static let point = Target.point(Point(x: 540, y: 1200))

  @Test(arguments: [
    (Action.click(point), "tap at (540, 1200)"),
    (.click(.element(3)), "tap element 3"),
    (.doubleTap(point), "double-tap at (540, 1200)"),
    (.longPress(.element(3)), "long-press element 3"),
    (.scroll(.down, nil), "scroll down"),
    (.scroll(.down, .element(3)), "scroll down on element 3"),
    (.swipe(.left, point), "swipe left from (540, 1200)"),
    (.inputText("hello", target: nil, clears: false), "type “hello”"),
    (.inputText("hello", target: point, clears: false), "type “hello” at (540, 1200)"),
    (.inputText("hello", target: .element(3), clears: true), "clear the field and type “hello” into element 3"),
    (.keyboardEnter, "press Enter"),
    (.navigateHome, "go home"),
    (.navigateBack, "go back"),
    (.openApp("Settings"), "open Settings"),
    (.wait, "wait"),
    (.answer("3/4 cup"), "answer “3/4 cup”"),
    (.status(.complete), "say that the task is complete"),
    (.status(.infeasible), "say that the task is infeasible"),
    (.unknown, "unknown action"),
  ])
  func saysIt(action: Action, summary: String) {
    #expect(action.summary == summary)
  }

  @Test func controlCharactersOfAModelsTextDontReachTheTerminal() {
    let action = Action.inputText("a\nb\tc\u{1B}[2J\u{9B}\u{2028}\r\né", target: nil, clears: false)
    #expect(action.summary == #"type “a\nb\tc\u{1b}[2J\u{9b}\u{2028}\u{d}\né”"#)
  }
}
