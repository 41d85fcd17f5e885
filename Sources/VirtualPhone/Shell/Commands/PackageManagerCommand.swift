/// `pm list|path|clear|grant|revoke|resolve-activity|query-activities|install|uninstall|dump|…`
enum PackageManagerCommand: ShellCommand {
  static let names = ["pm"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    var rest = Array(arguments.dropFirst())
    if let index = rest.firstIndex(of: "--user") { rest.removeSubrange(index..<min(rest.count, index + 2)) }
    let packages = shell.host.phone.packages
    switch arguments.first {
    case "list": return list(rest, &shell)
    case "path":
      guard let package = packages.first(where: { $0.name == rest.last }) else { return 1 }
      shell.print("package:/data/app/\(package.name)-1/base.apk\n")
      return 0
    case "clear":
      guard let name = rest.last else { return shell.fail("Error", "no package specified", code: 255) }
      let tables = shell.host.content.clear(providedBy: name)
      for table in tables ?? [] { ContentBridge.save(table, &shell.host) }
      guard shell.host.phone.clearData(of: name) || tables != nil else {
        shell.print("Failed\n")
        return 1
      }
      for directory in ["cache", "databases", "files", "shared_prefs"] {
        let path = "/data/data/\(name)/\(directory)"
        try? shell.host.phone.files.remove(path, recursively: true)
        try? shell.host.phone.files.makeDirectory(path, withParents: true, permissions: 0o771)
      }
      shell.host.grantedPermissions[name] = nil
      shell.print("Success\n")
      return 0
    case "grant", "revoke":
      guard rest.count >= 2, packages.contains(where: { $0.name == rest[0] }) else {
        return shell.fail("Error", "Unknown package: \(rest.first ?? "")", code: 255)
      }
      if arguments.first == "grant" {
        shell.host.grantedPermissions[rest[0], default: []].insert(rest[1])
      } else {
        shell.host.grantedPermissions[rest[0]]?.remove(rest[1])
      }
      return 0
    case "resolve-activity", "query-activities": return resolve(arguments[0], rest, &shell)
    case "dump":
      return try DumpsysCommand.run(["package"] + rest, &shell)
    case "install-existing" where rest.last == ADBKeyboard.package:
      shell.host.phone.system.hasADBKeyboard = true
      shell.print("Package \(ADBKeyboard.package) installed for user: 0\n")
      return 0
    case "uninstall" where rest.last == ADBKeyboard.package && shell.host.phone.system.hasADBKeyboard:
      if shell.host.phone.inputMethod == ADBKeyboard.method {
        shell.host.phone.set("default_input_method", in: .secure, to: Keyboard.method)
      }
      shell.host.phone.system.hasADBKeyboard = false
      shell.print("Success\n")
      return 0
    case "enable", "disable", "disable-user":
      guard let name = rest.last, packages.contains(where: { $0.name == name }) else {
        return shell.fail("Error", "Unknown package: \(rest.last ?? "")", code: 255)
      }
      let isEnabled = arguments.first == "enable"
      shell.host.phone.setEnabled(isEnabled, name)
      shell.print("Package \(name) new state: \(isEnabled ? "enabled" : "disabled-user")\n")
      return 0
    case "install", "install-create", "install-write", "install-commit", "install-existing":
      shell.print("Failure [INSTALL_FAILED_INVALID_APK: a phone in memory has no Java to run packages with]\n")
      return 1
    case "uninstall":
      let isThere = packages.contains { $0.name == rest.last }
      shell.print(isThere ? "Failure [DELETE_FAILED_INTERNAL_ERROR]\n" : "Failure [not installed for 0]\n")
      return 1
    case "hide", "unhide", "suspend", "unsuspend", "reset-permissions",
      "trim-caches", "set-install-location", "compile":
      return 0
    case "get-install-location":
      shell.print("0[auto]\n")
      return 0
    case "get-max-users":
      shell.print("Maximum supported users: 4\n")
      return 0
    default:
      return shell.fail("Unknown command", arguments.first ?? "", code: 255)
    }
  }

