/// The apps that are installed.
enum Apps {
  static let all: [any App] = [
    SettingsApp(), ContactsApp(), MessagesApp(), DialerApp(), ClockApp(), NotesApp(), CalculatorApp(),
    CalendarApp(), CameraApp(), GalleryApp(), FilesApp(), BrowserApp(), BroccoliApp(), ExpenseApp(), RecorderApp(),
    TodoApp(), ClipperApp(),
  ]

  static let named: [String: any App] = Dictionary(uniqueKeysWithValues: all.map { ($0.package.name, $0) })

  static let packages: [PhonePackage] =
    (all.map(\.package) + [
      PhonePackage(name: "android", label: "Android System", launcherActivity: nil, isSystem: true),
      PhonePackage(name: "com.android.systemui", label: "System UI", launcherActivity: nil, isSystem: true),
      PhonePackage(
        name: "com.google.android.apps.nexuslauncher", label: "Pixel Launcher", launcherActivity: nil, isSystem: true),
      PhonePackage(
        name: "com.google.android.inputmethod.latin", label: "Gboard", launcherActivity: nil, isSystem: true),
    ]).sorted { $0.name < $1.name }

  static let packagesWithADBKeyboard: [PhonePackage] =
    (packages + [
      PhonePackage(name: ADBKeyboard.package, label: "ADB Keyboard", launcherActivity: nil, isSystem: false)
    ]).sorted { $0.name < $1.name }

  /// What the drawer shows: apps with a launcher activity, by name.
  static let launchable: [any App] = all.filter { $0.package.launcherActivity != nil }
    .sorted { ($0.package.label.lowercased(), $0.package.name) < ($1.package.label.lowercased(), $1.package.name) }
}
