/// A phone with all that adb reaches beside the screen: files, content providers, properties. A value, as the phone is.
public struct PhoneHost: Sendable {
  /// The phone.
  public var phone: Phone
  /// Its files.
  public var files: PhoneFileSystem
  /// Its content providers' tables.
  public var content: ContentTables
  /// System properties, as `getprop` lists them.
  public var properties: [String: String]
  /// Whether commands run as root, after `adb root`.
  public var isRoot = false
  /// Permissions that were granted, by package.
  public var grantedPermissions: [String: Set<String>] = [:]
  /// Whether a command asked for a restart, which happens when it has ended.
  public var wantsReboot = false
  /// How often the phone was started.
  public private(set) var bootCount = 1

  /// A phone with the files and properties of one that has just been set up.
  public init(_ phone: Phone) {
    self.phone = phone
    files = PhoneFileSystem(
      packages: phone.packages.map(\.name), commands: ShellCommands.names, now: phone.milliseconds / 1000)
    content = ContentTables()
    properties = SystemProperties.initial(for: phone.configuration)
  }

  /// Lets the file system stamp changes with the phone's clock.
  mutating func synchroniseClocks() { files.now = phone.milliseconds / 1000 }

  /// Restarts the phone: settings and data stay, what ran doesn't.
  mutating func reboot() {
    for package in phone.packages { phone.forceStop(package.name) }
    phone.perform(.key(3))
    isRoot = false
    wantsReboot = false
    bootCount += 1
  }
}
