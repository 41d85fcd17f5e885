/// A date and time of the Gregorian calendar.
///
/// Days are counted as in Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms".
struct CivilTime: Sendable, Equatable {
  var year = 1970
  /// From 1 to 12.
  var month = 1
  /// From 1 to 31.
  var day = 1
  var hour = 0
  var minute = 0
  var second = 0

  /// From milliseconds since 1970.
  init(milliseconds: Int) {
    self.init(seconds: milliseconds >= 0 ? milliseconds / 1000 : -((-(milliseconds + 1)) / 1000) - 1)
  }

  /// From seconds since 1970.
  init(seconds: Int) {
    // Beyond this, years have more than ten digits.
    let seconds = min(max(seconds, -1 << 58), 1 << 58)
    let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    self.init(days: days)
    let rest = seconds - days * 86_400
    hour = rest / 3600
    minute = rest / 60 % 60
    second = rest % 60
  }

  /// Midnight, so many days after 1970-01-01.
  init(days: Int) {
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

  /// Days since 1970-01-01.
  var days: Int {
    let year = month <= 2 ? self.year - 1 : self.year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Seconds since 1970.
  var seconds: Int { days * 86_400 + hour * 3600 + minute * 60 + second }

  /// Milliseconds since 1970.
  var milliseconds: Int { seconds * 1000 }

  /// Whether it is on the calendar, between the years 1970 and 9999.
  var isValid: Bool {
    (1970...9999).contains(year) && (1...12).contains(month) && (1...daysInMonth).contains(day)
      && (0...23).contains(hour) && (0...59).contains(minute) && (0...59).contains(second)
  }

  /// 0 for Sunday to 6.
  var weekday: Int { ((days + 4) % 7 + 7) % 7 }

  /// How many days its month has.
  var daysInMonth: Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  static let dayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  var monthName: String { Self.monthNames[max(0, min(month - 1, 11))] }
  var dayName: String { Self.dayNames[weekday] }
  var shortMonth: String { String(monthName.prefix(3)) }
  var shortDay: String { String(dayName.prefix(3)) }

  /// For example `15:34` or `3:34 PM`.
  func clock(is24Hour: Bool, suffix: Bool = true) -> String {
    if is24Hour { return "\(Self.two(hour)):\(Self.two(minute))" }
    let text = "\((hour + 11) % 12 + 1):\(Self.two(minute))"
    return suffix ? "\(text) \(hour < 12 ? "AM" : "PM")" : text
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
