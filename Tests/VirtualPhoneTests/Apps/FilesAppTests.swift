import Testing

@testable import VirtualPhone

@Suite("The files app")
struct FilesAppTests {
  private func phone() -> Phone {
    var phone = Phone()
    for (name, text) in [
      ("Podcasts/a.mp3", "a"), ("Podcasts/b.mp3", "bb"), ("Music/b.mp3", "x"), ("Download/page.html", "<h1>Hi</h1>"),
      ("Documents/plan.txt", "one"),
    ] {
      try? phone.files.write(Array(text.utf8), to: "/sdcard/\(name)", modified: 1_697_300_000)
    }
    phone.launch(FilesApp.name)
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

  private func open(_ folder: String, _ phone: inout Phone) {
    phone.tap(on: "Show roots")
    phone.tap(on: "sdk_gphone_x86_64")
    // A chip may have the same name.
    guard let node = phone.hierarchy().all.first(where: { $0.resourceID == "android:id/title" && $0.text == folder })
    else {
      Issue.record("there is no folder \(folder)")
      return
    }
    phone.perform(.tap(x: node.center.x, y: node.center.y))
  }

  @Test func beginsWithTheDownloads() {
    let phone = phone()
    #expect(phone.hierarchy().find("Files in Downloads") != nil && phone.hierarchy().find("page.html") != nil)
  }

  @Test func movesAFile() {
    var phone = phone()
    open("Podcasts", &phone)
    longPress("a.mp3", &phone)
    #expect(phone.hierarchy().find("1 selected") != nil)
    phone.tap(on: "More options")
    phone.tap(on: "Move to…")
    #expect(phone.foregroundActivity.hasSuffix("PickActivity"))
    phone.reach("Music")
    phone.tap(on: "MOVE")
    #expect(names("Podcasts", phone) == ["b.mp3"] && names("Music", phone) == ["a.mp3", "b.mp3"])
  }

  @Test func copiesUnderAFreeName() {
    var phone = phone()
    open("Podcasts", &phone)
    longPress("b.mp3", &phone)
    phone.tap(on: "More options")
    phone.tap(on: "Copy to…")
    phone.reach("Music")
    phone.tap(on: "COPY")
    #expect(names("Podcasts", phone) == ["a.mp3", "b.mp3"] && names("Music", phone) == ["b (1).mp3", "b.mp3"])
  }

  @Test func deletesWhatIsSelected() {
    var phone = phone()
    open("Podcasts", &phone)
    longPress("a.mp3", &phone)
    phone.tap(on: "b.mp3")
    phone.tap(on: "Delete")
    var kept = phone
    kept.tap(on: "Cancel")
    #expect(names("Podcasts", kept).count == 2)
    phone.tap(on: "OK")
    #expect(names("Podcasts", phone).isEmpty && phone.hierarchy().find("No items") != nil)
  }

  @Test func renamesAndMakesFolders() {
    var phone = phone()
    open("Documents", &phone)
    longPress("plan.txt", &phone)
    phone.tap(on: "More options")
    phone.tap(on: "Rename")
    phone.perform(.keyCombination([113, 29]))
    phone.perform(.text("list.txt"))
    phone.tap(on: "OK")
    #expect(names("Documents", phone).contains("list.txt"))
    phone.tap(on: "More options")
    phone.tap(on: "New folder")
    phone.perform(.text("Old"))
    phone.tap(on: "OK")
    #expect(phone.hierarchy().find("Files in Old") != nil && phone.files.isDirectory("/sdcard/Documents/Old"))
    phone.perform(.key(4))
    #expect(phone.hierarchy().find("Files in Documents") != nil)
  }

  @Test func findsAndSorts() {
    var phone = phone()
    phone.tap(on: "Show roots")
    phone.tap(on: "sdk_gphone_x86_64")
    phone.tap(on: "Search")
    phone.perform(.text("b.mp"))
    #expect(phone.hierarchy().all.filter { $0.text == "b.mp3" }.count == 2)
    phone.perform(.key(4))
    phone.perform(.key(4))
    phone.tap(on: "Audio")
    #expect(phone.hierarchy().all.filter { $0.text.hasSuffix(".mp3") }.map(\.text) == ["a.mp3", "b.mp3", "b.mp3"])
    phone.tap(on: "More options")
    phone.tap(on: "Sort by…")
    phone.tap(on: "Size (largest first)")
    #expect(phone.hierarchy().all.filter { $0.text.hasSuffix(".mp3") }.first?.text == "b.mp3")
    phone.tap(on: "List view")
    #expect(phone.hierarchy().find("Oct 14, 2 B, MP3 audio") != nil)
  }

  @Test func asksWhatShouldOpenAPage() {
    var phone = phone()
    phone.tap(on: "page.html")
    phone.tap(on: "Chrome")
    var once = phone
    once.tap(on: "Just once")
    #expect(once.foregroundActivity.hasPrefix("com.android.chrome/") && once.hierarchy().find("Hi") != nil)
    once.perform(.key(4))
    once.tap(on: "page.html")
    #expect(once.hierarchy().find("Open with") != nil)
    phone.tap(on: "Always")
    phone.perform(.key(4))
    phone.tap(on: "page.html")
    #expect(phone.foregroundActivity.hasPrefix("com.android.chrome/"))
  }

  @Test func opensATextInTheNotes() {
    var phone = phone()
    open("Documents", &phone)
    phone.tap(on: "plan.txt")
    #expect(phone.foregroundActivity.hasPrefix("net.gsantner.markor/") && phone.hierarchy().find("one") != nil)
  }

  @Test(arguments: [
    (0, "0 B"), (999, "999 B"), (1000, "1.00 kB"), (12_345, "12.35 kB"), (3_100_000, "3.10 MB"),
    (5_000_000_000, "5.00 GB"),
  ])
  func writesSizesAsAndroid(bytes: Int, text: String) { #expect(FileKind.size(bytes) == text) }

  @Test(arguments: [
    ("a.txt", "a", ".txt"), ("a.tar.gz", "a.tar", ".gz"), (".hidden", ".hidden", ""), ("plain", "plain", ""),
  ])
  func takesNamesApart(name: String, base: String, ending: String) {
    let parts = FileKind.parts(of: name)
    #expect(parts.base == base && parts.ending == ending)
  }
}
