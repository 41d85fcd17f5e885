import Imaging
import Testing
import VirtualPhone

@Suite("Drawn screens")
struct DrawnScreenTests {
  @Test func haveTheSizeAskedFor() {
    let phone = Phone()
    #expect(phone.screenshot(scale: 0.25).width == 270 && phone.screenshot(scale: 0.25).height == 600)
    #expect(phone.screenshot().width == 1080)
  }

  @Test func showTheThemeAndTheSwitches() {
    var phone = Phone()
    phone.perform(.tap(x: 917, y: 1969))
    phone.perform(.tap(x: 406, y: 858))
    func pixel(_ x: Int, _ y: Int, _ phone: Phone) -> [UInt8] {
      let image = phone.screenshot()
      return Array(image.pixels[(y * 1080 + x) * 3..<(y * 1080 + x) * 3 + 3])
    }
    // Read off the recorded screen: the page, the switch's track, its thumb.
    #expect(pixel(20, 1500, phone) == [240, 240, 243])
    #expect(pixel(1000, 1293, phone) == [101, 108, 112])
    #expect(pixel(928, 1293, phone) == [165, 172, 178])
    phone.perform(.tap(x: 964, y: 1293))
    #expect(pixel(905, 1293, phone) == [0, 102, 139])
    phone.set("ui_night_mode", in: .secure, to: "2")
    #expect(pixel(20, 1500, phone) == [25, 28, 30])
  }
}
