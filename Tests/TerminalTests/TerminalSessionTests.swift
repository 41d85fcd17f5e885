import Foundation
import Imaging
import TestSupport
import Testing

@testable import Terminal

/// The demo in a real terminal.
@Suite(.enabled(if: Tmux.isInstalled, Comment(rawValue: Tmux.missing)), .serialized)
struct TerminalSessionTests {
  private static let demo = Products.path(of: "TerminalDemo")
  private static let screenshot = "data/episodes/androidgen-1720601491/screens/0000.png"

  private let directory: TemporaryDirectory
  private let picture: String

  init() throws {
    directory = try TemporaryDirectory()
    picture = directory.file("picture.png")
    // A square, red above and blue below.
    let pixels = (0..<4_096).flatMap { $0 < 2_048 ? [255, 0, 0] : [0, 0, 255] as [UInt8] }
    try directory.write(try Image(width: 64, height: 64, pixels: pixels).pngData(), to: "picture.png")
  }

  /// The demo as a shell's child; what remains is told by the shell afterwards.
  private func start(
    columns: Int = 80, rows: Int = 24, term: String = "xterm-256color", environment: [String: String] = [:],
    arguments: [String] = [], pictures: [String] = []
  ) async throws -> Tmux {
    let script = """
      before=$(stty -g); "$@"; echo "exit $?"
      [ "$(stty -g)" = "$before" ] && echo "modes restored" || echo "modes changed"
      read line
      """
    let quiet = ["SWIFT_BACKTRACE": "enable=yes,interactive=no,color=no,threads=crashed,limit=8,images=none"]
    let terminal = try await Tmux(
      columns: columns, rows: rows, term: term, environment: quiet.merging(environment) { $1 },
      command: ["bash", "-c", script, "shell", TerminalSessionTests.demo] + arguments + pictures)
    return terminal
  }

  /// Whether both halves of the picture are there, in 256 colours or more.
  private func hasPicture(_ screen: String) -> Bool {
    ["2;255;0;0", "5;196"].contains { screen.contains($0) } && ["2;0;0;255", "5;21"].contains { screen.contains($0) }
  }

  private func isUp(_ screen: String) -> Bool { screen.contains("demo ") && screen.contains("q quit") }

