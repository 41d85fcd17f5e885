import Testing

@testable import VirtualPhone

@Suite("Time zones")
struct TimeZoneTests {
  @Test func areTheSameForTheShellTheClockAndTheSettings() {
    var host = PhoneHost(Phone())
    func said(_ script: String) -> String { String(decoding: host.run(script).output, as: UTF8.self) }
    #expect(said("service call alarm 3 s16 Asia/Kolkata").hasPrefix("Result: Parcel"))
    #expect(said("getprop persist.sys.timezone") == "Asia/Kolkata\n")
    #expect(said("date; date -u +%R; TZ=UTC date +%Z") == "Sun Oct 15 21:04:00 IST 2023\n15:34\nUTC\n")
    #expect(said("date +%s%z") == "1697384040+0530\n")
    #expect(host.phone.hierarchy().find("21:04") != nil)
    _ = said("date 101508302023.00")
    #expect(said("date +%s") == "1697338800\n")
    _ = said("cmd alarm set-timezone Nowhere/None")
    #expect(said("getprop persist.sys.timezone; date +%Z") == "GMT\nGMT\n")
    _ = said("cmd alarm set-time 0")
    #expect(said("date +%F") == "1970-01-01\n")
  }
}
