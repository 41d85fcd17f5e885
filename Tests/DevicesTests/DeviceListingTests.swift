import Testing

@testable import Devices

@Suite("The list of devices") struct DeviceListingTests {
  @Test func longLines() {
    let text = """
      emulator-5554          device product:sdk_gphone64_x86_64 model:sdk_gphone64_x86_64 device:emu64xa transport_id:1\r
      192.168.1.7:5555       offline transport_id:4
      adb-R58M-abc._adb-tls-connect._tcp. device product:a model:SM_A52 device:a transport_id:5
      0123456789ABCDEF       unauthorized usb:1-4 transport_id:3

      """
    let devices = DeviceListing.list(text)
    #expect(
      devices.map(\.serial) == [
        "emulator-5554", "192.168.1.7:5555", "adb-R58M-abc._adb-tls-connect._tcp.", "0123456789ABCDEF",
      ])
    #expect(devices.map(\.state) == ["device", "offline", "device", "unauthorized"])
    #expect(devices[0].model == "sdk gphone64 x86 64")
    #expect(devices[2].model == "SM A52")
    #expect(devices[3].properties == ["usb": "1-4", "transport_id": "3"])
    #expect(devices[0].isReady && !devices[1].isReady)
  }

  @Test func noPermissionsIsASentence() {
    let text =
      "0a1b\tno permissions (user in plugdev group; are your udev rules wrong?); "
      + "see [http://developer.android.com/tools/device.html] usb:3-1 transport_id:9\n"
    #expect(
      DeviceListing.list(text) == [
        DeviceListing(serial: "0a1b", state: "no permissions", properties: ["usb": "3-1", "transport_id": "9"])
      ])
  }

  @Test func shortLinesAndMessages() {
    let text = """
      * daemon not running; starting now at tcp:5037
      * daemon started successfully
      List of devices attached
      emulator-5554\tdevice
      R5\trecovery

      garbage
      """
    #expect(DeviceListing.list(text).map(\.state) == ["device", "recovery"])
  }

  @Test func nothingAtAll() { #expect(DeviceListing.list("").isEmpty) }
}

@Suite("Which device is meant") struct DeviceChoiceTests {
  private let phone = DeviceListing(serial: "R5", state: "device")
  private let emulator = DeviceListing(serial: "emulator-5554", state: "device")
  private let locked = DeviceListing(serial: "L1", state: "unauthorized")

  private func choose(
    _ wanted: String, _ listed: [DeviceListing], serial: String? = nil
  ) throws(DeviceError) -> String {
    try DeviceChoice.serial(wanted, among: listed, environment: serial.map { ["ANDROID_SERIAL": $0] } ?? [:])
  }

  @Test func theOnlyReadyOneIsTaken() throws {
    #expect(try choose("adb", [phone]) == "R5")
    #expect(try choose("adb", [locked, phone]) == "R5")
  }

  @Test func aNamedOneIsTaken() throws {
    #expect(try choose("adb:emulator-5554", [phone, emulator]) == "emulator-5554")
    #expect(try choose("adb:R5", [phone, emulator], serial: "emulator-5554") == "R5")
    #expect(try choose("adb", [phone, emulator], serial: "emulator-5554") == "emulator-5554")
  }

  @Test func doubtIsAnErrorThatNamesThem() {
    #expect(throws: DeviceError.ambiguous(names: ["R5", "emulator-5554"])) { try choose("adb", [phone, emulator]) }
    #expect(
      DeviceError.ambiguous(names: ["R5", "e"]).description == "there are several devices; choose one of adb:R5, adb:e")
  }

  @Test func missingAndUnreadyOnesAreErrors() {
    #expect(throws: DeviceError.notFound(name: "adb")) { try choose("adb", []) }
    #expect(throws: DeviceError.notFound(name: "adb:X")) { try choose("adb:X", [phone]) }
    #expect(throws: DeviceError.notFound(name: "adb:X")) { try choose("adb", [phone], serial: "X") }
    #expect(throws: DeviceError.notReady(name: "adb:L1", state: "unauthorized")) { try choose("adb", [locked]) }
    #expect(throws: DeviceError.notReady(name: "adb:L1", state: "unauthorized")) {
      try choose("adb:L1", [locked, phone])
    }
  }
}
