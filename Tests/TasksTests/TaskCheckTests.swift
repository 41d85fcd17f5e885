import Devices
import Tasks
import Testing
import VirtualPhone

@Suite("Checks") struct TaskCheckTests {
  /// The score of a check on a phone with `/sdcard/f`, whose lines are `b`, `a`, `c 3`.
  private func score(
    _ checks: String, answer: String? = nil, parameters: String = "{none: nothing}", after command: String? = nil
  ) async throws -> Double {
    let device = Sample.device()
    let run = try await TaskRun(
      Sample.task(
        """
        parameters: \(parameters)
        setup:
          - shell: settings put system number 42
          - file: /sdcard/f
            lines: [b, a, c 3]
          - remember: before
            shell: cat /sdcard/f
        success:
        \(checks)
        """), seed: 1, on: device)
    try await run.setUp(allowsChanges: false)
    if let command { _ = try await device.shell(command) }
    return try await run.score(answer: answer)
  }

  static let outputs: [(expectation: String, holds: Bool)] = [
    ("equals: \"b\\na\\nc 3\"", true), ("equals: \"b\\na\"", false), ("differs: x", true),
    ("differs: \"b\\na\\nc 3\\n\"", false),
    ("contains: [a, c]", true), ("contains: [a, x]", false), ("lacks: x", true), ("lacks: [x, a]", false),
    ("matches: \"^c \\\\d$\"", true), ("matches: \"^\\\\d$\"", false), ("similar: \"b\\na\\nc  3\"", true),
    ("similar: nothing", false),
    ("lines: [a, b, c 3]", true), ("lines: [a, b]", false), ("lines: [a, a, b, c 3]", false),
    ("lines_in_order: [b, a, c 3]", true), ("lines_in_order: [a, b, c 3]", false), ("has_lines: [c 3, a]", true),
    ("has_lines: [c]", false), ("lacks_lines: [c]", true), ("lacks_lines: [c 3]", false),
    ("new_lines: {since: before, count: 0}", true), ("new_lines: {since: before, count: 1}", false),
    ("equals: \"{before}\"", true),
  ]

  @Test("compare what commands print and files hold", arguments: outputs)
  func compared(expectation: String, holds: Bool) async throws {
    #expect(try await score("  - shell: cat /sdcard/f\n    \(expectation)") == (holds ? 1 : 0))
    #expect(try await score("  - file: /sdcard/f\n    \(expectation)") == (holds ? 1 : 0))
  }

  static let numbers: [(expectation: String, holds: Bool)] = [
    ("number: 42", true), ("number: 42.0", true), ("number: 41", false), ("at_least: 42", true),
    ("at_least: 43", false),
    ("at_most: 42", true), ("at_most: 41.5", false),
  ]

  @Test("compare numbers", arguments: numbers) func numeric(expectation: String, holds: Bool) async throws {
    #expect(try await score("  - shell: settings get system number\n    \(expectation)") == (holds ? 1 : 0))
    #expect(try await score("  - shell: echo none\n    \(expectation)") == 0)
  }

  @Test("count new lines since the set-up") func newLines() async throws {
    let check = "  - shell: cat /sdcard/f\n    new_lines: {since: before, count: 1}"
    #expect(try await score(check, after: "echo d >> /sdcard/f") == 1)
    #expect(try await score(check, after: "echo a >> /sdcard/f") == 1)
    #expect(try await score(check, after: "echo d >> /sdcard/f; echo e >> /sdcard/f") == 0)
  }

  @Test("of a command that fails don't hold, unless it may") func failing() async throws {
    #expect(try await score("  - shell: cat /sdcard/missing\n    lacks: x") == 0)
    #expect(try await score("  - shell: cat /sdcard/missing\n    lacks: x\n    may_fail: true") == 1)
  }

