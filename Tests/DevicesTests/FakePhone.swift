import Devices
import Foundation
import Imaging
import Synchronization

/// A phone behind the fake server: answers shell commands from a table, the first prefix that fits.
final class FakePhone: Sendable {
  typealias Step = FakeADBServer.Step

  private let table: Mutex<[(prefix: String, steps: @Sendable () -> [Step])]>
  private let transport = Mutex<[Step]>([.okay])

  init() {
    table = Mutex([
      ("screencap -p", { [.shell(FakePhone.png(width: 4, height: 8))] }),
      ("screencap", { [.shell(FakePhone.raw(width: 4, height: 8))] }),
      ("wm size;", { [.shell(FakePhone.facts(rotation: 0))] }),
      ("dumpsys window", { [.shell("    mCurrentRotation=ROTATION_0\n")] }),
      ("rm -f", { [.shell(FakePhone.hierarchy)] }),
      ("getprop ro.build.version.sdk", { [.shell("33\n")] }),
      ("input ", { [.shell("")] }),
    ])
  }

  /// Answers commands with this prefix so from now on.
  func on(_ prefix: String, _ steps: @escaping @Sendable () -> [Step]) {
    table.withLock { $0.insert((prefix, steps), at: 0) }
  }

  /// Answers with each of these in turn, and with the last for ever.
  func on(_ prefix: String, inTurn turns: [[Step]]) {
    let next = Mutex(0)
    on(prefix) {
      next.withLock { index in
        defer { index += 1 }
        return turns[min(index, turns.count - 1)]
      }
    }
  }

  /// What asking for the device itself brings.
  func onTransport(_ steps: [Step]) { transport.withLock { $0 = steps } }

  /// What the server does.
  func answer(_ service: String) -> [Step] {
    if service.hasPrefix("host:transport:") { return transport.withLock { $0 } }
    if service.hasSuffix(":features") { return [.okay, .text("shell_v2,cmd,stat_v2")] }
    if service.hasPrefix("host:") { return [.okay, .text("")] }
    guard service.hasPrefix("shell,v2,raw:") else { return [.fail("closed")] }
    let command = service.dropFirst("shell,v2,raw:".count)
    let steps = table.withLock { $0.first { command.hasPrefix($0.prefix) }?.steps }
    return steps?() ?? [.shell("", errors: "/system/bin/sh: \(command): inaccessible or not found\n", code: 127)]
  }

  // MARK: - What it shows

  /// A picture with a grey corner.
  static func picture(width: Int, height: Int, corner: UInt8 = 200) -> Image {
    var image = Image(width: width, height: height, red: 10, green: 20, blue: 30)
    image.pixels[0] = corner
    return image
  }

  static func png(width: Int, height: Int, corner: UInt8 = 200) -> [UInt8] {
    (try? picture(width: width, height: height, corner: corner).pngData()) ?? []
  }

  static func raw(width: Int, height: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for value in [width, height, 1, 0] {
      for byte in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
    }
    let pixels = picture(width: width, height: height).pixels
    for start in stride(from: 0, to: pixels.count, by: 3) { bytes += pixels[start..<start + 3] + [255] }
    return bytes
  }

  static func facts(rotation: Int, size: String = "4x8") -> String {
    """
    Physical size: \(size)\r
    Physical density: 420\r
      mCurrentFocus=Window{7d3f1c2 u0 com.android.settings/com.android.settings.Settings}\r
      mFocusedApp=ActivityRecord{d3a9f0 u0 com.android.settings/.Settings t12}\r
        mCurrentRotation=ROTATION_\(rotation * 90)\r

    """
  }

  static let hierarchy = """
    UI hierchary dumped to: /data/local/tmp/infir-hierarchy.xml
    <?xml version='1.0' encoding='UTF-8' standalone='yes' ?><hierarchy rotation="0"><node index="0" text="" \
    class="android.widget.FrameLayout" bounds="[0,0][4,8]"><node index="0" text="Wi&#8209;Fi &amp; more" \
    resource-id="android:id/title" class="android.widget.TextView" clickable="true" bounds="[1,2][4,4]" /></node>\
    </hierarchy>
    """
}
