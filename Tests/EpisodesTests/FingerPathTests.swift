import Episodes
import Testing

@Suite struct FingerPathTests {
  static let width = 1080
  static let height = 2400
  static let elements = [
    UIElement(bounds: Bounds(left: 100, top: 200, right: 300, bottom: 1000)),
    UIElement(text: "no bounds"),
    UIElement(bounds: Bounds(left: -50, top: 2300, right: 5000, bottom: 2500)),
    UIElement(bounds: Bounds(left: .min, top: .min, right: .max, bottom: .max)),
  ]

  func path(_ action: Action) -> FingerPath? {
    FingerPath(action, width: Self.width, height: Self.height, elements: Self.elements)
  }

  func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int) -> FingerPath {
    .line(from: Point(x: x1, y: y1), to: Point(x: x2, y: y2))
  }

  @Test func tapsAndTypingTouchTheirTarget() {
    let point = Target.point(Point(x: 5, y: 6))
    for action: Action in [
      .click(point), .doubleTap(point), .longPress(point), .inputText("a", target: point, clears: false),
    ] {
      #expect(path(action) == .point(Point(x: 5, y: 6)))
    }
    #expect(path(.click(.element(0))) == .point(Point(x: 200, y: 600)))
  }

  @Test func scrollingMovesTheFingerAgainstTheDirection() {
    #expect(path(.scroll(.down, nil)) == line(539, 1199, 539, 0))
    #expect(path(.scroll(.up, nil)) == line(539, 1199, 539, 2399))
    #expect(path(.scroll(.right, nil)) == line(539, 1199, 0, 1199))
    #expect(path(.scroll(.left, nil)) == line(539, 1199, 1079, 1199))
  }

  @Test func scrollingAnElementStaysInIt() {
    #expect(path(.scroll(.down, .element(0))) == line(200, 600, 200, 200))
    #expect(path(.scroll(.left, .element(0))) == line(200, 600, 300, 600))
  }

  @Test func scrollingFromAPointGoesToTheScreensEdge() {
    #expect(path(.scroll(.down, .point(Point(x: 5, y: 6)))) == line(5, 6, 5, 0))
    #expect(path(.scroll(.up, .point(Point(x: 5, y: 6)))) == line(5, 6, 5, 2399))
  }

  @Test func swipingMovesTheFingerInTheDirectionFromEdgeToEdge() {
    #expect(path(.swipe(.down, nil)) == line(539, 0, 539, 2399))
    #expect(path(.swipe(.up, nil)) == line(539, 2399, 539, 0))
    #expect(path(.swipe(.left, nil)) == line(1079, 1199, 0, 1199))
    #expect(path(.swipe(.right, nil)) == line(0, 1199, 1079, 1199))
  }

  @Test func swipingWithAnAimSetsOffThere() {
    #expect(path(.swipe(.right, .point(Point(x: 100, y: 50)))) == line(100, 50, 1079, 50))
    #expect(path(.swipe(.left, .element(0))) == line(200, 600, 100, 600))
  }

  @Test func theFingerStaysOnTheScreen() {
    #expect(path(.click(.point(Point(x: -3, y: 9999)))) == .point(Point(x: 0, y: 2399)))
    #expect(path(.click(.element(2))) == .point(Point(x: 539, y: 2349)))
    #expect(path(.click(.element(3))) == .point(Point(x: 539, y: 1199)))
  }

  @Test func thereIsNoPathWithoutAFingerOrAPlace() {
    for action: Action in [
      .wait, .navigateBack, .navigateHome, .keyboardEnter, .openApp("a"), .answer("a"), .status(.complete), .unknown,
      .inputText("a", target: nil, clears: false), .click(.element(1)), .click(.element(99)), .click(.element(-1)),
    ] {
      #expect(path(action) == nil)
    }
    #expect(FingerPath(.scroll(.down, nil), width: 0, height: 10) == nil)
  }

  @Test func theMiddleOfAnyBoundsIsFound() {
    #expect(Bounds(left: .min, top: .min, right: .max, bottom: .max).middle == Point(x: -1, y: -1))
    #expect(Bounds(left: 1, top: -3, right: 4, bottom: -2).middle == Point(x: 2, y: -3))
  }
}
