internal import Foundation

/// Where a session is recorded when nobody says where: `$XDG_DATA_HOME/infir/episodes/<date>-<goal>`.
enum EpisodeName {
  /// The longest part that the goal gives.
  private static let goalCharacters = 48

  /// A folder that isn't there yet.
  static func folder(
    for goal: String, at date: Date = .now, in directory: String, timeZone: TimeZone = .current
  ) -> String {
    let base = directory + "/" + name(for: goal, at: date, timeZone: timeZone)
    var path = base
    var number = 2
    while FileManager.default.fileExists(atPath: path) {
      path = "\(base)-\(number)"
      number += 1
    }
    return path
  }

  /// The date to the second, then the goal's letters and digits: `20260101-093000-turn-wi-fi-on`.
  static func name(for goal: String, at date: Date, timeZone: TimeZone = .current) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
    func digits(_ value: Int?, _ count: Int) -> String {
      let text = String(value ?? 0)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    let day = digits(parts.year, 4) + digits(parts.month, 2) + digits(parts.day, 2)
    let time = digits(parts.hour, 2) + digits(parts.minute, 2) + digits(parts.second, 2)
    var slug = ""
    for word in goal.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      guard slug.count + word.count < goalCharacters else { break }
      slug += (slug.isEmpty ? "" : "-") + word
    }
    return "\(day)-\(time)" + (slug.isEmpty ? "" : "-" + slug)
  }
}
