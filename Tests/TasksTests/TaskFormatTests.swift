import Tasks
import TestSupport
import Testing

@Suite("The format of tasks") struct TaskFormatTests {
  /// What is wrong, and the sentence that says so.
  static let wrong: [(yaml: String, sentence: String)] = [
    ("gaol: Do it.", "line 1: a task has no key gaol; did you mean goal?"),
    ("difficulty: simple", "line 1: difficulty is easy, medium or hard, not simple"),
    ("optimal_steps: 12", "line 1: optimal_steps is from 1 to max_steps, not 12 of 10"),
    ("max_steps: many", "line 1: max_steps is a whole number, not many"),
    ("goal: [Do, it]", "line 1: goal is one text; put it in quotes if it has braces, brackets or a colon"),
    (
      "goal: Call {nmae}.\nparameters: {name: {person: full}}",
      "line 1: {nmae} is no parameter; did you mean name?, or {{nmae}} for the braces"
    ),
    ("parameters:\n  x: {integr: {from: 1, to: 2}}", "line 2: there is no generator integr; did you mean integer?"),
    (
      "parameters:\n  x: {integer: {from: 5, to: 2}}",
      "line 2: the generator integer goes from 5 to 2; put the smaller first"
    ),
    ("parameters:\n  x: {integer: {from: 5}}", "line 2: the generator integer needs from and to"),
    (
      "parameters:\n  x: {integer: {from: 1, to: 5, steps: 2}}",
      "line 2: the generator integer has no key steps; did you mean step?"
    ),
    (
      "parameters:\n  X: {person: full}",
      "line 2: a parameter is named with small letters, digits and _, and not it or index: X can't be"
    ),
    (
      "parameters:\n  seed: {person: full}",
      "line 2: seed means something already; call the parameter something else"
    ),
    ("parameters:\n  x: {person: middle}", "line 2: person is full, first or last, not middle"),
    (
      "parameters:\n  x: {person: full, words: 2}",
      "line 2: a parameter has one key that says how it is chosen, not person and words"
    ),
    (
      "parameters:\n  x: {phrase: messages}", "line 2: there are no phrases of the kind messages; did you mean message?"
    ),
    ("parameters:\n  x: {pick: y}", "line 2: {y} is no parameter; write one of now, seed, or {{y}} for the braces"),
    ("parameters:\n  y: {person: full}\n  x: {pick: y}", "line 3: y is a text; name a list"),
    (
      "parameters:\n  x: {choice: [{a: 1}, {b: 2}]}",
      "line 2: the items of a list are all alike, with the same fields; this one isn't"
    ),
    (
      "parameters:\n  x: {time_of_day: {from: 8, to: 9}}",
      "line 2: from is a time in quotes such as \"8:30\", not 8"
    ),
    (
      "goal: On {day}.\nparameters: {day: {date: {from: 1, to: 2}}}",
      "line 1: say how {day} is written, for example {day|iso} or {day|clock}"
    ),
    (
      "goal: On {day|isso}.\nparameters: {day: {date: {from: 1, to: 2}}}",
      "line 1: {day|isso}: there is no filter isso; did you mean iso?"
    ),
    (
      "goal: On {n|weekday}.\nparameters: {n: 3}",
      "line 1: {n|weekday}: the filter weekday is for a date or time, not for a number"
    ),
    (
      "goal: On {r}.\nparameters: {r: {record: {a: one}}}",
      "line 1: {r} is a record; name a field of it, for example {r.a}"
    ),
    (
      "goal: On {r.b}.\nparameters: {r: {record: {a: one}}}",
      "line 1: {r.b}: there is no field b; write one of a"
    ),
    ("setup: [{shel: ls}]", "line 1: a step has no key shel; did you mean shell?"),
    ("setup: [{shell: ls, text: x}]", "line 1: the key text does nothing in a shell step"),
    (
      "setup: [{shell: ls, file: x}]",
      "line 1: a step has shell and file; it takes one of shell, file, picture, page, remember, wait"
    ),
    ("setup: [{shell: \"ls 'x\"}]", "line 1: the quotes or parentheses of this command don't close: ls 'x"),
    (
      "setup: [{shell: \"ls `echo {seed}`\"}]",
      "line 1: {seed} can't be quoted inside backticks or a here-document; use $(…) or a file: step, or write {seed|raw}"
    ),
    (
      "setup: [{page: maze.html, to: /sdcard/maze.html}]",
      "line 1: there is no page /no/pages/maze.html; put it there or name another"
    ),
    (
      "setup: [{picture: /sdcard/a.gif, lines: [x]}]",
      "line 1: a picture's path ends in .png or .jpg, not /sdcard/a.gif"
    ),
    ("setup: [{shell: ls, each: seed}]", "line 1: seed is a number; name a list"),
    ("success: []", "line 1: there must be one check at least"),
    (
      "success: [{shell: ls}]",
      "line 1: a shell check needs what its output is compared with: equals, differs, contains, lacks, matches, similar, "
        + "number, at_least, at_most, lines, lines_in_order, has_lines, lacks_lines, new_lines"
    ),
    (
      "success: [{shell: ls, matches: \"(\"}]",
      "line 1: ( is no regular expression; put a \\ before letters such as ( and ["
    ),
    ("success: [{shell: ls, number: one}]", "line 1: number is a number, not one"),
    ("success: [{answer: {eqals: x}}]", "line 1: an answer check has no key eqals; did you mean equals?"),
    ("success: [{ui: {has: [{txt: x}]}}]", "line 1: an element has no key txt; did you mean text?"),
    ("success: [{answer: x, weight: 0}]", "line 1: weight is a number above 0, not 0"),
    (
      "keeps: [wify]",
      "line 1: wify can't be kept; write one of wifi, bluetooth, mobile_data, airplane_mode, dark_theme, location, "
        + "do_not_disturb, or a setting as system KEY, secure KEY or global KEY"
    ),
    ("start: somewhere", "line 1: start is home or as_set_up, not somewhere"),
  ]

