internal import Randomness

/// Events of a calendar.
struct CalendarData: Sendable, Equatable, Codable {
  struct Event: Sendable, Equatable, Codable {
    var id: Int
    var title: String
    var location = ""
    var details = ""
    /// Days since 1970.
    var day: Int
    /// Minutes since midnight.
    var start: Int
    /// Minutes.
    var length: Int
    /// 0 never repeats; 1 daily, 7 weekly.
    var interval = 0

    func happens(on day: Int) -> Bool {
      day == self.day || interval > 0 && day > self.day && (day - self.day) % interval == 0
    }
  }

  var events: [Event] = []
  var nextID = 1

  init() {}

  init(seed: UInt64, today: Int) {
    var random = SplitMix64(seed: seed ^ 0xCA1E)
    let titles = random.shuffled([
      "Dentist", "Team meeting", "Lunch with Emma", "Gym", "Call mom", "Project review", "Piano lesson", "Car service",
    ])
    let places = ["Main Street 4", "Room 12", "City park", "", ""]
    for title in titles.prefix(3 + random.below(5)) {
      add(
        Event(
          id: 0, title: title, location: random.pick(places), day: today - 3 + random.below(12),
          start: 60 * (8 + random.below(10)), length: random.pick([30, 45, 60, 90])))
    }
  }

  mutating func add(_ event: Event) {
    var event = event
    event.id = nextID
    nextID += 1
    events.append(event)
  }

  func events(on day: Int) -> [Event] {
    events.filter { $0.happens(on: day) }.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
  }
}
