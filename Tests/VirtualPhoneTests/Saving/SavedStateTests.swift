import Imaging
import TestSupport
import Testing

@testable import VirtualPhone

@Suite("A phone that was saved")
struct SavedStateTests {
  /// A phone that something was done to, with a file, a setting, a text that is being typed.
  static func used(seed: UInt64 = 0) -> PhoneHost {
    var host = PhoneHost(
      Phone(PhoneConfiguration(width: 720, height: 1280, density: 320, seed: seed, hasADBKeyboard: true)))
    _ = host.run(
      """
      echo 'a file — with “letters”' > /sdcard/Download/f.txt; ln -s f.txt /sdcard/Download/l; chmod 600 /sdcard/Download/f.txt
      settings put system screen_brightness 7; setprop debug.a b; wm density 280; settings put system user_rotation 1
      content insert --uri content://sms/inbox --bind address:s:5550001 --bind body:s:Hello
      am start -a android.settings.DISPLAY_SETTINGS; pm grant com.android.chrome android.permission.CAMERA
      """)
    return host
  }

  @Test("does the same from there on, step by step", arguments: 0..<6 as Range<UInt64>)
  func continues(seed: UInt64) throws {
    var host = Self.used(seed: seed)
    var dice = RandomWalkTests.Dice(state: seed &* 91 &+ 7)
    for _ in 0..<40 { host.phone.perform(RandomWalkTests.input(&dice, host.phone)) }
    var twin = try PhoneHost(savedState: try host.savedState())
    #expect(twin.phone.screenshot(scale: 0.2) == host.phone.screenshot(scale: 0.2))
    for step in 0..<60 {
      let input = RandomWalkTests.input(&dice, host.phone)
      host.phone.perform(input)
      twin.phone.perform(input)
      #expect(twin.phone.hierarchy() == host.phone.hierarchy(), "step \(step), \(input)")
    }
    #expect(twin.phone.milliseconds == host.phone.milliseconds)
    #expect(twin.phone.files == host.phone.files)
    let script = "find / | sort; settings list system; getprop; content query --uri content://sms; dumpsys window"
    #expect(twin.run(script) == host.run(script))
    #expect(twin.phone.screenshot(scale: 0.2) == host.phone.screenshot(scale: 0.2))
  }

  @Test func isAllThere() throws {
    let host = Self.used()
    let bytes = try host.savedState()
    let restored = try PhoneHost(savedState: bytes)
    #expect(restored.saved == host.saved && restored.phone.files == host.phone.files)
    // Photos are saved as the scenes they are of, and recordings by their length, so a phone is small.
    #expect(bytes.count < 100_000)
    #expect(restored.phone.files.used > 100_000)
  }

  @Test func isNewAgainWhenItIsReset() throws {
    var host = Self.used()
    let configuration = host.phone.configuration
    host.reset()
    #expect(host.saved == PhoneHost(Phone(configuration)).saved)
    #expect(host.phone.files == Phone(configuration).files)
    var phone = Self.used().phone
    phone.reset()
    #expect(phone.hierarchy() == Phone(configuration).hierarchy())
  }

  @Test func saysWhatIsWrongWithAFile() throws {
    let bytes = try Phone().savedState()
    #expect(throws: PhoneStateError.notAState) { try Phone(savedState: []) }
    #expect(throws: PhoneStateError.notAState) { try Phone(savedState: Array("{\"a\": 1}".utf8)) }
    #expect(throws: PhoneStateError.damaged(reason: "its checksum is wrong")) {
      try Phone(savedState: Array(bytes.dropLast()))
    }
    var newer = bytes
    newer[8] = 2
    #expect(throws: PhoneStateError.otherVersion(found: "2", known: "1")) { try Phone(savedState: newer) }
    #expect(PhoneStateError.otherVersion(found: "2", known: "1").description.contains("remove it for a new phone"))
  }

  @Test func isRefusedWhereverItIsDamaged() throws {
    let bytes = try Self.used().savedState()
    var mutator = Mutator(seed: 5)
    // Each input is summed up whole, which takes a debug build its time; a tenth of the usual number.
    for _ in 0..<Mutator.inputs / 10 {
      let damaged = mutator.mutate(bytes)
      guard damaged != bytes else { continue }
      #expect(throws: PhoneStateError.self) { try PhoneHost(savedState: damaged) }
    }
  }

  @Test func neverTrapsEvenWhenTheChecksumIsRight() throws {
    let content = Array(try Self.used().savedState().dropFirst(20))
    var mutator = Mutator(seed: 7)
    var restored = 0
    for _ in 0..<Mutator.inputs / 10
    where (try? PhoneHost(savedState: PhoneHost.framed(mutator.mutate(content)))) != nil {
      restored += 1
    }
    // A letter of a name is all that some of them change.
    #expect(restored > 0)
  }

  @Test func filesThatAreDamagedAreATreeOrRefused() throws {
    let files = PhoneHost(Phone(PhoneConfiguration(width: 240, height: 320, density: 160))).phone.files
    var writer = StateWriter()
    files.save(to: &writer)
    var mutator = Mutator(seed: 6)
    var restored = 0
    for _ in 0..<Mutator.inputs {
      var reader = StateReader(mutator.mutate(writer.bytes)[...])
      guard var files = try? PhoneFileSystem(from: &reader) else { continue }
      restored += 1
      // Whatever came out is a file system.
      _ = try? files.list("/sdcard")
      try? files.write([1], to: "/sdcard/x")
      try? files.remove("/data", recursively: true)
      #expect(files.used >= 0)
    }
    #expect(restored > 0)
  }
}
