internal import Devices
internal import Episodes
internal import Foundation
internal import Imaging

extension Session {
  /// The screen that a step is about.
  struct Seen {
    var index: Int
    var observation: Observation
    /// The picture's name in the episode's folder.
    var picture: String?
    /// The package in front.
    var app: String?
    var fingerprint: ScreenFingerprint
    var timings: [String: Double]
  }

  /// The index that the next step will have.
  var nextIndex: Int { writer?.nextIndex ?? steps.last.map { $0.index + 1 } ?? 0 }

  /// How often a black screen is looked at before anyone is asked: apps are black for a moment when they start.
  private static let blackLooks = 3

  /// Looks at the device.
  ///
  /// - Returns: nil where there is nothing to act on and the person has said how to go on.
  func look() async throws(Ended) -> Seen? {
    var looks = 0
    while true {
      continuation.yield(.looking(step: nextIndex))
      let begin = ContinuousClock.now
      let result = await observe()
      let seconds = begin.secondsUntilNow
      // Whoever ends it doesn't wait for a device that doesn't answer, nor for a check that would have to ask it.
      if case .failure(let error) = result, case .end(let success)? = inbox.end {
        throw Ended(
          end: SessionEnd(
            reason: .stopped, success: success, steps: 0,
            problem: "whether the goal is reached can't be told: \(error.description)"))
      }
      try await seeToEnd()
      let observation: Observation
      switch result {
      case .success(let seen): observation = seen
      case .failure(let error):
        try await deviceProblem(error.description)
        return nil
      }
      looks += 1
      let seen = try await place(observation, seconds: seconds)
      guard let warning = observation.warning, hand == .agent else {
        if let warning = observation.warning { continuation.yield(.notice(warning.description)) }
        return seen
      }
      // A model isn't asked what to do on black.
      if looks < Self.blackLooks {
        try? await Task.sleep(for: .seconds(1))
        continue
      }
      try await deviceProblem(warning.description, seen: seen)
      return nil
    }
  }

  private func observe() async -> Result<Observation, DeviceError> {
    let device = setup.device
    let wantsElements = setup.wantsElements
    let task = Task { () -> Result<Observation, DeviceError> in
      do throws(DeviceError) {
        return .success(try await device.observe(wantsElements: wantsElements))
      } catch {
        return .failure(error)
      }
    }
    inbox.begin(.looking) { task.cancel() }
    let result = await task.value
    inbox.begin(.acting)
    return result
  }

  /// Ends if that was asked for; the rest of what was said keeps.
  private func seeToEnd() async throws(Ended) {
    guard inbox.end != nil else { return }
    try await seeToQueue()
  }

  /// Tells the person about the device and lets them say how to go on.
  ///
  /// - Parameter seen: the screen, where they could act on it.
  func deviceProblem(_ reason: String, seen: Seen? = nil) async throws(Ended) {
    let decision = try await ask(
      .device(reason: reason), otherwise: SessionEnd(reason: .failed, steps: 0, problem: reason))
    switch decision {
    case .resume, .lookAgain, .askAgain, .approve: break
    case .takeOver: hand = .person
    case .handBack where setup.proposer != nil: hand = .agent
    case .act(let action, let thought):
      guard let seen else { return passOver(decision) }
      try await perform(Choice(action: action, thought: thought, decision: "human"), on: seen)
    default: passOver(decision)
    }
  }

  /// Puts the picture into the recording, which begins with it, and tells of it.
  private func place(_ observation: Observation, seconds: Double) async throws(Ended) -> Seen {
    var timings = observation.timings
    if timings.isEmpty { timings["screenshot"] = seconds }
    let begin = ContinuousClock.now
    let name = try await placePicture(observation)
    if name != nil { timings["saving"] = begin.secondsUntilNow }
    let app = observation.foregroundActivity?.split(separator: "/").first.map(String.init)
    let seen = Seen(
      index: nextIndex, observation: observation, picture: name, app: app,
      fingerprint: ScreenFingerprint(observation.screenshot, elements: observation.elements), timings: timings)
    let file = name.flatMap { name in writer.map { $0.path + "/" + name } }
    continuation.yield(.observed(step: seen.index, observation, picture: file))
    return seen
  }

  private func placePicture(_ observation: Observation) async throws(Ended) -> String? {
    guard let path = setup.recording else { return nil }
    do throws(EpisodeError) {
      let writer: EpisodeWriter
      if let begun = self.writer {
        writer = begun
      } else {
        writer = try EpisodeWriter(creating: await header(observation, at: path), at: path)
        self.writer = writer
      }
      return try writer.placePicture(try Self.png(observation, for: path))
    } catch {
      throw failed(error.description)
    }
  }

  private static func png(_ observation: Observation, for path: String) throws(EpisodeError) -> [UInt8] {
    if let png = observation.png { return png }
    do { return try observation.screenshot.pngData() } catch {
      throw .unwritable(path: path, reason: "the picture can't be encoded: \(error)")
    }
  }
}

extension ContinuousClock.Instant {
  /// Seconds since then.
  var secondsUntilNow: Double {
    let (seconds, attoseconds) = duration(to: .now).components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }
}
