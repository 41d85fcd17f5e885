internal import Agent
internal import Devices
internal import Tasks

/// A task's check as a session asks it.
struct TaskJudge: Judge {
  let run: TaskRun
  let deviceName: String

  func score(answer: String?) async throws(DeviceError) -> Double {
    do throws(TaskError) { return try await run.score(answer: answer) } catch {
      if case .device(let problem) = error { throw problem }
      throw .refused(name: deviceName, what: "the task's check", reason: error.description)
    }
  }
}
