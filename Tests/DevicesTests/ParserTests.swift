import Testing

@testable import Devices

@Suite("wm size and wm density") struct ScreenSizeTests {
  @Test func physicalAlone() {
    let size = ScreenSize("Physical size: 1080x2400\r\n")
    #expect(size.effective == ScreenSize.Extent(width: 1080, height: 2400))
    #expect(ScreenDensity.effective("Physical density: 420\r\n") == 420)
  }

  @Test func anOverrideCounts() {
    let size = ScreenSize("Physical size: 1440x3200\nOverride size: 1080x2400\n")
    #expect(size.physical == ScreenSize.Extent(width: 1440, height: 3200))
    #expect(size.effective == ScreenSize.Extent(width: 1080, height: 2400))
    #expect(ScreenDensity.effective("Physical density: 560\nOverride density: 420\n") == 420)
  }

  @Test(arguments: [
    "", "Physical size: 0x0", "Physical size: 1080", "Physical size: -1x5", "Physical size: 99999999999999999999x1",
    "Error: no display", "Physical size: 1080x2400x3",
  ])
  func nonsenseIsNothing(text: String) {
    #expect(ScreenSize(text).effective == nil)
    #expect(ScreenDensity.effective(text) == nil)
  }
}

@Suite("Rotation") struct ScreenRotationTests {
  @Test(arguments: [
    ("    mCurrentRotation=ROTATION_90\r\n", 1), ("  mCurrentRotation=3\n", 3),
    ("  mRotation=ROTATION_180 mDeferredRotationPauseCount=0\n", 2), ("      SurfaceOrientation: 1\n", 1),
    ("  mRotation=ROTATION_90, x\n mCurrentRotation=ROTATION_0\n", 0),
    ("    mCurrentRotation=ROTATION_270\n    mCurrentRotation=ROTATION_0\n", 3),
    ("winConfig={ mBounds=Rect(0, 0 - 1080, 1920) mAlwaysOnTop=undefined mRotation=ROTATION_0} s.8}", 0),
  ])
  func forms(text: String, turns: Int) { #expect(ScreenRotation.quarterTurns(text) == turns) }

  @Test(arguments: ["", "mCurrentRotation=ROTATION_45", "mCurrentRotation=7", "mCurrentRotation="])
  func nonsenseIsNothing(text: String) { #expect(ScreenRotation.quarterTurns(text) == nil) }
}

@Suite("The activity in front") struct ForegroundActivityTests {
  @Test(arguments: [
    // Android 13, 14
    (
      "  mCurrentFocus=Window{7d3f1c2 u0 com.android.settings/com.android.settings.Settings}\n"
        + "  mFocusedApp=ActivityRecord{d3a9f0 u0 com.android.settings/.Settings t12}\n",
      "com.android.settings/.Settings"
    ),
    // 14 with the process after the task
    (
      "  mFocusedApp=ActivityRecord{e51e52 u0 com.google.android.apps.nexuslauncher/.NexusLauncherActivity t8}}\r\n",
      "com.google.android.apps.nexuslauncher/.NexusLauncherActivity"
    ),
    // 10
    (
      "  mFocusedApp=AppWindowToken{e4 token=Token{b2 ActivityRecord{1d u0 com.a.b/com.a.c.Main t7}}}\n",
      "com.a.b/com.a.c.Main"
    ),
    // The shade hides the app, which still is the one in front.
    (
      "  mCurrentFocus=Window{5a1 u0 NotificationShade}\n  mFocusedApp=ActivityRecord{d u0 com.a.b/.C t1}\n",
      "com.a.b/.C"
    ),
    ("  mCurrentFocus=Window{d4 u0 com.a.b/com.a.b.sub.C}\n  mFocusedApp=null\n", "com.a.b/.sub.C"),
    ("    mResumedActivity: ActivityRecord{8f u0 com.android.chrome/.Main t5}\n", "com.android.chrome/.Main"),
    ("  topResumedActivity=ActivityRecord{8f u0 com.android.chrome/.Main t5}\n", "com.android.chrome/.Main"),
    (
      "  taskId=12: com.android.settings/com.android.settings.SubSettings bounds=[0,0][1080,2400] userId=0 "
        + "visible=true topActivity=ComponentInfo{com.android.settings/com.android.settings.SubSettings}\n",
      "com.android.settings/.SubSettings"
    ),
    ("  mFocusedApp=ActivityRecord{c u10 com.discord/.app.AppActivity$Main t2}\n", "com.discord/.app.AppActivity$Main"),
  ])
  func forms(text: String, component: String) { #expect(ForegroundActivity.component(text) == component) }

  @Test(arguments: [
    "", "  mCurrentFocus=null\n  mFocusedApp=null\n",
    "  mCurrentFocus=Window{1 u0 Application Not Responding: com.a.b}\n", "and/or something",
  ])
  func nothingInFront(text: String) { #expect(ForegroundActivity.component(text) == nil) }
}

@Suite("Packages, properties, settings") struct PackageListTests {
  @Test func packages() {
    let text = """
      package:com.android.settings\r
      package:/data/app/~~x==/com.a.b-y==/base.apk=com.a.b
      package:android uid:1000
      Error: something

      """
    #expect(PackageList.names(text) == ["android", "com.a.b", "com.android.settings"])
  }

  @Test func launcherActivities() {
    let text = """
      3 activities found:
        Activity #0:
          priority=0 preferredOrder=0 match=0x108000 specificIndex=-1 isDefault=true\r
          com.android.settings/.Settings\r
        Activity #1:
          priority=0 preferredOrder=0 match=0x108000 specificIndex=-1 isDefault=false
          com.google.android.deskclock/com.android.deskclock.DeskClock
          com.android.settings/com.android.settings.Settings
      """
    #expect(
      LauncherActivities.components(text).map(\.short) == [
        "com.android.settings/.Settings", "com.google.android.deskclock/com.android.deskclock.DeskClock",
      ])
    #expect(LauncherActivities.components("No activity found\n").isEmpty)
  }

  @Test func properties() {
    let text = """
      [ro.build.version.sdk]: [33]\r
      [ro.product.model]: [Pixel 6]
      [persist.multi]: [first
      second]
      [empty]: []
      junk
      [torn
      """
    #expect(
      SystemProperties.values(text) == [
        "ro.build.version.sdk": "33", "ro.product.model": "Pixel 6", "persist.multi": "first\nsecond", "empty": "",
      ])
  }

  @Test func settings() {
    #expect(SettingValue.value("null\n") == nil)
    #expect(SettingValue.value("\r\n") == nil)
    #expect(SettingValue.value("com.a/.B\r\n") == "com.a/.B")
  }

  @Test(
    arguments: [
      (
        "Starting: Intent { cmp=com.a/.B }\nStatus: ok\nLaunchState: COLD\nActivity: com.a/.B\nTotalTime: 521\n", "",
        nil
      ),
      (
        "Starting: Intent { cmp=com.a/.B }\nWarning: Activity not started, its current task has been brought to the front\n",
        "", nil
      ),
      (
        "Starting: Intent { cmp=com.a/.B }\n", "Error type 3\nError: Activity class {com.a/com.a.B} does not exist.\n",
        "Activity class {com.a/com.a.B} does not exist."
      ),
      (
        "Starting: Intent { act=android.intent.action.VIEW dat=mailto: }\n",
        "Error: Activity not started, unable to resolve Intent { act=android.intent.action.VIEW dat=mailto: flg=0x10000000 }\n",
        "Activity not started, unable to resolve Intent { act=android.intent.action.VIEW dat=mailto: flg=0x10000000 }"
      ),
    ] as [(String, String, String?)])
  func activityStarts(output: String, errors: String, reason: String?) {
    let result = ShellResult(output: Array(output.utf8), errors: Array(errors.utf8), code: 0)
    #expect(ActivityStart.failure(result) == reason)
  }

  @Test func refusals() {
    func reason(_ errors: String, code: Int32) -> String? {
      Refusal.reason(in: ShellResult(output: [], errors: Array(errors.utf8), code: code))
    }
    #expect(reason("", code: 0) == nil)
    #expect(
      reason(
        "java.lang.SecurityException: Injecting to another application requires INJECT_EVENTS permission\n"
          + "\tat android.os.Parcel.createException(Parcel.java:2071)\n", code: 255)?
        .contains("USB debugging (Security settings)") == true)
    #expect(reason("/system/bin/sh: input: inaccessible or not found", code: 127)?.contains("not found") == true)
    #expect(reason("Error: Invalid arguments for command: tap", code: 0) == "Error: Invalid arguments for command: tap")
    #expect(reason("", code: 3) == "exit code 3")
  }

  @Test func clipboards() {
    func isSet(_ text: String, code: Int32 = 0) -> Bool {
      ClipboardReply.isSet(ShellResult(output: Array(text.utf8), code: code))
    }
    #expect(isSet(""))
    #expect(!isSet("No shell command implementation.\n"))
    #expect(!isSet("cmd: Can't find service: clipboard\n"))
    #expect(!isSet("", code: 255))
  }

  @Test func wakefulness() {
    #expect(Wakefulness.isAwake("  mWakefulness=Awake\r\n") == true)
    #expect(Wakefulness.isAwake("  mWakefulness=Dozing\n") == false)
    #expect(Wakefulness.isAwake("") == nil)
  }
}
