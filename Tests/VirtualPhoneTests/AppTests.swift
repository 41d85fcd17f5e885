import Testing

@testable import VirtualPhone

@Suite("Apps")
struct AppTests {
  static let components = Apps.launchable.compactMap(\.package.launcherActivity)

  private func phone(in component: String) -> Phone {
    var phone = Phone()
    let isOpen = phone.start(PhoneIntent(component: component))
    #expect(isOpen && phone.foregroundActivity == component)
    return phone
  }

  @Test("open from the drawer", arguments: Apps.launchable.map(\.package.label))
  func openFromTheDrawer(label: String) {
    var phone = Phone()
    phone.perform(.swipe(fromX: 540, fromY: 1500, toX: 540, toY: 500, milliseconds: 300))
    phone.reach(label)
    #expect(phone.foregroundActivity == Apps.launchable.first { $0.package.label == label }?.package.launcherActivity)
  }

  @Test("have nothing that does nothing", arguments: components)
  func everythingDoesSomething(component: String) {
    let phone = phone(in: component)
    var shown = [phone.hierarchy()]
    var phones = [phone]
    // Two touches deep.
    for level in 0..<2 {
      for phone in phones.suffix(level == 0 ? 1 : 6) {
        let screen = phone.hierarchy()
        let targets = screen.all.filter {
          $0.isClickable && $0.isEnabled && !$0.isSelected && $0.className != "android.widget.EditText"
            && $0.package != "com.google.android.inputmethod.latin"
            && !($0.isChecked && $0.className.hasSuffix("CheckedTextView"))
        }
        for node in targets.prefix(level == 0 ? 40 : 10) {
          var touched = phone
          touched.perform(.tap(x: node.center.x, y: node.center.y))
          let after = touched.hierarchy()
          let isSame = after == screen && touched.data == phone.data && touched.files == phone.files
          // Clearing what is empty changes nothing, as on any phone.
          let isIdle = ["clear", "delete", "Delete", "backspace", "equals", "00", "0"].contains(node.contentDescription)
          #expect(!isSame || isIdle, "\(component): \(node.lines())")
          if level == 0, !shown.contains(after) {
            shown.append(after)
            phones.append(touched)
          }
        }
      }
    }
  }

  @Test func aContactIsAddedChangedAndDeleted() {
    var phone = phone(in: "com.google.android.contacts/com.android.contacts.activities.PeopleActivity")
    phone.tap(on: "Create contact")
    phone.perform(.text("Ada"))
    phone.tap(on: "Last name")
    phone.perform(.text("Lovelace"))
    phone.tap(on: "Phone")
    phone.perform(.text("+1 555 123x"))
    phone.tap(on: "Save")
    #expect(phone.data.contacts.contacts.last?.name == "Ada Lovelace")
    #expect(phone.data.contacts.contacts.last?.phone == "+1 555 123")
    phone.tap(on: "Edit contact")
    phone.tap(on: "Ada")
    phone.perform(.keyCombination([113, 29]))
    phone.perform(.text("Augusta Ada"))
    phone.tap(on: "Save")
    #expect(phone.hierarchy().find("Augusta Ada Lovelace") != nil)
    phone.tap(on: "Delete contact")
    phone.tap(on: "Delete")
    #expect(phone.data.contacts.contacts.allSatisfy { $0.last != "Lovelace" })
  }

  @Test func aMessageIsAnsweredFromItsNotification() {
    var phone = Phone()
    phone.receiveMessage("Where are you?", from: "+15550001")
    phone.perform(.swipe(fromX: 540, fromY: 5, toX: 540, toY: 900, milliseconds: 300))
    phone.tap(on: "Where are you?")
    phone.tap(on: "Text message")
    phone.perform(.text("At home"))
    phone.tap(on: "Send SMS")
    #expect(phone.data.messages.conversations.first?.messages.map(\.text) == ["Where are you?", "At home"])
  }

  @Test func anIntentPreparesAMessage() {
    var phone = Phone()
    let isOpen = phone.start(
      PhoneIntent(action: "android.intent.action.SENDTO", data: "smsto:+15550002", extras: ["sms_body": "Hi"]))
    #expect(isOpen)
    phone.tap(on: "Send SMS")
    #expect(phone.data.messages.conversation("+15550002")?.messages.first?.text == "Hi")
  }

  @Test func theStopwatchCountsVirtualTime() {
    var phone = phone(in: "com.google.android.deskclock/com.android.deskclock.DeskClock")
    phone.tap(on: "Stopwatch")
    phone.tap(on: "Start")
    phone.advance(by: 4700)
    #expect(phone.hierarchy().find("00:05.00") != nil)
    phone.tap(on: "Lap")
    phone.tap(on: "Pause")
    phone.advance(by: 60_000)
    #expect(phone.hierarchy().find("00:05.30") != nil)
    phone.tap(on: "Reset")
    #expect(phone.hierarchy().find("00:00.00") != nil)
  }

