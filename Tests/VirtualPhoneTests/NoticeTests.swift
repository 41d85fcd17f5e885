import Testing

@testable import VirtualPhone

@Suite("Notifications")
struct NoticeTests {
  static let insert =
    "content insert --uri content://sms/inbox --bind address:s:+15550001 --bind body:s:'Where are you?'"

  static func told() -> PhoneHost {
    var host = PhoneHost(Phone())
    _ = host.run(insert)
    return host
  }

  @Test func ofAMessageAreShownOverTheScreenAndOpenIt() throws {
    var host = Self.told()
    let card = try #require(host.phone.hierarchy().find("Where are you?"))
    #expect(card.package == "com.android.systemui")
    var later = host.phone
    later.advance(by: 15_000)
    #expect(later.hierarchy().find("Where are you?") == nil)
    #expect(later.hierarchy().find("Messages notification: +15550001") != nil)
    host.phone.perform(.tap(x: card.center.x, y: card.center.y))
    #expect(host.phone.activity.screen == "conversation")
    #expect(host.phone.hierarchy().find("Where are you?") != nil)
    #expect(host.phone.system.notices.allSatisfy { $0.app != "Messages" })
  }

  @Test func areCutToALineUntilTheyAreExpanded() throws {
    var host = PhoneHost(Phone())
    let text = "The ferns in the kitchen, then the two large pots on the balcony, and at last the little tree"
    _ = host.run("cmd notification post -t First one '\(text)'; cmd notification post -t Second two '\(text)'")
    host.phone.perform(.swipe(fromX: 540, fromY: 5, toX: 540, toY: 1200, milliseconds: 300))
    func heights() -> [Int] {
      host.phone.hierarchy().all.filter { $0.text == text }.map { $0.bounds.bottom - $0.bounds.top }
    }
    // The first in the list is open, the other one isn't.
    var shown = heights()
    try #require(shown.count == 2)
    #expect(shown[0] > shown[1])
    host.phone.tap(on: "Collapse")
    shown = heights()
    #expect(shown[0] == shown[1])
    let second = try #require(host.phone.hierarchy().all.last { $0.contentDescription == "Expand" })
    host.phone.perform(.tap(x: second.center.x, y: second.center.y))
    #expect(heights()[1] > shown[1])
  }

  @Test func haveButtons() {
    var host = Self.told()
    host.phone.tap(on: "Mark as read")
    #expect(host.phone.data.messages.conversations.first?.isRead == true)
    #expect(host.phone.hierarchy().find("Messages notification: +15550001") == nil)
    host = Self.told()
    host.phone.tap(on: "Reply")
    host.phone.perform(.text("Here"))
    #expect(host.phone.activity.text("message") == "Here")
  }

  @Test func goWithASwipeOrAllAtOnce() throws {
    var phone = Self.told().phone
    let card = try #require(phone.hierarchy().find("Where are you?"))
    phone.perform(
      .swipe(fromX: card.center.x, fromY: card.center.y, toX: card.center.x, toY: 0, milliseconds: 200))
    #expect(phone.hierarchy().find("Where are you?") == nil)
    phone.perform(.swipe(fromX: 540, fromY: 900, toX: 540, toY: 1500, milliseconds: 300))
    #expect(phone.system.shade == 1, "home pulls the shade from anywhere")
    let count = phone.system.notices.count
    let row = try #require(phone.hierarchy().find("Where are you?"))
    phone.perform(.swipe(fromX: 300, fromY: row.center.y, toX: 900, toY: row.center.y, milliseconds: 200))
    #expect(phone.system.notices.count == count - 1)
    phone.reach("Clear all")
    #expect(phone.system.notices.isEmpty)
  }

  @Test func areQuietWhenTheyAreToBe() {
    for script in ["settings put global zen_mode 1", "settings put global heads_up_notifications_enabled 0"] {
      var host = PhoneHost(Phone())
      _ = host.run(script)
      _ = host.run(Self.insert)
      #expect(host.phone.hierarchy().find("Where are you?") == nil)
      #expect(host.phone.system.notices.contains { $0.app == "Messages" })
    }
    var host = PhoneHost(Phone())
    host.phone.data.settings.silenced = ["com.google.android.apps.messaging"]
    _ = host.run(Self.insert)
    #expect(host.phone.system.notices.allSatisfy { $0.app != "Messages" })
  }

  @Test func arePostedAndListedByTheShell() {
    var host = PhoneHost(Phone())
    _ = host.run("cmd notification post -t 'A title' tag 'Some text'; cmd statusbar expand-notifications")
    #expect(host.phone.hierarchy().find("Some text") != nil)
    let listed = String(decoding: host.run("dumpsys notification --noredact").output, as: UTF8.self)
    #expect(listed.contains("pkg=com.android.shell") && listed.contains("android.title=String (A title)"))
    host.phone.tap(on: "A title")
    #expect(host.phone.system.shade == 0)
    _ = host.run("cmd statusbar expand-settings")
    #expect(host.phone.system.shade == 2)
    _ = host.run("cmd statusbar collapse")
    #expect(host.phone.system.shade == 0)
  }

  @Test func snackbarsGoByThemselvesOrWithTheirButton() {
    var phone = Phone()
    phone.launch("com.google.android.apps.messaging")
    phone.data.messages.add("Hi", to: "5550001", isMine: false, time: 0)
    phone.showSnackbar("Message arrived", button: "Mark read", action: "read", values: ["number": "5550001"])
    var later = phone
    later.advance(by: 6000)
    #expect(later.hierarchy().find("Message arrived") == nil)
    var away = phone
    away.goHome()
    #expect(away.hierarchy().find("Message arrived") == nil)
    phone.tap(on: "Mark read")
    #expect(phone.hierarchy().find("Message arrived") == nil)
    #expect(phone.data.messages.conversations.first?.isRead == true)
  }

  @Test func theDateOnTheHomeScreenOpensTheCalendar() {
    var phone = Phone()
    phone.tap(on: "Sun, Oct 15")
    #expect(phone.activity.package == CalendarApp.name)
  }

  @Test func theBottomEdgeOpensTheDrawerFromHome() {
    var phone = Phone()
    phone.perform(.swipe(fromX: 540, fromY: 2390, toX: 540, toY: 1500, milliseconds: 200))
    #expect(phone.system.launcher.screen == "drawer")
    phone.perform(.swipe(fromX: 540, fromY: 2390, toX: 540, toY: 1500, milliseconds: 200))
    #expect(phone.system.launcher.screen == "home")
    phone.perform(.swipe(fromX: 540, fromY: 2390, toX: 540, toY: 1500, milliseconds: 900))
    #expect(phone.system.isShowingRecents)
  }
}
