import Imaging
import Testing

@testable import VirtualPhone

@Suite("Pictures")
struct PicturesTests {
  private func phone(in package: String) -> Phone {
    var phone = Phone()
    phone.launch(package)
    return phone
  }

  private func names(_ folder: String, _ phone: Phone) -> [String] {
    ((try? phone.files.list("/sdcard/\(folder)")) ?? []).map(\.name)
  }

  private func longPress(_ name: String, _ phone: inout Phone, _ location: SourceLocation = #_sourceLocation) {
    guard let node = phone.hierarchy().find(name) else {
      Issue.record("there is no “\(name)”:\n\(phone.hierarchy().lines())", sourceLocation: location)
      return
    }
    let (x, y) = node.center
    phone.perform(.swipe(fromX: x, fromY: y, toX: x, toY: y, milliseconds: 1000))
  }

  @Test func areFilesThatCanBeDecoded() throws {
    var phone = phone(in: CameraApp.name)
    let before = names("Pictures", phone)
    phone.tap(on: "Shutter")
    phone.tap(on: "Shutter")
    let new = names("Pictures", phone).filter { !before.contains($0) }
    #expect(new.count == 2 && new.allSatisfy { $0.hasPrefix("IMG_20231015_1534") && $0.hasSuffix(".jpg") })
    for name in new {
      let image = try Image(decoding: phone.files.read("/sdcard/Pictures/\(name)"))
      #expect(image.width == 480 && image.height == 640)
    }
  }

  @Test func aVideoIsWrittenWhenItsRecordingEnds() throws {
    var phone = phone(in: CameraApp.name)
    phone.tap(on: "Mode list")
    phone.tap(on: "Switch to Video Camera")
    let photos = names("Pictures", phone)
    phone.tap(on: "Shutter")
    phone.advance(by: 4700)
    #expect(phone.hierarchy().find("00:05") != nil && names("Movies", phone).isEmpty)
    var left = phone
    left.perform(.key(3))
    #expect(names("Movies", left).count == 1)
    phone.tap(on: "Shutter")
    phone.tap(on: "Mode list")
    let videos = names("Movies", phone)
    #expect(videos.count == 1 && videos[0].hasPrefix("VID_2023") && names("Pictures", phone) == photos)
    #expect(VideoFile.length(try phone.files.read("/sdcard/Movies/\(videos[0])")) == 5000)
  }

  @Test func areCopiedWithTheirNamesAndTimes() throws {
    var phone = phone(in: GalleryApp.name)
    try phone.files.write(
      Image(width: 40, height: 30, red: 9, green: 99, blue: 199).pngData(), to: "/sdcard/DCIM/receipt.png",
      modified: 1_600_000_000)
    phone.tap(on: "DCIM")
    longPress("receipt.png", &phone)
    phone.tap(on: "More options")
    phone.tap(on: "Copy to")
    phone.tap(on: "Other folder")
    phone.tap(on: "Internal")
    phone.tap(on: "Download")
    phone.tap(on: "OK")
    #expect(names("Download", phone) == ["receipt.png"] && names("DCIM", phone).contains("receipt.png"))
    #expect(try phone.files.entry("/sdcard/Download/receipt.png").modified == 1_600_000_000)
    phone.perform(.key(4))
    #expect(phone.hierarchy().find("Download") != nil)
  }

  @Test func areMovedRenamedAndDeleted() throws {
    var phone = phone(in: GalleryApp.name)
    phone.tap(on: "Pictures")
    guard let name = names("Pictures", phone).last else {
      Issue.record("no pictures")
      return
    }
    phone.tap(on: name)
    #expect(phone.foregroundActivity.hasSuffix("ViewPagerActivity"))
    phone.tap(on: "More options")
    phone.tap(on: "Rename")
    phone.perform(.keyCombination([113, 29]))
    phone.perform(.text("hill"))
    phone.tap(on: "OK")
    #expect(phone.hierarchy().find("hill.jpg") != nil)
    phone.tap(on: "More options")
    phone.tap(on: "Move to")
    phone.tap(on: "Other folder")
    phone.tap(on: "Internal")
    phone.reach("Movies")
    phone.tap(on: "OK")
    #expect(names("Movies", phone) == ["hill.jpg"] && !names("Pictures", phone).contains("hill.jpg"))
    phone.tap(on: "Delete")
    phone.tap(on: "Yes")
    #expect(names("Movies", phone).isEmpty)
  }

  @Test func areShownAsTheyAre() throws {
    var phone = phone(in: GalleryApp.name)
    try phone.files.write(
      Image(width: 400, height: 400, red: 10, green: 200, blue: 30).pngData(), to: "/sdcard/Download/green.png")
    let isOpen = phone.start(
      PhoneIntent(action: "android.intent.action.VIEW", data: "file:///sdcard/Download/green.png"))
    #expect(isOpen)
    let screen = phone.screenshot(scale: 0.25)
    let middle = (screen.height / 2 * screen.width + screen.width / 2) * 3
    #expect(Array(screen.pixels[middle..<middle + 3]) == [10, 200, 30])
    // Other bytes under the same name are another picture.
    try phone.files.write(
      Image(width: 400, height: 400, red: 200, green: 10, blue: 30).pngData(), to: "/sdcard/Download/green.png")
    #expect(Array(phone.screenshot(scale: 0.25).pixels[middle..<middle + 3]) == [200, 10, 30])
  }

  @Test func whatIsNoPictureHasAnIcon() throws {
    var phone = phone(in: GalleryApp.name)
    try phone.files.write(Array("no picture".utf8), to: "/sdcard/Download/broken.png")
    phone.tap(on: "Download")
    phone.tap(on: "broken.png")
    #expect(phone.screenshot(scale: 0.1).width == 108)
  }
}
