import Testing

@testable import VirtualPhone

@Suite("The recorder")
struct RecorderAppTests {
  private func host(_ before: String = "true") -> PhoneHost {
    var host = PhoneHost(Phone())
    _ = host.run("\(before); am start -n com.dimowner.audiorecorder/.app.welcome.WelcomeActivity")
    return host
  }

  private func files(_ host: inout PhoneHost) -> [String] {
    String(decoding: host.run("ls \(RecordingFile.directory)").output, as: UTF8.self).split(separator: "\n")
      .map(String.init)
  }

  private func tap(_ id: String, _ host: inout PhoneHost, _ location: SourceLocation = #_sourceLocation) {
    guard let node = host.phone.hierarchy().find(id: "com.dimowner.audiorecorder:id/\(id)") else {
      Issue.record("there is no \(id):\n\(host.phone.hierarchy().lines())", sourceLocation: location)
      return
    }
    host.phone.perform(.tap(x: node.center.x, y: node.center.y))
  }

  @Test func aSoundIsRecordedAndNamed() {
    var host = host("pm clear com.dimowner.audiorecorder")
    host.phone.tap(on: "Get started")
    host.phone.tap(on: "Apply")
    tap("btn_record", &host)
    host.phone.advance(by: 4000)
    tap("btn_record", &host)
    #expect(host.phone.hierarchy().find("Paused") != nil)
    host.phone.advance(by: 60_000)
    tap("btn_record", &host)
    host.phone.advance(by: 2000)
    tap("btn_record_stop", &host)
    #expect(files(&host) == ["Record-1.m4a"])
    host.phone.perform(.text("birds/1"))
    host.phone.tap(on: "Save")
    #expect(files(&host) == ["birds_1.m4a"])
    #expect(host.phone.recordings().first?.milliseconds == 6600)
    #expect(host.phone.hierarchy().find("birds_1") != nil && host.phone.hierarchy().find("00:06") != nil)
  }

  @Test func aRecordingIsThrownAwayOnlyWhenConfirmed() {
    var host = host("pm clear com.dimowner.audiorecorder")
    host.phone.data.recorder.isSetUp = true
    tap("btn_record", &host)
    tap("btn_record_delete", &host)
    host.phone.tap(on: "Cancel")
    #expect(host.phone.data.recorder.state == .recording)
    tap("btn_record_delete", &host)
    host.phone.tap(on: "Yes")
    #expect(host.phone.data.recorder.state == .idle && files(&host).isEmpty)
  }

  @Test func recordingsAreRenamedDeletedAndRestored() {
    var host = host("pm clear com.dimowner.audiorecorder")
    host.phone.data.recorder.isSetUp = true
    _ = host.run("cd \(RecordingFile.directory); echo x > a.m4a; echo y > b.m4a")
    tap("btn_records_list", &host)
    host.phone.tap(on: "Options for a")
    host.phone.tap(on: "Rename")
    host.phone.perform(.text("b"))
    host.phone.tap(on: "Save")
    #expect(host.phone.system.toast.contains("already exists"))
    host.phone.perform(.text("c"))
    host.phone.tap(on: "Save")
    #expect(files(&host) == ["b.m4a", "bc.m4a"])
    host.phone.tap(on: "Options for b")
    host.phone.tap(on: "Delete")
    host.phone.tap(on: "Yes")
    #expect(files(&host) == ["b.m4a.del", "bc.m4a"])
    host.phone.perform(.key(4))
    host.phone.tap(on: "Settings")
    host.phone.tap(on: "Trash")
    host.phone.tap(on: "Restore b.m4a")
    #expect(files(&host) == ["b.m4a", "bc.m4a"])
  }

  @Test func whatIsRecordedIsKeptWhenTheAppIsStopped() {
    var host = host("pm clear com.dimowner.audiorecorder")
    host.phone.data.recorder.isSetUp = true
    tap("btn_record", &host)
    host.phone.perform(.key(3))
    #expect(host.phone.data.recorder.state == .recording)
    _ = host.run("am force-stop com.dimowner.audiorecorder")
    host.phone.advance(by: 100)
    #expect(files(&host) == ["Record-1.m4a"] && host.phone.data.recorder.state == .idle)
  }

  @Test func aRecordingOfAYearTakesLittleRoom() {
    #expect(RecordingFile.bytes(milliseconds: 31_536_000_000).count <= 512 << 10)
    #expect(RecordingFile.milliseconds(RecordingFile.bytes(milliseconds: 31_536_000_000)) == 31_536_000_000)
    #expect(RecordingFile.milliseconds([]) == 0)
  }
}
