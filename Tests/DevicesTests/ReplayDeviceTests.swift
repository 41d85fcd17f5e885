import Devices
import Episodes
import Imaging
import TestSupport
import Testing

@Suite("A recording as a device", .timeLimit(.minutes(1))) struct ReplayDeviceTests {
  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  private static let tap = Action.click(.point(Point(x: 20, y: 40)))

  /// Three steps on a screen of 100×200, and one at the end.
  private func episode(_ change: (inout [Step]) -> Void = { _ in }) throws -> Episode {
    var steps: [Step] = []
    let actions: [Action] = [
      Self.tap, .inputText("Hello", target: nil, clears: false), .scroll(.down, nil), .status(.complete),
    ]
    for (index, action) in actions.enumerated() {
      let name = "\(index).png"
      let picture = Image(width: 100, height: 200, red: UInt8(index), green: 0, blue: 0)
      try folder.write(try picture.pngData(), to: name)
      let element = UIElement(text: "E\(index)", bounds: Bounds(left: 10, top: 30, right: 29, bottom: 49))
      steps.append(Step(index: index, screenshot: name, app: "a/.B", action: action, elements: [element]))
    }
    change(&steps)
    return Episode(id: "e", goal: "g", width: 100, height: 200, steps: steps, directory: folder.path)
  }

  private func shade(_ device: ReplayDevice) async throws -> Int {
    Int(try await device.observe(wantsElements: false).screenshot.pixels[0])
  }

  @Test func whatWasRecordedGoesOnStepByStep() async throws {
    let device = try ReplayDevice(try episode())
    #expect(device.name == "replay:e")
    let first = try await device.observe(wantsElements: true)
    #expect(first.screenshot == Image(width: 100, height: 200, red: 0, green: 0, blue: 0))
    #expect(first.elements.map(\.text) == ["E0"] && first.foregroundActivity == "a/.B")
    #expect(try await device.observe(wantsElements: false).elements.isEmpty)
    // Near enough counts, as does the element at that place.
    try await device.perform(.click(.element(0)))
    #expect(try await shade(device) == 1)
    try await device.perform(.inputText("hello", target: nil, clears: true))
    try await device.perform(.scroll(.down, .point(Point(x: 1, y: 1))))
    #expect(try await shade(device) == 3)
    #expect(await device.step?.index == 3)
    try await device.perform(.status(.complete))
    #expect(await device.step == nil)
    await #expect(
      throws: DeviceError.refused(
        name: "replay:e", what: "a screenshot", reason: "the recording ends here, after its 4 steps; start it again")
    ) { try await device.observe(wantsElements: false) }
    await #expect(throws: DeviceError.self) { try await device.perform(Self.tap) }
    try await device.perform(.status(.infeasible))
  }

  @Test func somethingElseStaysAndTellsWhatItWas() async throws {
    let device = try ReplayDevice(try episode())
    await #expect(
      throws: DeviceError.refused(
        name: "replay:e", what: "to scroll down",
        reason: "its step 0 was to tap at (20, 40) (scroll instead of click); try that instead")
    ) { try await device.perform(.scroll(.down, nil)) }
    await #expect(throws: DeviceError.self) { try await device.perform(.click(.point(Point(x: 90, y: 190)))) }
    #expect(try await shade(device) == 0)
    await device.advance()
    #expect(try await shade(device) == 1)
  }

  @Test func waitingAndTalkingNeverFail() async throws {
    let device = try ReplayDevice(try episode())
    for action in [Action.wait, .answer("x"), .status(.complete), .unknown] { try await device.perform(action) }
    #expect(try await shade(device) == 0)
  }

  @Test func stepsWithoutAnActionAreWalkedThrough() async throws {
    let device = try ReplayDevice(try episode { $0[0].action = nil })
    try await device.perform(.navigateHome)
    #expect(try await shade(device) == 1)
  }

  @Test func whatWasRejectedOrHasNoPictureIsPassedOver() async throws {
    let device = try ReplayDevice(
      try episode {
        $0[0].decision = "rejected"
        $0[2].screenshot = nil
      })
    #expect(try await shade(device) == 1)
    try await device.perform(.inputText("Hello", target: nil, clears: false))
    #expect(try await shade(device) == 3)
  }

  @Test func thereIsNoShellAndNothingMoves() async throws {
    let device = try ReplayDevice(try episode())
    #expect(try await device.settle(limit: 0))
    await #expect(throws: DeviceError.self) { try await device.shell("ls") }
  }

  @Test func anEpisodeWithoutPicturesIsRefused() throws {
    #expect(throws: DeviceError.self) { try ReplayDevice(Episode(id: "e", goal: "g")) }
  }

  @Test func aPictureThatCantBeReadIsNamed() async throws {
    let device = try ReplayDevice(try episode { $0[0].screenshot = "gone.png" })
    do {
      _ = try await device.observe(wantsElements: false)
      Issue.record("it was read")
    } catch { #expect(error.description.contains("gone.png")) }
  }

  @Test(
    "Recorded episodes play from beginning to end by their own actions",
    .enabled(if: Shared.has("data/episodes"), Comment(rawValue: Shared.missing)))
  func recordedEpisodes() async throws {
    let paths = try DataSet(contentsOf: Shared.path("data/episodes")).episodes.prefix(3)
    #expect(!paths.isEmpty)
    for path in paths {
      let device = try ReplayDevice(try Episode(contentsOf: path))
      var shown = 0
      while let step = await device.step {
        let seen = try await device.observe(wantsElements: true)
        #expect(seen.screenshot.width > 100 && seen.elements == step.elements)
        shown += 1
        if let action = step.action { try await device.perform(action) } else { await device.advance() }
        #expect(await device.step?.index != step.index)
      }
      #expect(shown > 1)
    }
  }
}
