internal import Devices
internal import Episodes
internal import Foundation
internal import Imaging

extension Session {
  /// What a resumed recording says of the action in whose middle it was cut off.
  static let cutOff = "the session was cut off while this was being done, and whether it was done isn't known"

  /// What `episode.json` says at the beginning.
  func header(_ observation: Observation, at path: String) async -> Episode {
    let name = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
    let kind = setup.device.name.prefix { $0 != ":" }
    return Episode(
      id: name, goal: setup.goal, task: setup.task, seed: setup.seed, deviceKind: String(kind),
      width: observation.screenshot.width, height: observation.screenshot.height,
      actor: setup.proposer == nil ? "person" : "agent", model: await setup.proposer?.name, started: Self.now)
  }

  /// The moment in ISO 8601.
  private static var now: String { Date.now.formatted(.iso8601) }

  /// Records the action in whose middle an earlier program was ended.
  func recordInterrupted(_ writer: EpisodeWriter) throws(EpisodeError) {
    guard var step = writer.announced else { return }
    step.result = Self.cutOff
    steps.append(try writer.append(step))
  }

  /// Records a step and tells of it. Where that fails, the person can make room and have it tried again.
  func record(_ step: Step) async throws(Ended) {
    var step = step
    step.index = nextIndex
    while let writer {
      do throws(EpisodeError) {
        step = try writer.append(step)
        break
      } catch {
        let decision = try await ask(
          .device(reason: error.description),
          otherwise: SessionEnd(reason: .failed, steps: 0, problem: error.description))
        if case .takeOver = decision { hand = .person }
      }
    }
    steps.append(step)
    continuation.yield(.stepped(step))
  }

  /// Says in the recording how it ended.
  func finishRecording(_ end: SessionEnd) throws(EpisodeError) {
    guard let writer else { return }
    try writer.finish(outcome: Outcome(success: end.success, claimedDone: end.claimed != nil), finished: Self.now)
  }
}
