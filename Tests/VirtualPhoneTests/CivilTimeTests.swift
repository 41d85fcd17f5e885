import Testing

@testable import VirtualPhone

@Suite("Dates")
struct CivilTimeTests {
  @Test(arguments: [
    (1_697_384_040_000, "Sunday 2023-10-15 15:34:0"), (0, "Thursday 1970-1-1 0:0:0"),
    (951_782_400_000, "Tuesday 2000-2-29 0:0:0"), (-1000, "Wednesday 1969-12-31 23:59:59"),
  ])
  func areTheCalendars(milliseconds: Int, text: String) {
    let time = CivilTime(milliseconds: milliseconds)
    #expect(
      "\(time.dayName) \(time.year)-\(time.month)-\(time.day) \(time.hour):\(time.minute):\(time.second)" == text)
    #expect(time.milliseconds == milliseconds)
  }

  @Test func clocksHaveTwelveOrTwentyFourHours() {
    var time = CivilTime(milliseconds: 0)
    #expect(time.clock(is24Hour: false) == "12:00 AM" && time.clock(is24Hour: true) == "00:00")
    time.hour = 13
    #expect(time.clock(is24Hour: false) == "1:00 PM")
  }
}
