import Devices
import Episodes
import Foundation
import Imaging
import Synchronization
import Testing
import VirtualPhone

/// A client of AndroidWorld's server, and the server.
struct AndroidWorldBench {
  let phone = AndroidWorldPhone()
  let http: FakeHTTPServer
  let server: AndroidWorldServer
  let reported = Bench.Reported()

  /// - Parameter answer: what it says instead of the phone, where it says something.
  init(
    change: (inout AndroidWorldServerOptions) -> Void = { _ in },
    answer: @escaping @Sendable (ReceivedRequest) -> FakeHTTPServer.Answer? = { _ in nil }
  ) throws {
    let phone = phone
    http = try FakeHTTPServer { answer($0) ?? phone.answer($0) }
    var options = AndroidWorldServerOptions()
    options.backoff = [0.01, 0.01]
    options.querySeconds = 5
    let reported = reported
    options.report = { reported.add($0) }
    change(&options)
    server = try AndroidWorldServer(url: "127.0.0.1:\(http.port)", options: options)
  }

  /// What was sent as actions.
  var actions: [String] {
    http.requests.filter { $0.path == "/execute_action" }.map { String(decoding: $0.body, as: UTF8.self) }
  }
}

private func error(_ body: () async throws -> Void) async -> DeviceError? {
  do { try await body() } catch { return error as? DeviceError }
  return nil
}

private let tap = Action.click(.point(Point(x: 120, y: 160)))

