import Episodes
import Interface
import Testing

@testable import Interface

@Suite struct ActionMarksTests {
  private func marks(_ action: Action, bounds: Bounds? = nil) -> [Mark] {
    ActionMarks.marks(
      for: action, width: 1080, height: 2400, elements: [Sample.settings], bounds: bounds, role: .proposed)
  }

  @Test func aTapIsARingAndItsTargetABox() {
    #expect(marks(.click(.point(Point(x: 3, y: 4)))) == [.ring(x: 3, y: 4, role: .proposed)])
    #expect(
      marks(.longPress(.element(0))) == [
        .box(left: 832, top: 1873, right: 1002, bottom: 2066, role: .proposed), .ring(x: 917, y: 1969, role: .proposed),
      ])
    #expect(marks(.click(.element(7))).isEmpty)
  }

  @Test func scrollsAndSwipesAreTheFingersWay() {
    #expect(marks(.scroll(.down, nil)) == [.arrow(fromX: 539, fromY: 1199, toX: 539, toY: 0, role: .proposed)])
    #expect(marks(.swipe(.down, nil)) == [.arrow(fromX: 539, fromY: 0, toX: 539, toY: 2399, role: .proposed)])
  }

  @Test func typedTextIsALabelWithoutControlCharacters() {
    let typed = marks(.inputText("a\u{1B}\nb", target: .point(Point(x: 5, y: 6)), clears: false))
    #expect(typed == [.ring(x: 5, y: 6, role: .proposed), .label(x: 5, y: 6, text: "a␛ b", role: .proposed)])
    #expect(marks(.inputText("x", target: nil, clears: false)) == [.label(x: 540, y: 1200, text: "x", role: .proposed)])
  }

  @Test func otherActionsLeaveThePictureAlone() {
    for action in [Action.navigateBack, .wait, .openApp("Settings"), .status(.complete), .unknown] {
      #expect(marks(action).isEmpty)
    }
  }
}
