internal import ArgumentParser
internal import JSON
internal import Tasks

/// `infir tasks show`: a task as a seed fills it in.
struct TasksShowCommand: ParsableCommand, EventPrinting {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a task: its goal for a seed, what sets it up and what decides that it is done.",
    discussion: "No device is asked: days are counted from 2023-10-15, the date of AndroidWorld's emulators.")

  @Argument(help: "The task's name.") var name: String
  @OptionGroup var tasks: TasksArguments
  @Option(name: .long, help: "What its parameters are chosen by.") var seed: UInt64 = 0
  @Flag(name: .long, help: "Print one JSON object.") var json = false

  var printsEvents: Bool { json }

  func run() throws {
    let instance = try tasks.library().task(name).instance(seed: seed)
    if json { printLine(object(instance).text) } else { for line in lines(instance) { printLine(line) } }
  }

  private func lines(_ instance: TaskInstance) -> [String] {
    let task = instance.definition
    var lines = [task.name, "\(task.difficulty), \(task.optimalSteps) steps at best, \(task.maximumSteps) at most"]
    if !task.apps.isEmpty { lines += wrapped("apps: " + task.apps.joined(separator: ", "), indent: 0) }
    if !task.tags.isEmpty { lines += wrapped("tags: " + task.tags.joined(separator: ", "), indent: 0) }
    lines += ["", "Goal, seed \(seed)"] + wrapped(instance.goal, indent: 2)
    func section(_ title: String, _ entries: [String]) {
      if !entries.isEmpty { lines += ["", title] + entries.flatMap { wrapped($0, indent: 2) } }
    }
    section("Parameters", task.parameterNames.map { "\($0) = \(instance.values[$0]?.words ?? "")" })
    section("Set-up", instance.setUpWords)
    section("Done when", instance.checkWords)
    section("Tear-down", instance.tearDownWords)
    section("Changes; asked about first on a phone that is no emulator", instance.changes.map(\.description))
    return lines
  }

  private func object(_ instance: TaskInstance) -> JSONObject {
    func list(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
    var members = instance.definition.members.filter { $0.0 != "goal" && $0.0 != "parameters" }
    members.append(("seed", .number("\(seed)")))
    members.append(("goal", .string(instance.goal)))
    members.append(
      (
        "parameters",
        .object(
          JSONObject(
            instance.definition.parameterNames.map {
              ($0, instance.values[$0].map(JSONValue.init(parameter:)) ?? .null)
            }
          ))
      ))
    members += [
      ("setup", list(instance.setUpWords)), ("success", list(instance.checkWords)),
      ("teardown", list(instance.tearDownWords)), ("keeps", list(instance.keptWords)),
      ("erases", list(instance.erasedWords)),
      (
        "changes",
        .array(
          instance.changes.map { .object(["what": .string($0.what), "is_put_back": .bool($0.isPutBack)]) })
      ),
    ]
    return JSONObject(members)
  }

  /// The text in lines of the terminal's width; later lines stand further in, so that entries stay apart.
  private func wrapped(_ text: String, indent: Int) -> [String] {
    let width = max(20, tasks.width)
    var lines: [String] = []
    for (number, paragraph) in text.split(whereSeparator: \.isNewline).enumerated() {
      var line = String(repeating: " ", count: indent + (number == 0 ? 0 : 2))
      var isEmpty = true
      for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
        if !isEmpty, line.count + 1 + word.count > width {
          lines.append(line)
          line = String(repeating: " ", count: indent + 2)
          isEmpty = true
        }
        line += (isEmpty ? "" : " ") + word
        isEmpty = false
      }
      lines.append(line)
    }
    return lines
  }
}

extension JSONValue {
  /// A parameter's value: dates in words, numbers as numbers.
  init(parameter value: TaskValue) {
    switch value {
    case .text(let text): self = .string(text)
    case .number(let number): self = .integer(number)
    case .time: self = .string(value.words)
    case .list(let values): self = .array(values.map(JSONValue.init(parameter:)))
    case .record(let fields):
      self = .object(
        JSONObject(
          fields.keys.sorted().map { name in (name, fields[name].map { JSONValue(parameter: $0) } ?? .null) }))
    }
  }
}
