import Episodes
import Testing

@Suite struct ActionEquivalenceTests {
  static let point = Target.point(Point(x: 1, y: 2))

  @Test(arguments: [
    (Action.inputText("Hello", target: nil, clears: true), Action.inputText("hELLO", target: nil, clears: false)),
    (.openApp("Simple Draw Pro"), .openApp("simple draw pro")),
    (.answer("GRÜSSE"), .answer("grüsse")),
    (.click(point), .click(point)),
    (.wait, .wait),
  ])
  func ignoresCaseAndClearing(one: Action, other: Action) {
    #expect(one.isEquivalent(to: other))
    #expect(other.isEquivalent(to: one))
  }

  @Test(arguments: [
    (Action.inputText("a", target: nil, clears: false), Action.inputText("a", target: point, clears: false)),
    (.inputText("a", target: nil, clears: false), .answer("a")),
    (.click(point), .click(.element(1))),
    (.click(point), .doubleTap(point)),
    (.scroll(.up, nil), .scroll(.down, nil)),
    (.scroll(.up, nil), .swipe(.up, nil)),
    (.status(.complete), .status(.infeasible)),
  ])
  func comparesTheRestExactly(one: Action, other: Action) {
    #expect(!one.isEquivalent(to: other))
  }
}
