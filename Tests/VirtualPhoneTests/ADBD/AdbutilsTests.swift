import Foundation
import Subprocess
import SystemPackage
import TestSupport
import Testing

@testable import VirtualPhone

/// PyPI's adbutils, a client with its own reading of the protocol, against an adbd in this process.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["INFIR_SLOW_TESTS"] == "1" && ADBProgram.isInstalled,
    "set INFIR_SLOW_TESTS=1, with adb installed, to drive the phone with adbutils"))
struct AdbutilsTests {
  private func python(_ path: String, _ arguments: [String], input: String = "") async -> (Bool, String, String) {
    guard
      let result = try? await Subprocess.run(
        .path(FilePath(path)), arguments: Arguments(arguments), input: .string(input),
        output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    else { return (false, "", "\(path) doesn't start") }
    return (result.terminationStatus.isSuccess, result.standardOutput, result.standardError)
  }

  @Test func itDoesWhatItDoesWithAnyPhone() async throws {
    let folder = try TemporaryDirectory()
    let venv = folder.file("venv")
    let made = await python("/usr/bin/env", ["python3", "-m", "venv", venv])
    let installed = await python("\(venv)/bin/python", ["-m", "pip", "install", "-q", "adbutils==2.12.0"])
    guard made.0, installed.0 else {
      try Test.cancel("adbutils can't be installed here: \(made.2)\(installed.2)")
    }
    let phone = PhoneHost(Phone(PhoneConfiguration(width: 540, height: 1200, density: 210)))
    let adb = try await RealADB(phone: SharedPhone(phone))
    let script = """
      import adbutils
      d = adbutils.AdbClient(host="127.0.0.1", port=\(adb.serverPort)).device("\(adb.serial)")
      size = d.window_size()
      assert (size.width, size.height) == (540, 1200), size
      assert d.screenshot().size == (540, 1200)
      assert d.framebuffer().size == (540, 1200)
      assert d.shell("echo hi") == "hi"
      r = d.shell2("echo out; echo err >&2; exit 4", v2=True)
      assert (r.returncode, r.stdout, r.stderr) == (4, "out\\n", "err\\n"), r
      d.app_start("com.android.settings")
      assert d.app_current().package == "com.android.settings", d.app_current()
      assert "com.android.settings" in d.list_packages()
      assert d.app_info("com.android.settings").version_name == "1.0"
      xml = d.dump_hierarchy()
      assert xml.startswith("<?xml") and "com.android.settings" in xml
      d.click(270, 600); d.swipe(270, 900, 270, 300, 0.2); d.drag(1, 1, 9, 9, 0.5); d.send_keys("a 'b' $c")
      d.keyevent("HOME")
      assert "launcher" in d.app_current().package, d.app_current()
      d.brightness_value = 42
      assert d.brightness_value == 42
      d.switch_wifi(False); assert d.shell("settings get global wifi_on") == "0"
      assert d.rotation() == 0 and d.is_screen_on() and d.battery().level == 100
      d.sync.push(b"x" * 200000, "/sdcard/Download/x.bin", check=True)
      assert d.sync.read_bytes("/sdcard/Download/x.bin") == b"x" * 200000
      assert "x.bin" in [f.path for f in d.sync.list("/sdcard/Download/")]
      assert d.sync.stat("/sdcard/Download/x.bin").size == 200000 and not d.sync.exists("/none")
      print("all")
      """
    let (isFine, output, errors) = await python("\(venv)/bin/python", ["-"], input: script)
    await adb.stop()
    #expect(isFine && output == "all\n", "\(errors)")
  }
}
