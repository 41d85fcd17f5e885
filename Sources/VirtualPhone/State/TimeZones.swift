/// Time zones to choose from, without daylight saving.
enum TimeZones {
  typealias Zone = (name: String, city: String, minutes: Int, abbreviation: String)

  static let all: [Zone] = [
    ("America/Los_Angeles", "Los Angeles", -480, "PST"), ("America/Denver", "Denver", -420, "MST"),
    ("America/Chicago", "Chicago", -360, "CST"), ("America/New_York", "New York", -300, "EST"),
    ("America/Sao_Paulo", "São Paulo", -180, "-03"), ("UTC", "Coordinated Universal Time", 0, "UTC"),
    ("Europe/London", "London", 0, "GMT"), ("Europe/Berlin", "Berlin", 60, "CET"),
    ("Europe/Athens", "Athens", 120, "EET"), ("Asia/Dubai", "Dubai", 240, "+04"),
    ("Asia/Kolkata", "Kolkata", 330, "IST"), ("Asia/Shanghai", "Shanghai", 480, "CST"),
    ("Asia/Tokyo", "Tokyo", 540, "JST"), ("Australia/Sydney", "Sydney", 600, "AEST"),
  ]

  /// What Android takes when it knows no other.
  static let greenwich: Zone = ("GMT", "Greenwich Mean Time", 0, "GMT")

  static func named(_ name: String) -> Zone? { name == "GMT" ? greenwich : all.first { $0.name == name } }

  /// For example `GMT+05:30`.
  static func offset(_ minutes: Int) -> String {
    let size = abs(minutes)
    return "GMT\(minutes < 0 ? "-" : "+")\(CivilTime.two(size / 60)):\(CivilTime.two(size % 60))"
  }
}
