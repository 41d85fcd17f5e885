import TestSupport
import Testing

@testable import Devices

@Suite("The note of a keyboard") struct KeyboardNoteTests {
  @Test func itIsWrittenReadAndRemoved() throws {
    let folder = try TemporaryDirectory()
    let note = KeyboardNote(folder: folder.file("deep/keyboards"), serial: "192.168.1.7:5555")
    #expect(note.keyboard == nil)
    try note.write("com.a.b/.Keys")
    #expect(note.keyboard == "com.a.b/.Keys")
    #expect(KeyboardNote(folder: note.folder, serial: "other").keyboard == nil)
    note.remove()
    #expect(note.keyboard == nil)
  }

  @Test func whatIsNoKeyboardIsNotRead() throws {
    let folder = try TemporaryDirectory()
    let note = KeyboardNote(folder: folder.path, serial: "../X")
    try note.write("com.a/.B; rm -rf /")
    #expect(note.keyboard == nil)
  }
}
