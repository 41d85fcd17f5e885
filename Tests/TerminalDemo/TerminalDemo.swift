import Dispatch
import Foundation
import Interface
import Synchronization
import Terminal

/// A program for the tests of `Terminal`: shows every role and a picture, echoes what it is told, and goes wrong in all
/// ways on request.
@main
struct TerminalDemo {
  struct Thrown: Error {}

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.first == "--aside" else { runAndExit(arguments) }
    // As where the main function is asynchronous: the session has a thread that blocks signals.
    DispatchQueue.global().async { runAndExit(Array(arguments.dropFirst())) }
    dispatchMain()
  }

  private static func runAndExit(_ arguments: [String]) -> Never {
    do {
      try run(arguments)
      exit(0)
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ arguments: [String]) throws {
    if arguments == ["--report"] {
      print("pictures: \(TerminalReport(environment: ProcessInfo.processInfo.environment).pictures)")
      return
    }
    let throwsAfterwards = Mutex(false)
    try TerminalSession.run(program: Demo(pictures: arguments)) { effect, send in
      guard case .saveScreen(let request) = effect else { return }
      switch request {
      case "flood": flood(send)
      case "throw":
        throwsAfterwards.withLock { $0 = true }
        send(.notice("quit"))
      case "crash in a thread": DispatchQueue.global().async { crash() }
      case "exit": DispatchQueue.global().async { exit(3) }
      case "log": FileHandle.standardError.write(Data("a line for standard error\n".utf8))
      default: break
      }
    }
    print("the demo is over")
    if throwsAfterwards.withLock({ $0 }) { throw Thrown() }
  }

  /// 200,000 messages from four threads, as fast as they go.
  private static func flood(_ send: @escaping @Sendable (Message) -> Void) {
    for _ in 0..<4 {
      DispatchQueue.global().async { for _ in 0..<50_000 { send(.notice("flood")) } }
    }
  }

  static func crash() {
    let nothing: [Int] = []
    print(nothing[CommandLine.arguments.count])
  }
}

/// The demo's state.
struct Demo: Program {
  let pictures: [String]
  private var size = Size(columns: 0, rows: 0)
  private var surroundings = Surroundings()
  private var log: [String] = []
  private var floods = 0
  private var picture = 0
  private var marks = 0
  private var isTyping = false

  init(pictures: [String]) { self.pictures = pictures }

  mutating func update(_ message: Message) -> Effect? {
    switch message {
    case .resized(let size): self.size = size
    case .surroundings(let surroundings): self.surroundings = surroundings
    case .notice("flood"): floods += 1
    case .notice("quit"): return .batch([.batch([]), .quit, .saveScreen("log")])
    case .key(let key):
      log.append("key \(key)")
      return command(key)
    case .paste(let text): log.append("paste \(text.debugDescription)")
    case .mouse(let mouse): log.append("mouse \(mouse.kind) \(mouse.column) \(mouse.row)")
    default: break
    }
    return nil
  }

  private mutating func command(_ key: Key) -> Effect? {
    switch key {
    case .character("q"): return .quit
    case .character("c"): TerminalDemo.crash()
    case .character("a"): abort()
    case .character("t"): return .saveScreen("crash in a thread")
    case .character("e"): return .saveScreen("throw")
    case .character("x"): return .saveScreen("exit")
    case .character("f"): return .saveScreen("flood")
    case .character("s"): return .saveScreen("log")
    case .character("h"): while true { sleep(1) }
    case .character("l"), .control("l"): return .redraw
    case .control("z"): return .suspend
    case .character("p"): picture += 1
    case .character("m"): marks += 1
    default: break
    }
    return nil
  }

  func draw() -> Frame {
    var frame = Frame(size: size)
    let left = size.columns / 2
    if !pictures.isEmpty {
      frame.pictures = [
        Picture(
          path: pictures[picture % pictures.count], area: Rect(column: 0, row: 1, columns: left, rows: size.rows - 2),
          marks: Demo.marks[marks % Demo.marks.count])
      ]
    }
    write("demo \(size.columns)×\(size.rows)", at: left + 1, 0, role: .title, to: &frame)
    write("pictures: \(surroundings.pictures); UTF-8: \(surroundings.isUTF8)", at: left + 1, 1, to: &frame)
    write("floods: \(floods); process: \(getpid()).", at: left + 1, 2, to: &frame)
    for (index, role) in Role.allCases.enumerated() {
      write("\(role)", at: left + 1 + index % 3 * 12, 3 + index / 3, role: role, to: &frame)
    }
    write("wide: 漢字 é 👍 end", at: left + 1, 7, to: &frame)
    for (index, line) in log.suffix(max(0, size.rows - 9)).enumerated() {
      write(line, at: left + 1, 8 + index, to: &frame)
    }
    for column in 0..<size.columns { frame[column, size.rows - 1] = Cell(" ", role: .status) }
    write("q quit", at: 1, size.rows - 1, role: .status, to: &frame)
    return frame
  }

  private func write(_ text: String, at column: Int, _ row: Int, role: Role = .text, to frame: inout Frame) {
    var column = column
    for character in text {
      frame[column, row] = Cell(character, role: role)
      column += 1
      if "漢字👍".contains(character) {
        frame[column, row] = Cell(nil, role: role)
        column += 1
      }
    }
  }

  private static let marks: [[Mark]] = [
    [],
    [.ring(x: 540, y: 1200, role: .proposed)],
    [.ring(x: 200, y: 400, role: .proposed), .ring(x: 260, y: 460, role: .recorded)],
    [.arrow(fromX: 540, fromY: 1800, toX: 540, toY: 600, role: .proposed)],
    [.box(left: 60, top: 300, right: 1000, bottom: 520, role: .good)],
    [.label(x: 100, y: 1200, text: "hello, world", role: .proposed)],
  ]
}
