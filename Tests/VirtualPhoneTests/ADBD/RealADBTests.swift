import Foundation
import Imaging
import TestSupport
import Testing

@testable import VirtualPhone

/// The real adb, with a server of its own, against an adbd in this process.
@Suite(.enabled(if: ADBProgram.isInstalled, Comment(rawValue: ADBProgram.missing)), .serialized)
struct RealADBTests {
  private func connected(_ body: (RealADB) async throws -> Void) async throws {
    let adb = try await RealADB()
    do {
      try await body(adb)
    } catch {
      await adb.stop()
      throw error
    }
    await adb.stop()
  }

  @Test func commandsScreensAndFilesGoBothWays() async throws {
    try await connected { adb async throws in
      let devices = try await adb.run("devices", "-l").text
      #expect(devices.contains("device product:infir_phone model:InfiR_Phone device:infir"))

      let shell = try await adb.run("shell", "echo out; echo err >&2; exit 9")
      #expect(shell.text == "out\n" && shell.errors == "err\n" && shell.code == 9)
      #expect(try await adb.run("shell", "-x", "echo older").text == "older\n")
      #expect(try await adb.run("shell", "-T", "cat | tr a-z A-Z", input: "piped\n").text == "PIPED\n")
      #expect(try await adb.run("shell", input: "x=4\necho $x\nexit 3\n").text == "4\n")

      let image = try Image(decoding: try await adb.run("exec-out", "screencap", "-p").output)
      #expect(image.width == 240 && image.height == 320)

      for command in [
        "input tap 10 10", "input swipe 1 1 9 9 300", "input text a%sb", "input keyevent KEYCODE_HOME",
        "input draganddrop 1 1 9 9 500", "am force-stop com.android.settings", "am broadcast -a x", "svc wifi enable",
      ] {
        #expect(try await adb.run("shell", command).code == 0, "\(command)")
      }
      #expect(try await adb.run("shell", "wm", "size").text == "Physical size: 240x320\n")
      #expect(try await adb.run("shell", "getprop sys.boot_completed").text == "1\n")

      let folder = try TemporaryDirectory()
      let content = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      try folder.write(content, to: "a b.bin")
      #expect(try await adb.run("push", folder.file("a b.bin"), "/sdcard/Download/").code == 0)
      #expect(try await adb.run("pull", "/sdcard/Download/a b.bin", folder.file("back")).code == 0)
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file("back"))) == Data(content))
      #expect(try await adb.run("shell", "wc -c < '/sdcard/Download/a b.bin'").text.contains("300000"))
      #expect(try await adb.run("ls", "/sdcard/Download").text.contains("a b.bin"))
      #expect(try await adb.run("pull", "/none", folder.file("none")).code != 0)
      #expect(try await adb.run("exec-in", "cat > /sdcard/in", input: "given").code == 0)
      #expect(try await adb.run("shell", "cat /sdcard/in").text == "given")
    }
  }

  @Test func aRestartedPhoneComesBackWithItsFiles() async throws {
    try await connected { adb async throws in
      #expect(try await adb.run("root").text.contains("root"))
      #expect(try await adb.run("shell", "whoami; echo kept > /sdcard/f").text == "root\n")
      #expect(try await adb.run("reboot").code == 0)
      #expect(try await adb.run("wait-for-device", "shell", "whoami; cat /sdcard/f").text == "shell\nkept\n")
    }
  }

  @Test func clientsThatTalkNonsenseAreClosedAndTheOthersStay() async throws {
    try await connected { adb async throws in
      for nonsense in ["GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", String(repeating: "CNXN", count: 10_000)] {
        #expect(try await adb.sendRaw(nonsense))
      }
      #expect(try await adb.run("shell", "echo here").text == "here\n")
    }
  }
}