  private static func list(_ arguments: [String], _ shell: inout Shell) -> Int32 {
    let options = ShellOptions(Array(arguments.dropFirst()), "s3fedUui")
    switch arguments.first {
    case "packages", "package":
      let filter = options.operands.first ?? ""
      for package in shell.host.phone.packages where filter.isEmpty || package.name.contains(filter) {
        if options.has("s"), !package.isSystem { continue }
        if options.has("3"), package.isSystem { continue }
        let isDisabled = shell.host.phone.system.disabled.contains(package.name)
        if options.has("d"), !isDisabled { continue }
        if options.has("e"), isDisabled { continue }
        let file = options.has("f") ? "/data/app/\(package.name)-1/base.apk=" : ""
        let number = options.has("U") ? " uid:\(10_000 + ActivityText.process(package.name) % 1000)" : ""
        shell.print("package:\(file)\(package.name)\(number)\n")
      }
    case "features":
      shell.print(
        "feature:reqGlEsVersion=0x30000\nfeature:android.hardware.touchscreen\nfeature:android.hardware.wifi\n")
    case "libraries": shell.print("library:android.test.base\nlibrary:org.apache.http.legacy\n")
    case "users": shell.print("Users:\n\tUserInfo{0:Owner:c13} running\n")
    case "permissions", "permission-groups": shell.print("All Permissions:\n\n")
    case "instrumentation": break
    default: return shell.fail("Error", "unknown list type '\(arguments.first ?? "")'", code: 255)
    }
    return 0
  }

  /// All that the launcher shows, as `query-activities` prints them.
  private static func listLauncher(isBrief: Bool, _ shell: inout Shell) -> Int32 {
    let activities = shell.host.phone.packages.compactMap(\.launcherActivity)
    shell.print("\(activities.count) activities found:\n")
    for (index, activity) in activities.enumerated() {
      let priority = "priority=0 preferredOrder=0 match=0x108000 specificIndex=-1 isDefault=false"
      shell.print("  Activity #\(index):\n    \(priority)\n")
      if isBrief {
        shell.print("    \(ActivityText.short(activity))\n")
      } else {
        let full = ActivityText.full(activity).split(separator: "/")
        shell.print("    ActivityInfo:\n      name=\(full.last ?? "")\n      packageName=\(full.first ?? "")\n")
      }
    }
    return 0
  }

  private static func resolve(_ verb: String, _ arguments: [String], _ shell: inout Shell) -> Int32 {
    let isBrief = arguments.contains("--brief")
    let wanted = IntentArguments(arguments.filter { $0 != "--brief" && $0 != "--components" })
    if verb == "query-activities", wanted.package == nil,
      wanted.categories.contains("android.intent.category.LAUNCHER")
    {
      return listLauncher(isBrief: isBrief, &shell)
    }
    var activity: String?
    if let package = wanted.package {
      activity = shell.host.phone.packages.first { $0.name == package }?.launcherActivity
    } else if wanted.categories.contains("android.intent.category.HOME") {
      var copy = shell.host.phone
      copy.perform(.key(3))
      activity = copy.foregroundActivity
    } else {
      // Tried on a copy, which is thrown away.
      var copy = shell.host.phone
      if copy.start(wanted.intent) { activity = copy.foregroundActivity }
    }
    guard let activity else {
      shell.print("No activity found\n")
      return verb == "resolve-activity" ? 0 : 1
    }
    let component = ActivityText.short(activity)
    if isBrief {
      shell.print(
        "priority=0 preferredOrder=0 match=0x108000 specificIndex=-1 isDefault=true\n\(component)\n")
    } else if arguments.contains("--components") {
      shell.print("\(component)\n")
    } else {
      let full = ActivityText.full(activity).split(separator: "/")
      shell.print(
        "priority=0 preferredOrder=0 match=0x108000 specificIndex=-1 isDefault=true\nActivityInfo:\n"
          + "  name=\(full.last ?? "")\n  packageName=\(full.first ?? "")\n  enabled=true exported=true\n")
    }
    return 0
  }
}
