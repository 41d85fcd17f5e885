import Testing

@testable import VirtualPhone

@Suite("Notes")
struct NotesAppTests {
  private let folder = NotesData.folder

  private func phone(_ notes: [String: String] = [:]) -> Phone {
    var phone = Phone()
    for entry in (try? phone.files.list(folder)) ?? [] {
      try? phone.files.remove("\(folder)/\(entry.name)", recursively: true)
    }
    for (index, note) in notes.sorted(by: { $0.key < $1.key }).enumerated() {
      try? phone.files.makeDirectory(PhoneFileSystem.directory(of: "\(folder)/\(note.key)"), withParents: true)
      try? phone.files.write(
        Array(note.value.utf8), to: "\(folder)/\(note.key)", modified: phone.milliseconds / 1000 - 1000 * index)
    }
    _ = phone.start(PhoneIntent(component: NotesApp().package.launcherActivity))
    return phone
  }

  private func text(_ name: String, _ phone: Phone) -> String? {
    (try? phone.files.read("\(folder)/\(name)")).map { String(decoding: $0, as: UTF8.self) }
  }

  private func names(_ folder: String, _ phone: Phone) -> [String] {
    ((try? phone.files.list(folder)) ?? []).map(\.name)
  }

  private func longPress(_ name: String, _ phone: inout Phone, _ location: SourceLocation = #_sourceLocation) {
    guard let node = phone.hierarchy().find(name) else {
      Issue.record("there is no “\(name)”:\n\(phone.hierarchy().lines())", sourceLocation: location)
      return
    }
    let (x, y) = node.center
    phone.perform(.swipe(fromX: x, fromY: y, toX: x, toY: y, milliseconds: 1000))
  }

  @Test func areFilesThatTheShellSees() {
    var host = PhoneHost(phone(["a.md": "one\n"]))
    #expect(String(decoding: host.run("cat /sdcard/Documents/markor/a.md").output, as: UTF8.self) == "one\n")
    _ = host.run("echo two > /sdcard/Documents/markor/b.txt")
    #expect(host.phone.hierarchy().find("File b.txt") != nil)
  }

  @Test func areSavedWhenTheyAreLeft() {
    var phone = phone()
    phone.tap(on: "Create a new file or folder")
    phone.perform(.text("plan"))
    phone.tap(on: "OK")
    #expect(text("plan.md", phone) == "")
    phone.perform(.text("one\ntwo"))
    #expect(text("plan.md", phone) == "")
    var left = phone
    left.perform(.key(4))
    left.perform(.key(4))
    #expect(text("plan.md", left) == "one\ntwo")
    #expect(left.hierarchy().find("File plan.md") != nil)
    var gone = phone
    gone.perform(.key(3))
    #expect(text("plan.md", gone) == "one\ntwo")
    phone.tap(on: "Save")
    #expect(text("plan.md", phone) == "one\ntwo")
  }

  @Test func stayWhenTheAppsDataIsCleared() {
    var phone = phone(["a.md": "x"])
    phone.tap(on: "Sort by")
    phone.tap(on: "Date")
    #expect(phone.data.notes.order == .date)
    let isCleared = phone.clearData(of: NotesApp.name)
    #expect(isCleared && phone.data.notes.order == .name && text("a.md", phone) == "x")
  }

  @Test func haveTheEndingOfTheirType() {
    var phone = phone()
    phone.tap(on: "Create a new file or folder")
    phone.perform(.text("list"))
    phone.tap(on: "Markdown")
    phone.tap(on: "Plain Text")
    #expect(phone.hierarchy().find("list") != nil)
    phone.tap(on: "OK")
    phone.perform(.key(4))
    phone.perform(.key(4))
    #expect(names(folder, phone) == ["list.txt"])
    // The next one has the same.
    phone.tap(on: "Create a new file or folder")
    #expect(phone.hierarchy().find(".txt") != nil)
  }

  @Test func areInFolders() {
    var phone = phone(["a.md": "x"])
    phone.tap(on: "Create a new file or folder")
    phone.perform(.text("Work"))
    phone.tap(on: "FOLDER")
    #expect(phone.files.isDirectory("\(folder)/Work"))
    longPress("a.md", &phone)
    #expect(phone.hierarchy().find("Selected a.md") != nil)
    phone.tap(on: "More options")
    phone.tap(on: "Move")
    phone.tap(on: "Folder Work")
    phone.tap(on: "SELECT THIS FOLDER")
    #expect(names(folder, phone) == ["Work"] && names("\(folder)/Work", phone) == ["a.md"])
    phone.tap(on: "Folder Work")
    #expect(phone.hierarchy().find("> Work") != nil && phone.hierarchy().find("File a.md") != nil)
    phone.perform(.key(4))
    #expect(phone.hierarchy().find("Folder Work") != nil)
  }

