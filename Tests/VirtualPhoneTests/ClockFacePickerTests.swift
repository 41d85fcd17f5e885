import Testing

@testable import VirtualPhone

@Suite("The dialog with a clock's face")
struct ClockFacePickerTests {
  private func phone(clock: String = "24") -> Phone {
    var phone = Phone()
    phone.set("time_12_24", in: .system, to: clock)
    phone.open("android.intent.action.SHOW_ALARMS")
    phone.tap(on: "Add alarm")
    return phone
  }

  @Test(arguments: [0, 11, 12, 23], [0, 5, 55])
  func anyHourOfTheDayIsATapAway(hour: Int, minute: Int) {
    var phone = phone()
    phone.tap(on: "\(hour) hours")
    phone.tap(on: "\(minute) minutes")
    phone.tap(on: "OK")
    #expect(phone.data.clock.alarms.contains { $0.hour == hour && $0.minute == minute })
  }

  @Test(arguments: [(0, "AM", 12), (11, "AM", 11), (12, "PM", 12), (23, "PM", 11)])
  func halfTheDayIsChosenFirst(hour: Int, half: String, shown: Int) {
    var phone = phone(clock: "12")
    phone.tap(on: half)
    phone.tap(on: "\(shown) o'clock")
    phone.tap(on: "30 minutes")
    phone.tap(on: "OK")
    #expect(phone.data.clock.alarms.contains { $0.hour == hour && $0.minute == 30 })
  }

  @Test(arguments: ["12", "24"])
  func anyMinuteCanBeTyped(clock: String) {
    var phone = phone(clock: clock)
    phone.tap(on: "Use keyboard")
    for (field, text) in [("Hour", clock == "12" ? "7" : "19"), ("Minute", "48")] {
      phone.tap(on: field)
      phone.perform(.keyCombination([113, 29]))
      phone.perform(.text(text))
    }
    phone.tap(on: "OK")
    #expect(phone.data.clock.alarms.contains { $0.hour == 19 && $0.minute == 48 })
  }

  @Test func whatIsNoTimeIsRefused() {
    var phone = phone()
    phone.tap(on: "Use keyboard")
    phone.tap(on: "Hour")
    phone.perform(.keyCombination([113, 29]))
    phone.perform(.text("24"))
    let before = phone.data.clock.alarms
    phone.tap(on: "OK")
    #expect(phone.data.clock.alarms == before && phone.activity.dialog == "time")
  }

  @Test func backLeavesEverythingAsItWas() {
    var phone = phone()
    let before = phone.data.clock.alarms
    phone.tap(on: "3 hours")
    phone.perform(.key(4))
    #expect(phone.data.clock.alarms == before && phone.activity.dialog == nil)
  }
}
