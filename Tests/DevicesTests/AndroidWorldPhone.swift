import Episodes
import Foundation
import Imaging
import JSON
import Synchronization
import VirtualPhone

/// AndroidWorld's HTTP server with a virtual phone behind it: paths, parameters and answers as in its
/// `server/android_server.py`, actions as in its `env/actuation.py`.
final class AndroidWorldPhone: Sendable {
  /// The phone that is behind it.
  let shared: SharedPhone
  private let suite = Mutex<[(name: String, count: Int)]>([("SystemWifiTurnOff", 2), ("OpenAppTaskEval", 2)])
  /// Tasks that are set up, and what was answered.
  private let state = Mutex<(running: Set<String>, answer: String?, isClosed: Bool)>(([], nil, false))

  init(_ configuration: PhoneConfiguration = PhoneConfiguration(width: 240, height: 320, density: 120)) {
    shared = SharedPhone(PhoneHost(Phone(configuration)))
  }

  var running: Set<String> { state.withLock { $0.running } }
  var answer: String? { state.withLock { $0.answer } }
  var isClosed: Bool { state.withLock { $0.isClosed } }

  func answer(_ request: ReceivedRequest) -> FakeHTTPServer.Answer {
    switch (request.method, request.path) {
    case ("GET", "/health"): return .json(200, #"{"status":"success"}"#)
    case ("POST", "/close"):
      state.withLock { $0.isClosed = true }
      return .json(200, #"{"status":"success"}"#)
    case ("POST", "/reset"):
      guard let goes = truth(request.query["go_home"]) else { return missing("go_home", "bool_parsing") }
      if goes { shared.use { $0.phone.perform(.key(3)) } }
      return success("Environment reset with go_home=\(goes ? "True" : "False").")
    case ("GET", "/screenshot"):
      guard let waits = truth(request.query["wait_to_stabilize"]) else {
        return missing("wait_to_stabilize", "missing")
      }
      if waits { shared.use { $0.phone.advance(by: 1000) } }
      return .json(200, Self.pixels(shared.use { $0.phone.screenshot() }))
    case ("POST", "/execute_action"): return execute(request.body)
    case ("GET", "/suite/task_list"):
      guard let most = request.query["max_index"].flatMap({ Int($0) }) else { return missing("max_index", "missing") }
      let names = suite.withLock { $0.map(\.name) }
      let some = most < 0 || most > names.count ? names : Array(names.prefix(most))
      return .json(200, JSONObject(["task_list": .array(some.map { .string($0) })]).text)
    case ("GET", "/suite/task_length"):
      guard let task = task(request) else { return .json(500, "Internal Server Error") }
      return .json(200, #"{"length":\#(task.count)}"#)
    case ("GET", "/suite/reinitialize"):
      let family = request.query["task_family"] ?? "android_world"
      guard family == "android_world" else { return .json(400, #"{"detail":"Invalid task family: \#(family)"}"#) }
      let count = request.query["n_task_combinations"].flatMap { Int($0) } ?? 2
      suite.withLock { suite in for index in suite.indices { suite[index].count = count } }
      return success(
        "Task suite re-initialized with n_task_combinations=\(count), seed=\(request.query["seed"] ?? "42").")
    default: break
    }
    guard request.path.hasPrefix("/task/") else { return .json(404, #"{"detail":"Not Found"}"#) }
    guard let index = request.query["task_idx"].flatMap({ Int($0) }) else { return missing("task_idx", "missing") }
    // A name or number that isn't there is an exception in its own code.
    guard let task = task(request), (0..<task.count).contains(index) else { return .json(500, "Internal Server Error") }
    let instance = "\(task.name) \(index)"
    switch (request.method, request.path) {
    case ("POST", "/task/initialize"):
      state.withLock { _ = $0.running.insert(instance) }
      shared.use { _ = $0.run("svc wifi enable") }
      return success("Task \(instance) initialized.")
    case ("POST", "/task/tear_down"):
      state.withLock { _ = $0.running.remove(instance) }
      return success("Task \(instance) torn down.")
    case ("GET", "/task/score"):
      let isOff = shared.use { $0.phone.setting("wifi_on", in: .global) } == "0"
      return .json(200, #"{"score":\#(isOff ? "1.0" : "0.0")}"#)
    case ("GET", "/task/goal"): return .json(200, #"{"goal":"Turn wifi off."}"#)
    case ("GET", "/task/template"): return .json(200, #"{"template":"Turn wifi {on_or_off}."}"#)
    default: return .json(405, #"{"detail":"Method Not Allowed"}"#)
    }
  }

  // MARK: - Actions

  private func execute(_ body: [UInt8]) -> FakeHTTPServer.Answer {
    guard let object = (try? JSONValue(parsing: body))?.object else {
      return .json(422, #"{"detail":[{"type":"dict_type","loc":["body"],"msg":"Input should be a valid dictionary"}]}"#)
    }
    // JSONAction's own checks raise, and so do those of the executor.
    guard let action = try? Action(object: object) else { return .json(500, "Internal Server Error") }
    if case .answer(let text) = action { state.withLock { $0.answer = text } }
    let isDone = shared.use { host -> Bool in
      guard
        let commands = Self.commands(
          for: action, width: host.phone.configuration.width, height: host.phone.configuration.height)
      else { return false }
      for command in commands { _ = host.run(command) }
      return true
    }
    return isDone ? success("Action \(action.json) executed.") : .json(500, "Internal Server Error")
  }

  /// What `execute_adb_action` does; nil where it raises.
  static func commands(for action: Action, width: Int, height: Int) -> [String]? {
    func place(_ target: Target?) -> (Int, Int)? {
      if case .point(let point)? = target { (point.x, point.y) } else { nil }
    }
    switch action {
    case .click(let target): return place(target).map { ["input tap \($0) \($1)"] }
    case .doubleTap(let target): return place(target).map { ["input tap \($0) \($1)", "input tap \($0) \($1)"] }
    case .longPress(let target): return place(target).map { ["input swipe \($0) \($1) \($0) \($1) 1000"] }
    case .inputText(let text, let target, _):
      return place(target).map { ["input tap \($0) \($1)", "input text '\(text)'", "input keyevent KEYCODE_ENTER"] }
    case .keyboardEnter: return ["input keyevent KEYCODE_ENTER"]
    case .navigateHome: return ["input keyevent KEYCODE_HOME"]
    case .navigateBack: return ["input keyevent KEYCODE_BACK"]
    case .scroll(let direction, _):
      let (x, y) = (width / 2, height / 2)
      switch direction {
      case .down: return ["input swipe \(x) \(y) \(x) 0"]
      case .up: return ["input swipe \(x) \(y) \(x) \(height)"]
      case .right: return ["input swipe \(x) \(y) 0 \(y)"]
      case .left: return ["input swipe \(x) \(y) \(width) \(y)"]
      }
    case .swipe(let direction, _):
      let (x, y) = (width / 2, height / 2)
      switch direction {
      case .down: return ["input swipe \(x) 0 \(x) \(height) 500"]
      case .up: return ["input swipe \(x) \(height) \(x) 0 500"]
      case .left: return ["input swipe 0 \(y) \(width) \(y) 500"]
      case .right: return ["input swipe \(width) \(y) 0 \(y) 500"]
      }
    case .openApp(let name): return name == "settings" ? ["am start -W -n com.android.settings/.Settings"] : nil
    case .wait, .answer, .status, .unknown: return []
    }
  }

  // MARK: - Answers

  /// `{"pixels": state.pixels.tolist()}`, as FastAPI writes it.
  static func pixels(_ image: Image) -> String {
    var text = Array("{\"pixels\":[".utf8)
    text.reserveCapacity(image.pixels.count * 4)
    let numbers = (0...255).map { Array("\($0)".utf8) }
    let pixels = image.pixels
    for y in 0..<image.height {
      text += Array((y == 0 ? "[" : ",[").utf8)
      for x in 0..<image.width {
        let at = (y * image.width + x) * 3
        text.append(contentsOf: x == 0 ? [0x5B] : [0x2C, 0x5B])
        text.append(contentsOf: numbers[Int(pixels[at])])
        text.append(0x2C)
        text.append(contentsOf: numbers[Int(pixels[at + 1])])
        text.append(0x2C)
        text.append(contentsOf: numbers[Int(pixels[at + 2])])
        text.append(0x5D)
      }
      text.append(0x5D)
    }
    return String(decoding: text + Array("]}".utf8), as: UTF8.self)
  }

  private func task(_ request: ReceivedRequest) -> (name: String, count: Int)? {
    suite.withLock { suite in suite.first { $0.name == request.query["task_type"] } }
  }

  private func success(_ message: String) -> FakeHTTPServer.Answer {
    .json(200, JSONObject(["status": .string("success"), "message": .string(message)]).text)
  }

  private func missing(_ name: String, _ type: String) -> FakeHTTPServer.Answer {
    .json(422, #"{"detail":[{"type":"\#(type)","loc":["query","\#(name)"],"msg":"Field required","input":null}]}"#)
  }

  private func truth(_ text: String?) -> Bool? {
    switch text?.lowercased() {
    case "true", "1", "yes", "on": true
    case "false", "0", "no", "off": false
    default: nil
    }
  }
}
