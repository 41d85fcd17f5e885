/// Time zones to choose from, without daylight saving.
enum TimeZones {
  static let all: [(name: String, city: String, minutes: Int)] = [
    ("America/Los_Angeles", "Los Angeles", -480), ("America/Denver", "Denver", -420),
    ("America/Chicago", "Chicago", -360), ("America/New_York", "New York", -300),
    ("America/Sao_Paulo", "São Paulo", -180), ("UTC", "Coordinated Universal Time", 0),
    ("Europe/London", "London", 0), ("Europe/Berlin", "Berlin", 60), ("Europe/Athens", "Athens", 120),
    ("Asia/Dubai", "Dubai", 240), ("Asia/Kolkata", "Kolkata", 330), ("Asia/Shanghai", "Shanghai", 480),
    ("Asia/Tokyo", "Tokyo", 540), ("Australia/Sydney", "Sydney", 600),
  ]

  /// For example `GMT+05:30`.
  static func offset(_ minutes: Int) -> String {
    let size = abs(minutes)
    return "GMT\(minutes < 0 ? "-" : "+")\(CivilTime.two(size / 60)):\(CivilTime.two(size % 60))"
  }
}
