internal import Agent
internal import Devices
internal import Tasks

/// A task's own check as the judge of a session.
struct TaskJudge: Judge {
  let run: TaskRun

  func score(answer: String?) async throws(DeviceError) -> Double {
    do throws(TaskError) {
      return try await run.score(answer: answer)
    } catch {
      if case .device(let problem) = error { throw problem }
      throw .refused(name: "the device", what: "to be checked", reason: error.description)
    }
  }
}
