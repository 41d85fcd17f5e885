/// A moment of a device's own wall clock, as people read and write it.
///
/// Days are counted as in Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms".
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
    self.seconds = seconds
    let days = Int((Double(seconds) / 86_400).rounded(.down))
    let rest = seconds - days * 86_400
    hour = rest / 3600
    minute = rest / 60 % 60
    weekday = ((days + 4) % 7 + 7) % 7
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Seconds since 1970 of a day's beginning.
  static func seconds(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return (era * 146_097 + dayOfEra - 719_468) * 86_400
  }

  /// When its day begins.
  var midnight: Moment { Moment(seconds: seconds - seconds % 86_400) }

  /// Another day at the same time.
  func days(later days: Int) -> Moment { Moment(seconds: seconds + days * 86_400) }

  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  static let dayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  var monthName: String { Self.monthNames[month - 1] }
  var dayName: String { Self.dayNames[weekday] }
  /// Months since year 0.
  var months: Int { year * 12 + month - 1 }

  /// For example `09`.
  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

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
