import Devices
import Episodes
import Testing
import VirtualPhone

@testable import Oracle

@Suite("A solver's hands")
struct HandsTests {
  private func hands(seed: UInt64 = 0) async throws -> Hands {
    let phone = Phone(PhoneConfiguration(seed: seed))
    return try await Hands.onDevice(VirtualDevice(SharedPhone(PhoneHost(phone)), draws: false))
  }

  @Test func seeWhatThePhoneSaysAndActOnIt() async throws {
    let hands = try await hands()
    try await hands.openApp("Settings")
    #expect(hands.screen.foregroundActivity == "com.android.settings/.Settings")
    #expect(hands.find("connected devices") != nil)
    #expect(hands.find(containing: "no such row") == nil)
    #expect(hands.steps == 1)
  }

  @Test func scrollToWhatIsFarDownAndBackUp() async throws {
    let hands = try await hands()
    try await hands.openApp("Settings")
    #expect(hands.find("About phone") == nil)
    try await hands.reach("About phone", "I look for it.")
    #expect(hands.find("About phone") != nil && hands.find("Network & internet") == nil)
    try await hands.reach("Network & internet", "I look for it.")
    #expect(hands.find("Network & internet") != nil)
  }

  @Test func stopScrollingAtTheEnd() async throws {
    let hands = try await hands()
    try await hands.openApp("Settings")
    let before = hands.steps
    await #expect(throws: OracleError.self) { try await hands.reach("no such row", "I look for it.") }
    #expect(hands.steps - before < 15)
  }

  @Test func passNothingOverWhileTheyScroll() async throws {
    let hands = try await hands()
    try await hands.openApp("Settings")
    func titles() -> [String] { hands.findAll(id: "android:id/title").compactMap(\.text) }
    for _ in 0..<6 {
      let before = titles()
      try await hands.scroll(.down, "On.")
      #expect(titles().contains { before.contains($0) }, "\(before) then \(titles())")
    }
  }

  @Test func switchOnlyWhatIsNotSo() async throws {
    let hands = try await hands()
    try await hands.openApp("Settings")
    try await hands.tap("Network & internet", "In.")
    try await hands.turn("Airplane mode", on: false, "It is off.")
    #expect(hands.steps == 2)
    try await hands.turn("Airplane mode", on: true, "It has to be on.")
    #expect(hands.toggle("Airplane mode")?.isChecked == true)
  }

  @Test(arguments: [0, 0.5, 1])
  func setASlider(share: Double) async throws {
    let hands = try await hands()
    try await hands.perform(.swipe(.down, nil), "The slider is there.")
    try await hands.slide(try hands.need("Display brightness"), to: share, "So far.")
    let shown = hands.find("Display brightness")?.text?.dropLast() ?? ""
    #expect(abs((Int(shown) ?? -1) - Int(share * 100)) <= 2)
  }

  @Test func typeIntoAFieldByItsHintAlsoWhenItIsFull() async throws {
    let hands = try await hands()
    try await hands.openApp("Contacts")
    try await hands.tap("Create contact", "New.")
    try await hands.type("Zoe", into: "First name", "A name.")
    try await hands.type("Zoé", into: "First name", clears: true, "Another.")
    #expect(hands.field("First name")?.text == "Zoé")
    await #expect(throws: OracleError.self) { try await hands.type("x", into: "Shoe size", "None.") }
  }

  @Test func waitNoLongerThanTold() async throws {
    let hands = try await hands()
    await #expect(throws: OracleError.self) { try await hands.wait(for: "no such thing", atMost: 3, "It may come.") }
    #expect(hands.steps == 3)
  }

  @Test func rememberWhatTheySaid() async throws {
    let hands = try await hands()
    #expect(!hands.claimsDone && hands.answered == nil)
    try await hands.answer("42", "That is it.")
    try await hands.done("Done.")
    #expect(hands.claimsDone && hands.answered == "42" && hands.steps == 2)
  }

  @Test(arguments: [UInt64(0), 1, 2, 3])
  func pickTimesAndDates(seed: UInt64) async throws {
    let hands = try await hands(seed: seed)
    try await hands.openApp("Simple Calendar Pro")
    try await hands.tap("New Event", "New.")
    try await hands.type("Talk", into: "Title", "A title.")
    try await hands.back("The keyboard is in the way.")
    try await hands.tap(try await hands.reach("Date", "The date."), "The date.")
    try await hands.pickDate(Moment(seconds: Moment.seconds(year: 2024, month: 2, day: 29)), "It")
    try await hands.tap(try await hands.reach("Start", "The time."), "The time.")
    try await hands.pickTime(hour: 13, minute: 47, "It")
    #expect(hands.find("February 29 (Thu), 2024") != nil)
    #expect(hands.find("13:47") != nil || hands.find("1:47 PM") != nil, "\(hands.words)")
  }
}
