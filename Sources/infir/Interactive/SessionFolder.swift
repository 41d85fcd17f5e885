internal import Foundation

/// Where a session is recorded: `$XDG_DATA_HOME/infir/episodes/DATE-GOAL`.
enum SessionFolder {
  private static let longestName = 40

  /// A folder that isn't there yet, named after the moment and the goal.
  static func new(for goal: String, now: Date = .now, environment: [String: String]) -> String {
    let moment = now.formatted(
      .verbatim(
        "\(year: .defaultDigits)-\(month: .twoDigits)-\(day: .twoDigits)-\(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased))\(minute: .twoDigits)\(second: .twoDigits)",
        timeZone: .current, calendar: Calendar(identifier: .gregorian)))
    let base = Settings.dataDirectory(environment: environment) + "/episodes/\(moment)-\(slug(goal))"
    var path = base
    var number = 2
    while FileManager.default.fileExists(atPath: path) {
      path = "\(base)-\(number)"
      number += 1
    }
    return path
  }

  /// The goal's letters and digits, with dashes between the words.
  private static func slug(_ goal: String) -> String {
    let words = goal.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    var slug = ""
    for word in words where slug.count + word.count < longestName { slug += (slug.isEmpty ? "" : "-") + word }
    return slug.isEmpty ? "session" : slug
  }
}
