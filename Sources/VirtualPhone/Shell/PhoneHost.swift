/// A phone with all that adb reaches beside the screen: content providers, properties, permissions. A value, as the phone is.
public struct PhoneHost: Sendable {
  /// The phone.
  public var phone: Phone
  /// Its content providers' tables.
  public var content: ContentTables
  /// System properties, as `getprop` lists them.
  public var properties: [String: String]
  /// Whether commands run as root, after `adb root`.
  public var isRoot = false
  /// Permissions that were granted, by package.
  public var grantedPermissions: [String: Set<String>] {
    get { phone.system.permissions }
    set { phone.system.permissions = newValue }
  }
  /// Whether a command asked for a restart, which happens when it has ended.
  public var wantsReboot = false
  /// How often the phone was started.
  public internal(set) var bootCount = 1

  /// The properties with those that follow the phone's settings.
  var currentProperties: [String: String] {
    var current = properties
    current["persist.sys.timezone"] = phone.zone.name
    current["persist.sys.locale"] = phone.setting("system_locales", in: .system) ?? "en-US"
    return current
  }

  /// A phone with the properties of one that has just been set up.
  public init(_ phone: Phone) {
    self.phone = phone
    content = ContentTables()
    properties = SystemProperties.initial(for: phone.configuration)
  }

  /// Lets the file system stamp changes with the phone's clock.
  mutating func synchroniseClocks() { phone.stampFiles() }

  /// Restarts the phone: settings and data stay, what ran doesn't.
  mutating func reboot() {
    for package in phone.packages { phone.forceStop(package.name) }
    phone.leaveOverlays()
    phone.system.headsUp = nil
    phone.perform(.key(3))
    isRoot = false
    wantsReboot = false
    bootCount += 1
  }
}
