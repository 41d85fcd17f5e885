/// `dumpsys SERVICE …`: of each service the lines that clients parse, in Android 13's words.
enum DumpsysCommand: ShellCommand {
  static let names = ["dumpsys"]

  static let services = [
    "SurfaceFlinger", "account", "activity", "alarm", "appops", "audio", "battery", "bluetooth_manager", "clipboard",
    "connectivity", "cpuinfo", "deviceidle", "diskstats", "display", "gfxinfo", "input", "input_method", "location",
    "media_session", "meminfo", "netpolicy", "netstats", "nfc", "notification", "package", "power", "procstats",
    "statusbar",
    "telephony.registry", "trust", "uimode", "usagestats", "user", "wifi", "window",
  ]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    var words = arguments[...]
    while let first = words.first, first.hasPrefix("-") {
      words.removeFirst()
      if first == "-l" {
        shell.print("Currently running services:\n")
        for service in services { shell.print("  \(service)\n") }
        return 0
      }
      if ["-t", "-T", "--priority", "--skip"].contains(first) { _ = words.popFirst() }
    }
    let rest = Array(words.dropFirst())
    let host = shell.host
    switch words.first {
    case "window": shell.print(window(host))
    case "activity":
      if rest.first == "service" || rest.first == "services" || rest.first == "broadcasts" || rest.first == "providers"
      {
        shell.print("  (nothing)\n")
      } else {
        shell.print(activity(host))
      }
    case "notification": shell.print(notifications(host))
    case "netpolicy":
      shell.print("Restrict background: \(isOn("data_saver", host))\n")
    case "nfc": shell.print("mState=\(isOn("nfc_on", host) ? "on" : "off")\n")
    case "battery":
      if rest.isEmpty { shell.print(battery) }
    case "audio": shell.print(audio(host))
    case "display": shell.print(display(host))
    case "input": shell.print(input(host))
    case "input_method": shell.print(inputMethod(host))
    case "power", "deviceidle": shell.print(power(host))
    case "package", "packages": shell.print(package(host, rest.first { !$0.hasPrefix("-") }))
    case "wifi": shell.print("Wi-Fi is \(isOn("wifi_on", host) ? "enabled" : "disabled")\n")
    case "bluetooth_manager":
      let isEnabled = isOn("bluetooth_on", host)
      shell.print(
        "Bluetooth Status\n  enabled: \(isEnabled)\n  state: \(isEnabled ? "ON" : "OFF")\n  name: \(host.phone.setting("bluetooth_name", in: .secure) ?? host.phone.setting("device_name", in: .global) ?? "")\n"
      )
    case "telephony.registry":
      shell.print("last known state:\n  Phone Id=0\n    mCallState=0\n    mCallIncomingNumber=\n    mServiceState=0\n")
    case "SurfaceFlinger":
      if rest.contains("--display-id") {
        shell.print("Display 4619827259835644672 (HWC display 0): port=0 pnpId=GGL displayName=\"EMU_display_0\"\n")
      } else if rest.contains("--list") {
        shell.print("StatusBar#1\nNavigationBar0#1\n\(ActivityText.full(host.phone.foregroundActivity))#1\n")
      }
    case "uimode":
      shell.print(
        "Current UI Mode Service state:\n  mNightMode=\(host.phone.setting("ui_night_mode", in: .secure) == "2" ? "2 (yes)" : "1 (no)")\n"
      )
    case "connectivity":
      let isConnected = isOn("wifi_on", host)
      shell.print("Active default network: \(isConnected ? "100" : "none")\n")
    case "location":
      shell.print(
        "Location Manager State:\n  location [u0]: \(host.phone.setting("location_mode", in: .secure) != "0")\n")
    case "meminfo": shell.print("Total RAM: 4,000,000K (status normal)\n Free RAM: 2,000,000K\n")
    case "cpuinfo": shell.print("Load: 0.0 / 0.0 / 0.0\n0% TOTAL: 0% user + 0% kernel\n")
    case "trust", "statusbar", "alarm", "appops", "account", "clipboard", "diskstats", "gfxinfo",
      "media_session", "netstats", "procstats", "usagestats", "user":
      break
    case nil: for service in services { shell.print("DUMP OF SERVICE \(service):\n") }
    case let name?: return shell.fail("Can't find service", name, code: 0)
    }
    return 0
  }

  private static func isOn(_ key: String, _ host: PhoneHost) -> Bool {
    // 2: on although in airplane mode.
    ["1", "2"].contains(host.phone.setting(key, in: .global) ?? "0")
  }

  private static func window(_ host: PhoneHost) -> String {
    let phone = host.phone
    let front = phone.foregroundActivity
    let full = ActivityText.full(front)
    let focus = focus(host, full)
    let (configuration, panel) = (phone.configuration, phone.system.panel)
    let (width, height) = phone.screenSize
    let base =
      (panel.width, panel.height) == (configuration.width, configuration.height)
      ? "" : " base=\(panel.width)x\(panel.height) \(panel.density)dpi"
    let isOn = phone.system.isScreenOn
    let degrees = phone.rotation * 90
    let record =
      "ActivityRecord{\(ActivityText.window(front)) u0 \(ActivityText.short(front)) t\(ActivityText.process(full))}"
    let method =
      phone.system.isKeyboardUp ? "Window{\(ActivityText.window("InputMethod")) u0 InputMethod}" : "null"
    return """
      WINDOW MANAGER POLICY STATE (dumpsys window policy)
          mAwake=\(isOn) mScreenOnEarly=\(isOn) mScreenOnFully=\(isOn)
          mShowingDream=false mDreamingLockscreen=false
          isStatusBarKeyguard=false
          KeyguardServiceDelegate
            showing=false
      WINDOW MANAGER DISPLAY CONTENTS (dumpsys window displays)
        Display: mDisplayId=0
          init=\(configuration.width)x\(configuration.height) \(configuration.density)dpi\(base) cur=\(width)x\(height) app=\(phone.safeArea.width)x\(height)
          mCurrentRotation=ROTATION_\(degrees) mRotation=\(phone.rotation)
          mUserRotationMode=USER_ROTATION_\(phone.flag("accelerometer_rotation", .system) ? "FREE" : "LOCKED") mUserRotation=ROTATION_\(phone.system.turns * 90) mAllowAllRotations=false
        mCurrentFocus=\(focus)
        mFocusedApp=\(record)
      WINDOW MANAGER WINDOWS (dumpsys window windows)
        Window #0 Window{\(ActivityText.window(full)) u0 \(full)}:
          mHasSurface=true isReadyForDisplay()=\(isOn)
        mCurrentFocus=\(focus)
        mFocusedApp=\(record)
        mInputMethodWindow=\(method)
        mGlobalConfiguration={1.0 310mcc260mnc [en_US] ldltr sw\(Int(Double(min(width, height)) / phone.dp))dp w\(Int(phone.widthDP))dp h\(Int(phone.heightDP))dp \(panel.density)dpi \(width > height ? "land" : "port") finger qwerty/v/v dpad/v}

      """
  }

  // What gets keys: what is drawn over the app, or the app.
  private static func focus(_ host: PhoneHost, _ app: String) -> String {
    let name = host.phone.system.shade > 0 ? "NotificationShade" : app
    return host.phone.system.isScreenOn ? "Window{\(ActivityText.window(name)) u0 \(name)}" : "null"
  }

  private static func activity(_ host: PhoneHost) -> String {
    let front = host.phone.foregroundActivity
    let full = ActivityText.full(front)
    let short = ActivityText.short(front)
    let task = ActivityText.process(full)
    let record = "ActivityRecord{\(ActivityText.window(front)) u0 \(short) t\(task)}"
    return """
      ACTIVITY MANAGER ACTIVITIES (dumpsys activity activities)
      Display #0 (activities from top to bottom):
        * Task{\(ActivityText.window(full)) #\(task) type=standard A=10100:\(ActivityText.package(front)) U=0 visible=true}
          topResumedActivity=\(record)
          * Hist  #0: \(record)
            packageName=\(ActivityText.package(front)) processName=\(ActivityText.package(front))
            Intent { act=android.intent.action.MAIN cmp=\(short) }
        mResumedActivity: \(record)
        ResumedActivity: \(record)
        mFocusedApp=\(record)
      TASK \(ActivityText.package(front)) id=\(task) userId=0
        ACTIVITY \(short) \(ActivityText.window(front)) pid=\(ActivityText.process(ActivityText.package(front)))
          mResumed=true mStopped=false mFinished=false
      ACTIVITY MANAGER RECENT TASKS (dumpsys activity recents)
        * Recent #0: Task{\(ActivityText.window(full)) #\(task) type=standard A=10100:\(ActivityText.package(front))}
          realActivity={\(short)}

      """
  }

  private static let battery = """
    Current Battery Service state:
      AC powered: false
      USB powered: true
      Wireless powered: false
      Dock powered: false
      Max charging current: 500000
      Max charging voltage: 5000000
      Charge counter: 10000
      status: 2
      health: 2
      present: true
      level: 100
      scale: 100
      voltage: 5000
      temperature: 250
      technology: Li-ion

    """

  private static func audio(_ host: PhoneHost) -> String {
    var text = "Stream volumes (device: index)\n"
    for stream in Phone.streams {
      let value = host.phone.number(stream.key, .system, default: stream.standard)
      text += "- \(stream.name):\n   Muted: \(value == 0)\n   Muted Internally: false\n"
      text += "   Min: \(stream.least)\n   Max: \(stream.most)\n   streamVolume:\(value)\n"
      text += "   Current: 2 (speaker): \(value), 40000000 (default): \(value)\n   Devices: speaker\n"
    }
    let mode = ["SILENT", "VIBRATE", "NORMAL"][max(0, min(host.phone.number("mode_ringer", .global, default: 2), 2))]
    return text + "Ringer mode:\n- mode (internal) = \(mode)\n- mode (external) = \(mode)\n"
  }

  private static func display(_ host: PhoneHost) -> String {
    let phone = host.phone
    let (width, height) = phone.screenSize
    let state = phone.system.isScreenOn ? "ON" : "OFF"
    let frame = "Rect(0, 0 - \(width), \(height))"
    let brightness = phone.number("screen_brightness", .system, default: 128)
    return """
      DISPLAY MANAGER (dumpsys display)
        mViewports=[DisplayViewport{type=INTERNAL, valid=true, isActive=true, displayId=0, uniqueId='local:4619827259835644672', physicalPort=0, orientation=\(phone.rotation), logicalFrame=\(frame), physicalFrame=\(frame), deviceWidth=\(width), deviceHeight=\(height)}]
        mScreenState=\(state)
        mBaseDisplayInfo=DisplayInfo{"Built-in Screen", displayId 0, real \(phone.configuration.width) x \(phone.configuration.height), density \(phone.configuration.density), rotation 0, state \(state)}
        mOverrideDisplayInfo=DisplayInfo{"Built-in Screen", displayId 0, real \(width) x \(height), density \(phone.system.panel.density), rotation \(phone.rotation), state \(state)}
        mScreenBrightness=\(Double(brightness * 1000 / 255) / 1000)

      """
  }

  private static func input(_ host: PhoneHost) -> String {
    let phone = host.phone
    let (width, height) = phone.screenSize
    let (frame, turns) = ("[0, 0, \(width), \(height)]", phone.rotation)
    return """
      INPUT MANAGER (dumpsys input)
      Input Reader State:
        Device 1: virtio_input_multi_touch_1
          Touch Input Mapper (mode - DIRECT):
            Viewport INTERNAL: displayId=0, uniqueId=local:4619827259835644672, port=0, orientation=\(turns), logicalFrame=\(frame), physicalFrame=\(frame), deviceSize=[\(width), \(height)], isActive=[1]
            PhysicalWidth: \(phone.system.panel.width)px
            PhysicalHeight: \(phone.system.panel.height)px
            SurfaceOrientation: \(turns)
            InputDeviceOrientation: \(turns)

      """
  }

  private static func notifications(_ host: PhoneHost) -> String {
    var text = "Current Notification Manager state:\n  Notification List:\n"
    for notice in host.phone.system.notices {
      text +=
        "    NotificationRecord(0x\(ActivityText.window("\(notice.id)")): pkg=\(notice.package) user=UserHandle{0} id=\(notice.id) tag=null importance=\(notice.isOngoing ? 2 : 3) key=0|\(notice.package)|\(notice.id)|null|10100)\n"
      text +=
        "      extras={\n        android.title=String (\(notice.title))\n        android.text=String (\(notice.text))\n      }\n"
    }
    return text + "  mZenMode=\(host.phone.number("zen_mode", .global))\n"
  }

  private static func inputMethod(_ host: PhoneHost) -> String {
    let method = host.phone.inputMethod
    let isShown = host.phone.system.isKeyboardUp
    return """
      Current Input Method Manager state:
        mCurMethodId=\(method)
        mInputShown=\(isShown)
        mShowRequested=\(isShown)

      """
  }

  private static func power(_ host: PhoneHost) -> String {
    let isOn = host.phone.system.isScreenOn
    return """
      POWER MANAGER (dumpsys power)
        mWakefulness=\(isOn ? "Awake" : "Asleep")
        mWakefulnessChanging=false
        mIsPowered=true
        mStayOn=\((host.phone.setting("stay_on_while_plugged_in", in: .global) ?? "0") != "0")
        mHoldingWakeLockSuspendBlocker=false
        mHoldingDisplaySuspendBlocker=\(isOn)
        mScreenOffTimeoutSetting=\(host.phone.setting("screen_off_timeout", in: .system) ?? "30000")
        Settings power_manager_constants: low_power=\(host.phone.setting("low_power", in: .global) ?? "0")
        mScreenOn=\(isOn)
      Display Power: state=\(isOn ? "ON" : "OFF")

      """
  }

  private static func package(_ host: PhoneHost, _ name: String?) -> String {
    guard let package = host.phone.packages.first(where: { $0.name == name }) else {
      return name.map { "Unable to find package: \($0)\n" } ?? ""
    }
    let start = host.phone.configuration.startTime
    let time = host.phone.localTime(seconds: start).formatted("%F %T")
    let launcher = package.launcherActivity.map {
      """
      Activity Resolver Table:
        Non-Data Actions:
            android.intent.action.MAIN:
              \(ActivityText.window(package.name)) \(ActivityText.short($0)) filter \(ActivityText.window($0))
                Action: "android.intent.action.MAIN"
                Category: "android.intent.category.LAUNCHER"

      """
    }
    var text = """
      \(launcher ?? "")Packages:
        Package [\(package.name)] (\(ActivityText.window(package.name))):
          userId=\(10_000 + ActivityText.process(package.name) % 1000)
          codePath=/data/app/\(package.name)-1
          versionCode=1 minSdk=24 targetSdk=33
          versionName=1.0
          signatures=PackageSignatures{\(ActivityText.window(package.name)) version:3, signatures:[\(ActivityText.window("signature"))], past signatures:[]}
          flags=[ \(package.isSystem ? "SYSTEM " : "")HAS_CODE ALLOW_CLEAR_USER_DATA ]
          pkgFlags=[ \(package.isSystem ? "SYSTEM " : "")HAS_CODE ALLOW_CLEAR_USER_DATA ]
          firstInstallTime=\(time)
          lastUpdateTime=\(time)
          User 0: installed=true hidden=false stopped=false notLaunched=false enabled=\(host.phone.system.disabled.contains(package.name) ? 3 : 0)
            runtime permissions:

      """
    for permission in (host.grantedPermissions[package.name] ?? []).sorted() {
      text += "        \(permission): granted=true\n"
    }
    return text
  }
}