  @Test func areRenamedAndDeleted() {
    var phone = phone(["a.md": "x", "b.md": "y", "c.md": "z"])
    longPress("a.md", &phone)
    phone.tap(on: "Rename")
    phone.perform(.keyCombination([113, 29]))
    phone.perform(.text("first.txt"))
    phone.tap(on: "OK")
    #expect(names(folder, phone) == ["b.md", "c.md", "first.txt"])
    longPress("b.md", &phone)
    phone.tap(on: "File c.md")
    phone.tap(on: "Delete")
    var kept = phone
    kept.tap(on: "CANCEL")
    #expect(names(folder, kept).count == 3)
    phone.tap(on: "OK")
    #expect(names(folder, phone) == ["first.txt"])
  }

  @Test func areSortedByNameOrDate() {
    var phone = phone(["a.md": "x", "b.md": "y", "c.md": "zz", "d/e.md": ""])
    func order() -> [String] {
      phone.hierarchy().all.map(\.contentDescription).filter { $0.hasPrefix("File ") || $0.hasPrefix("Folder ") }
    }
    #expect(order() == ["Folder ..", "Folder d", "File a.md", "File b.md", "File c.md"])
    phone.tap(on: "Sort by")
    phone.tap(on: "Reverse order")
    #expect(order() == ["Folder ..", "Folder d", "File c.md", "File b.md", "File a.md"])
    try? phone.files.setModified(phone.milliseconds / 1000 + 5, of: "\(folder)/b.md")
    phone.tap(on: "Sort by")
    phone.tap(on: "Date")
    phone.tap(on: "Sort by")
    phone.tap(on: "Reverse order")
    #expect(order() == ["Folder ..", "Folder d", "File b.md", "File a.md", "File c.md"])
  }

  @Test func areFoundByNameAndText() {
    var phone = phone(["a.md": "apples", "b.md": "pears"])
    phone.tap(on: "Search")
    phone.perform(.text("pear"))
    #expect(phone.hierarchy().find("File b.md") != nil && phone.hierarchy().find("File a.md") == nil)
  }

  @Test func areSharedWithMessages() {
    var phone = phone(["a.md": "Call me"])
    phone.tap(on: "File a.md")
    phone.tap(on: "More options")
    phone.tap(on: "Share")
    phone.tap(on: "Messages")
    phone.tap(on: "Type a name, phone number, or email")
    phone.perform(.text("+15550001"))
    phone.perform(.key(66))
    phone.tap(on: "Send SMS")
    #expect(phone.data.messages.conversation("+15550001")?.messages.last?.text == "Call me")
  }

  @Test func takeWhatIsPastedIntoAnEmptyOne() {
    var phone = phone(["a.md": ""])
    phone.system.clipboard = "from elsewhere"
    phone.tap(on: "File a.md")
    guard let editor = phone.hierarchy().all.first(where: { $0.className == "android.widget.EditText" }) else {
      Issue.record("no editor")
      return
    }
    let (x, y) = editor.center
    phone.perform(.swipe(fromX: x, fromY: y, toX: x, toY: y, milliseconds: 1000))
    phone.tap(on: "Paste")
    phone.tap(on: "Save")
    #expect(text("a.md", phone) == "from elsewhere")
  }

  @Test func canBeUndoneToWhatWasSaved() {
    var phone = phone(["a.md": "old"])
    phone.tap(on: "File a.md")
    phone.tap(on: "old")
    phone.perform(.keyCombination([113, 29]))
    phone.perform(.text("new"))
    phone.tap(on: "Undo")
    #expect(phone.hierarchy().find("old") != nil)
    phone.tap(on: "Redo")
    phone.tap(on: "Save")
    #expect(text("a.md", phone) == "new")
  }

  @Test func theQuickNoteIsAlwaysThere() {
    var phone = phone()
    phone.tap(on: "QuickNote")
    phone.perform(.tap(x: 540, y: 600))
    phone.perform(.text("milk"))
    phone.tap(on: "Files")
    #expect(text("QuickNote.md", phone) == "milk")
  }
}
