import TestSupport
import Testing

@testable import Devices

@Suite("Damaged answers") struct ParserMutationTests {
  private static let answers = [
    "Physical size: 1080x2400\nOverride size: 720x1600\nPhysical density: 420\nOverride density: 300\n",
    "  mCurrentFocus=Window{7d u0 com.a.b/com.a.b.C}\n  mFocusedApp=ActivityRecord{d u0 com.a.b/.C t12}\n"
      + "    mCurrentRotation=ROTATION_90\n  mRotation=3\n",
    "emulator-5554          device product:sdk model:Pixel_6 device:emu transport_id:1\n"
      + "0a1b\tno permissions (user in plugdev group); see [http://x/y] usb:3-1 transport_id:9\n",
    "[ro.build.version.sdk]: [33]\n[persist.multi]: [first\nsecond]\n",
    "package:/data/app/~~x==/com.a.b-y==/base.apk=com.a.b\n  com.a.b/.Main\n",
    "Starting: Intent { cmp=com.a/.B }\nError type 3\nError: Activity class {com.a/com.a.B} does not exist.\n",
    "hello\r\ninfir-exit-code=12\r\n", "  mWakefulness=Awake\n", "already connected to 10.0.0.2:5555",
  ]

  @Test func damagedAnswersNeverTrap() {
    var mutator = Mutator(seed: 13)
    for index in 0..<Mutator.inputs {
      let bytes = mutator.mutate(Array(Self.answers[index % Self.answers.count].utf8))
      let text = String(decoding: bytes, as: UTF8.self)
      _ = ScreenSize(text)
      _ = ScreenDensity.effective(text)
      _ = ScreenRotation.quarterTurns(text)
      _ = ForegroundActivity.component(text)
      _ = DeviceListing.list(text)
      _ = SystemProperties.values(text)
      _ = PackageList.names(text)
      _ = LauncherActivities.components(text)
      _ = ActivityStart.failure(ShellResult(output: bytes, code: 0))
      _ = Refusal.reason(in: ShellResult(output: [], errors: bytes, code: 0))
      _ = PlainShell.result(bytes)
      _ = Wakefulness.isAwake(text)
      _ = try? ConnectionReply.connected(text, address: "a")
      _ = TextCommand.input(text)
    }
  }
}
