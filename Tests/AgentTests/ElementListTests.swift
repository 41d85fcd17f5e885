import Episodes
import Testing

@testable import Agent

@Suite("Element list")
struct ElementListTests {
  @Test("elements that say something or take taps are listed with their middles in thousandths")
  func lines() {
    let bounds = Bounds(left: 0, top: 0, right: 1_079, bottom: 239)
    let elements = [
      UIElement(text: "Save", className: "Button", bounds: bounds, isClickable: true),
      UIElement(text: "", contentDescription: "Home\nscreen", className: "View", bounds: bounds),
      UIElement(className: "ImageView", resourceID: "com.android:id/icon", bounds: bounds, isClickable: true),
      UIElement(className: "ScrollView", bounds: bounds, isScrollable: true),
      UIElement(className: "FrameLayout", bounds: bounds), UIElement(text: "Nowhere"),
    ]
    #expect(
      ElementList(elements, width: 1_080, height: 2_400).lines == [
        #"- Button "Save" at x=500 y=50, takes taps"#, #"- View "Home screen" at x=500 y=50"#,
        "- ImageView icon at x=500 y=50, takes taps", "- ScrollView at x=500 y=50, scrolls",
      ])
  }

  @Test("an empty screen is said to be one")
  func empty() {
    #expect(ElementList([], width: 1, height: 1).text(first: 3) == "nothing that can be named")
  }
}
