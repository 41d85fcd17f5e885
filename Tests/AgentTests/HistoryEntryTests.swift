import Episodes
import Testing

@testable import Agent

@Suite("History entry")
struct HistoryEntryTests {
  @Test("pixels become thousandths")
  func thousandths() {
    let step = Step(index: 3, thought: "Tap.", action: .click(.point(Point(x: 540, y: 2_399))), result: "ok")
    let entry = HistoryEntry(step, width: 1_080, height: 2_400)
    #expect(entry.line == #"Step 4: Thought: Tap. Action: {"action_type":"click","x":500,"y":1000} Outcome: ok"#)
  }

  @Test("what was rejected is told, with the reason")
  func rejected() {
    let step = Step(
      index: 0, proposedAction: .navigateHome, decision: "rejected", result: "the person rejected it: not yet")
    #expect(
      HistoryEntry(step, width: 1_080, height: 2_400).line
        == #"Step 1: Action: {"action_type":"navigate_home"} Outcome: the person rejected it: not yet"#)
  }

  @Test("an aim at a listed element becomes its middle")
  func element() {
    let button = UIElement(bounds: Bounds(left: 0, top: 100, right: 200, bottom: 300))
    let step = Step(index: 0, action: .click(.element(1)), elements: [UIElement(), button])
    #expect(HistoryEntry(step, width: 1_000, height: 1_000).action == .click(.point(Point(x: 100, y: 200))))
    var aimed = step
    aimed.targetBounds = Bounds(left: 400, top: 400, right: 600, bottom: 600)
    #expect(HistoryEntry(aimed, width: 1_000, height: 1_000).action == .click(.point(Point(x: 500, y: 500))))
  }

  @Test("a long thought is cut at a word, and one long word inside")
  func shortened() {
    let words = Array(repeating: "word", count: 100).joined(separator: " \n")
    let line = PromptText.shortened(words, to: 20)
    #expect(line == "word word word word…")
    #expect(PromptText.shortened(String(repeating: "w", count: 50), to: 10) == "wwwwwwwww…")
    #expect(PromptText.shortened("  a \u{1}\t b\u{0} ", to: 10) == "a b")
    #expect(PromptText.shortened("", to: 10) == "")
  }
}
