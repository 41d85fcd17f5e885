import Agent
import Episodes
import Imaging
import TestSupport
import Testing

@Suite("Replay")
struct ReplayTests {
  /// An episode of four steps with pictures on disk; the last step's is missing.
  private func episode(in folder: TemporaryDirectory) throws -> Episode {
    var steps: [Step] = []
    for index in 0..<4 {
      let name = "\(index).png"
      if index < 3 { try folder.write(TinyEngine.screenshot(UInt8(index + 1)).pngData(), to: name) }
      steps.append(
        Step(
          index: index, screenshot: name, thought: "Now step \(index).",
          action: index == 1 ? nil : .click(.point(Point(x: index, y: 39)))))
    }
    return Episode(id: "e", goal: "Go", width: 20, height: 40, steps: steps, directory: folder.path)
  }

  /// The events by step.
  private func byStep(_ events: [StepEvent]) -> [[StepEvent]] {
    var steps: [[StepEvent]] = []
    for event in events {
      if case .observation = event { steps.append([]) }
      if !steps.isEmpty { steps[steps.count - 1].append(event) }
    }
    return steps
  }

  @Test("every step is observed, answered and compared, and one without its picture fails alone")
  func events() async throws {
    let folder = try TemporaryDirectory()
    let engine = try await TinyEngine.make()
    let episode = try episode(in: folder)
    let steps = byStep(try await Replay(episode, options: TinyEngine.options).events(engine: engine).collected())
    #expect(steps.count == 4)
    for (index, events) in steps.enumerated() {
      #expect(events.first == .observation(step: index, screenshot: "\(index).png", width: 20, height: 40))
      let last = events.suffix(2)
      guard case .result(let recorded, let agreement)? = last.first, case .finished? = last.last else {
        Issue.record("step \(index) ends with \(last)")
        continue
      }
      #expect(recorded == episode.steps[index].action)
      if index == 1 { #expect(agreement == .unknown) } else { #expect(agreement != .unknown) }
    }
    #expect(steps[3].contains { if case .failed(_, nil) = $0 { true } else { false } })
    #expect(steps[3].contains(.result(recorded: episode.steps[3].action, agreement: .differs(reason: "no action"))))
  }

  @Test("later steps prefill only what is new, and answer as they would alone")
  func reuse() async throws {
    let folder = try TemporaryDirectory()
    let replay = Replay(try episode(in: folder), options: TinyEngine.options)
    let together = byStep(try await replay.events(at: 0..<3, engine: try await TinyEngine.make()).collected())
    for place in 0..<3 {
      let alone = try await replay.events(at: place..<place + 1, engine: try await TinyEngine.make()).collected()
      #expect(alone.tokens == together[place].tokens)
      #expect(!alone.tokens.isEmpty)
      let timings = try #require(together[place].timings.first)
      #expect(timings.promptTokens == timings.reusedTokens + timings.prefilledTokens)
      if place > 0 { #expect(timings.prefilledTokens < 200 && timings.reusedTokens > 1_000) }
    }
  }

  @Test("the history is the recording's, and ends before the step")
  func history() async throws {
    let folder = try TemporaryDirectory()
    let episode = try episode(in: folder)
    let request = try Replay(episode).request(at: 2)
    #expect(request.history == Array(episode.steps[..<2]))
    #expect(request.index == 2)
    #expect(throws: AgentError.noSuchStep(index: 4, count: 4)) { try Replay(episode).request(at: 4) }
  }

  @Test("without a model a replay ends with that error")
  func noModel() async throws {
    let folder = try TemporaryDirectory()
    let replay = Replay(try episode(in: folder))
    await #expect(throws: AgentError.noModel) { try await replay.events(engine: Engine()).collected() }
  }

  @Test(
    "a person's recorded episode is replayed to its end",
    .enabled(if: Shared.has("data/episodes/aitz-GOOGLE_APPS-523638528775825151"), Comment(rawValue: Shared.missing)))
  func recorded() async throws {
    let episode = try Episode(contentsOf: Shared.path("data/episodes/aitz-GOOGLE_APPS-523638528775825151"))
    let engine = try await TinyEngine.make()
    let steps = byStep(try await Replay(episode, options: TinyEngine.options).events(engine: engine).collected())
    #expect(steps.count == episode.steps.count)
    for (step, events) in zip(episode.steps, steps) {
      #expect(events.first == .observation(step: step.index, screenshot: step.screenshot, width: 270, height: 600))
      let compared = events.contains {
        if case .result(step.action, let agreement) = $0 { agreement != .unknown } else { false }
      }
      #expect(compared)
      #expect(events.contains { if case .action = $0 { true } else { false } })
    }
  }
}
