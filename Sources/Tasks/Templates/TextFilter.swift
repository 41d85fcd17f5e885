internal import Foundation

/// What a `|` in braces does to a value: `{number|digits}`, `{day|weekday}`, `{names|and}`.
struct TextFilter: Sendable {
  /// Its name in the file.
  let name: String
  /// What stands after its colon.
  let argument: String
  /// The kind of what it gives.
  let result: ValueKind
  private let body: @Sendable (TaskValue) -> TaskValue

  /// The filter of this name on such a value.
  init(_ written: String, on kind: ValueKind) throws(TaskProblem) {
    let parts = written.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    name = parts[0]
    argument = parts.count > 1 ? parts[1] : ""
    if let filter = Self.ofLists[name], case .list(let element) = kind {
      result = name == "first" || name == "last" ? element : name == "count" ? .number : .text
      let argument = argument
      body = { filter($0.list ?? [], argument) }
      return
    }
    guard let filter = Self.all[name] else {
      let known = Array(Self.all.keys) + Self.ofLists.keys
      throw TaskProblem("there is no filter \(name); \(NearNames.advice(name, among: known.sorted()))")
    }
    if filter.needsNumber, Int(argument) == nil {
      throw TaskProblem("the filter \(name) needs a number: \(name):7")
    }
    // A list's elements are filtered one by one.
    let (element, depth) = Self.innermost(kind)
    guard filter.accepts.contains(where: { $0 == element }) else {
      throw TaskProblem(
        "the filter \(name) is for \(filter.accepts.map(\.words).joined(separator: " and ")), not for \(kind.words)")
    }
    result = (0..<depth).reduce(filter.gives ?? element) { kind, _ in .list(kind) }
    let argument = argument
    body = { value in Self.map(value) { filter.body($0, argument) } }
  }

  /// What the filter makes of a value.
  func callAsFunction(_ value: TaskValue) -> TaskValue { body(value) }

  private static func innermost(_ kind: ValueKind) -> (ValueKind, depth: Int) {
    guard let element = kind.element else { return (kind, 0) }
    let inner = innermost(element)
    return (inner.0, inner.depth + 1)
  }

  private static func map(_ value: TaskValue, _ body: (TaskValue) -> TaskValue) -> TaskValue {
    guard case .list(let values) = value else { return body(value) }
    return .list(values.map { map($0, body) })
  }

  // MARK: - Those there are

  private struct Entry: Sendable {
    var accepts: [ValueKind]
    /// Nil keeps the kind.
    var gives: ValueKind?
    var needsNumber = false
    var body: @Sendable (TaskValue, _ argument: String) -> TaskValue
  }

  private static func text(_ body: @escaping @Sendable (String) -> String) -> Entry {
    Entry(accepts: [.text, .number], gives: .text) { value, _ in .text(body(value.text ?? "")) }
  }

  private static func time(_ body: @escaping @Sendable (WallClock) -> String) -> Entry {
    Entry(accepts: [.time], gives: .text) { value, _ in .text(body(WallClock(value.time ?? 0))) }
  }

  private static func number(_ body: @escaping @Sendable (Int) -> String) -> Entry {
    Entry(accepts: [.number], gives: .text) { value, _ in .text(body(value.number ?? 0)) }
  }

  private static func later(by unit: Int) -> Entry {
    Entry(accepts: [.time], gives: .time, needsNumber: true) { value, argument in
      .time((value.time ?? 0) + (Int(argument) ?? 0) * unit)
    }
  }

  private static let all: [String: Entry] = texts.merging(times) { $1 }.merging(numbers) { $1 }

  private static let texts: [String: Entry] = [
    "digits": text { $0.filter { $0.isASCII && $0.isNumber } },
    "lower": text { $0.lowercased() },
    "upper": text { $0.uppercased() },
    "capital": text { $0.prefix(1).uppercased() + $0.dropFirst() },
    "first_word": text { $0.split(separator: " ").first.map(String.init) ?? $0 },
    "last_word": text { $0.split(separator: " ").last.map(String.init) ?? $0 },
    "stem": text { text in text.lastIndex(of: ".").map { String(text[..<$0]) } ?? text },
    "ending": text { text in text.lastIndex(of: ".").map { String(text[$0...].dropFirst()) } ?? "" },
    "sql": text { $0.replacingOccurrences(of: "'", with: "''") },
    "regex": text { NSRegularExpression.escapedPattern(for: $0) },
    "url": text { $0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? $0 },
    "base64": text { Data($0.utf8).base64EncodedString() },
    "split": Entry(accepts: [.text], gives: .list(.text)) { value, separator in
      let text = value.text ?? ""
      let parts = text.components(separatedBy: separator.isEmpty ? "\n" : separator)
      return .list(parts.filter { !$0.isEmpty }.map { .text($0) })
    },
  ]

