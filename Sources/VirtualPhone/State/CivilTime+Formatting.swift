extension CivilTime {
  /// `2023-10-15 15:34`.
  var minuteText: String { "\(year)-\(Self.two(month))-\(Self.two(day)) \(Self.two(hour)):\(Self.two(minute))" }

  /// strftime's letters.
  ///
  /// - Parameter zone: whose time it is.
  func formatted(_ format: String, zone: TimeZones.Zone = TimeZones.greenwich) -> String {
    var text = ""
    var letters = format.makeIterator()
    while let letter = letters.next() {
      guard letter == "%", let code = letters.next() else {
        text.append(letter)
        continue
      }
      text += value(of: code, zone)
    }
    return text
  }

  private func value(of code: Character, _ zone: TimeZones.Zone) -> String {
    switch code {
    case "Y": String(year)
    case "y": Self.two(year % 100)
    case "m": Self.two(month)
    case "d": Self.two(day)
    case "e": day < 10 ? " \(day)" : "\(day)"
    case "H": Self.two(hour)
    case "I": Self.two((hour + 11) % 12 + 1)
    case "M": Self.two(minute)
    case "S": Self.two(second)
    case "s": String(seconds - zone.minutes * 60)
    case "N": "000000000"
    case "p": hour < 12 ? "AM" : "PM"
    case "a": shortDay
    case "A": dayName
    case "b", "h": shortMonth
    case "B": monthName
    case "u": String(weekday == 0 ? 7 : weekday)
    case "w": String(weekday)
    case "j": dayOfYear
    case "F": formatted("%Y-%m-%d", zone: zone)
    case "T": formatted("%H:%M:%S", zone: zone)
    case "R": formatted("%H:%M", zone: zone)
    case "D": formatted("%m/%d/%y", zone: zone)
    case "c": formatted("%a %b %e %H:%M:%S %Y", zone: zone)
    case "Z": zone.abbreviation
    case "z": String(TimeZones.offset(zone.minutes).dropFirst(3).filter { $0 != ":" })
    case "n": "\n"
    case "t": "\t"
    case "%": "%"
    default: "%\(code)"
    }
  }

  // From 001 to 366.
  private var dayOfYear: String {
    var first = self
    (first.month, first.day) = (1, 1)
    let number = String(days - first.days + 1)
    return String(repeating: "0", count: max(0, 3 - number.count)) + number
  }
}
