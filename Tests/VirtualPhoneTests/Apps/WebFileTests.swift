import Foundation
import TestSupport
import Testing

@testable import VirtualPhone

@Suite("Pages in files")
struct WebFileTests {
  private static let pages = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
    path: "../../../tasks/pages")

  private func phone(_ page: String, seed: UInt64) throws -> Phone {
    let html = try String(contentsOf: Self.pages.appending(path: "\(page).html"), encoding: .utf8)
      .replacing("%%SEED%%", with: String(seed))
    var phone = Phone()
    try phone.files.write(Array(html.utf8), to: "/sdcard/Download/task.html")
    let isOpen = phone.start(
      PhoneIntent(
        action: "android.intent.action.VIEW", component: BrowserApp().package.launcherActivity,
        data: "file:///sdcard/Download/task.html"))
    #expect(isOpen)
    return phone
  }

  @Test(arguments: 0..<20) func aMazeIsWalkedThrough(seed: Int) throws {
    var phone = try phone("maze", seed: UInt64(seed) &* 977)
    let walls = MazePage.walls(String(seed &* 977))
    var (row, column) = (0, 0)
    // There is one way right and down, which no dead end leaves at its first step.
    func leads(_ row: Int, _ column: Int) -> Bool {
      guard row < 4, column < 4, !walls[row * 4 + column] else { return false }
      return row == 3 && column == 3 || leads(row + 1, column) || leads(row, column + 1)
    }
    while (row, column) != (3, 3) {
      #expect(phone.hierarchy().find("row \(row + 1), column \(column + 1): X") != nil)
      #expect(phone.hierarchy().find("Success!") == nil)
      if leads(row + 1, column) { row += 1 } else { column += 1 }
      phone.tap(on: row > 0 && phone.hierarchy().find("row \(row), column \(column + 1): X") != nil ? "Down" : "Right")
    }
    #expect(phone.hierarchy().find("Success!")?.className == "android.widget.TextView")
  }

  @Test func wallsStopTheX() throws {
    var phone = try phone("maze", seed: 5)
    phone.tap(on: "Up")
    phone.tap(on: "Left")
    #expect(phone.hierarchy().find("row 1, column 1: X") != nil)
  }

  @Test func fiveNumbersAreMultiplied() throws {
    var phone = try phone("multiply", seed: 42)
    var product = 1
    for _ in 0..<5 {
      let number = phone.hierarchy().all.compactMap { $0.text.count == 1 ? Int($0.text) : nil }.first
      product *= number ?? 0
      phone.tap(on: "Click Me")
    }
    #expect(phone.hierarchy().find("Click Me") == nil)
    phone.tap(on: "Enter the product")
    phone.perform(.text(String(product + 1)))
    phone.tap(on: "Submit")
    #expect(phone.hierarchy().find("Success!") == nil)
    phone.tap(on: String(product + 1))
    phone.perform(.keyCombination([113, 29]))
    phone.perform(.text(String(product)))
    phone.tap(on: "Submit")
    #expect(phone.hierarchy().find("Success!") != nil)
  }

  @Test func threeColoursAreDrawnWith() throws {
    var phone = try phone("draw", seed: 7)
    let wanted = phone.hierarchy().all.compactMap { node in
      node.contentDescription.hasPrefix("Task color: ") ? String(node.contentDescription.dropFirst(12)) : nil
    }
    #expect(Set(wanted).count == 3)
    guard let canvas = phone.hierarchy().find("Canvas")?.bounds else {
      Issue.record("no canvas")
      return
    }
    for (index, color) in wanted.enumerated() {
      phone.tap(on: "Submit")
      #expect(phone.hierarchy().find("Success!") == nil)
      phone.tap(on: color)
      let y = canvas.top + 100 + 150 * index
      phone.perform(.swipe(fromX: canvas.left + 50, fromY: y, toX: canvas.right - 50, toY: y, milliseconds: 400))
    }
    phone.tap(on: "Submit")
    #expect(phone.hierarchy().find("Success!") != nil)
    phone.tap(on: "Clear")
    #expect(phone.hierarchy().find("Success!") == nil)
  }

  @Test func aColourThatIsDrawnOverIsGone() {
    let place = (a: View.Place(x: 50, y: 50), b: View.Place(x: 200, y: 50))
    let red = DrawPage.Stroke(color: 0, from: place.a, to: place.b)
    let blue = DrawPage.Stroke(color: 2, from: place.a, to: place.b)
    #expect(DrawPage.visible([red]) == [0])
    #expect(DrawPage.visible([red, blue]) == [2])
    #expect(DrawPage.visible([DrawPage.Stroke(color: 1, from: place.a, to: place.a)]) == [1])
  }

  // What the pages' own JavaScript gives, run in node.
  @Test func theNumbersAreThoseOfTheJavaScript() {
    var random = PageRandom("3")
    let expected: [UInt32] = [2_546_248_758, 1_242_550_263, 3_453_990_895, 1_600_849_342]
    #expect((0..<4).map { _ in random.next() } == expected)
    #expect(MultiplyPage.numbers("3") == [7, 4, 2, 2, 9])
    #expect(DrawPage.wanted("3") == [6, 10, 5])
    #expect(MazePage.walls("3").map { $0 ? "#" : "." }.joined() == "..###..##....#..")
  }

  @Test func plainPagesAreRead() {
    let page = HTMLPage(
      Array(
        """
        <!-- <p>not shown</p> --><html><head><title>A &amp; B</title><style>p { color: red }</style></head>
        <body><h1>Big   news</h1><p>One <b>two</b>
        three&nbsp;&lt;four&#33;</p><ul><li>milk<li>tea</ul><a href='next.html'>On</a>
        <script>if (a < b) document.write("no")</script><img src="x.png" alt="A hill"><p></p></body>
        """.utf8))
    #expect(page.title == "A & B")
    #expect(page.widget == nil)
    #expect(
      page.parts == [
        .heading("Big news"), .text("One two three <four!"), .text("• milk"), .text("• tea"),
        .link("On", address: "next.html"), .picture("x.png", name: "A hill"),
      ])
  }

  @Test func linksLeadToFilesBesideThePage() throws {
    var phone = Phone()
    try phone.files.write(Array("<a href=\"other%20page.html\">Next</a>".utf8), to: "/sdcard/Download/one.html")
    try phone.files.write(Array("<h2>Second</h2>".utf8), to: "/sdcard/Download/other page.html")
    _ = phone.start(PhoneIntent(action: "android.intent.action.VIEW", data: "file:///sdcard/Download/one.html"))
    phone.launch(FilesApp.name)
    phone.tap(on: "one.html")
    phone.tap(on: "Chrome")
    phone.tap(on: "Just once")
    phone.tap(on: "Next")
    #expect(phone.hierarchy().find("Second") != nil)
    phone.perform(.key(4))
    #expect(phone.hierarchy().find("Next") != nil)
  }

  @Test func damagedPagesAreReadToo() throws {
    let good = Array(try String(contentsOf: Self.pages.appending(path: "maze.html"), encoding: .utf8).utf8)
    var mutator = Mutator(seed: 5)
    for _ in 0..<Mutator.inputs { #expect(HTMLPage(mutator.mutate(good)).parts.count <= 1001) }
  }
}
