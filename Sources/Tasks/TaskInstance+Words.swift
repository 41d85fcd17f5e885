extension TaskInstance {
  /// What the set-up does, step by step: commands, or words where it isn't one.
  public var setUpWords: [String] { definition.setUp.flatMap { $0.words(wordBindings) } }

  /// What must hold for the goal to be reached.
  public var checkWords: [String] { definition.checks.map { $0.words(wordBindings) } }

  /// What the tear-down does, step by step.
  public var tearDownWords: [String] { definition.tearDown.flatMap { $0.words(wordBindings) } }

  /// The states of the device that the tear-down puts back.
  public var keptWords: [String] { definition.kept.map(\.words) }

  /// What the set-up takes away for good.
  public var erasedWords: [String] { definition.erases.map { $0.filled(with: wordBindings) } }

  /// With what isn't known before a device was asked as its name in braces.
  var wordBindings: Bindings {
    var bindings = bindings
    for step in definition.setUp + definition.tearDown {
      if case .remember(let name, _) = step.action { bindings[name] = .text("{\(name)}") }
    }
    return bindings
  }
}

extension TaskValue {
  /// As people read it: dates with their time where they have one, records field by field.
  public var words: String {
    switch self {
    case .text(let text): return text
    case .number(let number): return "\(number)"
    case .time(let seconds):
      let clock = WallClock(seconds)
      if (0..<86_400).contains(seconds) { return clock.clock }
      return clock.midnight == seconds
        ? "\(clock.weekdayName), \(clock.iso)" : "\(clock.weekdayName), \(clock.iso) \(clock.clock)"
    case .list(let values):
      if values.contains(where: { $0.list != nil || $0.isRecord }) {
        return values.map { "[\($0.words)]" }.joined(separator: " ")
      }
      return values.map(\.words).joined(separator: ", ")
    case .record(let fields):
      return fields.keys.sorted().map { "\($0): \(fields[$0]?.words ?? "")" }.joined(separator: ", ")
    }
  }

  private var isRecord: Bool { if case .record = self { true } else { false } }
}

extension TaskCheck {
  /// What must hold, in words and commands, for people.
  func words(_ bindings: Bindings) -> String {
    guard each != nil else { return condition.words(bindings) }
    return bindings.repeating(each).map { condition.words($0) }.joined(separator: "; and ")
  }
}

extension TaskCheck.Condition {
  /// What must hold, in words and commands, for people.
  func words(_ bindings: Bindings) -> String {
    switch self {
    case .shell(let template, _, let expectation):
      return "\(template.filled(with: bindings)) → \(expectation.words(bindings))"
    case .file(let template, let exists, let expectation):
      let path = template.filled(with: bindings)
      if expectation.isEmpty { return exists ? "\(path) exists" : "\(path) doesn't exist" }
      return "\(path) → \(expectation.words(bindings))"
    case .screen(let expectation): return "the screen \(expectation.words(bindings))"
    case .foreground(let apps):
      return "in front is \(apps.flatMap { $0.texts(with: bindings) }.joined(separator: " or "))"
    case .answer(let expectation): return "the answer → \(expectation.words(bindings))"
    case .any(let checks): return "any of (\(checks.map { $0.words(bindings) }.joined(separator: ") (")))"
    case .all(let checks): return checks.map { $0.words(bindings) }.joined(separator: "; and ")
    case .not(let check): return "not (\(check.words(bindings)))"
    }
  }
}
