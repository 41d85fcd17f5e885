import Devices
import Episodes
import Oracle
import Testing
import VirtualPhone

@Suite("A solver's hands") struct HandsTests {
  @Test("see what the phone says and act on it") func act() async throws {
    let device = VirtualDevice(SharedPhone(PhoneHost(Phone())), draws: false)
    let hands = Hands(seeing: try await device.observe(wantsElements: true)) { _, action throws(OracleError) in
      do throws(DeviceError) {
        try await device.perform(action)
        return try await device.observe(wantsElements: true)
      } catch { throw .device(error) }
    }
    try await hands.perform(.openApp("Settings"), "Bluetooth is in the settings.")
    #expect(hands.screen.foregroundActivity == "com.android.settings/.Settings")
    #expect(hands.find("connected devices") != nil)
    #expect(hands.find(containing: "no such row") == nil)
  }
}