  private func process(_ screen: String) throws -> Int32 {
    let digits = try #require(
      screen.firstRange(of: "process: ").map { screen[$0.upperBound...].prefix { $0.isNumber } })
    return try #require(Int32(digits))
  }

  /// The demo has ended and left the terminal as it was.
  private func expectRestored(_ terminal: Tmux, exit: Int, saying words: String? = nil) async throws {
    // Backtraces take their time.
    let screen = try await terminal.wait(for: "the end of the demo", timeout: .seconds(60)) {
      $0.contains("exit ") && $0.contains("modes ")
    }
    #expect(screen.contains("exit \(exit)\n"), "\(screen)")
    #expect(screen.contains("modes restored"))
    if let words { #expect(screen.contains(words), "\(screen)") }
    let flags = "alternate #{alternate_on} cursor #{cursor_flag} mouse #{mouse_any_flag} keypad #{keypad_flag}"
    #expect(try await terminal.value(of: flags) == "alternate 0 cursor 1 mouse 0 keypad 0")
  }

  // MARK: - Drawing

  @Test("frames fill the terminal", arguments: [(80, 24), (200, 60)])
  func frames(columns: Int, rows: Int) async throws {
    let terminal = try await start(columns: columns, rows: rows)
    let screen = try await terminal.wait(for: "the demo") { $0.contains("demo \(columns)×\(rows)") && isUp($0) }
    let lines = screen.components(separatedBy: "\n")
    #expect(lines.count == rows)
    #expect(screen.contains("wide: 漢字 é 👍 end"))
    #expect(try await terminal.value(of: "#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "1 0 1")
  }

  @Test func resizing() async throws {
    let terminal = try await start(pictures: [picture])
    try await terminal.wait(for: "the demo") { isUp($0) }
    for (columns, rows) in [(200, 60), (80, 24), (40, 10), (120, 30)] {
      try await terminal.resize(columns: columns, rows: rows)
      try await terminal.wait(for: "\(columns)×\(rows)", attributes: true) { screen in
        screen.contains("demo \(columns)×\(rows)") && screen.components(separatedBy: "\n").count == rows
          && screen.contains("q quit") && hasPicture(screen)
      }
    }
    // Silly sizes have to be survived.
    for (columns, rows) in [(1, 1), (2, 40), (300, 2)] { try await terminal.resize(columns: columns, rows: rows) }
    try await terminal.resize(columns: 80, rows: 24)
    try await terminal.wait(for: "the demo again") { $0.contains("demo 80×24") && isUp($0) }
    try await terminal.press("q")
    try await expectRestored(terminal, exit: 0)
  }

  @Test func aPictureIsBlocksInTheColoursThatThereAre() async throws {
    let terminal = try await start(environment: ["COLORTERM": "truecolor"], pictures: [picture])
    try await terminal.wait(for: "the picture", attributes: true) {
      $0.contains("blocks, true colour") && $0.contains("2;255;0;0") && $0.contains("2;0;0;255")
    }
  }

  @Test func theNextPictureTakesThePlaceOfTheLast() async throws {
    let green = directory.file("green.png")
    try Image(width: 10, height: 80, pixels: (0..<800).flatMap { _ in [0, 255, 0] as [UInt8] }).writePNG(to: green)
    let terminal = try await start(environment: ["COLORTERM": "truecolor"], pictures: [picture, green])
    try await terminal.wait(for: "the picture", attributes: true) { hasPicture($0) }
    try await terminal.press("p")
    try await terminal.wait(for: "the next", attributes: true) {
      $0.contains("2;0;255;0") && !$0.contains("2;255;0;0") && !$0.contains("2;0;0;255")
    }
  }

  @Test(
    "what can't be shown is said", arguments: [("missing.png", "can't be read"), ("text.png", "neither PNG nor JPEG")])
  func damagedPictures(name: String, words: String) async throws {
    try directory.write(Array("text".utf8), to: "text.png")
    let terminal = try await start(pictures: [directory.file(name)])
    try await terminal.wait(for: words) { screen in
      screen.split(separator: "\n").map { $0.prefix(40).trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
        .contains(words)
    }
  }

  @Test func withoutColoursAndUTF8ThereIsOnlyASCII() async throws {
    let terminal = try await start(term: "vt100", environment: ["LC_ALL": "C"], pictures: [picture])
    let screen = try await terminal.wait(for: "the demo") { $0.contains("demo ") && $0.contains("characters, no") }
    #expect(screen.unicodeScalars.allSatisfy { $0.isASCII })
    let colors = try await terminal.capture(attributes: true)
    // 39 is no colour.
    #expect(!["[30m", "[31m", "[34m", "[38;"].contains { colors.contains($0) }, "\(colors)")
  }

  @Test("the terminal's pictures are used where asked for", arguments: ["kitty", "iterm2", "sixel"])
  func pixels(method: String) async throws {
    let terminal = try await Tmux(
      environment: ["INFIR_PICTURES": method, "TMUX": "", "TMUX_PANE": ""], command: ["sh"])
    let recording = directory.file("sent")
    try await terminal.record(to: recording)
    try await terminal.type("\(TerminalSessionTests.demo) \(picture)")
    try await terminal.press("Enter")
    // At the picture's corner.
    let start =
      switch method {
      case "kitty": "\u{1B}_Ga=T,f=100,i=1,"
      case "iterm2": "\u{1B}]1337;File=size="
      default: "\u{1B}P0;1;0q"
      }
    let sent = { String(decoding: (try? Data(contentsOf: URL(fileURLWithPath: recording))) ?? Data(), as: UTF8.self) }
    try await terminal.wait(for: "the picture") { _ in sent().contains("\u{1B}[3;1H" + start) }
    try await terminal.press("q")
    try await terminal.wait(for: "its end") { $0.contains("the demo is over") }
    #expect(sent().contains(KittyEncoder.deleteAll) == (method == "kitty"))
  }

  @Test func anotherFontMakesAnotherPicture() async throws {
    let terminal = try await Tmux(
      environment: ["INFIR_PICTURES": "kitty", "TMUX": "", "TMUX_PANE": ""], command: ["sh"])
    let recording = directory.file("sent")
    try await terminal.record(to: recording)
    let terminalPath = try await terminal.value(of: "#{pane_tty}")
    /// As a terminal does when its font changes: as many cells as before, of another size.
    func setCell(width: UInt16, height: UInt16) throws {
      let file = try FileHandle(forUpdating: URL(fileURLWithPath: terminalPath))
      var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 80 * width, ws_ypixel: 24 * height)
      try #require(ioctl(file.fileDescriptor, UInt(TIOCSWINSZ), &size) == 0)
    }
    /// The width in the header of the PNG that was sent last.
    func sentWidth() -> Int? {
      let sent = String(decoding: (try? Data(contentsOf: URL(fileURLWithPath: recording))) ?? Data(), as: UTF8.self)
      guard let last = sent.ranges(of: "a=T,f=100,").last else { return nil }
      let base64 = sent[last.upperBound...].drop { $0 != ";" }.dropFirst().prefix(32)
      guard let header = Data(base64Encoded: String(base64)), header.count == 24 else { return nil }
      return header[16..<20].reduce(0) { $0 << 8 | Int($1) }
    }
    try setCell(width: 10, height: 20)
    try await terminal.type("\(TerminalSessionTests.demo) \(picture)")
    try await terminal.press("Enter")
    // Half of 80 columns.
    try await terminal.wait(for: "the picture") { _ in sentWidth() == 400 }
    try setCell(width: 20, height: 40)
    try await terminal.wait(for: "the larger picture") { _ in sentWidth() == 800 }
    try await terminal.press("q")
  }

  // MARK: - Reports

  @Test func aReportLeavesTheTerminalAsItWas() async throws {
    let script = """
      before=$(stty -g); \(TerminalSessionTests.demo) --report; [ "$(stty -g)" = "$before" ] && echo "modes restored"
      read -t 1 -n 1 rest; echo "left over: ${#rest}"; read line
      """
    let terminal = try await Tmux(environment: ["TMUX": "", "TMUX_PANE": ""], command: ["bash", "-c", script])
    let screen = try await terminal.wait(for: "the end of the report") { $0.contains("left over") }
    #expect(screen.contains("pictures: ") && screen.contains("modes restored") && screen.contains("left over: 0"))
  }

  @Test func aReportHearsTheTerminalsAnswer() async throws {
    // What waits to be read comes before what tmux itself answers, which doesn't speak of kitty's pictures.
    let script = """
      stty raw -echo; echo up; dd bs=1 count=1 of=/dev/null status=none; \(TerminalSessionTests.demo) --report; read line
      """
    let terminal = try await Tmux(environment: ["TMUX": "", "TMUX_PANE": ""], command: ["bash", "-c", script])
    try await terminal.wait(for: "the script") { $0.contains("up") }
    try await terminal.send(Array("x\u{1B}_Gi=31;OK\u{1B}\\".utf8))
    try await terminal.wait(for: "the report") { $0.contains("pictures: kitty") }
  }

  // MARK: - Input

  @Test func keysMouseAndPaste() async throws {
    let terminal = try await start(rows: 40)
    try await terminal.wait(for: "the demo") { isUp($0) }
    try await terminal.press("é", "BTab", "F5", "C-g", "Up", "PageUp", "BSpace", "Enter")
    try await terminal.press("Escape")
    try await terminal.wait(for: "the keys") { screen in
      ["character(\"é\")", "backTab", "function(5)", "control(\"g\")", "up", "pageUp", "backspace", "enter", "escape"]
        .allSatisfy { screen.contains("key \($0)") }
    }
    try await terminal.press("M-x", "C-Up", "j")
    try await terminal.paste("first\nq second")
    try await terminal.click(column: 10, row: 5)
    try await terminal.click(column: 10, row: 5)
    try await terminal.send(Array("\u{1B}[<65;3;4M".utf8))
    let screen = try await terminal.wait(for: "the mouse") { $0.contains("scrollDown") }
    #expect(screen.contains("key character(\"j\")") && !screen.contains("key character(\"x\")"))
    #expect(screen.contains("paste \"first\\nq second\""))
    for kind in ["press", "release", "doubleClick"] { #expect(screen.contains("mouse \(kind) 10 5"), "\(screen)") }
    #expect(screen.contains("mouse scrollDown 2 3"))
  }

  @Test func keysAreAnsweredWhileMessagesFlood() async throws {
    let terminal = try await start(rows: 40)
    try await terminal.wait(for: "the demo") { isUp($0) }
    try await terminal.press("f")
    try await terminal.press("g")
    let screen = try await terminal.wait(for: "the key") { $0.contains("character(\"g\")") }
    #expect(!screen.contains("floods: 200000;"), "the key waited for the end of the flood")
    for key in ["i", "j", "k"] {
      try await terminal.press(key)
      try await terminal.wait(for: "the key") { $0.contains("character(\"\(key)\")") }
    }
    try await terminal.wait(for: "all messages", timeout: .seconds(60)) { $0.contains("floods: 200000;") }
  }

  // MARK: - Endings

  @Test func quitting() async throws {
    let terminal = try await start(pictures: [picture])
    try await terminal.wait(for: "the demo") { isUp($0) }
    try await terminal.press("q")
    try await expectRestored(terminal, exit: 0, saying: "the demo is over")
  }

  @Test func aThrownError() async throws {
    let terminal = try await start()
    try await terminal.wait(for: "the demo") { isUp($0) }
    try await terminal.press("e")
    try await expectRestored(terminal, exit: 1, saying: "Thrown")
  }

  @Test func exitElsewhere() async throws {
    let terminal = try await start()
    try await terminal.wait(for: "the demo") { isUp($0) }
    try await terminal.press("x")
    try await expectRestored(terminal, exit: 3)
  }

  @Test(
    "a crash", arguments: [("c", 132, "Index out of range"), ("t", 132, "Index out of range"), ("a", 134, "crashed")])
  func crashes(key: String, exit: Int, words: String) async throws {
    let terminal = try await start(columns: 100, rows: 100)
    try await terminal.wait(for: "the demo") { isUp($0) }
    try await terminal.press(key)
    try await expectRestored(terminal, exit: exit, saying: words)
  }

  @Test(
    "a signal, with the session on the main thread and on another", arguments: [SIGTERM, SIGHUP, SIGINT],
    [[], ["--aside"]])
  func signals(signal: Int32, arguments: [String]) async throws {
    let terminal = try await start(arguments: arguments)
    let process = try process(try await terminal.wait(for: "the demo") { isUp($0) })
    kill(process, signal)
    try await expectRestored(terminal, exit: 128 + Int(signal))
  }

  @Test func theSecondSignalEndsAProgramThatHangs() async throws {
    let terminal = try await start()
    let process = try process(try await terminal.wait(for: "the demo") { isUp($0) })
    try await terminal.press("h")
    try await terminal.wait(for: "the key to have been read") { _ in true }
    kill(process, SIGTERM)
    try await Task.sleep(for: .milliseconds(200))
    kill(process, SIGTERM)
    try await expectRestored(terminal, exit: 143)
  }

  @Test("a terminal that is gone ends the program, told so or not", arguments: ["", "trap '' HUP TERM; "])
  func gone(trap: String) async throws {
    var terminal: Tmux? = try await Tmux(command: ["bash", "-c", trap + TerminalSessionTests.demo])
    let screen = try await terminal?.wait(for: "the demo") { isUp($0) }
    let process = try process(screen ?? "")
    #expect(kill(process, 0) == 0)
    terminal = nil
    let deadline = ContinuousClock.now + .seconds(10)
    while kill(process, 0) == 0, ContinuousClock.now < deadline { try await Task.sleep(for: .milliseconds(10)) }
    #expect(kill(process, 0) != 0)
  }

  @Test("suspending and going on, with the session on the main thread and on another", arguments: ["", "--aside"])
  func suspendingAndGoingOn(argument: String) async throws {
    let terminal = try await Tmux(environment: ["PS1": "shell: "], command: ["bash", "--norc", "--noprofile", "-i"])
    try await terminal.wait(for: "the shell") { $0.contains("shell:") }
    try await terminal.type("\(TerminalSessionTests.demo) \(argument) \(picture)")
    try await terminal.press("Enter")
    let process = try process(
      try await terminal.wait(for: "the demo", attributes: true) { isUp($0) && hasPicture($0) })
    for round in 0..<2 {
      // By the key, and by somebody else.
      if round == 0 { try await terminal.press("C-z") } else { kill(process, SIGTSTP) }
      try await terminal.wait(for: "the shell") { $0.contains("Stopped") && !$0.contains("q quit") }
      #expect(try await terminal.value(of: "#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "0 1 0")
      try await terminal.type("clear; stty -a | grep -o ' icanon'")
      try await terminal.press("Enter")
      try await terminal.wait(for: "the terminal's modes") { $0.contains(" icanon") }
      try await terminal.resize(columns: 90 + round, rows: 30)
      try await terminal.type("clear; fg")
      try await terminal.press("Enter")
      try await terminal.wait(for: "the demo", attributes: true) {
        $0.contains("demo \(90 + round)×30") && isUp($0) && hasPicture($0)
      }
      #expect(try await terminal.value(of: "#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "1 0 1")
    }
    try await terminal.press("q")
    try await terminal.wait(for: "the end") { $0.contains("the demo is over") }
  }

  @Test func standardErrorIsShownAfterwards() async throws {
    let terminal = try await start()
    try await terminal.wait(for: "the demo") { isUp($0) }
    try await terminal.press("s", "j")
    let screen = try await terminal.wait(for: "the keys") { $0.contains("character(\"j\")") }
    #expect(!screen.contains("a line for standard error"))
    try await terminal.press("q")
    try await expectRestored(terminal, exit: 0, saying: "a line for standard error")
  }

  @Test("terminals that won't do", arguments: ["no-such-terminal", "dumb"])
  func unknownTerminals(term: String) async throws {
    let terminal = try await Tmux(
      environment: ["TERM": term, "SWIFT_BACKTRACE": "enable=no"],
      command: ["sh", "-c", "\(TerminalSessionTests.demo) 2>&1; read line"])
    try await terminal.wait(for: "the error") { $0.contains("the terminal type \(term) is unknown") }
  }

  @Test func noTerminal() async throws {
    let piped = try await Tmux(
      environment: ["SWIFT_BACKTRACE": "enable=no"],
      command: ["sh", "-c", "\(TerminalSessionTests.demo) 2>&1 | cat; read line"])
    try await piped.wait(for: "the error") { $0.contains("error: this is not a terminal") }
  }
}
