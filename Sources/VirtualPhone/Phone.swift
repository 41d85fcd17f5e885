public import Imaging

/// What a phone is like when it is made.
public struct PhoneConfiguration: Sendable, Equatable, Codable {
  /// Screen width in pixels.
  public var width: Int
  /// Screen height in pixels.
  public var height: Int
  /// Dots per inch; 160 makes one density-independent pixel one pixel.
  public var density: Int
  /// Varies content, order, wallpaper and clock.
  public var seed: UInt64
  /// Seconds since 1970, UTC, at which the phone's clock begins.
  public var startTime: Int
  /// Whether ADBKeyboard is installed, the input method that types what broadcasts tell it, any letter.
  public var hasADBKeyboard: Bool
  /// Whether `cmd clipboard set-primary-clip` works, as on some makers' builds; on a plain Android 13 it doesn't.
  public var hasClipboardCommand: Bool

  /// A Pixel 6 with AndroidWorld's clock: 1080×2400 at 420 dpi, 2023-10-15 15:34 UTC.
  public init(
    width: Int = 1080, height: Int = 2400, density: Int = 420, seed: UInt64 = 0, startTime: Int = 1_697_384_040,
    hasADBKeyboard: Bool = false, hasClipboardCommand: Bool = false
  ) {
    self.width = width
    self.height = height
    self.density = density
    self.seed = seed
    self.startTime = startTime
    self.hasADBKeyboard = hasADBKeyboard
    self.hasClipboardCommand = hasClipboardCommand
  }
}

/// What a person, or `input`, can do to a phone. Places are pixels.
public enum PhoneInput: Sendable, Equatable {
  case tap(x: Int, y: Int)
  case swipe(fromX: Int, fromY: Int, toX: Int, toY: Int, milliseconds: Int)
  case dragAndDrop(fromX: Int, fromY: Int, toX: Int, toY: Int, milliseconds: Int)
  /// Types into what has the focus.
  case text(String)
  /// Android's key code, for example 3 for HOME, 4 for BACK, 66 for ENTER.
  case key(Int)
  /// Keys held together, for example Ctrl and A.
  case keyCombination([Int])
}

/// An app that is installed.
public struct PhonePackage: Sendable, Equatable {
  /// For example `com.android.settings`.
  public var name: String
  /// What the launcher calls it.
  public var label: String
  /// The launcher's activity, for example `com.android.settings/.Settings`; nil for packages without one.
  public var launcherActivity: String?
  /// Whether it came with the system.
  public var isSystem: Bool
  /// A package.
  public init(name: String, label: String, launcherActivity: String?, isSystem: Bool) {
    self.name = name
    self.label = label
    self.launcherActivity = launcherActivity
    self.isSystem = isSystem
  }
}

/// An intent, as `am start` makes them.
public struct PhoneIntent: Sendable, Equatable {
  /// For example `android.intent.action.VIEW`.
  public var action: String?
  /// `package/activity`.
  public var component: String?
  /// The URI.
  public var data: String?
  /// The MIME type.
  public var type: String?
  /// Extras by name, as text.
  public var extras: [String: String]
  /// An intent.
  public init(
    action: String? = nil, component: String? = nil, data: String? = nil, type: String? = nil,
    extras: [String: String] = [:]
  ) {
    self.action = action
    self.component = component
    self.data = data
    self.type = type
    self.extras = extras
  }
}

/// The three tables of `settings`.
public enum SettingsTable: String, Sendable, CaseIterable {
  case system, secure, global
}

