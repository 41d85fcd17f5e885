internal import Tasks

/// A moment of a device's own wall clock, as people read and write it.
struct Moment: Equatable {
  /// Seconds since 1970.
  let seconds: Int
  let year: Int
  /// From 1 to 12.
  let month: Int
  let day: Int
  let hour: Int
  let minute: Int
  /// 0 for Sunday to 6.
  let weekday: Int

  /// From seconds since 1970.
  init(seconds: Int) {
    let clock = WallClock(seconds)
    self.seconds = seconds
    year = clock.year
    month = clock.month
    day = clock.day
    hour = clock.hour
    minute = clock.minute
    weekday = clock.weekday
  }

  /// Seconds since 1970 of a day's beginning; 0 where there is no such day.
  static func seconds(year: Int, month: Int, day: Int) -> Int {
    WallClock.seconds(of: "\(year)-\(two(month))-\(two(day)) 00:00") ?? 0
  }

  /// When its day begins.
  var midnight: Moment { Moment(seconds: seconds - seconds % 86_400) }

  /// Another day at the same time.
  func days(later days: Int) -> Moment { Moment(seconds: seconds + days * 86_400) }

  static let monthNames = WallClock.months
  static let dayNames = WallClock.weekdays

  var monthName: String { Self.monthNames[month - 1] }
  var dayName: String { Self.dayNames[weekday] }
  /// Months since year 0.
  var months: Int { year * 12 + month - 1 }

  /// For example `09`.
  static func two(_ number: Int) -> String { WallClock.two(number) }

  /// A time of the day in words, for example `9:05`.
  static func clock(_ hour: Int, _ minute: Int) -> String { "\(hour):\(two(minute))" }

  /// The minutes since midnight that a screen's `15:34` or `3:34 PM` means; nil where it is none.
  static func minutes(of text: some StringProtocol) -> Int? {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "\u{202F}" })
    let parts = words.first?.split(separator: ":").map { Int($0) } ?? []
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], words.count <= 2 else { return nil }
    guard words.count == 2 else { return hour * 60 + minute }
    switch words[1].uppercased() {
    case "AM": return hour % 12 * 60 + minute
    case "PM": return (hour % 12 + 12) * 60 + minute
    default: return nil
    }
  }
}
