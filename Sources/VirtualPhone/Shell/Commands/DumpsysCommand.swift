/// `dumpsys SERVICE …`: of each service the lines that clients parse, in Android 13's words.
enum DumpsysCommand: ShellCommand {
  static let names = ["dumpsys"]

  static let services = [
    "SurfaceFlinger", "account", "activity", "alarm", "appops", "audio", "battery", "bluetooth_manager", "clipboard",
    "connectivity", "cpuinfo", "deviceidle", "diskstats", "display", "gfxinfo", "input", "input_method", "location",
    "media_session", "meminfo", "netstats", "notification", "package", "power", "procstats", "statusbar",
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
        "Bluetooth Status\n  enabled: \(isEnabled)\n  state: \(isEnabled ? "ON" : "OFF")\n  name: InfiR Phone\n")
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
    case "trust", "statusbar", "notification", "alarm", "appops", "account", "clipboard", "diskstats", "gfxinfo",
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
    let front = host.phone.foregroundActivity
    let full = ActivityText.full(front)
    let configuration = host.phone.configuration
    return """
      WINDOW MANAGER POLICY STATE (dumpsys window policy)
          mAwake=\(host.phone.system.isScreenOn) mScreenOnEarly=\(host.phone.system.isScreenOn) mScreenOnFully=\(host.phone.system.isScreenOn)
          mShowingDream=false mDreamingLockscreen=false
          isStatusBarKeyguard=false
          KeyguardServiceDelegate
            showing=false
      WINDOW MANAGER DISPLAY CONTENTS (dumpsys window displays)
        Display: mDisplayId=0
          init=\(configuration.width)x\(configuration.height) \(configuration.density)dpi cur=\(configuration.width)x\(configuration.height) app=\(configuration.width)x\(configuration.height)
          mCurrentRotation=ROTATION_0 mRotation=0
        mCurrentFocus=Window{\(ActivityText.window(full)) u0 \(full)}
        mFocusedApp=ActivityRecord{\(ActivityText.window(front)) u0 \(ActivityText.short(front)) t\(ActivityText.process(full))}
      WINDOW MANAGER WINDOWS (dumpsys window windows)
        Window #0 Window{\(ActivityText.window(full)) u0 \(full)}:
          mHasSurface=true isReadyForDisplay()=true
        mCurrentFocus=Window{\(ActivityText.window(full)) u0 \(full)}
        mFocusedApp=ActivityRecord{\(ActivityText.window(front)) u0 \(ActivityText.short(front)) t\(ActivityText.process(full))}
        mInputMethodWindow=null

      """
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
    let streams = [
      ("STREAM_VOICE_CALL", "volume_voice", 1, 5), ("STREAM_SYSTEM", "volume_system", 0, 7),
      ("STREAM_RING", "volume_ring", 0, 7), ("STREAM_MUSIC", "volume_music", 0, 15),
      ("STREAM_ALARM", "volume_alarm", 1, 7), ("STREAM_NOTIFICATION", "volume_notification", 0, 7),
    ]
    var text = "Stream volumes (device: index)\n"
    for (name, key, least, most) in streams {
      let value =
        host.phone.setting("\(key)_speaker", in: .system) ?? host.phone.setting(key, in: .system) ?? "\(most / 2)"
      text += "- \(name):\n   Muted: \(value == "0")\n   Min: \(least)\n   Max: \(most)\n   streamVolume:\(value)\n"
      text += "   Current: 2 (speaker): \(value), 40000000 (default): \(value)\n   Devices: speaker\n"
    }
    return text + "Ringer mode:\n- mode (internal) = NORMAL\n- mode (external) = NORMAL\n"
  }

  private static func display(_ host: PhoneHost) -> String {
    let configuration = host.phone.configuration
    let (width, height) = (configuration.width, configuration.height)
    return """
      DISPLAY MANAGER (dumpsys display)
        mViewports=[DisplayViewport{type=INTERNAL, valid=true, isActive=true, displayId=0, uniqueId='local:4619827259835644672', physicalPort=0, orientation=0, logicalFrame=Rect(0, 0 - \(width), \(height)), physicalFrame=Rect(0, 0 - \(width), \(height)), deviceWidth=\(width), deviceHeight=\(height)}]
        mScreenState=\(host.phone.system.isScreenOn ? "ON" : "OFF")
        mBaseDisplayInfo=DisplayInfo{"Built-in Screen", displayId 0, real \(width) x \(height), density \(configuration.density), rotation 0, state \(host.phone.system.isScreenOn ? "ON" : "OFF")}
        mScreenBrightness=\(host.phone.setting("screen_brightness", in: .system) ?? "128")

      """
  }

  private static func input(_ host: PhoneHost) -> String {
    let configuration = host.phone.configuration
    return """
      INPUT MANAGER (dumpsys input)
      Input Reader State:
        Device 1: virtio_input_multi_touch_1
          Touch Input Mapper (mode - DIRECT):
            Viewport INTERNAL: displayId=0, orientation=0, logicalFrame=[0, 0, \(configuration.width), \(configuration.height)]
            PhysicalWidth: \(configuration.width)px
            PhysicalHeight: \(configuration.height)px
            SurfaceOrientation: 0
            InputDeviceOrientation: 0

      """
  }

  private static func inputMethod(_ host: PhoneHost) -> String {
    let usual = "com.google.android.inputmethod.latin/com.android.inputmethod.latin.LatinIME"
    let method = host.phone.setting("default_input_method", in: .secure) ?? usual
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
        mScreenOn=\(isOn)
      Display Power: state=\(isOn ? "ON" : "OFF")

      """
  }

  private static func package(_ host: PhoneHost, _ name: String?) -> String {
    guard let package = host.phone.packages.first(where: { $0.name == name }) else {
      return name.map { "Unable to find package: \($0)\n" } ?? ""
    }
    let start = host.phone.configuration.startTime
    let time = CalendarTime(seconds: start).formatted("%F %T", seconds: start)
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
          User 0: installed=true hidden=false stopped=false notLaunched=false enabled=0
            runtime permissions:

      """
    for permission in (host.grantedPermissions[package.name] ?? []).sorted() {
      text += "        \(permission): granted=true\n"
    }
    return text
  }
}