/// A node of the UI hierarchy, as `uiautomator dump` writes it. Bounds are pixels; right and bottom are exclusive.
public struct HierarchyNode: Sendable, Equatable {
  /// `text`.
  public var text = ""
  /// `resource-id`.
  public var resourceID = ""
  /// `class`.
  public var className = "android.view.View"
  /// `package`.
  public var package = ""
  /// `content-desc`.
  public var contentDescription = ""
  /// `hint`: what a text field asks for while it is empty.
  public var hint = ""
  /// `checkable`.
  public var isCheckable = false
  /// `checked`.
  public var isChecked = false
  /// `clickable`.
  public var isClickable = false
  /// `enabled`.
  public var isEnabled = true
  /// `focusable`.
  public var isFocusable = false
  /// `focused`.
  public var isFocused = false
  /// `scrollable`.
  public var isScrollable = false
  /// `long-clickable`.
  public var isLongClickable = false
  /// `password`.
  public var isPassword = false
  /// `selected`.
  public var isSelected = false
  /// Left, top, right, bottom.
  public var bounds = (left: 0, top: 0, right: 0, bottom: 0)
  /// Children, in drawing order.
  public var children: [HierarchyNode] = []
  /// An empty node.
  public init() {}

  /// Whether two nodes say the same.
  public static func == (a: HierarchyNode, b: HierarchyNode) -> Bool {
    a.text == b.text && a.resourceID == b.resourceID && a.className == b.className && a.package == b.package
      && a.contentDescription == b.contentDescription && a.hint == b.hint && a.isCheckable == b.isCheckable
      && a.isChecked == b.isChecked && a.isClickable == b.isClickable && a.isEnabled == b.isEnabled
      && a.isFocusable == b.isFocusable && a.isFocused == b.isFocused && a.isScrollable == b.isScrollable
      && a.isLongClickable == b.isLongClickable && a.isPassword == b.isPassword && a.isSelected == b.isSelected
      && a.bounds == b.bounds && a.children == b.children
  }
}

/// An Android-like phone in memory. A value: a copy is a snapshot, and putting it back restores everything.
///
/// Time is virtual: it passes only in `advance(by:)` and, by a fixed amount, with each input, so that the same inputs
/// always lead to the same screens.
public struct Phone: Sendable {
  /// What it was made with.
  public let configuration: PhoneConfiguration
  /// Its files, which the apps keep theirs in and the shell sees.
  public var files: PhoneFileSystem
  var system: SystemState
  var tables: [SettingsTable: [String: String]]
  var data = AppData()
  var databases = DatabaseFiles()

  /// A phone that has just been set up.
  ///
  /// Sizes and densities outside of what phones have are brought into it: 240 to 4,096 pixels, 120 to 640 dpi.
  public init(_ configuration: PhoneConfiguration = PhoneConfiguration()) {
    let sound = Self.sound(configuration)
    self.configuration = sound
    system = SystemState(sound)
    tables = SettingsDefaults.tables(seed: sound.seed)
    files = PhoneFileSystem(
      packages: Apps.packages.map(\.name), commands: ShellCommands.names, now: sound.startTime)
    system.permissions = Permissions.atFirst
    for app in Apps.all { app.reset(&self) }
    system.notices = SystemNotices.atFirst(time: milliseconds)
    system.nextNotice = system.notices.count + 1
  }

  /// Sizes, densities and times that phones have.
  static func sound(_ configuration: PhoneConfiguration) -> PhoneConfiguration {
    var sound = configuration
    sound.width = max(240, min(sound.width, 4096))
    sound.height = max(320, min(sound.height, 4096))
    sound.density = max(120, min(sound.density, 640))
    sound.startTime = max(0, min(sound.startTime, 253_402_300_799))
    return sound
  }

  // MARK: - Input, time, screen

  /// Does what a person does.
  public mutating func perform(_ input: PhoneInput) {
    let milliseconds: Int
    let dialog = activity.dialog
    defer { if activity.dialog != dialog { hideKeyboardUnderDialog() } }
    switch input {
    case .tap(let x, let y):
      tap(x, y)
      milliseconds = 300
    case .swipe(let fromX, let fromY, let toX, let toY, let time):
      swipe(from: (fromX, fromY), to: (toX, toY), milliseconds: time, flings: true)
      milliseconds = 300 + max(0, min(time, 60_000))
    case .dragAndDrop(let fromX, let fromY, let toX, let toY, let time):
      swipe(from: (fromX, fromY), to: (toX, toY), milliseconds: max(time, 500), flings: false)
      milliseconds = 300 + max(0, min(time, 60_000))
    case .text(let text):
      type(text)
      milliseconds = 300
    case .key(let code):
      press(code)
      milliseconds = 300
    case .keyCombination(let codes):
      press(together: codes)
      milliseconds = 300
    }
    advance(by: milliseconds)
  }

