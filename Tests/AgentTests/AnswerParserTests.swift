import Agent
import Episodes
import TestSupport
import Testing

@Suite("Answer parser")
struct AnswerParserTests {
  private func action(_ text: String) -> Action? {
    if case .action(let action, _) = AnswerParser.parse(text).proposal { action } else { nil }
  }

  private func reason(_ text: String) -> String? {
    if case .unreadable(let reason) = AnswerParser.parse(text).proposal { reason } else { nil }
  }

  @Test("an answer in the agreed form gives thought, action and the JSON as it was written")
  func agreedForm() {
    let answer = AnswerParser.parse(
      "Thought: Wi-Fi is off. Tap it.\nAction: {\"action_type\":\"click\",\"x\":500,\"y\":0}")
    #expect(answer.thought == "Wi-Fi is off. Tap it.")
    #expect(
      answer.proposal
        == .action(.click(.point(Point(x: 500, y: 0))), json: "{\"action_type\":\"click\",\"x\":500,\"y\":0}"))
  }

  @Test(
    "models that weren't held to the form are understood where there is no doubt",
    arguments: [
      "Action: {\"action_type\": \"wait\"}",
      "action:{\"action_type\":\"wait\"}<|eot_id|>",
      "**Thought:** Nothing yet.\n\n**Action:** {\"action_type\":\"wait\"}",
      "Thought: x Action: {\"action_type\":\"wait\"}",
      "Thought: x\nAction:\n```json\n{\n  \"action_type\": \"wait\"\n}\n```\nDone.",
      "I will wait. {\"action_type\":\"wait\"}",
      "{\"action_type\":\"wait\"}",
      "{\"note\":1} then {\"action_type\":\"wait\"}",
      "Thought: x\nAction: {\"action_type\":\"wait\"}\nThought: y\nAction: {\"action_type\":\"navigate_home\"}",
    ])
  func lenient(text: String) {
    #expect(action(text) == .wait)
  }

  @Test("“Action:” in a thought or a typed text isn't taken for the action")
  func markerElsewhere() {
    let typed = "Thought: The action: {none} is near.\nAction: {\"action_type\":\"input_text\",\"text\":\"Action: {}\"}"
    #expect(action(typed) == .inputText("Action: {}", target: nil, clears: false))
    #expect(AnswerParser.parse(typed).thought == "The action: {none} is near.")
  }

  @Test("a brace, quote or combining mark in a string doesn't end the object")
  func strings() {
    #expect(action("Action: {\"action_type\":\"answer\",\"text\":\"\\\"}{\"}") == .answer("\"}{"))
    #expect(action("Action: {\"action_type\":\"answer\",\"text\":\"\u{301}}\"}") == .answer("\u{301}}"))
  }

  @Test(
    "what can't be performed is unreadable, says why, and isn't the end of the task",
    arguments: [
      ("", "no action"), ("I am done.", "no action"), ("Thought: x\nAction: wait", "no JSON object"),
      ("Action: {\"action_type\":\"click\",\"x\":1", "no JSON object"),
      ("Action: {\"action_type\":\"tap\",\"x\":1,\"y\":2}", "tap"),
      ("Action: {\"action_type\":\"click\",\"x\":1001,\"y\":2}", "outside"),
      ("Action: {\"action_type\":\"click\",\"x\":540,\"y\":-1}", "outside"),
      ("Action: {\"action_type\":\"click\",\"index\":3}", "element 3"),
      ("Action: {\"action_type\":\"click\"}", "x and y"),
      ("Action: {\"action_type\":\"unknown\"}", "names no action"),
      ("Action: {\"action_type\":\"open_app\",\"app_name\":\"  \"}", "names no app"),
    ])
  func unreadable(text: String, expected: String) {
    #expect(reason(text)?.contains(expected) == true, "\(reason(text) ?? "read")")
    #expect(AnswerParser.parse(text).text == text)
  }

  @Test("damaged answers never crash it, and give only actions within the screen")
  func mutations() {
    let originals = [
      "Thought: Wi-Fi is off.\nAction: {\"action_type\":\"click\",\"x\":500,\"y\":1000}",
      "```json\n{\"action_type\":\"input_text\",\"text\":\"\\ud83d\\ude00 {\",\"x\":1,\"y\":2,\"clear_text\":true}\n```",
    ].map { Array($0.utf8) }
    var mutator = Mutator(seed: 3)
    for round in 0..<Mutator.inputs {
      let text = String(decoding: mutator.mutate(originals[round % 2]), as: UTF8.self)
      if case .point(let point)? = action(text)?.target {
        #expect((0...1000).contains(point.x) && (0...1000).contains(point.y), "\(text)")
      }
    }
  }

  @Test("an answer of nothing but braces or markers is read in a moment", .timeLimit(.minutes(1)))
  func longNonsense() {
    #expect(action(String(repeating: "{", count: 100_000)) == nil)
    #expect(action(String(repeating: "{}", count: 50_000)) == nil)
    #expect(action(String(repeating: "action:", count: 10_000)) == nil)
  }
}