  private static let times: [String: Entry] = [
    "iso": time(\.iso),
    "clock": time(\.clock),
    "clock12": time(\.clock12),
    "hour": time { "\($0.hour)" },
    "hour12": time { "\(($0.hour + 11) % 12 + 1)" },
    "ampm": time { $0.hour < 12 ? "AM" : "PM" },
    "minute": time { WallClock.two($0.minute) },
    "year": time { "\($0.year)" },
    "month": time { "\($0.month)" },
    "month2": time { WallClock.two($0.month) },
    "month_name": time(\.monthName),
    "month_short": time { String($0.monthName.prefix(3)) },
    "day": time { "\($0.day)" },
    "day2": time { WallClock.two($0.day) },
    "weekday": time(\.weekdayName),
    "weekday_short": time { String($0.weekdayName.prefix(3)) },
    "month_day": time { "\($0.monthName) \($0.day)" },
    "month_day_year": time { "\($0.monthName) \($0.day) \($0.year)" },
    "long_date": time { "\($0.weekdayName), \($0.monthName) \($0.day), \($0.year)" },
    "iso_clock": time { "\($0.iso) \($0.clock)" },
    "wall_seconds": Entry(accepts: [.time], gives: .number) { value, _ in .number(value.time ?? 0) },
    "plus_days": later(by: 86_400),
    "plus_minutes": later(by: 60),
    "midnight": Entry(accepts: [.time], gives: .time) { value, _ in .time(WallClock(value.time ?? 0).midnight) },
  ]

  private static let numbers: [String: Entry] = [
    "plus": Entry(accepts: [.number], gives: .number, needsNumber: true) { value, argument in
      .number((value.number ?? 0) &+ (Int(argument) ?? 0))
    },
    "times": Entry(accepts: [.number], gives: .number, needsNumber: true) { value, argument in
      .number((value.number ?? 0) &* (Int(argument) ?? 1))
    },
    "two": number(WallClock.two),
    "money": number { "\($0 < 0 ? "-" : "")\(abs($0) / 100).\(WallClock.two(abs($0) % 100))" },
    "hours": number { "\($0 / 3600)" },
    "minutes": number { "\($0 / 60 % 60)" },
    "seconds": number { "\($0 % 60)" },
    "all_minutes": number { "\($0 / 60)" },
    "hms": number { "\(WallClock.two($0 / 3600)):\(WallClock.two($0 / 60 % 60)):\(WallClock.two($0 % 60))" },
    "duration": number(words(duration:)),
  ]

  private static let ofLists: [String: @Sendable ([TaskValue], String) -> TaskValue] = [
    "comma": { list, _ in .text(list.map(\.plain).joined(separator: ", ")) },
    "lines": { list, _ in .text(list.map(\.plain).joined(separator: "\n")) },
    "join": { list, separator in .text(list.map(\.plain).joined(separator: separator)) },
    "and": { list, _ in
      let texts = list.map(\.plain)
      guard texts.count > 1, let last = texts.last else { return .text(texts.joined()) }
      return .text(texts.dropLast().joined(separator: ", ") + " and " + last)
    },
    "count": { list, _ in .number(list.count) },
    "first": { list, _ in list.first ?? .text("") },
    "last": { list, _ in list.last ?? .text("") },
  ]

  private static func words(duration seconds: Int) -> String {
    let parts = [(seconds / 3600, "hour"), (seconds / 60 % 60, "minute"), (seconds % 60, "second")]
    let texts = parts.filter { $0.0 != 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return texts.isEmpty ? "0 seconds" : texts.joined(separator: " ")
  }
}

extension TaskValue {
  /// As a template puts it down where nothing else is said; a list with commas between.
  var plain: String {
    switch self {
    case .text(let text): text
    case .number(let number): "\(number)"
    case .time(let seconds): WallClock(seconds).iso
    case .list(let values): values.map(\.plain).joined(separator: ", ")
    case .record(let fields): fields.keys.sorted().compactMap { fields[$0]?.plain }.joined(separator: ", ")
    }
  }
}