  /// Lets time pass: timers run, toasts vanish, animations end.
  public mutating func advance(by milliseconds: Int) {
    // A century at a time is enough, and keeps the sums in range.
    let before = system.uptime
    system.uptime += max(0, min(milliseconds, 3_155_760_000_000))
    stampFiles()
    for app in Apps.all { app.tick(&self, since: before) }
  }

  /// Lets the file system stamp changes with the phone's clock.
  mutating func stampFiles() { files.now = milliseconds / 1000 }

  /// The clock, in milliseconds since 1970, UTC.
  public var milliseconds: Int { system.clockOffset + system.uptime }

  /// Sets the clock, as `date` does.
  public mutating func setClock(milliseconds: Int) {
    system.clockOffset = max(0, min(milliseconds, 253_402_300_799_000)) - system.uptime
  }

  /// Width and height of the screen in pixels as it is held, after `wm size` and rotation: those of pictures and places.
  public var screenSize: (width: Int, height: Int) { (screen.width, screen.height) }

  /// Quarter turns of the screen against its natural position, 0 to 3.
  public var rotation: Int { quarterTurns }

  /// The screen, drawn at `scale` (1 for the full size) directly, not resized.
  public func screenshot(scale: Double = 1) -> Image { drawn(scale: scale) }

  /// What is on the screen, window by window: each child of the root is a window's root.
  public func hierarchy() -> HierarchyNode { describedScreen() }

  // MARK: - Apps

  /// All packages, sorted by name.
  public var packages: [PhonePackage] { system.hasADBKeyboard ? Apps.packagesWithADBKeyboard : Apps.packages }

  /// The activity in front, for example `com.android.settings/.Settings`.
  public var foregroundActivity: String {
    guard system.isAppInFront, let activity = frontActivity, let app = Apps.named[activity.package] else {
      return "com.google.android.apps.nexuslauncher/.NexusLauncherActivity"
    }
    return app.component(of: activity.screen)
  }

  /// Starts an activity; false when nothing can handle the intent.
  public mutating func start(_ intent: PhoneIntent) -> Bool { handle(intent) }

  /// Ends an app; its data stays.
  public mutating func forceStop(_ package: String) {
    let wasInFront = system.isAppInFront && system.tasks.last?.package == package
    system.tasks.removeAll { $0.package == package }
    guard wasInFront else { return }
    // What was beneath it is the launcher, whatever else was used before.
    system.isAppInFront = false
    system.isKeyboardUp = false
  }

  /// Ends an app and resets its data, as `pm clear` does; false when there is no such package.
  public mutating func clearData(of package: String) -> Bool {
    guard let app = Apps.named[package] else { return Apps.packages.contains { $0.name == package } }
    forceStop(package)
    app.clear(&self)
    return true
  }

  // MARK: - Settings

  /// A value, or nil.
  public func setting(_ key: String, in table: SettingsTable) -> String? { tables[table]?[key] }

  /// Sets a value (nil deletes it) and everything that depends on it, as the real settings providers do.
  public mutating func set(_ key: String, in table: SettingsTable, to value: String?) {
    let old = tables[table]?[key]
    tables[table, default: [:]][key] = value
    if old != value { settingChanged(key, in: table, to: value) }
  }

  /// All keys of a table, sorted.
  public func settingKeys(in table: SettingsTable) -> [String] { (tables[table] ?? [:]).keys.sorted() }
}