  @Test("says what is wrong, where, and what to write", arguments: wrong)
  func refused(yaml: String, sentence: String) {
    #expect(Sample.refusal(yaml) == "tasks/Sample.yaml: \(sentence)")
  }

  @Test("needs its keys") func missingKeys() {
    func refusal(_ yaml: String) -> String? {
      do throws(TaskError) {
        _ = try TaskDefinition(yaml: yaml, name: "Sample", file: "a.yaml", pages: "")
      } catch { return error.description }
      return nil
    }
    #expect(refusal("") == "a.yaml: it is empty; tasks/README.md has the format")
    #expect(refusal("apps: [Clock]") == "a.yaml: line 1: a task needs the key goal")
    #expect(refusal("goal: Do it.") == "a.yaml: line 1: a task needs the key difficulty")
    #expect(refusal("- goal")?.hasPrefix("a.yaml: line 1: a task is written as keys and values: goal, apps") == true)
    #expect(refusal("goal: [")?.hasPrefix("a.yaml: this isn't YAML: ") == true)
    #expect(refusal(String(repeating: "[", count: 10_000))?.hasSuffix("nested too deeply") == true)
    #expect(refusal("goal: " + String(repeating: "x", count: 300_000))?.hasSuffix("256 KiB; is it a task?") == true)
  }

  @Test("refuses a short file that would become a very large one") func aliases() {
    var lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    for (name, before) in zip("bcdefgh", "abcdefg") {
      lines.append("\(name): &\(name) [" + Array(repeating: "*\(before)", count: 10).joined(separator: ", ") + "]")
    }
    #expect(
      Sample.refusal(lines.joined(separator: "\n"))?.hasSuffix("it says too much; write it without & and *") == true)
  }

  @Test("takes what stands in the file") func values() throws {
    let task = try Sample.task(
      """
      goal: Set a timer of {minutes} minutes.
      apps: [Clock]
      tags: [data_entry]
      difficulty: medium
      optimal_steps: 3
      max_steps: 12
      parameters: {minutes: {integer: {from: 5, to: 5}}}
      erases: all timers
      keeps: [wifi, system screen_brightness]
      """)
    #expect(task.name == "Sample")
    #expect(task.apps == ["Clock"] && task.tags == ["data_entry"] && task.difficulty == "medium")
    #expect(task.optimalSteps == 3 && task.maximumSteps == 12 && task.wantsAnswer)
    let instance = try task.instance(seed: 1)
    #expect(instance.goal == "Set a timer of 5 minutes.")
    #expect(instance.erasedWords == ["all timers"])
    #expect(instance.keptWords == ["wifi", "the setting system screen_brightness"])
  }

  @Test("reads damaged files without a crash") func mutations() {
    var mutator = Mutator(seed: 11)
    let original = Array(Self.rich.utf8)
    for _ in 0..<Mutator.inputs {
      let text = String(decoding: mutator.mutate(original), as: UTF8.self)
      do throws(TaskError) {
        let task = try TaskDefinition(yaml: text, name: "Sample", file: "Sample.yaml", pages: "")
        let instance = try task.instance(seed: 3)
        _ = instance.setUpWords + instance.checkWords
      } catch {
        guard case .invalid(let file, let reason) = error, file == "Sample.yaml", !reason.isEmpty else {
          Issue.record("\(error)")
          return
        }
      }
    }
  }

  @Test("reads the undamaged file") func undamaged() throws {
    let task = try TaskDefinition(yaml: Self.rich, name: "Sample", file: "Sample.yaml", pages: "")
    #expect(try task.instance(seed: 3).checkWords.count == 5)
  }

  private static let rich = """
    goal: Add {event.title} at {event.start|clock} on {day|weekday}, {names|and}, for {total|money}.
    apps: [Calendar]
    tags: [parameterized]
    difficulty: hard
    optimal_steps: 3
    max_steps: 30
    parameters:
      day: { date: { from: 1, to: 9 } }
      at: { time_of_day: { from: "8:00", to: "20:00", step: 30 } }
      event: { record: { title: { phrase: event }, start: { moment: { date: day, time: at } } } }
      names: { list: { count: { from: 2, to: 4 }, of: { person: full } } }
      picked: { pick: { of: names, count: 1 } }
      others: { rest: { of: names, without: picked } }
      prices: { list: { count: 3, of: { money: { from: 1, to: 9 } } } }
      total: { sum: prices }
      n: { product: [total, 3] }
    setup:
      - shell: echo '{event.title|sql}' "{names}" {day|iso}
      - file: /sdcard/notes/{at|hour}.md
        lines: ["{names}", "last"]
      - picture: /sdcard/a.png
        lines: ["a\\tb"]
      - remember: before
        shell: ls /sdcard
    success:
      - shell: ls /sdcard
        new_lines: { since: before, count: 1 }
      - ui: { app: com.android.settings, has: [Bluetooth, { text: "{event.title}", checked: true }], lacks: [{ contains: x }] }
      - answer: { list: ["{names}"], number: 4 }
      - any: [ { foreground: com.android.settings }, { not: { file: /sdcard/a.png, exists: true } } ]
      - shell: cat /sdcard/{it}
        each: names
        lines: ["{others}"]
        weight: 2
    keeps: [wifi, system font_scale]
    erases: nothing
    """
}
