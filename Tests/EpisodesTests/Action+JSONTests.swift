import Episodes
import TestSupport
import Testing

@Suite struct ActionJSONTests {
  /// Each action beside its `json_str()`.
  static let pairs: [(Action, String)] = [
    (.click(.point(Point(x: 540, y: 1200))), #"{"action_type":"click","x":540,"y":1200}"#),
    (.click(.element(0)), #"{"action_type":"click","index":0}"#),
    (.doubleTap(.point(Point(x: 1, y: 2))), #"{"action_type":"double_tap","x":1,"y":2}"#),
    (.longPress(.element(7)), #"{"action_type":"long_press","index":7}"#),
    (.scroll(.down, nil), #"{"action_type":"scroll","direction":"down"}"#),
    (.scroll(.left, .element(3)), #"{"action_type":"scroll","index":3,"direction":"left"}"#),
    (.swipe(.up, .point(Point(x: 5, y: 6))), #"{"action_type":"swipe","x":5,"y":6,"direction":"up"}"#),
    (.inputText("Grüße \"1\"\n", target: nil, clears: false), #"{"action_type":"input_text","text":"Grüße \"1\"\n"}"#),
    (
      .inputText("a", target: .point(Point(x: 1, y: 2)), clears: true),
      #"{"action_type":"input_text","x":1,"y":2,"text":"a","clear_text":true}"#
    ),
    (.keyboardEnter, #"{"action_type":"keyboard_enter"}"#),
    (.navigateHome, #"{"action_type":"navigate_home"}"#),
    (.navigateBack, #"{"action_type":"navigate_back"}"#),
    (.openApp("Settings"), #"{"action_type":"open_app","app_name":"Settings"}"#),
    (.wait, #"{"action_type":"wait"}"#),
    (.answer("3/4 cup"), #"{"action_type":"answer","text":"3/4 cup"}"#),
    (.status(.complete), #"{"action_type":"status","goal_status":"complete"}"#),
    (.status(.infeasible), #"{"action_type":"status","goal_status":"infeasible"}"#),
    (.unknown, #"{"action_type":"unknown"}"#),
  ]

  @Test(arguments: pairs)
  func writesAndReads(action: Action, json: String) throws {
    #expect(action.json == json)
    #expect(try Action(json: json) == action)
  }

  @Test func everyTypeIsAmongThePairs() {
    #expect(Set(Self.pairs.map(\.0.type)) == Set(ActionType.allCases))
  }

  @Test(arguments: [
    (#" { "action_type" : "wait" } "#, Action.wait),
    (#"{"action_type":"click","x":3,"y":4,"reason":"because","bounds":[1]}"#, .click(.point(Point(x: 3, y: 4)))),
    (#"{"action_type":"click","x":null,"y":null,"index":2}"#, .click(.element(2))),
    (#"{"action_type":"click","index":"12"}"#, .click(.element(12))),
    (#"{"action_type":"click","index":2.0}"#, .click(.element(2))),
    (#"{"action_type":"click","x":540.9,"y":"1200"}"#, .click(.point(Point(x: 540, y: 1200)))),
    (#"{"action_type":"click","x":-0.5,"y":1e3}"#, .click(.point(Point(x: -1, y: 1000)))),
    (#"{"action_type":"input_text","text":42}"#, .inputText("42", target: nil, clears: false)),
    (
      #"{"action_type":"input_text","text":1234567890123456789012}"#,
      .inputText("1234567890123456789012", target: nil, clears: false)
    ),
    (#"{"action_type":"answer","text":true}"#, .answer("True")),
    (#"{"action_type":"input_text","text":"","clear_text":false}"#, .inputText("", target: nil, clears: false)),
    (#"{"action_type":"wait","text":[1],"direction":"sideways"}"#, .wait),
    (#"{"action_type":"wait","keycode":"KEYCODE_ENTER"}"#, .wait),
  ])
  func isLenient(json: String, action: Action) throws {
    #expect(try Action(json: json) == action)
  }

  @Test(arguments: [
    ("", "it is not JSON at byte 0: it ends too early; complete it"),
    ("[]", "it is a list; write an object"),
    (#"{"action_type":"click","index":1,"x":2}"#, "it has index and x or y; give either"),
    (#"{"action_type":"wait","index":1,"y":2}"#, "it has index and x or y; give either"),
    (#"{"action_type":"click"}"#, "click has no x and y, or index; add it"),
    (#"{"action_type":"click","x":1}"#, "it has x without y; add it"),
    (#"{"action_type":"click","y":1}"#, "it has y without x; add it"),
    (#"{"action_type":"click","x":true,"y":1}"#, "x is true; give a number of pixels"),
    (#"{"action_type":"click","x":1,"y":"left"}"#, "y is \"left\"; give a number of pixels"),
    (#"{"action_type":"click","x":1,"y":1e300}"#, "y is 1e300; give a number of pixels"),
    (#"{"action_type":"click","index":1.5}"#, "index is 1.5; give the number of an element, from 0"),
    (#"{"action_type":"click","index":-1}"#, "index is -1; give the number of an element, from 0"),
    (#"{"action_type":"click","index":"three"}"#, "index is \"three\"; give the number of an element, from 0"),
    (#"{"action_type":"scroll"}"#, "scroll has no direction; add it"),
    (#"{"action_type":"scroll","direction":"Down"}"#, "direction is \"Down\"; use up, down, left or right"),
    (#"{"action_type":"swipe","direction":1}"#, "direction is 1; use up, down, left or right"),
    (#"{"action_type":"input_text"}"#, "input_text has no text; add it"),
    (#"{"action_type":"input_text","text":["a"]}"#, "text is a list; give text"),
    (#"{"action_type":"input_text","text":"a","clear_text":"yes"}"#, "clear_text is text; use true or false"),
    (#"{"action_type":"open_app"}"#, "open_app has no app_name; add it"),
    (#"{"action_type":"open_app","app_name":3}"#, "app_name is a number; give text"),
    (#"{"action_type":"answer"}"#, "answer has no text; add it"),
    (#"{"action_type":"status"}"#, "status has no goal_status; add it"),
    (#"{"action_type":"status","goal_status":"done"}"#, "goal_status is \"done\"; use complete or infeasible"),
    (#"{"action_type":"wait","keycode":"ENTER"}"#, "keycode \"ENTER\" doesn't begin with KEYCODE_; write it so"),
  ])
  func refuses(json: String, reason: String) {
    #expect(throws: EpisodeError.action(reason: reason)) { try Action(json: json) }
  }

  @Test(arguments: [#"{"x":1,"y":2}"#, #"{"action_type":null}"#, #"{"action_type":"tap"}"#, #"{"action_type":3}"#])
  func anUnknownTypeIsAnsweredWithTheKnownOnes(json: String) throws {
    let error = try #require(throws: EpisodeError.self) { try Action(json: json) }
    #expect(error.description.contains("use one of click, double_tap,"))
  }

  @Test func damagedTextIsReadOrRefusedAndNeverTraps() {
    var mutator = Mutator(seed: 1)
    for index in 0..<Mutator.inputs {
      let bytes = mutator.mutate(Array(Self.pairs[index % Self.pairs.count].1.utf8))
      guard let action = try? Action(json: String(decoding: bytes, as: UTF8.self)) else { continue }
      #expect((try? Action(json: action.json)) == action)
    }
  }
}
