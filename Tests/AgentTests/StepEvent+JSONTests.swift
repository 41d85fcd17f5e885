import Agent
import Episodes
import Testing

@Suite("Step events as JSON")
struct StepEventJSONTests {
  static let timings: StepTimings = {
    var timings = StepTimings()
    timings.image = 0.5
    timings.encode = 2.00000049
    timings.decode = 0.25
    timings.promptTokens = 9
    timings.reusedTokens = 4
    timings.prefilledTokens = 5
    timings.generatedTokens = 3
    return timings
  }()

  @Test(
    "an event is one line with its keys in the documented order",
    arguments: [
      (
        StepEvent.observation(step: 0, screenshot: "screens/0000.png", width: 1_080, height: 2_400),
        #"{"event":"observation","step":0,"screenshot":"screens/0000.png","width":1080,"height":2400}"#
      ),
      (
        .observation(step: 1, screenshot: nil, width: 1, height: 2),
        #"{"event":"observation","step":1,"screenshot":null,"width":1,"height":2}"#
      ),
      (.encoding(tilesDone: 1, tiles: 5), #"{"event":"progress","phase":"encode","done":1,"total":5}"#),
      (
        .prefill(tokensDone: 2, tokens: 5, promptTokens: 9, reused: 4),
        #"{"event":"progress","phase":"prefill","done":2,"total":5,"prompt_tokens":9,"reused_tokens":4}"#
      ),
      (.token(id: 7, text: "a\n\""), #"{"event":"token","id":7,"text":"a\n\""}"#),
      (.thought("x"), #"{"event":"thought","text":"x"}"#),
      (
        .action(.click(.point(Point(x: 540, y: 1))), json: #"{"action_type":"click","x":500,"y":0}"#),
        #"{"event":"action","action":{"action_type":"click","x":540,"y":1},"json":"{\"action_type\":\"click\",\"x\":500,\"y\":0}"}"#
      ),
      (.failed(reason: "no", answer: "raw"), #"{"event":"error","message":"no","answer":"raw"}"#),
      (AgentError.noModel.event, #"{"event":"error","message":"no model is loaded; give one with --model"}"#),
      (
        .result(recorded: .wait, agreement: .agrees),
        #"{"event":"result","recorded":{"action_type":"wait"},"agreement":"agrees"}"#
      ),
      (
        .result(recorded: nil, agreement: .differs(reason: "far")),
        #"{"event":"result","recorded":null,"agreement":"differs","reason":"far"}"#
      ),
      (.result(recorded: nil, agreement: .unknown), #"{"event":"result","recorded":null,"agreement":"unknown"}"#),
      (
        .finished(timings),
        #"{"event":"progress","phase":"finished","image":0.5,"encode":2.0,"prefill":0.0,"decode":0.25,"total":2.75,"prompt_tokens":9,"reused_tokens":4,"prefilled_tokens":5,"generated_tokens":3}"#
      ),
    ])
  func line(event: StepEvent, expected: String) {
    #expect(event.jsonLine == expected)
  }
}
