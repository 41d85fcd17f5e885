import Agent
import Episodes
import TestSupport
import Testing

@Suite("Decisions as JSON")
struct DecisionJSONTests {
  @Test("each is read")
  func all() throws {
    let tap = Action.click(.point(Point(x: 1, y: 2)))
    let lines: [(String, Decision)] = [
      (#"{"decision":"approve"}"#, .approve),
      (#"{"decision":"edit","action":{"action_type":"click","x":1,"y":2}}"#, .edit(tap)),
      (#"{"decision":"reject","reason":"no"}"#, .reject(reason: "no")),
      (#"{"decision":"reject"}"#, .reject(reason: "")),
      (#"{"decision":"ask_again"}"#, .askAgain(hint: nil)),
      (#"{"decision":"ask_again","hint":"h"}"#, .askAgain(hint: "h")),
      (#"{"decision":"set_approval","approval":"risky"}"#, .setApproval(.risky)),
      (#"{"decision":"pause"}"#, .pause), (#"{"decision":"resume"}"#, .resume),
      (#"{"decision":"take_over"}"#, .takeOver), (#"{"decision":"hand_back"}"#, .handBack),
      (#"{"decision":"act","action":{"action_type":"click","x":1,"y":2},"thought":"t"}"#, .act(tap, thought: "t")),
      (#"{"decision":"look_again"}"#, .lookAgain), (#"{"decision":"end"}"#, .end(success: nil)),
      (#"{"decision":"end","success":false}"#, .end(success: false)),
    ]
    for (line, decision) in lines { #expect(try Decision(json: line) == decision) }
  }

  @Test(
    "what isn't one is refused with a reason",
    arguments: [
      "", "approve", "[]", "{}", #"{"decision":"yes"}"#, #"{"decision":"edit"}"#,
      #"{"decision":"edit","action":{"action_type":"fly"}}"#, #"{"decision":"set_approval","approval":"off"}"#,
      #"{"decision":"end","success":1}"#, #"{"decision":"reject","reason":3}"#,
    ])
  func refused(line: String) {
    let error = #expect(throws: DecisionError.self) { try Decision(json: line) }
    #expect(error?.description.hasPrefix("that decision can't be read: ") == true)
  }

  @Test("damaged lines are refused or read, and nothing else happens")
  func damaged() {
    var mutator = Mutator(seed: 5)
    let line = Array(#"{"decision":"act","action":{"action_type":"click","x":1,"y":2},"thought":"t"}"#.utf8)
    for _ in 0..<Mutator.inputs { _ = try? Decision(json: String(decoding: mutator.mutate(line), as: UTF8.self)) }
  }
}
