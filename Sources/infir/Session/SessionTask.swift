internal import Agent
internal import Devices
internal import Tasks

/// A task on a device, set up: ours, or one of AndroidWorld's own server.
struct SessionTask: Sendable {
  /// Its name.
  let name: String
  /// What is to be done.
  let goal: String
  /// Our task with its parameters; nil where the server has it.
  let instance: TaskInstance?
  /// The task's budget; nil where nobody says.
  let maximumSteps: Int?
  /// Its check.
  let judge: any Judge
  /// Puts back what can be put back.
  let tearDown: @Sendable () async throws -> Void

  /// Sets one of our tasks up.
  ///
  /// - Parameters:
  ///   - allowsChanges: whether the set-up may change a real device.
  ///   - isSetUp: whether it was set up earlier, by a program that was cut off.
  ///   - notes: the folder for a note of what the set-up finds; nil keeps none.
  static func prepare(
    _ definition: TaskDefinition, seed: UInt64, on device: any Device, allowsChanges: Bool, isSetUp: Bool,
    notes: String? = nil
  ) async throws -> SessionTask {
    let run = try await TaskRun(definition, seed: seed, on: device, notes: notes)
    if isSetUp {
      await run.takeUp()
    } else {
      do { try await run.setUp(allowsChanges: allowsChanges) } catch {
        try? await run.tearDown()
        throw error
      }
    }
    let instance = run.task
    return SessionTask(
      name: definition.name, goal: instance.goal, instance: instance, maximumSteps: definition.maximumSteps,
      judge: TaskJudge(run: run)
    ) { try await run.tearDown() }
  }

  /// Has AndroidWorld's server set one of its tasks up.
  static func prepare(
    _ name: String, seed: UInt64, on server: AndroidWorldServer, isSetUp: Bool
  ) async throws -> SessionTask {
    if !isSetUp {
      try await server.makeSuite(combinations: 1, seed: Int(clamping: seed))
      do { try await server.initialize(task: name, index: 0) } catch {
        // Its own answer to a wrong name is no more than an error's number.
        guard let names = try? await server.tasks(), !names.contains(name) else { throw error }
        throw UnknownServerTask(name: name, near: NearNames.near(name, among: names), server: server.name)
      }
    }
    return SessionTask(
      name: name, goal: try await server.goal(task: name, index: 0), instance: nil, maximumSteps: nil,
      judge: ServerJudge(server: server, task: name)
    ) { try await server.tearDown(task: name, index: 0) }
  }
}

/// The score of AndroidWorld's server. It knows of answers: they went to it as actions.
private struct ServerJudge: Judge {
  let server: AndroidWorldServer
  let task: String

  func score(answer: String?) async throws(DeviceError) -> Double { try await server.score(task: task, index: 0) }
}

/// A task is named that AndroidWorld's server doesn't have.
private struct UnknownServerTask: Error, CustomStringConvertible {
  let name: String
  let near: [String]
  let server: String

  var description: String {
    "there is no task \(name) on \(server); "
      + (near.isEmpty ? "" : "did you mean \(near.joined(separator: " or "))? ")
      + "see infir tasks list --device \(server)"
  }
}
