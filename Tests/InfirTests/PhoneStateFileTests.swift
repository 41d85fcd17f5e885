import Foundation
import TestSupport
import Testing
import VirtualPhone

@testable import infir

@Suite struct PhoneStateFileTests {
  private let folder: TemporaryDirectory
  private let phone = SharedPhone(PhoneHost(Phone(PhoneConfiguration(width: 240, height: 320, density: 160))))

  init() throws { folder = try TemporaryDirectory() }

  private var path: String { folder.file("phone.state") }

  @Test func oneProgramAtATimeKeepsAPhoneInIt() throws {
    var first: PhoneStateFile? = try PhoneStateFile(path: path, phone: phone)
    try first?.save()
    let error = #expect(throws: NamedProblem.self) { try PhoneStateFile(path: path, phone: phone) }
    #expect(error?.description.contains("another program serves that phone") == true)
    // What is in place after another writing is kept as well.
    phone.use { _ = $0.run("input tap 5 5") }
    try first?.save()
    #expect(throws: NamedProblem.self) { try PhoneStateFile(path: path, phone: phone) }
    first = nil
    #expect(throws: Never.self) { try PhoneStateFile(path: path, phone: phone) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["phone.state"])
  }

  @Test func aLinkStaysOne() throws {
    try PhoneStateFile(path: path, phone: phone).save()
    try FileManager.default.createSymbolicLink(atPath: folder.file("link"), withDestinationPath: path)
    try PhoneStateFile(path: folder.file("link"), phone: phone).save()
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("link")) == path)
    let kind = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    #expect(kind == .typeRegular)
  }

  @Test func aFolderInItsPlaceIsASentence() throws {
    let error = #expect(throws: NamedProblem.self) { try PhoneStateFile(path: folder.path, phone: phone).save() }
    #expect(error?.description.contains("can't be written") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}