@Suite("AndroidWorld's server", .timeLimit(.minutes(1))) struct AndroidWorldServerTests {
  @Test func thePictureIsThePhones() async throws {
    let bench = try AndroidWorldBench()
    let seen = try await bench.server.observe(wantsElements: true)
    #expect(seen.screenshot == bench.phone.shared.use { $0.phone.screenshot() })
    #expect(seen.elements.isEmpty && seen.foregroundActivity == nil && seen.warning == nil)
    #expect(seen.timings["screenshot"] != nil)
    #expect(
      bench.http.requests == [
        ReceivedRequest(
          method: "GET", path: "/screenshot", query: ["wait_to_stabilize": "false"],
          headers: bench.http.requests[0].headers)
      ])
  }

  @Test func aSettledPictureThatIsOldIsTakenAgain() async throws {
    let bench = try AndroidWorldBench(change: { $0.settledSeconds = 0 })
    _ = try await bench.server.settle(limit: 5)
    _ = try await bench.server.observe(wantsElements: false)
    #expect(bench.http.requests.count == 2)
  }

  @Test func aSettledPictureIsTakenOnce() async throws {
    let bench = try AndroidWorldBench(change: { $0.settledSeconds = 600 })
    #expect(try await bench.server.settle(limit: 600))
    _ = try await bench.server.observe(wantsElements: false)
    #expect(bench.http.requests.map(\.query) == [["wait_to_stabilize": "true"]])
    _ = try await bench.server.observe(wantsElements: false)
    #expect(bench.http.requests.count == 2)
    // What was settled before an action isn't what is seen after it.
    _ = try await bench.server.settle(limit: 5)
    try await bench.server.perform(.navigateHome)
    _ = try await bench.server.observe(wantsElements: false)
    #expect(bench.http.requests.filter { $0.path == "/screenshot" }.count == 4)
  }

  @Test func actionsReachThePhone() async throws {
    let bench = try AndroidWorldBench()
    try await bench.server.perform(.openApp("settings"))
    #expect(bench.phone.shared.use { $0.phone.foregroundActivity }.hasPrefix("com.android.settings/"))
    try await bench.server.perform(.navigateHome)
    #expect(!bench.phone.shared.use { $0.phone.foregroundActivity }.hasPrefix("com.android.settings/"))
    #expect(
      bench.actions == [#"{"action_type":"open_app","app_name":"settings"}"#, #"{"action_type":"navigate_home"}"#])
    #expect(bench.http.requests[0].headers["content-type"] == "application/json")
  }

  @Test func anAnswerIsKeptForTheCheckAndAStatusIsNot() async throws {
    let bench = try AndroidWorldBench()
    try await bench.server.perform(.answer("7 pm"))
    try await bench.server.perform(.status(.complete))
    try await bench.server.perform(.unknown)
    #expect(bench.phone.answer == "7 pm" && bench.actions.count == 1)
  }

  @Test(arguments: Direction.allCases) func aSwipeMovesTheFingerWhereItSays(direction: Direction) async throws {
    let bench = try AndroidWorldBench()
    try await bench.server.perform(.swipe(direction, nil))
    let sent = try Action(json: #require(bench.actions.first))
    let commands = try #require(AndroidWorldPhone.commands(for: sent, width: 200, height: 400))
    let ends = commands[0].split(separator: " ").compactMap { Int($0) }
    let moved = [ends[2] - ends[0], ends[3] - ends[1]]
    let expected = [Direction.up: [0, -400], .down: [0, 400], .left: [-200, 0], .right: [200, 0]]
    #expect(moved == expected[direction])
  }

  @Test func aSwipeOnAnElementIsTheScrollAgainstIt() async throws {
    let bench = try AndroidWorldBench(answer: { $0.path == "/execute_action" ? .json(200, "{}") : nil })
    try await bench.server.perform(.swipe(.up, .element(3)))
    try await bench.server.perform(.swipe(.left, .element(3)))
    try await bench.server.perform(.scroll(.down, .element(3)))
    #expect(
      bench.actions == [
        #"{"action_type":"scroll","index":3,"direction":"down"}"#,
        #"{"action_type":"scroll","index":3,"direction":"right"}"#,
        #"{"action_type":"scroll","index":3,"direction":"down"}"#,
      ])
  }

  @Test func typingGoesWhereTheLastTapWent() async throws {
    let bench = try AndroidWorldBench()
    try await bench.server.perform(tap)
    try await bench.server.perform(.inputText("ab", target: nil, clears: true))
    #expect(bench.actions.last == #"{"action_type":"input_text","x":120,"y":160,"text":"ab","clear_text":true}"#)
    // Its own executor can't type without a place, and says so with a 500.
    #expect(
      await error { try await bench.server.perform(.inputText("ab", target: nil, clears: false)) }
        == .outcomeUnknown(
          name: bench.server.name, what: "type “ab”", reason: "it answered 500 Internal Server Error"))
  }

  @Test func lettersThatItWouldDropAreRefused() async throws {
    let bench = try AndroidWorldBench()
    let typing = await error { try await bench.server.perform(.inputText("naïve €", target: nil, clears: false)) }
    guard case .refused(_, _, let reason)? = typing else { Issue.record("\(String(describing: typing))"); return }
    #expect(reason.contains("ï€") && bench.actions.isEmpty)
    let clearing = await error { try await bench.server.perform(.inputText("", target: nil, clears: true)) }
    guard case .refused? = clearing else { Issue.record("\(String(describing: clearing))"); return }
  }

  @Test func itHasNoShell() async throws {
    let bench = try AndroidWorldBench()
    let refusal = await error { _ = try await bench.server.shell("ls") }
    #expect(refusal?.description.hasSuffix("AndroidWorld's server has no shell; use --device adb for that") == true)
    #expect(bench.http.requests.isEmpty)
  }

  @Test func tasksAreListedSetUpScoredAndTakenDown() async throws {
    let bench = try AndroidWorldBench()
    let server = bench.server
    try await server.checkHealth()
    try await server.reset(goesHome: true)
    #expect(try await server.tasks() == ["SystemWifiTurnOff", "OpenAppTaskEval"])
    try await server.makeSuite(combinations: 3, seed: 7)
    #expect(try await server.instanceCount(of: "SystemWifiTurnOff") == 3)
    #expect(bench.http.requests.last?.query == ["task_type": "SystemWifiTurnOff"])
    #expect(try await server.goal(task: "SystemWifiTurnOff", index: 2) == "Turn wifi off.")
    #expect(try await server.template(task: "SystemWifiTurnOff", index: 2) == "Turn wifi {on_or_off}.")
    try await server.initialize(task: "SystemWifiTurnOff", index: 2)
    #expect(bench.phone.running == ["SystemWifiTurnOff 2"])
    #expect(try await server.score(task: "SystemWifiTurnOff", index: 2) == 0)
    bench.phone.shared.use { _ = $0.run("svc wifi disable") }
    #expect(try await server.score(task: "SystemWifiTurnOff", index: 2) == 1)
    try await server.tearDown(task: "SystemWifiTurnOff", index: 2)
    #expect(bench.phone.running.isEmpty)
    try await server.close()
    #expect(bench.phone.isClosed)
  }

  @Test func itsRefusalsComeInItsWords() async throws {
    let bench = try AndroidWorldBench()
    #expect(
      await error { try await bench.server.makeSuite(family: "x y") }
        == .refused(
          name: bench.server.name, what: "to make its tasks anew",
          reason: "it answered 400 Bad Request: Invalid task family: x y"))
    #expect(
      await error { _ = try await bench.server.goal(task: "Nothing", index: 0) }
        == .refused(
          name: bench.server.name, what: "the goal of Nothing 0", reason: "it answered 500 Internal Server Error"))
    let other = try AndroidWorldBench(answer: { _ in
      .json(422, #"{"detail":[{"loc":["query","task_idx"],"msg":"Field required"},{"loc":["body"],"msg":"x"}]}"#)
    })
    let refusal = await error { try await other.server.perform(tap) }
    #expect(
      refusal
        == .refused(
          name: other.server.name, what: "to tap at (120, 160)",
          reason: "it answered 422 Unprocessable Entity: query task_idx: Field required; body: x"))
  }

  @Test(
    "Damaged answers are told apart",
    arguments: [
      (
        "HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n{\"pixels\":[[[1,2",
        "broke: it ended in the middle of a screenshot"
      ),
      ("HTTP/1.1 200 OK\r\n\r\n{\"pixels\":[[[1,2,3]]", "it ends after 20 bytes, in the middle of the picture"),
      ("HTTP/1.1 200 OK\r\n\r\n{\"pixels\":[[[1,2,3],[4,5]]]}", "a pixel of other than three whole numbers at byte 24"),
      ("HTTP/1.1 200 OK\r\n\r\n{\"pixels\":[[[1,2,300]]]}", "a colour above 255"),
      ("HTTP/1.1 200 OK\r\n\r\n<html>", "not {\"pixels\": [… at byte 0"),
      ("SSH-2.0-OpenSSH_9.2\r\n\r\n", "that is no answer in HTTP, but “SSH-2.0-OpenSSH_9.2”"),
      ("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n", "no length in front"),
      (
        "HTTP/1.1 301 Moved Permanently\r\nlocation: /x\r\ncontent-length: 0\r\n\r\n",
        "301 Moved Permanently, look at /x"
      ),
    ]) func damage(answer: String, sentence: String) async throws
  {
    let bench = try AndroidWorldBench(change: { $0.backoff = [] }, answer: { _ in .bytes(Array(answer.utf8)) })
    let failure = await error { _ = try await bench.server.observe(wantsElements: false) }
    let text = failure?.description ?? "nothing"
    #expect(text.contains(sentence), "\(text)")
    #expect(!text.contains("\n"))
  }

  @Test(arguments: ["[1]", "nonsense", "{\"score\":\"high\"}", "{\"score\":7}", "{}"])
  func nonsenseIsNoScore(answer: String) async throws {
    let bench = try AndroidWorldBench(answer: { _ in .json(200, answer) })
    let failure = await error { _ = try await bench.server.score(task: "A", index: 0) }
    guard case .garbled(_, "the score of A 0", _)? = failure else {
      Issue.record("\(String(describing: failure))"); return
    }
  }

  @Test func aBodyInPiecesIsWhole() async throws {
    let bench = try AndroidWorldBench(answer: { request in
      request.path == "/screenshot"
        ? .bytes(
          Array(
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n10;a=b\r\n{\"pixels\":[[[1,2\r\n6\r\n,3]]]}\r\n0\r\n\r\n"
              .utf8))
        : nil
    })
    let seen = try await bench.server.observe(wantsElements: false)
    #expect(seen.screenshot == Image(width: 1, height: 1, pixels: [1, 2, 3]))
  }

  @Test func aServerThatIsNotThereIsNotWaitedFor() async throws {
    let http = try FakeHTTPServer { _ in .close }
    let port = http.port
    http.stop()
    let server = try AndroidWorldServer(url: "http://127.0.0.1:\(port)/")
    #expect(
      await error { try await server.checkHealth() }
        == .unreachable(name: server.name, reason: "127.0.0.1:\(port): nothing listens there"))
    #expect(
      await error { try await server.perform(tap) }
        == .notPerformed(
          name: server.name, what: "tap at (120, 160)",
          reason: "it can't be reached: 127.0.0.1:\(port): nothing listens there"))
  }

  @Test func questionsAreAskedAgainAndActionsAreNot() async throws {
    let count = Mutex(0)
    let bench = try AndroidWorldBench(answer: { request in
      count.withLock { count in
        count += 1
        return count == 1 || request.path == "/execute_action" ? .close : nil
      }
    })
    _ = try await bench.server.observe(wantsElements: false)
    #expect(bench.reported.notices.last == .reconnected(name: bench.server.name))
    #expect(bench.http.requests.count == 2)
    let lost = await error { try await bench.server.perform(tap) }
    guard case .outcomeUnknown? = lost else { Issue.record("\(String(describing: lost))"); return }
    #expect(bench.actions.count == 1)
    // It is looked at before the next.
    let blind = await error { try await bench.server.perform(tap) }
    guard case .notPerformed? = blind else { Issue.record("\(String(describing: blind))"); return }
    #expect(bench.actions.count == 1)
    _ = try await bench.server.observe(wantsElements: false)
    _ = await error { try await bench.server.perform(tap) }
    #expect(bench.actions.count == 2)
  }

  @Test func silenceEndsInATimeOut() async throws {
    let bench = try AndroidWorldBench(
      change: {
        $0.screenshotSeconds = 0.2
        $0.actionSeconds = 0.2
      }, answer: { _ in .hang })
    #expect(
      await error { _ = try await bench.server.observe(wantsElements: false) }
        == .timeout(name: bench.server.name, what: "a screenshot", seconds: 0.2))
    let action = await error { try await bench.server.perform(tap) }
    #expect(
      action
        == .outcomeUnknown(
          name: bench.server.name, what: "tap at (120, 160)", reason: "no answer to the action within 0.2 s"))
  }

  @Test func whoeverStopsWaitingIsLetGo() async throws {
    let bench = try AndroidWorldBench(answer: { _ in .hang })
    let server = bench.server
    let task = Task { await error { _ = try await server.observe(wantsElements: false) } }
    while bench.http.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    task.cancel()
    #expect(await task.value == .interrupted(name: server.name))
  }

  @Test(arguments: ["", "ftp://h", "https://h", "h:0", "h:99999", "h:x", "h:1 2", "[::1", "http://", "a@b", "h?x"])
  func addressesThatAreNone(url: String) async throws {
    let failure = await error { _ = try AndroidWorldServer(url: url) }
    guard case .notADevice? = failure else { Issue.record("\(String(describing: failure))"); return }
  }

  @Test func theNameHasTheWholeAddress() throws {
    #expect(try AndroidWorldServer(url: "host").name == "androidworld:http://host:5000")
    #expect(try AndroidWorldServer(url: "http://[::1]:80/a/b/").name == "androidworld:http://[::1]:80/a/b")
  }
}
