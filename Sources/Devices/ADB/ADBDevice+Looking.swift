internal import Episodes
internal import Imaging

extension ADBDevice {
  private static let hierarchyFile = "/data/local/tmp/infir-hierarchy.xml"

  /// Looks at the screen. Goes on looking, with pauses, while the connection breaks and comes back.
  ///
  /// - Parameter wantsElements: whether the UI hierarchy is asked for, once; where it can't be had, the observation has
  ///   none, and it isn't asked for again for a while.
  public func observe(wantsElements: Bool) async throws(DeviceError) -> Observation {
    try await restoreLeftKeyboard()
    var look = try await persistently { () throws(DeviceError) in try self.look(wantsElements: wantsElements) }
    // It was turned while it was looked at: picture, elements and coordinates don't belong together.
    if !look.isConsistent {
      look = try await persistently { () throws(DeviceError) in try self.look(wantsElements: wantsElements) }
    }
    sight = .seen(look.view)
    return look.observation
  }

  private struct Look {
    var observation: Observation
    var view: View
    var isConsistent: Bool
  }

  private func look(wantsElements: Bool) throws(DeviceError) -> Look {
    let clock = ContinuousClock()
    var timings: [String: Double] = [:]
    let picture = try takePicture(&timings)

    var begin = clock.now
    let facts = try screenFacts()
    timings["activity"] = clock.now.seconds(since: begin)

    begin = clock.now
    let hierarchy = wantsElements ? try hierarchy() : nil
    if wantsElements { timings["elements"] = clock.now.seconds(since: begin) }

    let size = facts.width.flatMap { width in
      facts.height.map { ScreenSize.Extent(width: width, height: $0) }
    }
    let geometry = ScreenGeometry(width: picture.image.width, height: picture.image.height, size: size)
    let elements = (hierarchy?.elements ?? []).map { element in
      var element = element
      element.bounds = element.bounds.map(geometry.picture)
      return element
    }
    var observation = Observation(
      screenshot: picture.image, png: picture.png, elements: elements, foregroundActivity: facts.activity,
      timings: timings)
    if picture.image.isBlack {
      let isAwake = Wakefulness.isAwake(try ask("dumpsys power | grep mWakefulness=", "whether it is awake").text)
      observation.warning = isAwake == false ? .screenOff : .secureWindow
    }
    let view = View(geometry: geometry, rotation: facts.rotation, elements: elements)
    return Look(
      observation: observation, view: view,
      isConsistent: Self.agree(
        facts.rotation, hierarchy: hierarchy?.rotation, picture: picture.image, size: size))
  }

  /// Whether rotation, hierarchy and picture are of one moment, as far as they say.
  private static func agree(
    _ rotation: Int?, hierarchy: Int?, picture: Image, size: ScreenSize.Extent?
  ) -> Bool {
    guard let rotation else { return true }
    if let hierarchy, hierarchy != rotation { return false }
    guard let size, size.width != size.height, picture.width != picture.height else { return true }
    let isWide = (size.width > size.height) != (rotation % 2 == 1)
    return isWide == (picture.width > picture.height)
  }

  // MARK: - Pictures

  private struct Picture {
    var image: Image
    var png: [UInt8]?
  }

  /// Takes a screenshot, in the format that is faster.
  private func takePicture(_ timings: inout [String: Double]) throws(DeviceError) -> Picture {
    let clock = ContinuousClock()
    let isRaw = chooser.isRaw
    let begin = clock.now
    let bytes = try screencap(isRaw: isRaw)
    let middle = clock.now
    let picture: Picture
    if isRaw {
      guard let image = RawScreenshot.image(bytes) else {
        chooser.rejectRaw()
        guard !chooser.isRaw else {
          throw .garbled(name: name, what: "a screenshot", reason: "\(bytes.count) bytes that are no bare pixels")
        }
        return try takePicture(&timings)
      }
      picture = Picture(image: image, png: nil)
    } else {
      picture = try decode(bytes)
    }
    let end = clock.now
    timings["screenshot"] = middle.seconds(since: begin)
    timings["decoding"] = end.seconds(since: middle)
    chooser.record(isRaw: isRaw, seconds: end.seconds(since: begin))
    return picture
  }

