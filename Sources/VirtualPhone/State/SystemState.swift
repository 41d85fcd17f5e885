/// What the system knows besides settings and apps: what is open above the apps, the clock, notifications.
struct SystemState: Sendable, Equatable, Codable {
  /// Milliseconds since it was switched on.
  var uptime = 0
  /// What to add to the uptime for the time since 1970.
  var clockOffset: Int
  /// Apps that were started, the last used one last.
  var tasks: [AppTask] = []
  /// Whether an app is in front, not the launcher.
  var isAppInFront = false
  /// The launcher's screens: its home, and the drawer with its search.
  var launcher = Activity("com.google.android.apps.nexuslauncher", "home")
  /// Recent apps, while they are shown.
  var isShowingRecents = false
  /// 0: closed, 1: notifications with short quick settings, 2: full quick settings.
  var shade = 0
  /// The shade's own scroll offsets.
  var shadeActivity = Activity("com.android.systemui", "shade")
  /// Whether the slider for the brightness is shown over the settings.
  var isBrightnessOpen = false
  /// When the volume panel vanishes, by uptime.
  var volumeUntil = 0
  /// Whether the keyboard is up.
  var isKeyboardUp = false
  var keyboard = KeyboardState()
  var toast = ""
  var toastUntil = 0
  var notices: [Notice] = []
  var nextNotice = 1
  var clipboard = ""
  var isScreenOn = true
  /// The screen in its natural position, after `wm size` and `wm density`.
  var panel: Panel
  /// Quarter turns that apps are shown with, which the launcher doesn't follow.
  var turns = 0
  /// The notification that is shown over the screen.
  var headsUp: HeadsUp?
  var snackbar: Snackbar?
  /// Packages that were disabled, and are not in the drawer.
  var disabled: Set<String> = []
  /// Permissions that were granted, by package.
  var permissions: [String: Set<String>] = [:]
  /// Whether the input method that types what broadcasts tell it is installed.
  var hasADBKeyboard: Bool

  /// The finger that `input motionevent` holds down.
  var finger: Finger?

  init(_ configuration: PhoneConfiguration) {
    clockOffset = configuration.startTime * 1000
    panel = Panel(width: configuration.width, height: configuration.height, density: configuration.density)
    hasADBKeyboard = configuration.hasADBKeyboard
  }
}

/// Pixels of a screen.
struct Panel: Sendable, Equatable, Codable {
  var width: Int
  var height: Int
  /// Dots per inch.
  var density: Int
}

/// A finger on the screen.
struct Finger: Sendable, Equatable, Codable {
  var x: Int
  var y: Int
  /// When it came down, by uptime.
  var since: Int
}

/// A notification that is shown over the screen for a while.
struct HeadsUp: Sendable, Equatable, Codable {
  /// The notification's number.
  var notice: Int
  /// When it goes, by uptime.
  var until: Int
}

/// A message at the foot of an app, perhaps with something to do.
struct Snackbar: Sendable, Equatable, Codable {
  /// The app's package.
  var package: String
  var text: String
  /// What its button says; nil without one.
  var title: String?
  /// What the app is told when it is pressed.
  var action = ""
  var values: [String: String] = [:]
  /// When it goes, by uptime.
  var until: Int
}

/// Which keys the keyboard shows.
struct KeyboardState: Sendable, Equatable, Codable {
  enum Page: String, Codable { case letters, symbols, moreSymbols }
  enum Shift: String, Codable { case off, once, locked }
  var page = Page.letters
  var shift = Shift.off
}
