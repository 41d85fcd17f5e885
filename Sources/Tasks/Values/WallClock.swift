internal import Foundation

/// Seconds since 1970 of a wall clock, as a person reads them off a calendar.
package struct WallClock {
  let seconds: Int
  private let parts: DateComponents

  package init(_ seconds: Int) {
    self.seconds = seconds
    parts = Self.calendar.dateComponents(
      [.year, .month, .day, .hour, .minute, .second, .weekday], from: Date(timeIntervalSince1970: Double(seconds)))
  }

  /// The moment of a text such as `2023-10-15 15:34:00` or `2023-10-15 15:34`.
  package static func seconds(of text: String) -> Int? {
    guard let match = text.wholeMatch(of: /(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?/) else { return nil }
    var parts = DateComponents()
    parts.year = Int(match.1)
    parts.month = Int(match.2)
    parts.day = Int(match.3)
    parts.hour = Int(match.4)
    parts.minute = Int(match.5)
    parts.second = match.6.flatMap { Int($0) } ?? 0
    guard parts.isValidDate(in: calendar), let date = calendar.date(from: parts) else { return nil }
    return Int(date.timeIntervalSince1970)
  }

  /// Minutes since midnight of `9:05` or `21:30`.
  static func minutes(of text: String) -> Int? {
    guard let match = text.wholeMatch(of: /(\d{1,2}):(\d\d)/), let hour = Int(match.1), let minute = Int(match.2),
      hour < 24, minute < 60
    else { return nil }
    return hour * 60 + minute
  }

  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    if let utc = TimeZone(secondsFromGMT: 0) { calendar.timeZone = utc }
    return calendar
  }()

  package static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  package static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  package var year: Int { parts.year ?? 1970 }
  /// 1…12.
  package var month: Int { parts.month ?? 1 }
  package var day: Int { parts.day ?? 1 }
  package var hour: Int { parts.hour ?? 0 }
  package var minute: Int { parts.minute ?? 0 }
  var second: Int { parts.second ?? 0 }
  var monthName: String { Self.months[min(max(month, 1), 12) - 1] }
  /// 0 for Sunday to 6.
  package var weekday: Int { min(max(parts.weekday ?? 1, 1), 7) - 1 }
  var weekdayName: String { Self.weekdays[weekday] }
  /// The day's first second.
  var midnight: Int { seconds - (hour * 60 + minute) * 60 - second }

  package static func two(_ number: Int) -> String { number < 10 && number >= 0 ? "0\(number)" : "\(number)" }

  /// `2023-10-15`.
  var iso: String { "\(year)-\(Self.two(month))-\(Self.two(day))" }
  /// `15:34`.
  var clock: String { "\(Self.two(hour)):\(Self.two(minute))" }
  /// `3:34 PM`, as phones with a 12-hour clock show it.
  var clock12: String { "\((hour + 11) % 12 + 1):\(Self.two(minute)) \(hour < 12 ? "AM" : "PM")" }
}
