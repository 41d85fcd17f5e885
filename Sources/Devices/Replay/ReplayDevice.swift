public import Episodes
internal import Imaging

/// A recorded episode as a device: whoever acts on it is shown the next picture as long as they do what was recorded.
///
/// An action that agrees with the recorded one (`ActionMatching`), or stands at a step that has none to compare with,
/// goes on to the next step. Any other is refused, with what was recorded instead, and the recording stays where it is,
/// so that another attempt can be made; `advance` goes on all the same. Waiting, answering and saying that it is done
/// never fail: where they aren't what was recorded they change nothing, as on a phone. Steps without a picture, and
/// proposals that a person had rejected, are passed over.
public actor ReplayDevice: Device {
  /// `replay:EPISODE`, with the episode's name.
  public nonisolated let name: String
  /// The episode.
  public nonisolated let episode: Episode
  /// The rule by which an action counts as the recorded one.
  public nonisolated let matching: ActionMatching
  /// The steps that can be shown.
  private let steps: [Step]
  /// The one that is shown; `steps.count` after the last.
  private var place = 0
  /// The picture that was looked at last.
  private var seen: (place: Int, image: Image)?

  /// A recording.
  ///
  /// - Throws: `DeviceError.refused` where it has no picture at all.
  public init(_ episode: Episode, matching: ActionMatching = .androidControlAITW) throws(DeviceError) {
    self.episode = episode
    self.matching = matching
    name = "replay:" + episode.id
    steps = episode.steps.filter { $0.screenshot != nil && $0.decision != "rejected" }
    guard !steps.isEmpty else {
      throw .refused(name: name, what: "to be replayed", reason: "it has no step with a picture; record it again")
    }
  }

  /// The recorded step that is shown; nil after the last.
  public var step: Step? { steps.indices.contains(place) ? steps[place] : nil }

  /// Goes on to the next step, whatever was done.
  public func advance() { place = min(place + 1, steps.count) }

  /// Shows the present step's picture and elements.
  ///
  /// - Throws: `DeviceError.refused` after the last step, `garbled` where the picture can't be read.
  public func observe(wantsElements: Bool) async throws(DeviceError) -> Observation {
    let what = "a screenshot"
    guard let step else {
      throw .refused(
        name: name, what: what, reason: "the recording ends here, after its \(steps.count) steps; start it again")
    }
    let begin = ContinuousClock.now
    let image = try picture(of: step)
    return Observation(
      screenshot: image, elements: wantsElements ? step.elements : [], foregroundActivity: step.app,
      timings: ["decoding": ContinuousClock.now.seconds(since: begin)])
  }

  private func picture(of step: Step) throws(DeviceError) -> Image {
    if let seen, seen.place == place { return seen.image }
    let path = episode.screenshotPath(of: step) ?? ""
    do throws(ImageError) {
      let image = try Image(contentsOf: path)
      seen = (place, image)
      return image
    } catch {
      throw .garbled(name: name, what: "a screenshot", reason: "\(path): \(error)")
    }
  }

  /// Goes on where the action is what was recorded.
  ///
  /// - Throws: `DeviceError.refused`, with what was recorded instead; the recording stays where it is.
  public func perform(_ action: Action) async throws(DeviceError) {
    guard let step else {
      if Self.changesNothing(action) { return }
      throw .refused(
        name: name, what: "to \(action.summary)",
        reason: "the recording ends here, after its \(steps.count) steps; start it again")
    }
    let (width, height) = size
    switch matching.agreement(of: action, with: step, width: width, height: height) {
    case .agrees, .unknown: place += 1
    case .differs(let reason):
      if Self.changesNothing(action) { return }
      throw .refused(
        name: name, what: "to \(action.summary)",
        reason: "its step \(step.index) was to \(step.action?.summary ?? "do nothing") (\(reason)); try that instead")
    }
  }

  private var size: (width: Int?, height: Int?) {
    if let seen { (seen.image.width, seen.image.height) } else { (episode.width, episode.height) }
  }

  private static func changesNothing(_ action: Action) -> Bool {
    switch action {
    case .wait, .answer, .status, .unknown: true
    default: false
    }
  }

  /// Refuses: there is no phone behind a recording.
  public func shell(_ command: String) async throws(DeviceError) -> ShellResult {
    throw .refused(
      name: name, what: "a shell command", reason: "it is a recording, and has no shell; use --device virtual or adb")
  }

  /// A picture always stands still.
  public func settle(limit: Double) async throws(DeviceError) -> Bool { true }
}
