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
}

/// Which keys the keyboard shows.
struct KeyboardState: Sendable, Equatable, Codable {
  enum Page: String, Codable { case letters, symbols, moreSymbols }
  enum Shift: String, Codable { case off, once, locked }
  var page = Page.letters
  var shift = Shift.off
}
