import Agent
import Devices
import Episodes
import Foundation
import Oracle
import Tasks
import TestSupport
import Testing

@testable import infir

/// A solver that proposes.
@Suite(.timeLimit(.minutes(1))) struct OracleProposerTests {
  private let first = Action.openApp("Settings")
  private let second = Action.navigateBack

  /// A solver that wants two things and then has done all it knows.
  private func proposer() throws -> OracleProposer {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("tasks").path
    let task = try TaskLibrary(directory: folder).task("SystemBrightnessMax").instance(seed: 1, now: 0)
    let (first, second) = (first, second)
    return OracleProposer(task) { _, hands async throws(OracleError) in
      try await hands.perform(first, "One.")
      try await hands.perform(second, "Two.")
    }
  }

  private func ask(_ proposer: OracleProposer, after actions: Action?...) async throws -> Action? {
    let history = actions.enumerated().map { Step(index: $0.offset, action: $0.element) }
    var proposed: Action?
    for try await event in proposer.propose(StepRequest(index: history.count, goal: "", history: history)) {
      if case .action(let action, _) = event { proposed = action }
    }
    return proposed
  }

  @Test func whatItWantedWasDoneSoItGoesOn() async throws {
    let proposer = try proposer()
    defer { proposer.stop() }
    #expect(try await ask(proposer) == first)
    #expect(try await ask(proposer, after: first) == second)
    #expect(try await ask(proposer, after: first, second) == .status(.complete))
  }

  @Test func whatWasNotDoneItWantsStill() async throws {
    let proposer = try proposer()
    defer { proposer.stop() }
    #expect(try await ask(proposer) == first)
    #expect(try await ask(proposer, after: nil, nil) == first)
    #expect(try await ask(proposer, after: nil, nil, first) == second)
  }

  @Test func whereSomethingElseWasDoneItBeginsAgain() async throws {
    let proposer = try proposer()
    defer { proposer.stop() }
    #expect(try await ask(proposer) == first)
    #expect(try await ask(proposer, after: first) == second)
    #expect(try await ask(proposer, after: first, .navigateHome) == first)
    #expect(try await ask(proposer, after: first, .navigateHome, first) == second)
    // Its own, and then more by hand.
    #expect(try await ask(proposer, after: first, .navigateHome, first, second, .wait) == first)
  }

  @Test func stoppedItProposesNothing() async throws {
    let proposer = try proposer()
    #expect(try await ask(proposer) == first)
    proposer.stop()
    await #expect(throws: OracleError.self) { _ = try await ask(proposer, after: first) }
  }
}