  @Test func aTimerRings() {
    var phone = phone(in: "com.google.android.deskclock/com.android.deskclock.DeskClock")
    phone.tap(on: "Timer")
    for key in ["1", "0", "0"] { phone.tap(on: key) }
    #expect(phone.hierarchy().find("00h 01m 00s") != nil)
    phone.tap(on: "Start")
    phone.advance(by: 59_000)
    #expect(phone.hierarchy().find("Time’s up") == nil)
    phone.advance(by: 2000)
    phone.tap(on: "Stop")
    #expect(phone.system.notices.first?.title == "Time’s up")
  }

  @Test func anAlarmIsSetAndRings() {
    var phone = phone(in: "com.google.android.deskclock/com.android.deskclock.DeskClock")
    phone.tap(on: "Alarm")
    phone.tap(on: "Add alarm")
    phone.tap(on: "15 hours")
    phone.tap(on: "35 minutes")
    phone.tap(on: "OK")
    #expect(phone.data.clock.alarms.contains { $0.hour == 15 && $0.minute == 35 && $0.isOn })
    phone.advance(by: 60_000)
    #expect(phone.data.clock.ringing == "Alarm")
    #expect(phone.data.clock.alarms.first { $0.minute == 35 }?.isOn == false)
  }

  @Test func anEventIsPlannedAndFound() {
    var phone = phone(
      in: "com.simplemobiletools.calendar.pro/com.simplemobiletools.calendar.pro.activities.MainActivity")
    phone.tap(on: "Next month")
    phone.tap(on: "November 7")
    phone.tap(on: "New Event")
    phone.perform(.text("Review"))
    phone.perform(.key(4))
    phone.tap(on: "Start")
    phone.tap(on: "17 hours")
    phone.tap(on: "OK")
    phone.tap(on: "No repetition")
    phone.tap(on: "Weekly")
    phone.tap(on: "Save")
    let event = phone.data.calendar.events.last
    #expect(event?.title == "Review" && event?.start == 17 * 60 && event?.interval == 7)
    phone.tap(on: "November 14, 1 events")
    #expect(phone.hierarchy().find("17:00 – 18:00") != nil)
  }

  @Test func pagesAreSearchedFollowedAndGoneBackFrom() {
    var phone = phone(in: "com.android.chrome/com.google.android.apps.chrome.Main")
    phone.tap(on: WebPages.home)
    phone.perform(.text("bridge"))
    phone.perform(.key(66))
    phone.tap(on: "Old bridge opens again")
    #expect(phone.hierarchy().find("Buses 4 and 11 use it from next week.") != nil)
    phone.tap(on: "More options")
    phone.tap(on: "Bookmark")
    #expect(phone.data.browser.bookmarks == ["news.example/bridge"])
    phone.perform(.key(4))
    phone.perform(.key(4))
    #expect(phone.hierarchy().find("Good to see you") != nil)
    phone.set("airplane_mode_on", in: .global, to: "1")
    #expect(phone.hierarchy().find("No internet") != nil)
  }

  @Test func pagesLinkToPages() {
    for page in WebPages.all {
      for case .link(let title, let address) in page.parts {
        #expect(WebPages.all.contains { $0.address == address }, "\(page.address): \(title)")
      }
    }
  }

  @Test(arguments: [
    ("7×6", "42"), ("1+2×3", "7"), ("(1+2)×3", "9"), ("2(3)", "6"), ("10%", "0.1"), ("1÷4", "0.25"), ("0.1+0.2", "0.3"),
    ("−5+2", "−3"), ("1÷0", nil), ("2×", nil), ("", nil), (")", nil),
  ])
  func formulasAreWorkedOut(formula: String, result: String?) {
    #expect(Formula.value(formula).map(Formula.text) == result)
  }

  @Test func deepFormulasAreRefused() {
    #expect(Formula.value(String(repeating: "(", count: 10_000)) == nil)
    #expect(Formula.value(String(repeating: "−", count: 10_000) + "1") == nil)
  }

  @Test func stoppingTheAppInFrontShowsTheLauncher() {
    var phone = phone(in: "com.google.android.calculator/com.android.calculator2.Calculator")
    phone.open("android.settings.SETTINGS")
    phone.forceStop("com.google.android.calculator")
    #expect(phone.foregroundActivity == "com.android.settings/.Settings")
    phone.forceStop("com.android.settings")
    #expect(phone.foregroundActivity.hasPrefix("com.google.android.apps.nexuslauncher/"))
  }

  @Test func packagesAreThoseOfTheirActivities() {
    let phone = Phone()
    #expect(phone.packages.map(\.name) == phone.packages.map(\.name).sorted())
    for package in phone.packages {
      if let activity = package.launcherActivity { #expect(activity.hasPrefix("\(package.name)/")) }
    }
  }

  @Test func otherSeedsHaveOtherContent() {
    let texts = (0..<6).map { seed in
      var phone = Phone(PhoneConfiguration(seed: UInt64(seed)))
      _ = phone.start(
        PhoneIntent(component: "com.google.android.contacts/com.android.contacts.activities.PeopleActivity"))
      return phone.hierarchy().lines()
    }
    #expect(Set(texts).count == texts.count)
  }
}