  private func decode(_ bytes: [UInt8]) throws(DeviceError) -> Picture {
    guard let found = PNGExtraction(bytes) else {
      let message = PNGExtraction.line(bytes.prefix(200))
      throw .garbled(name: name, what: "a screenshot", reason: "no whole PNG in \(bytes.count) bytes: \(message)")
    }
    tell(found.message)
    do {
      return Picture(image: try Image(decoding: found.png), png: found.png)
    } catch {
      throw .garbled(name: name, what: "a screenshot", reason: error.description)
    }
  }

  private func screencap(isRaw: Bool) throws(DeviceError) -> [UInt8] {
    let what = "a screenshot"
    var command = isRaw ? "screencap" : "screencap -p"
    if let display = options.display { command += " -d " + ShellWord.quoted(display) }
    let deadline = Deadline(what, seconds: options.screenshotSeconds)
    let (connection, hasVersion2) = try open(deadline)
    // Without packets, binary output needs a service that leaves line ends alone.
    guard hasVersion2 else { return try connection.exec(command, deadline) }
    try connection.sendShell(command, hasVersion2: true, deadline)
    let result = try connection.readShell(hasVersion2: true, deadline)
    let message = PNGExtraction.line(result.errors[...])
    guard result.code == 0, !result.output.isEmpty else {
      let reason = message.isEmpty ? "screencap ended with \(result.code) and no picture" : message
      throw .refused(
        name: name, what: what, reason: "\(reason); the app in front may forbid pictures (secure window)")
    }
    tell(message)
    return result.output
  }

  /// Passes on what `screencap` says beside the picture, once.
  private func tell(_ message: String) {
    guard !message.isEmpty, knownMessages.insert(message).inserted else { return }
    options.report(.screenshotWarning(name: name, text: message))
  }

  // MARK: - Elements

  /// The UI hierarchy, in one try; nil where it can't be had.
  private func hierarchy() throws(DeviceError) -> Hierarchy? {
    let clock = ContinuousClock()
    if let elementsPause, clock.now < elementsPause { return nil }
    let file = Self.hierarchyFile
    let reason: String
    do throws(DeviceError) {
      // The old file goes first: uiautomator's exit code is 0 when it failed, too.
      let result = try ask(
        "rm -f \(file); uiautomator dump --compressed \(file); cat \(file)", "its UI elements",
        seconds: options.elementsSeconds)
      if let hierarchy = Hierarchy(result.output) { return hierarchy }
      let lines = (result.text + "\n" + String(decoding: result.errors, as: UTF8.self)).split(
        whereSeparator: \.isNewline)
      reason = lines.first { $0.contains("ERROR") }.map(String.init) ?? lines.first.map(String.init) ?? "no hierarchy"
    } catch {
      guard case .timeout = error else { throw error }
      reason = error.reason
    }
    elementsPause = clock.now + .seconds(options.elementsPauseSeconds)
    options.report(
      .elementsUnavailable(name: name, reason: String(reason.prefix(200)), seconds: options.elementsPauseSeconds))
    return nil
  }

  // MARK: - Stillness

  /// Seconds that the picture has to stay the same.
  private static let stillSeconds = 0.3
  /// A blinking caret and a clock don't count.
  private static let restlessShare = 0.000_5

  /// Waits until two pictures, some time apart, are the same but for a caret.
  public func settle(limit: Double) async throws(DeviceError) -> Bool {
    let clock = ContinuousClock()
    let begin = clock.now
    var last: Image?
    var stillSince = begin
    while true {
      var ignored: [String: Double] = [:]
      let asked = clock.now
      let image = try await persistently { () throws(DeviceError) in try takePicture(&ignored) }.image
      if let last, last.difference(to: image) <= Self.restlessShare {
        if asked.seconds(since: stillSince) >= Self.stillSeconds { return true }
      } else {
        stillSince = asked
      }
      last = image
      let left = limit - clock.now.seconds(since: begin)
      guard left > 0 else { return false }
      try await pause(min(0.1, left))
    }
  }
}

extension ContinuousClock.Instant {
  /// Seconds between an earlier moment and this one.
  func seconds(since earlier: ContinuousClock.Instant) -> Double {
    let (seconds, attoseconds) = earlier.duration(to: self).components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}
