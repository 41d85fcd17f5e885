import Devices
import Foundation
import Tasks
import Testing

@Suite("Texts with parameters") struct TemplateTests {
  private func filled(_ text: String, _ parameters: String = "") throws -> String? {
    try Sample.task("parameters:\n  none: nothing\n\(parameters)").instance(seed: 1).filled(text)
  }

  static let filters: [(parameter: String, text: String, result: String)] = [
    ("\"+1 (415) 555\"", "{x|digits}", "1415555"),
    ("Ada Adler", "{x|first_word|upper} {x|last_word|lower}", "ADA adler"),
    ("a.b.md", "{x|stem} {x|ending}", "a.b md"), ("O'Brien", "{x|sql}", "O''Brien"), ("a b", "{x|url}", "a%20b"),
    ("a.b", "{x|regex}", "a\\.b"), ("abc", "{x|base64}", "YWJj"), ("quick", "{x|capital}", "Quick"),
    (
      "{fixed: [a, b, c]}", "{x} / {x|and} / {x|join:;} / {x|count} / {x|first}{x|last} / {x|upper}",
      "a, b, c / a, b and c / a;b;c / 3 / ac / A, B, C"
    ),
    ("{fixed: [a]}", "{x|and}", "a"), ("\"a,b\"", "{x|split:,|and}", "a and b"),
    ("7", "{x|two} {x|plus:3} {x|times:2}", "07 10 14"),
    ("1205", "{x|money} {x|plus:-2000|money}", "12.05 -7.95"),
    (
      "3905", "{x|duration}; {x|hms}; {x|hours} {x|minutes} {x|seconds}; {x|all_minutes}",
      "1 hour 5 minutes 5 seconds; 01:05:05; 1 5 5; 65"
    ),
    ("3", "{{x}} {x} { x } {\"a\": 1} \\d{4} ${X}", "{x} 3 { x } {\"a\": 1} \\d{4} ${X}"),
    (
      "{value: \"{now}\"}", "{x|iso} {x|clock} {x|clock12} {x|weekday} {x|month_day} {x|month_day_year}",
      "2023-10-15 15:34 3:34 PM Sunday October 15 October 15 2023"
    ),
    (
      "{value: \"{now|plus_days:-14|midnight}\"}",
      "{x|long_date}, {x|iso_clock}, {x|day2}.{x|month2}.{x|year} {x|hour12}{x|ampm}",
      "Sunday, October 1, 2023, 2023-10-01 00:00, 01.10.2023 12AM"
    ),
    (
      "{value: \"{now|plus_minutes:30}\"}", "{x|hour}:{x|minute} {x|month_short} {x|weekday_short} {x|wall_seconds}",
      "16:04 Oct Sun 1697385840"
    ),
  ]

  @Test("are filled in through filters", arguments: filters)
  func filtered(parameter: String, text: String, result: String) throws {
    #expect(try filled(text, "  x: \(parameter)\n") == result)
  }

  @Test("give nothing where they name what there isn't") func unknown() throws { #expect(try filled("{y}") == nil) }

  static let nasty = [
    "O'Brien; rm -rf /", "a\"b", "$HOME `id` $(id)", "back\\slash", "two\nlines", "", "*", "~", "-n", "tab\there",
    "ünï ☃",
  ]

  /// The commands print exactly the parameter, whatever is around it.
  static let commands = [
    "printf %s {x}", "printf %s \"{x}\"", "printf %s '{x}'", "printf %s \"$(printf %s {x})\"",
    "printf %s \"$(printf %s \"{x}\")\"", "printf '%s' ''{x}'' # it's '", "[ a = \"'\" ] || printf %s {x}",
  ]

  @Test("stay one text in a shell command", arguments: commands) func quoted(command: String) async throws {
    for text in Self.nasty {
      let quoted = text.replacing("'", with: "''")
      let isPlain = !text.contains("\n") && !text.contains("\t")
      let value = isPlain ? "'\(quoted)'" : text.debugDescription
      let folded = command.replacing("'", with: "''")
      let task = try Sample.task("parameters:\n  x: \(value)\nsetup:\n  - shell: '\(folded)'\n")
      let filled = try #require(try task.instance(seed: 1).setUpWords.first)
      #expect(try Self.sh(filled) == text, "\(filled)")
      #expect(try await Sample.device().shell(filled).text == text, "\(filled)")
    }
  }

  @Test("are put into a shell command as they are where that is asked for") func raw() throws {
    let task = try Sample.task("parameters:\n  x: 'a b'\nsetup:\n  - shell: 'printf %s {x|upper|raw}'\n")
    #expect(try task.instance(seed: 1).setUpWords == ["printf %s A B"])
  }

  private static func sh(_ command: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
