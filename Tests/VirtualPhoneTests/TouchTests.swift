import Testing

@testable import VirtualPhone

@Suite("Touch")
struct TouchTests {
  /// Screens of all parts of the phone.
  static let screens: [[PhoneInput]] = [
    [], [.swipe(fromX: 540, fromY: 1500, toX: 540, toY: 500, milliseconds: 300)],
    [.swipe(fromX: 540, fromY: 5, toX: 540, toY: 900, milliseconds: 300)],
    [
      .swipe(fromX: 540, fromY: 5, toX: 540, toY: 900, milliseconds: 300),
      .swipe(fromX: 540, fromY: 5, toX: 540, toY: 900, milliseconds: 300),
    ], [.tap(x: 917, y: 1969)], [.tap(x: 917, y: 1969), .tap(x: 406, y: 858)],
    [.tap(x: 917, y: 1969), .tap(x: 400, y: 660)], [.tap(x: 917, y: 1969), .key(187)],
  ]

  @Test("what is clickable is hit at its middle, or something above it is", arguments: screens.indices)
  func centersHit(index: Int) {
    var phone = Phone()
    for input in Self.screens[index] { phone.perform(input) }
    for node in phone.hierarchy().all where node.isClickable {
      guard let (_, path) = phone.target(node.center.x, node.center.y) else {
        Issue.record("nothing at the middle of \(node.lines())")
        continue
      }
      // It is on the path to what was hit, or what was hit is drawn over it.
      let hit = path.contains {
        $0.visible
          == Rect(
            x: node.bounds.left, y: node.bounds.top, width: node.bounds.right - node.bounds.left,
            height: node.bounds.bottom - node.bounds.top)
      }
      let isUnderAnother = path.contains { $0.view.onTap != nil || $0.view.isBlocking }
      #expect(hit || isUnderAnother, "\(node.lines())")
    }
  }

  @Test func edgesNavigate() {
    var phone = Phone()
    phone.perform(.tap(x: 917, y: 1969))
    #expect(phone.foregroundActivity == "com.android.settings/.Settings")
    phone.tap(on: "Apps")
    #expect(phone.foregroundActivity == "com.android.settings/.SubSettings")
    phone.perform(.swipe(fromX: 2, fromY: 1200, toX: 500, toY: 1200, milliseconds: 200))
    #expect(phone.foregroundActivity == "com.android.settings/.Settings")
    phone.perform(.swipe(fromX: 540, fromY: 2390, toX: 540, toY: 1200, milliseconds: 200))
    #expect(phone.foregroundActivity == "com.google.android.apps.nexuslauncher/.NexusLauncherActivity")
    phone.perform(.swipe(fromX: 540, fromY: 2390, toX: 540, toY: 1200, milliseconds: 1000))
    #expect(phone.hierarchy().find("Clear all") != nil)
    phone.tap(on: "Settings")
    #expect(phone.foregroundActivity == "com.android.settings/.Settings")
  }

  @Test func buttonsNavigateWhereThereAreButtons() {
    var phone = Phone()
    phone.set("navigation_mode", in: .secure, to: "0")
    phone.perform(.tap(x: 917, y: 1969 - 63 + 63))
    phone.open("android.settings.DISPLAY_SETTINGS")
    phone.tap(on: "Overview")
    phone.tap(on: "Home")
    #expect(phone.foregroundActivity.hasPrefix("com.google.android.apps.nexuslauncher"))
  }

  @Test func aFlingGoesFurtherThanADrag() throws {
    var flung = Phone()
    flung.perform(.tap(x: 917, y: 1969))
    var dragged = flung
    flung.perform(.swipe(fromX: 540, fromY: 1800, toX: 540, toY: 1200, milliseconds: 150))
    dragged.perform(.dragAndDrop(fromX: 540, fromY: 1800, toX: 540, toY: 1200, milliseconds: 150))
    let (far, near) = (
      try #require(flung.hierarchy().find("Display")), try #require(dragged.hierarchy().find("Display"))
    )
    #expect(far.bounds.top < near.bounds.top - 100)
  }

  @Test func aDialogWithoutAFieldTakesTheKeyboardAway() {
    var phone = Phone()
    phone.launch("com.google.android.contacts")
    phone.tap(on: "Create contact")
    phone.perform(.text("Ada"))
    #expect(phone.hierarchy().find("Space") != nil)
    phone.tap(on: "Mobile Phone")
    #expect(phone.activity.dialog != nil)
    #expect(phone.hierarchy().find("Space") == nil)
    phone.perform(.key(4))
    #expect(phone.activity.dialog == nil && phone.activity.text("first") == "Ada")
  }

  @Test func whatCanBeDoneWithASelectionStandsAboveItsField() throws {
    var phone = Phone()
    phone.launch("ca.zgrs.clipper")
    phone.tap(on: "Text to copy")
    phone.perform(.text("hello world"))
    let field = try #require(phone.hierarchy().all.first { $0.text == "hello world" })
    let place = (x: field.bounds.left + 120, y: field.center.y)
    phone.perform(.swipe(fromX: place.x, fromY: place.y, toX: place.x, toY: place.y, milliseconds: 800))
    let copy = try #require(phone.hierarchy().all.first { $0.text == "Cut" })
    #expect(copy.bounds.bottom <= field.bounds.top)
    #expect(field.bounds.top - copy.bounds.top < 200)
  }
}
