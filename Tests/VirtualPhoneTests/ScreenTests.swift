import Imaging
import TestSupport
import Testing

@testable import VirtualPhone

@Suite("The screen")
struct ScreenTests {
  static func host(_ script: String) -> PhoneHost {
    var host = PhoneHost(Phone())
    let result = host.run(script)
    #expect(result.code == 0, "\(String(decoding: result.errors, as: UTF8.self))")
    return host
  }

  static func said(_ script: String, _ host: PhoneHost) -> String {
    var host = host
    return String(decoding: host.run(script).output, as: UTF8.self)
  }

  @Test func hasTheSizeAndDensityThatWmSets() throws {
    var host = Self.host("wm size 720x1600; wm density 280; am start -a android.settings.SETTINGS")
    #expect(Self.said("wm size", host) == "Physical size: 1080x2400\nOverride size: 720x1600\n")
    #expect(Self.said("wm density", host) == "Physical density: 420\nOverride density: 280\n")
    #expect(host.phone.screenshot().width == 720 && host.phone.screenshot().height == 1600)
    let row = try #require(host.phone.hierarchy().find("Network & internet"))
    // As on a phone that is made like this.
    var born = Phone(PhoneConfiguration(width: 720, height: 1600, density: 280))
    _ = born.start(PhoneIntent(action: "android.settings.SETTINGS"))
    #expect(row.bounds == (try #require(born.hierarchy().find("Network & internet"))).bounds)
    #expect(Self.said("settings get secure display_density_forced", host) == "280\n")
    host.phone.perform(.tap(x: row.center.x, y: row.center.y))
    #expect(host.phone.hierarchy().find("Airplane mode") != nil)
    _ = host.run("wm size reset; wm density reset")
    #expect(Self.said("wm size; wm density", host) == "Physical size: 1080x2400\nPhysical density: 420\n")
    #expect(host.phone.screenSize == (1080, 2400))
  }

  @Test("refuses sizes that are none", arguments: ["wm size 7", "wm size axb", "wm density x", "wm density 10"])
  func refuses(command: String) {
    var host = PhoneHost(Phone())
    let result = host.run(command)
    #expect(result.code != 0 && String(decoding: result.errors, as: UTF8.self).hasPrefix("Error"))
    #expect(host.phone.screenSize == (1080, 2400))
  }

  @Test func staysUsableAtAnySize() {
    for command in ["wm size 1x1", "wm size 99999x99999", "wm density 72", "wm density 9999", "wm size 2400x1080"] {
      var host = Self.host(command)
      for _ in 0..<2 {
        #expect(!host.phone.hierarchy().children.isEmpty)
        #expect(host.phone.screenshot(scale: 0.05).width > 0)
        _ = host.run("am start -a android.settings.SETTINGS; input swipe 100 5 100 900")
      }
    }
  }

  @Test func turnsForAppsAndNotForTheLauncher() {
    var host = Self.host("settings put system user_rotation 1")
    #expect(host.phone.screenSize == (1080, 2400), "the launcher stays upright")
    _ = host.run("am start -a android.settings.DISPLAY_SETTINGS")
    #expect(host.phone.screenSize == (2400, 1080))
    #expect(host.phone.screenshot(scale: 0.1).width == 240)
    let window = Self.said("dumpsys window", host)
    #expect(window.contains("mCurrentRotation=ROTATION_90"))
    #expect(window.contains("init=1080x2400 420dpi cur=2400x1080"))
    #expect(Self.said("dumpsys input", host).contains("SurfaceOrientation: 1"))
    #expect(
      Self.said("dumpsys display", host).contains("orientation=1, logicalFrame=Rect(0, 0 - 2400, 1080)"))
    #expect(Self.said("wm size", host) == "Physical size: 1080x2400\n")
    #expect(Self.said("uiautomator dump /dev/tty", host).contains("<hierarchy rotation=\"1\">"))
    // Nothing lies beside the camera.
    #expect(host.phone.hierarchy().find("Brightness level")?.bounds.left == 128 + 63)
    host.phone.perform(.key(3))
    #expect(host.phone.screenSize == (1080, 2400))
  }

  @Test func isTurnedByWindowManagerAndFreedByTheTile() {
    var host = Self.host("cmd window user-rotation lock 3; am start -a android.settings.SETTINGS")
    #expect(host.phone.rotation == 3)
    #expect(Self.said("wm user-rotation", host) == "lock 3\n")
    for _ in 0..<2 { host.phone.perform(.swipe(fromX: 540, fromY: 5, toX: 540, toY: 900, milliseconds: 300)) }
    host.phone.tap(on: "Auto-rotate,Off")
    #expect(host.phone.rotation == 0)
    #expect(host.phone.setting("accelerometer_rotation", in: .system) == "1")
    #expect(Self.said("wm user-rotation", host) == "free\n")
    // Locked as it is held.
    host.phone.tap(on: "Auto-rotate,On")
    #expect(host.phone.rotation == 0)
  }

  @Test("shows all of the launcher when it is low", arguments: [(2400, 1080, 420), (1280, 720, 320), (800, 480, 160)])
  func launcherInLandscape(width: Int, height: Int, density: Int) throws {
    let phone = Phone(PhoneConfiguration(width: width, height: height, density: density))
    let screen = phone.hierarchy()
    let names = ["Phone", "Messages", "Chrome", "Settings", "Search"]
    let nodes = try names.map { try #require(screen.find($0), "\($0)") }
    for (index, node) in nodes.enumerated() {
      #expect(node.bounds.bottom <= height)
      for other in nodes[..<index] where node.contentDescription != "Search" {
        #expect(node.bounds.left >= other.bounds.right || other.bounds.left >= node.bounds.right)
      }
    }
    let date = try #require(screen.find(id: "com.google.android.apps.nexuslauncher:id/date"))
    #expect(date.bounds.bottom <= nodes[0].bounds.top)
    if let clock = screen.find("Clock") { #expect(date.bounds.bottom <= clock.bounds.top + 16) }
  }

  @Test func isBlackWhileItIsOff() {
    var host = Self.host("input keyevent KEYCODE_SLEEP")
    #expect(Self.said("dumpsys power", host).contains("mWakefulness=Asleep"))
    #expect(host.phone.screenshot(scale: 0.05).pixels.allSatisfy { $0 == 0 })
    #expect(host.phone.hierarchy().children.isEmpty)
    _ = host.run("input keyevent KEYCODE_WAKEUP")
    #expect(Self.said("dumpsys power", host).contains("mWakefulness=Awake"))
    _ = host.run("input keyevent KEYCODE_POWER")
    #expect(Self.said("dumpsys power", host).contains("mWakefulness=Asleep"))
  }
}
