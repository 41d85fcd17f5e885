public import Episodes
internal import Imaging
internal import JSON

/// A device behind AndroidWorld's own server (`server/android_server.py`), which listens on port 5000 by default.
///
/// It gives pictures and takes actions in their pixels; it has no UI elements and no shell to give. Questions are asked
/// again when the connection breaks; actions never are, and after one whose outcome isn't known the screen must be
/// looked at before the next. Where the server does something else than an action says is in `AndroidWorldAction`.
public actor AndroidWorldServer: Device {
  /// `androidworld:http://HOST:PORT`.
  public nonisolated let name: String
  private let address: HTTPAddress
  private let options: AndroidWorldServerOptions
  private let executor = DeviceExecutor()
  private var wasReached = false
  /// Why it has to be looked at before anything is done.
  private var staleReason: String?
  /// Where the last tap went, while nothing else was done.
  private var focus: Target?
  /// The picture of the screen after it has settled, and when.
  private var settled: (image: Image, moment: ContinuousClock.Instant)?

  private static let defaultPort: UInt16 = 5000
  private static let longestAnswer = 8 << 20

  /// A server by its address. Nothing is asked yet.
  ///
  /// - Parameter url: `http://HOST:PORT`, or the same without `http://`, or without the port, which is 5000.
  /// - Throws: `DeviceError.notADevice` for what is no such address.
  public init(
    url: String, options: AndroidWorldServerOptions = AndroidWorldServerOptions()
  ) throws(DeviceError) {
    do throws(HTTPAddress.Problem) {
      address = try HTTPAddress(url, defaultPort: Self.defaultPort)
    } catch { throw .notADevice(text: "androidworld:" + url, reason: error.reason) }
    self.options = options
    name = "androidworld:\(address)"
  }

  /// A queue of its own: it waits for sockets.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  // MARK: - Device

  /// Takes a screenshot. There are no elements, and no activity in front is known.
  public func observe(wantsElements: Bool) async throws(DeviceError) -> Observation {
    let begin = ContinuousClock.now
    let image: Image
    if let settled, begin.seconds(since: settled.moment) < options.settledSeconds {
      image = settled.image
    } else {
      image = try await persistently { () throws(DeviceError) in try picture(stabilizes: false) }
    }
    settled = nil
    staleReason = nil
    return Observation(
      screenshot: image, warning: image.isBlack ? .secureWindow : nil,
      timings: ["screenshot": ContinuousClock.now.seconds(since: begin)])
  }

  /// Does an action, once; see `AndroidWorldAction` for what the server makes of it.
  ///
  /// - Throws: `DeviceError.notPerformed` where it wasn't begun, `outcomeUnknown` where it was, or may have been, and
  ///   nobody knows how it ended, `refused` in the server's words. After the first two it must be observed first.
  public func perform(_ action: Action) async throws(DeviceError) {
    guard let object = try AndroidWorldAction.json(for: action, focus: focus, name: name) else { return }
    let what = action.summary
    if let staleReason { throw .notPerformed(name: name, what: what, reason: staleReason) }
    settled = nil
    let deadline = Deadline("the action", seconds: options.actionSeconds)
    let connection: HTTPConnection
    do throws(DeviceError) { connection = try connect() } catch {
      if case .interrupted = error { throw error }
      staleReason = error.reason
      throw .notPerformed(name: name, what: what, reason: error.reason)
    }
    let answer: Answer
    do throws(DeviceError) {
      let request = HTTPRequest(method: "POST", path: "/execute_action", body: Array(object.text.utf8))
      try connection.send(request, deadline)
      answer = try readAnswer(connection, deadline)
    } catch {
      staleReason = error.reason
      throw .outcomeUnknown(name: name, what: what, reason: error.reason)
    }
    guard answer.head.isSuccess else {
      let reason = ServerMessage.reason(answer.head, answer.body)
      // What is wrong with the request it finds before it begins; its own failures come at any time.
      if answer.head.status < 500 { throw .refused(name: name, what: "to \(what)", reason: reason) }
      staleReason = reason
      throw .outcomeUnknown(name: name, what: what, reason: reason)
    }
    if case .click(let target) = action { focus = target } else { focus = nil }
  }

  /// Refuses: the server has no shell.
  public func shell(_ command: String) async throws(DeviceError) -> ShellResult {
    throw .refused(
      name: name, what: "a shell command", reason: "AndroidWorld's server has no shell; use --device adb for that")
  }

  /// Lets the server wait until its UI tree has stopped changing, at most six seconds, whatever the limit.
  public func settle(limit: Double) async throws(DeviceError) -> Bool {
    let begin = ContinuousClock.now
    let image = try await persistently { () throws(DeviceError) in try picture(stabilizes: true) }
    settled = (image, .now)
    return ContinuousClock.now.seconds(since: begin) <= limit
  }

  // MARK: - Conversations

  /// An answer that was read to its end.
  private struct Answer {
    var head: HTTPHead
    var body: [UInt8]
  }

  private func connect() throws(DeviceError) -> HTTPConnection {
    let connection = try HTTPConnection(
      to: address, name: name, deadline: Deadline("a connection", seconds: options.connectSeconds))
    wasReached = true
    return connection
  }

  private func readAnswer(_ connection: HTTPConnection, _ deadline: Deadline) throws(DeviceError) -> Answer {
    let head = try connection.readHead(deadline)
    return Answer(head: head, body: try readText(of: head, connection, deadline))
  }

  private func readText(
    of head: HTTPHead, _ connection: HTTPConnection, _ deadline: Deadline
  ) throws(DeviceError) -> [UInt8] {
    var body: [UInt8] = []
    try connection.readBody(of: head, deadline) { (bytes) throws(DeviceError) in
      body += bytes
      guard body.count <= Self.longestAnswer else {
        throw .garbled(name: name, what: deadline.what, reason: "more than \(Self.longestAnswer) bytes")
      }
    }
    return body
  }

  /// Asks something once and reads the object in the answer.
  func ask(_ request: HTTPRequest, _ what: String, seconds: Double? = nil) throws(DeviceError) -> JSONObject {
    let deadline = Deadline(what, seconds: seconds ?? options.querySeconds)
    let connection = try connect()
    try connection.send(request, deadline)
    let answer = try readAnswer(connection, deadline)
    guard answer.head.isSuccess else {
      throw .refused(name: name, what: what, reason: ServerMessage.reason(answer.head, answer.body))
    }
    let value: JSONValue
    do throws(JSONError) { value = try JSONValue(parsing: answer.body, rules: .lenient) } catch {
      throw .garbled(name: name, what: what, reason: "it is \(error)")
    }
    guard let object = value.object else {
      throw .garbled(name: name, what: what, reason: "it is \(value.kind) instead of an object")
    }
    return object
  }

  private func picture(stabilizes: Bool) throws(DeviceError) -> Image {
    let what = "a screenshot"
    let deadline = Deadline(what, seconds: options.screenshotSeconds)
    let connection = try connect()
    try connection.send(
      HTTPRequest(method: "GET", path: "/screenshot", query: [("wait_to_stabilize", stabilizes ? "true" : "false")]),
      deadline)
    let head = try connection.readHead(deadline)
    guard head.isSuccess else {
      let body = try readText(of: head, connection, deadline)
      throw .refused(name: name, what: what, reason: ServerMessage.reason(head, body))
    }
    var scanner = PixelScanner()
    try connection.readBody(of: head, deadline) { (bytes) throws(DeviceError) in
      do throws(PixelScanner.Problem) { try scanner.append(bytes) } catch {
        throw .garbled(name: name, what: what, reason: error.reason)
      }
    }
    do throws(PixelScanner.Problem) { return try scanner.image() } catch {
      throw .garbled(name: name, what: what, reason: error.reason)
    }
  }

  /// Does something that may be done twice, again and again while the connection breaks and comes back.
  func persistently<Value>(_ body: () throws(DeviceError) -> Value) async throws(DeviceError) -> Value {
    var attempt = 0
    while true {
      do throws(DeviceError) {
        let value = try body()
        if attempt > 0 { options.report(.reconnected(name: name)) }
        return value
      } catch {
        // One that was never there isn't waited for.
        guard error.mayPass, wasReached, attempt < options.backoff.count else { throw error }
        staleReason = error.reason
        let seconds = options.backoff[attempt]
        attempt += 1
        options.report(.reconnecting(name: name, attempt: attempt, seconds: seconds, reason: error.reason))
        do { try await Task.sleep(for: .seconds(seconds)) } catch { throw DeviceError.interrupted(name: name) }
      }
    }
  }

  /// What the screen was before it was changed from outside is no longer known.
  func forget() {
    settled = nil
    focus = nil
  }

  /// Seconds to set a task up.
  var taskSeconds: Double { options.taskSeconds }
}
