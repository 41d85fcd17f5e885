import Episodes
import Interface
import TestSupport
import Testing

@Suite struct TypedActionTests {
  private func parse(_ text: String) throws -> Action {
    try TypedAction.parse(text, width: 1080, height: 2400, elements: 3)
  }

  @Test func everyKindCanBeTyped() throws {
    let cases: [(String, Action)] = [
      ("click 540 1200", .click(.point(Point(x: 540, y: 1200)))), ("TAP 1,2", .click(.point(Point(x: 1, y: 2)))),
      ("tap 2", .click(.element(2))), ("double_tap 3 4", .doubleTap(.point(Point(x: 3, y: 4)))),
      ("long_press 3 4", .longPress(.point(Point(x: 3, y: 4)))), ("swipe up", .swipe(.up, nil)),
      ("scroll down 1", .scroll(.down, .element(1))),
      ("type  hello  world ", .inputText("hello  world ", target: nil, clears: false)),
      ("open Simple Calendar Pro ", .openApp("Simple Calendar Pro")), ("back", .navigateBack), ("home", .navigateHome),
      ("enter", .keyboardEnter), ("wait", .wait), ("answer 42", .answer("42")), ("done", .status(.complete)),
      (#"{"action_type":"click","x":5,"y":6}"#, .click(.point(Point(x: 5, y: 6)))),
    ]
    for (text, action) in cases { #expect(try parse(text) == action) }
  }

  @Test(arguments: [
    "", "dance", "click", "click 5000 1", "click -1 3", "click 3", "click a b", "click 1 2 3", "swipe sideways", "type",
    "open", "back 3", "{", #"{"action_type":"click","x":5,"y":99999}"#, "click 99999999999999999999 1",
  ])
  func whatIsNoActionIsAClause(text: String) {
    #expect(throws: TypedActionError.self) { try parse(text) }
    do { _ = try parse(text) } catch { #expect(!"\(error)".hasSuffix(".")) }
  }
}
