import Episodes
import Testing

@testable import Agent

@Suite("Prompt builder")
struct PromptBuilderTests {
  private func entries(_ count: Int) -> [HistoryEntry] {
    (0..<count).map { HistoryEntry(index: $0, thought: "Thought number \($0)", action: .wait) }
  }

  private func text(_ prompt: StepPrompt) -> String {
    prompt.system + "\n" + prompt.beforePicture + (prompt.hasPicture ? "<image>" : "") + prompt.afterPicture
  }

  /// A prompt that may have any size.
  private func prompt(_ builder: PromptBuilder) -> StepPrompt { builder.prompt(budget: .max) { _ in 0 } }

  @Test("a prompt has goal, history, picture and question in this order")
  func order() {
    let history = [
      HistoryEntry(index: 0, thought: "Open\nsettings.", action: .openApp("Settings"), outcome: "opened"),
      HistoryEntry(index: 1, action: .click(.point(Point(x: 1, y: 1000)))), HistoryEntry(index: 2),
    ]
    let prompt = prompt(PromptBuilder(goal: "Turn on Wi-Fi", history: history, screen: .picture))
    #expect(
      prompt.beforePicture == """
        Goal: Turn on Wi-Fi
        Earlier steps:
        Step 1: Thought: Open settings. Action: {"action_type":"open_app","app_name":"Settings"} Outcome: opened
        Step 2: Action: {"action_type":"click","x":1,"y":1000}
        Step 3: Action: not recorded
        Screen now:

        """)
    #expect(prompt.hasPicture)
    #expect(prompt.afterPicture == "\nWhat is the next step?")
  }

  @Test("a step's prompt begins with the one before it up to its picture, until steps are dropped")
  func stablePrefix() {
    var changes = 0
    for count in 0..<40 {
      let shorter = prompt(PromptBuilder(goal: "g", history: entries(count), screen: .picture, maximumHistory: 8))
      let longer = prompt(PromptBuilder(goal: "g", history: entries(count + 1), screen: .picture, maximumHistory: 8))
      #expect(longer.system == shorter.system)
      if longer.droppedSteps == shorter.droppedSteps {
        let shared = shorter.beforePicture.dropLast("Screen now:\n".count)
        #expect(longer.beforePicture.hasPrefix(shared), "\(count)")
      } else {
        changes += 1
      }
      #expect(count + 1 - longer.droppedSteps <= 8)
    }
    // 40 steps, blocks of 4, the first after 8.
    #expect(changes == 8)
  }

  @Test("dropped steps are the oldest, and the prompt says how many")
  func dropped() {
    let prompt = prompt(PromptBuilder(goal: "g", history: entries(10), screen: .picture, maximumHistory: 6))
    #expect(prompt.droppedSteps == 6)
    #expect(prompt.beforePicture.contains("Earlier steps:\n(the first 6 are left out)\nStep 7: "))
  }

  @Test("a prompt that would be too long loses history, then elements, and no more than it must")
  func budget() {
    let elements = (0..<40).map {
      UIElement(text: "Item \($0)", bounds: Bounds(left: 0, top: $0 * 10, right: 100, bottom: $0 * 10 + 9))
    }
    let builder = PromptBuilder(
      goal: "g", history: entries(8), screen: .elements(elements, width: 100, height: 400), maximumHistory: 8)
    let whole = builder.prompt(dropping: 0, elements: 60)
    let full = text(whole).count
    let count: (StepPrompt) -> Int = { text($0).count }
    #expect(builder.prompt(budget: full, count: count) == whole)
    let shorter = builder.prompt(budget: full - 1, count: count)
    #expect(shorter.droppedSteps == 4)
    #expect(shorter.droppedElements == 0)
    let shortest = builder.prompt(budget: 0, count: count)
    #expect(shortest.droppedSteps == 8)
    #expect(shortest.droppedElements == 39)
    #expect(shortest.beforePicture.contains("(39 more are left out)"))
  }

  @Test("what the person said to the last proposal comes after the picture")
  func feedback() {
    let prompt = prompt(PromptBuilder(goal: "g", history: [], screen: .picture, feedback: "Not\nthere"))
    #expect(prompt.afterPicture.contains("rejected your last proposal: Not there\n"))
  }

  @Test("the system prompt has an example of every action that can be proposed")
  func system() {
    for type in ActionType.allCases where type != .unknown {
      #expect(SystemPrompt.text.contains("{\"action_type\":\"\(type.rawValue)\""), "\(type)")
    }
  }
}
