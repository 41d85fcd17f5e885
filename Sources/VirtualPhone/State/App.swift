/// An app: what it is, and its screens as functions of the phone's state.
protocol App: Sendable {
  var package: PhonePackage { get }
  var icon: AppIcon { get }
  /// The screen that the launcher opens.
  var mainScreen: String { get }
  /// The component behind a screen, for example `com.android.settings/.SubSettings`.
  func component(of screen: String) -> String
  /// What an activity shows, below the status bar's inset and above the keyboard's.
  func view(_ activity: Activity, _ phone: Phone) -> View
  /// The dialog of that name over an activity.
  func dialog(_ name: String, _ activity: Activity, _ phone: Phone) -> View?
  /// Puts its data as it is on a new phone.
  func reset(_ phone: inout Phone)
  /// Makes it as it is when it was never used, as `pm clear` does.
  func clear(_ phone: inout Phone)
  /// The SQLite databases that its data is.
  var databases: [AppDatabase] { get }
  /// The activity that answers an intent.
  func activity(for intent: PhoneIntent, _ phone: Phone) -> Activity?
  /// Called when time has passed.
  func tick(_ phone: inout Phone, since uptime: Int)
  /// Whether it did something of its own instead of leaving the screen.
  func back(_ phone: inout Phone) -> Bool
  /// Does what a button of its notification or of its snackbar says.
  func respond(to action: String, _ values: [String: String], _ phone: inout Phone)
  /// Whether the status bar's texts are white over a screen, whatever the theme.
  func hasDarkTop(_ activity: Activity) -> Bool
}

extension App {
  var mainScreen: String { "main" }
  func component(of screen: String) -> String { package.launcherActivity ?? package.name }
  func dialog(_ name: String, _ activity: Activity, _ phone: Phone) -> View? { nil }
  func reset(_ phone: inout Phone) {}
  func clear(_ phone: inout Phone) { reset(&phone) }
  var databases: [AppDatabase] { [] }
  func activity(for intent: PhoneIntent, _ phone: Phone) -> Activity? { nil }
  func tick(_ phone: inout Phone, since uptime: Int) {}
  func back(_ phone: inout Phone) -> Bool { false }
  func respond(to action: String, _ values: [String: String], _ phone: inout Phone) {}
  func hasDarkTop(_ activity: Activity) -> Bool { false }
}