  @Test("see whether files are there") func files() async throws {
    #expect(try await score("  - file: /sdcard/f\n    exists: true\n  - file: /sdcard/g\n    exists: false") == 1)
    #expect(try await score("  - file: /sdcard/f\n    exists: false\n  - file: /sdcard/g\n    exists: true") == 0)
  }

  @Test("look at the screen and the app in front") func screen() async throws {
    let open = "am start -a android.settings.DISPLAY_SETTINGS"
    func holds(_ check: String) async throws -> Bool { try await score("  - \(check)", after: open) == 1 }
    #expect(try await holds("foreground: com.android.settings"))
    #expect(try await holds("foreground: [com.example, com.android.settings]"))
    #expect(try await !holds("foreground: com.example"))
    #expect(try await holds("ui: {has: [{class: Switch, checked: false}]}"))
    #expect(try await !holds("ui: {has: [{class: Switch, checked: true}]}"))
    #expect(try await holds("ui: {app: com.android.settings, has: [Screen timeout], lacks: [Nothing of the kind]}"))
    #expect(try await !holds("ui: {app: com.example, has: [Screen timeout]}"))
    #expect(
      try await holds(
        "ui: {has: [{text: Screen timeout}, {contains: een time}, {matches: \"^Screen\"}, {similar: screen timeou}]}"))
    #expect(try await !holds("ui: {has: [{description: Screen timeout}]}"))
    #expect(try await !holds("ui: {has: [{text: Screen timeout, count: 2}]}"))
    #expect(try await !holds("ui: {lacks: [Screen timeout]}"))
  }

  static let answers: [(expectation: String, answer: String?, holds: Bool)] = [
    ("Yes", "yes.", true), ("Yes", " \"YES\" ", true), ("Yes", "no", false), ("Yes", nil, false), ("Yes", "", false),
    ("{one_of: [a, b]}", "B", true), ("{one_of: [a, b]}", "c", false), ("{contains: [room, 5]}", "In Room 5", true),
    ("{contains: [room, 5]}", "In Room 6", false), ("{number: 12}", "There are 12 of them.", true),
    ("{number: 1250}", "1,250", true), ("{number: 12}", "12 of 13", false), ("{number: 12}", "twelve", false),
    ("{list: [a b, c]}", "C, A  B", true), ("{list: [a b, c]}", "c", false), ("{list: [a b, c]}", "a b, c, d", false),
    ("{list: [\"{names}\"]}", "Bo\nAda", true), ("{list_in_order: [\"{names}\"]}", "Ada, Bo", true),
    ("{list_in_order: [\"{names}\"]}", "Bo, Ada", false), ("{similar: Team meeting}", "team meting", true),
    ("{similar: Team meeting}", "team", false), ("\"{names}\"", "Ada, Bo", true),
  ]

  @Test("judge the answer", arguments: answers) func answered(expectation: String, answer: String?, holds: Bool)
    async throws
  {
    let score = try await score("  - answer: \(expectation)", answer: answer, parameters: "{names: {fixed: [Ada, Bo]}}")
    #expect(score == (holds ? 1 : 0))
  }

  @Test("are put together, and make a mean by their weights") func together() async throws {
    #expect(try await score("  - answer: a\n  - answer: b", answer: "a") == 0.5)
    #expect(try await score("  - answer: a\n    weight: 3\n  - answer: b", answer: "a") == 0.75)
    #expect(try await score("  - any: [{answer: a}, {answer: b}]", answer: "b") == 1)
    #expect(try await score("  - all: [{answer: a}, {answer: b}]", answer: "b") == 0)
    #expect(try await score("  - not: {answer: a}", answer: "b") == 1)
  }

  @Test("are repeated for the elements of a list, and must hold for all") func each() async throws {
    let check = "  - shell: cat /sdcard/f\n    has_lines: [\"{it}\"]\n    each: wanted"
    #expect(try await score(check, parameters: "{wanted: {fixed: [a, b]}}") == 1)
    #expect(try await score(check, parameters: "{wanted: {fixed: [a, x]}}") == 0)
  }
}
