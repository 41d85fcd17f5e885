/// The calendar, for `date` and file times; all in UTC.
struct CalendarTime: Sendable, Equatable {
  var year: Int
  var month: Int
  var day: Int
  var hour: Int
  var minute: Int
  var second: Int

  init(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// From seconds since 1970; Howard Hinnant's civil_from_days.
  init(seconds: Int) {
    // Beyond this, years have more than ten digits.
    let seconds = min(max(seconds, -1 << 58), 1 << 58)
    var days = seconds / 86_400
    var rest = seconds % 86_400
    if rest < 0 {
      rest += 86_400
      days -= 1
    }
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    hour = rest / 3600
    minute = rest / 60 % 60
    second = rest % 60
  }

  /// Whether it is on the calendar, between the years 1970 and 9999.
  var isValid: Bool {
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1970...9999).contains(year) && (1...12).contains(month) && day >= 1 && day <= lengths[month - 1]
      && (0...23).contains(hour) && (0...59).contains(minute) && (0...59).contains(second)
  }

  private var isLeap: Bool { year % 4 == 0 && year % 100 != 0 || year % 400 == 0 }

  /// Seconds since 1970, for valid times.
  var seconds: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return (era * 146_097 + dayOfEra - 719_468) * 86_400 + hour * 3600 + minute * 60 + second
  }

  static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// `2023-10-15 15:34`.
  var minuteText: String { "\(year)-\(pad(month))-\(pad(day)) \(pad(hour)):\(pad(minute))" }

  /// strftime's letters.
  func formatted(_ format: String, seconds: Int) -> String {
    let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    let weekday = ((days + 4) % 7 + 7) % 7
    var text = ""
    var letters = format.makeIterator()
    while let letter = letters.next() {
      guard letter == "%", let code = letters.next() else {
        text.append(letter)
        continue
      }
      switch code {
      case "Y": text += String(year)
      case "y": text += pad(year % 100)
      case "m": text += pad(month)
      case "d": text += pad(day)
      case "e": text += day < 10 ? " \(day)" : "\(day)"
      case "H": text += pad(hour)
      case "I": text += pad((hour + 11) % 12 + 1)
      case "M": text += pad(minute)
      case "S": text += pad(second)
      case "s": text += String(seconds)
      case "N": text += "000000000"
      case "p": text += hour < 12 ? "AM" : "PM"
      case "a": text += Self.weekdays[weekday].prefix(3)
      case "A": text += Self.weekdays[weekday]
      case "b", "h": text += Self.months[month - 1].prefix(3)
      case "B": text += Self.months[month - 1]
      case "u": text += String(weekday == 0 ? 7 : weekday)
      case "w": text += String(weekday)
      case "j":
        let first = CalendarTime(year: year, month: 1, day: 1, hour: 0, minute: 0, second: 0)
        let number = String((self.seconds - first.seconds) / 86_400 + 1)
        text += String(repeating: "0", count: 3 - min(3, number.count)) + number
      case "F": text += "\(year)-\(pad(month))-\(pad(day))"
      case "T": text += "\(pad(hour)):\(pad(minute)):\(pad(second))"
      case "R": text += "\(pad(hour)):\(pad(minute))"
      case "D": text += "\(pad(month))/\(pad(day))/\(pad(year % 100))"
      case "c": text += formatted("%a %b %e %H:%M:%S %Y", seconds: seconds)
      case "Z": text += "GMT"
      case "z": text += "+0000"
      case "n": text += "\n"
      case "t": text += "\t"
      case "%": text += "%"
      default: text += "%\(code)"
      }
    }
    return text
  }

  private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
