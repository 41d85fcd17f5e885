import Testing

@testable import Oracle

@Suite("Moments")
struct MomentTests {
  @Test func areReadFromSeconds() {
    let moment = Moment(seconds: 1_697_384_040)
    #expect((moment.year, moment.month, moment.day) == (2023, 10, 15))
    #expect((moment.hour, moment.minute, moment.weekday) == (15, 34, 0))
    #expect(moment.heading() == "Sunday, October 15, 2023")
    #expect(moment.midnight.hour == 0 && moment.midnight.day == 15)
    #expect(moment.days(later: 17).heading(withYear: false) == "Wednesday, November 1")
  }

  @Test(arguments: [(1970, 1, 1), (2000, 2, 29), (2023, 12, 31), (2100, 3, 1)])
  func areCountedBothWays(year: Int, month: Int, day: Int) {
    let moment = Moment(seconds: Moment.seconds(year: year, month: month, day: day))
    #expect((moment.year, moment.month, moment.day, moment.hour) == (year, month, day, 0))
  }

  @Test(arguments: [
    ("15:34", 934), ("3:34 PM", 934), ("12:05 AM", 5), ("12:05 PM", 725), ("00:00", 0), ("nine", nil), ("9", nil),
    ("9:00 XM", nil), ("9:00 AM now", nil), ("", nil),
  ])
  func clocksAreRead(text: String, minutes: Int?) { #expect(Moment.minutes(of: text) == minutes) }
}
