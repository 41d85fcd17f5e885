internal import Foundation

/// `strftime` in the C locale, for the letters that templates use.
enum TemplateClock {
  /// A time as text.
  static func text(of date: Date, format: String, timeZone: TimeZone = .current) throws(TokenizerError) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    let parts = calendar.dateComponents(
      [.year, .month, .day, .hour, .minute, .second, .weekday, .dayOfYear], from: date)
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    let month = months[min(max((parts.month ?? 1) - 1, 0), 11)]
    let day = days[min(max((parts.weekday ?? 1) - 1, 0), 6)]
    func padded(_ value: Int?, _ width: Int = 2) -> String {
      let digits = "\(value ?? 0)"
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let hour = parts.hour ?? 0
    var result = ""
    var letters = format.unicodeScalars.makeIterator()
    while let letter = letters.next() {
      guard letter == "%" else {
        result.unicodeScalars.append(letter)
        continue
      }
      let code = letters.next()
      switch code {
      case "Y": result += padded(parts.year, 4)
      case "y": result += padded((parts.year ?? 0) % 100)
      case "m": result += padded(parts.month)
      case "B": result += month
      case "b", "h": result += month.prefix(3)
      case "d": result += padded(parts.day)
      case "e":
        let digits = "\(parts.day ?? 0)"
        result += digits.count < 2 ? " " + digits : digits
      case "A": result += day
      case "a": result += day.prefix(3)
      case "H": result += padded(hour)
      case "I": result += padded((hour + 11) % 12 + 1)
      case "p": result += hour < 12 ? "AM" : "PM"
      case "M": result += padded(parts.minute)
      case "S": result += padded(parts.second)
      case "j": result += padded(parts.dayOfYear, 3)
      case "F": result += "\(padded(parts.year, 4))-\(padded(parts.month))-\(padded(parts.day))"
      case "T": result += "\(padded(hour)):\(padded(parts.minute)):\(padded(parts.second))"
      case "%": result += "%"
      default: throw .template(reason: "this program doesn't know %\(code.map { String($0) } ?? "") in strftime_now")
      }
    }
    return result
  }
}
