import Episodes
import Foundation
import JSON
import TestSupport
import Testing

@Suite struct EpisodeWriterTests {
  static let header = Episode(
    id: "new", goal: "Öffne “Uhr”", task: "OpenClock", deviceKind: "virtual", width: 1080, height: 2400,
    actor: "agent", model: "tiny", started: "2025-01-01T00:00:00Z")
  static let picture = EpisodeFolder.png(width: 1080, height: 2400)

  static func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test func whatIsWrittenIsRead() throws {
    let temporary = try TemporaryDirectory()
    let path = temporary.file("deep/er")
    let writer = try EpisodeWriter(creating: Self.header, at: path)
    var steps = [
      Step(
        index: 99, app: "Clock", thought: "Tap\n“it” \u{1F600}", action: .click(.point(Point(x: 5, y: 6))),
        proposedAction: .wait, targetBounds: Bounds(left: 1, top: 2, right: 3, bottom: 4),
        elements: [
          UIElement(
            text: "A", contentDescription: "B", className: "C", resourceID: "D",
            bounds: Bounds(left: 0, top: 1, right: 2, bottom: 3), isClickable: true, isScrollable: true),
          UIElement(),
        ], decision: "edited", timings: ["decode": 1.5, "image": 0.25], result: "agrees"),
      Step(index: 0, action: .scroll(.down, nil)),
      Step(index: 0, action: nil, result: "the answer could not be read"),
    ]
    steps[0] = try writer.append(steps[0], screenshot: Self.picture)
    #expect(steps[0].index == 0 && steps[0].screenshot == "screens/0000.png")
    steps[1] = try writer.append(steps[1])
    steps[2] = try writer.append(steps[2], screenshot: Self.picture)
    #expect(writer.nextIndex == 3)
    try writer.finish(outcome: Outcome(success: nil, claimedDone: true), finished: "2025-01-01T00:01:00Z")

    var expected = Self.header
    expected.steps = steps
    expected.directory = path
    expected.finished = "2025-01-01T00:01:00Z"
    expected.outcome = Outcome(success: nil, claimedDone: true)
    expected.problems = ["1 of 3 steps have no picture: 1"]
    #expect(try Episode(contentsOf: path) == expected)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path + "/screens/0000.png")) == Data(Self.picture))
    #expect(try Self.text(path + "/steps.jsonl").utf8.count { $0 == 0x0A } == 3)
  }

  @Test func episodeJSONIsAsTheFormatHasIt() throws {
    let temporary = try TemporaryDirectory()
    _ = try EpisodeWriter(creating: Episode(id: "a", goal: "b"), at: temporary.path)
    #expect(
      try Self.text(temporary.file("episode.json")) == """
        {
          "format": "infir-episode",
          "version": 1,
          "id": "a",
          "goal": "b",
          "task": null,
          "device": {
            "kind": null
          },
          "outcome": null
        }

        """)
  }

  @Test func whatJSONCannotSayIsLeftOut() throws {
    let temporary = try TemporaryDirectory()
    let writer = try EpisodeWriter(creating: Self.header, at: temporary.path)
    try writer.append(Step(index: 0, timings: ["a": .nan, "b": .infinity, "c": 1]))
    #expect(
      try Self.text(temporary.file("steps.jsonl"))
        == #"{"index":0,"screenshot":null,"timings":{"a":null,"b":null,"c":1.0}}"# + "\n")
    #expect(try Episode(contentsOf: temporary.path).steps[0].timings == ["c": 1])
  }

  @Test func anEpisodeIsNotOverwritten() throws {
    let temporary = try TemporaryDirectory()
    _ = try EpisodeWriter(creating: Self.header, at: temporary.path)
    #expect(
      throws: EpisodeError.unwritable(
        path: temporary.path, reason: "it holds an episode already; choose another folder")
    ) { try EpisodeWriter(creating: Self.header, at: temporary.path) }
    try FileManager.default.removeItem(atPath: temporary.file("episode.json"))
    try temporary.write(Array("{}\n".utf8), to: "steps.jsonl")
    #expect(
      throws: EpisodeError.unwritable(
        path: temporary.path, reason: "it has a steps.jsonl with steps already; choose another folder")
    ) { try EpisodeWriter(creating: Self.header, at: temporary.path) }
    #expect(try Self.text(temporary.file("steps.jsonl")) == "{}\n")
  }

  @Test func twoWritersDoNotShareAnEpisode() throws {
    let temporary = try TemporaryDirectory()
    do {
      let writer = try EpisodeWriter(creating: Self.header, at: temporary.path)
      #expect(
        throws: EpisodeError.unwritable(
          path: temporary.path, reason: "another program is recording there; choose another folder")
      ) { try EpisodeWriter(resuming: temporary.path) }
      try writer.append(Step(index: 0))
    }
    #expect(try EpisodeWriter(resuming: temporary.path).nextIndex == 1)
  }

  @Test func aFolderThatCannotBeMadeIsUnwritable() throws {
    let temporary = try TemporaryDirectory()
    try temporary.write([], to: "file")
    let error = #expect(throws: EpisodeError.self) {
      try EpisodeWriter(creating: Self.header, at: temporary.file("file/episode"))
    }
    #expect(
      error
        == .unwritable(
          path: temporary.file("file/episode/screens"),
          reason: "the folder can't be made; choose another folder, or check its permissions"))
  }

  @Test func aStepThatCannotBeWrittenLeavesNothingBehind() throws {
    let temporary = try TemporaryDirectory()
    let writer = try EpisodeWriter(creating: Self.header, at: temporary.path)
    try writer.append(Step(index: 0, thought: "a"), screenshot: Self.picture)
    // A folder in the picture's place: even an administrator can't write it.
    try FileManager.default.createDirectory(
      atPath: temporary.file("screens/0001.png"), withIntermediateDirectories: true)
    let error = #expect(throws: EpisodeError.self) {
      try writer.append(Step(index: 0, thought: "b"), screenshot: Self.picture)
    }
    #expect(
      error
        == .unwritable(
          path: temporary.file("screens/0001.png"),
          reason: "Is a directory; choose another folder, or check its permissions"))
    try FileManager.default.removeItem(atPath: temporary.file("screens/0001.png"))
    try writer.append(Step(index: 0, thought: "c"), screenshot: Self.picture)
    let episode = try Episode(contentsOf: temporary.path)
    #expect(episode.steps.map(\.thought) == ["a", "c"])
    #expect(episode.problems == [])
  }

  @Test func picturesThatLieOutsideAreNotMentioned() throws {
    let temporary = try TemporaryDirectory()
    let writer = try EpisodeWriter(creating: Self.header, at: temporary.path)
    for name in ["/etc/passwd", "../a.png", ""] {
      #expect(
        throws: EpisodeError.unwritable(
          path: temporary.path, reason: "the picture \(name) lies outside the folder; give its contents")
      ) { try writer.append(Step(index: 0, screenshot: name)) }
    }
    #expect(writer.nextIndex == 0)
  }

  @Test func aStepThatCouldNotBeReadAgainIsRefused() throws {
    let temporary = try TemporaryDirectory()
    let writer = try EpisodeWriter(creating: Self.header, at: temporary.path)
    let error = #expect(throws: EpisodeError.self) {
      try writer.append(Step(index: 0, thought: String(repeating: "x", count: 8 << 20)))
    }
    #expect(error?.description.contains("too long to be read again; shorten it") == true)
  }

  // MARK: - Crashes

  /// An episode of two steps, and a copy of its folder for every state that a crash can leave.
  func recorded(in temporary: TemporaryDirectory) throws -> String {
    let path = temporary.file("whole")
    let writer = try EpisodeWriter(creating: Self.header, at: path)
    try writer.append(Step(index: 0, thought: "a"), screenshot: Self.picture)
    try writer.append(Step(index: 0, thought: "b", action: .wait), screenshot: Self.picture)
    return path
  }

  @Test func aLineTornAtAnyByteCostsThatStepAlone() throws {
    let temporary = try TemporaryDirectory()
    let whole = try recorded(in: temporary)
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: whole + "/steps.jsonl")))
    let firstEnd = try #require(bytes.firstIndex(of: 0x0A)) + 1
    for length in firstEnd...bytes.count {
      let copy = temporary.file("copy\(length)")
      try FileManager.default.copyItem(atPath: whole, toPath: copy)
      try Data(bytes[..<length]).write(to: URL(fileURLWithPath: copy + "/steps.jsonl"))
      // Without its line end the last line is whole as well.
      let survivors = length >= bytes.count - 1 ? ["a", "b"] : ["a"]

      let read = try Episode(contentsOf: copy)
      #expect(read.steps.map(\.thought) == survivors, "cut at \(length)")
      #expect(read.problems.isEmpty == (length == firstEnd || survivors.count == 2), "cut at \(length)")

      let writer = try EpisodeWriter(resuming: copy)
      #expect(writer.nextIndex == survivors.count)
      try writer.append(Step(index: 0, thought: "c"), screenshot: Self.picture)
      let resumed = try Episode(contentsOf: copy)
      #expect(resumed.steps.map(\.thought) == survivors + ["c"], "cut at \(length)")
      #expect(resumed.problems == [], "cut at \(length)")
    }
  }

  @Test func aTornPictureOrHeaderCostsNothing() throws {
    let temporary = try TemporaryDirectory()
    let whole = try recorded(in: temporary)
    let header = Array(try Data(contentsOf: URL(fileURLWithPath: whole + "/episode.json")))
    // Each state costs a dozen syncs of the disk.
    for length in [
      0, 1, 8, Self.picture.count - 1, Self.picture.count, header.count / 2, header.count - 1, header.count,
    ] {
      let copy = temporary.file("copy\(length)")
      try FileManager.default.copyItem(atPath: whole, toPath: copy)
      try Data(Self.picture.prefix(length)).write(to: URL(fileURLWithPath: copy + "/screens/0002.png"))
      try Data(header.prefix(length)).write(to: URL(fileURLWithPath: copy + "/episode.json.new"))
      #expect(try Episode(contentsOf: copy).problems == [])

      let writer = try EpisodeWriter(resuming: copy)
      // A step without a picture must not inherit the torn one.
      try writer.append(Step(index: 0, thought: "c"))
      try writer.append(Step(index: 0, thought: "d"), screenshot: Self.picture)
      try writer.finish(outcome: Outcome(success: true), finished: nil)
      let episode = try Episode(contentsOf: copy)
      #expect(episode.steps.map(\.thought) == ["a", "b", "c", "d"])
      #expect(episode.problems == ["1 of 4 steps have no picture: 2"])
      #expect(episode.outcome == Outcome(success: true))
    }
  }

  @Test func aTailOfZerosIsCutOff() throws {
    // Some file systems leave zeros where a write was under way when the power failed.
    let temporary = try TemporaryDirectory()
    let path = try recorded(in: temporary)
    let whole = try Self.text(path + "/steps.jsonl")
    try Data(whole.utf8 + [UInt8](repeating: 0, count: 5000)).write(to: URL(fileURLWithPath: path + "/steps.jsonl"))
    #expect(try EpisodeWriter(resuming: path).nextIndex == 2)
    #expect(try Self.text(path + "/steps.jsonl") == whole)
  }

  @Test func resumingKeepsWhatItDoesNotKnow() throws {
    let line = #"{"index":4,"colour":"red"}"#
    let folder = try EpisodeFolder(steps: "damaged\n" + line, pictures: [4])
    let writer = try EpisodeWriter(resuming: folder.path)
    #expect(writer.nextIndex == 5)
    try writer.append(Step(index: 0, thought: "on"))
    try writer.finish(outcome: nil, finished: "later")
    #expect(
      try Self.text(folder.path + "/steps.jsonl")
        == "damaged\n" + line + "\n" + #"{"index":5,"screenshot":null,"thought":"on"}"# + "\n")
    let header = try JSONValue(parsing: try Self.text(folder.path + "/episode.json")).object
    #expect(header?["source"]?.object?["licence"] == .string("CC0"))
    #expect(header?["finished"] == .string("later"))
    #expect(header?["outcome"]?.object?["success"] == .bool(true))
  }

  @Test func resumingAnEpisodeWithoutStepsBeginsThem() throws {
    let folder = try EpisodeFolder(steps: nil)
    try FileManager.default.removeItem(atPath: folder.path + "/screens")
    let writer = try EpisodeWriter(resuming: folder.path + "/")
    try writer.append(Step(index: 0, thought: "first"), screenshot: Self.picture)
    #expect(try folder.read().problems == [])
  }

  @Test func onlyEpisodesAreResumed() throws {
    let temporary = try TemporaryDirectory()
    #expect(throws: EpisodeError.missing(path: temporary.file("none"))) {
      try EpisodeWriter(resuming: temporary.file("none"))
    }
    #expect(throws: EpisodeError.self) { try EpisodeWriter(resuming: temporary.path) }
    #expect(!FileManager.default.fileExists(atPath: temporary.file("steps.jsonl")))
  }

  @Test func aFullDiskCostsThatStepAlone() async {
    await #expect(processExitsWith: .success) {
      let temporary = try TemporaryDirectory()
      let writer = try EpisodeWriter(creating: EpisodeWriterTests.header, at: temporary.path)
      try writer.append(Step(index: 0, thought: "a"))
      // Files larger than 100 bytes fail from here on, in the middle of a write, as on a full disk.
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 100, rlim_max: 1_000_000)
      #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      let error = #expect(throws: EpisodeError.self) {
        try writer.append(Step(index: 0, thought: String(repeating: "b", count: 500)))
      }
      #expect(
        error
          == .unwritable(
            path: temporary.file("steps.jsonl"), reason: "File too large; raise the limit on file sizes"))
      #expect(throws: EpisodeError.self) {
        try writer.append(Step(index: 0), screenshot: [UInt8](repeating: 0, count: 500))
      }
      limit.rlim_cur = 1_000_000
      #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      try writer.append(Step(index: 0, thought: "c"), screenshot: EpisodeWriterTests.picture)
      let episode = try Episode(contentsOf: temporary.path)
      #expect(episode.steps.map(\.thought) == ["a", "c"])
      #expect(episode.problems == ["1 of 2 steps have no picture: 0"])
    }
  }

  /// Milliseconds after which a recording process is killed.
  static var lifetimes: [Int] {
    ProcessInfo.processInfo.environment["INFIR_SLOW_TESTS"] == "1" ? Array(1...40) : [2, 13, 40]
  }

  @Test(arguments: lifetimes)
  func aKilledRecordingOpensAndGoesOn(lifetime: Int) async throws {
    let temporary = try TemporaryDirectory()
    let path = temporary.file("episode")
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, lifetime = lifetime as Int] in
      let writer = try EpisodeWriter(creating: EpisodeWriterTests.header, at: path)
      Thread.detachNewThread {
        Thread.sleep(forTimeInterval: Double(lifetime) / 1000)
        kill(getpid(), SIGKILL)
      }
      let picture = EpisodeWriterTests.picture + [UInt8](repeating: 7, count: 100_000)
      while true {
        let thought = String(repeating: "x", count: 50_000)
        try writer.append(Step(index: 0, thought: thought), screenshot: picture)
        try writer.finish(outcome: Outcome(claimedDone: true), finished: "now")
      }
    }
    let writer = try EpisodeWriter(resuming: path)
    let count = writer.nextIndex
    try writer.append(Step(index: 0, thought: "on"), screenshot: Self.picture)
    let episode = try Episode(contentsOf: path)
    #expect(episode.steps.count == count + 1)
    #expect(episode.problems == [])
    #expect(episode.steps.dropLast().allSatisfy { $0.thought?.count == 50_000 && $0.screenshot != nil })
    for step in episode.steps.dropLast() {
      let picture = try #require(episode.screenshotPath(of: step))
      #expect(try Data(contentsOf: URL(fileURLWithPath: picture)).count == Self.picture.count + 100_000)
    }
  }

  @Test func aPictureCanBePlacedBeforeItsStep() throws {
    let temporary = try TemporaryDirectory()
    let writer = try EpisodeWriter(creating: Self.header, at: temporary.file("episode"))
    var name = try writer.placePicture([1, 2, 3])
    #expect(name == "screens/0000.png")
    name = try writer.placePicture(Self.picture)
    #expect(name == "screens/0000.png", "the step is still the same")
    let step = try writer.append(Step(index: 0, screenshot: name, action: .wait))
    #expect(step.screenshot == name)
    #expect(try writer.placePicture(Self.picture) == "screens/0001.png")
    let episode = try Episode(contentsOf: writer.path)
    #expect(episode.problems == [] && episode.steps.count == 1, "a picture that no step has is no step")
    let path = try #require(episode.screenshotPath(of: episode.steps[0]))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(Self.picture))
  }

  @Test func anAnnouncedStepIsKnownUntilItIsRecorded() throws {
    let temporary = try TemporaryDirectory()
    let path = temporary.file("episode")
    do {
      let writer = try EpisodeWriter(creating: Self.header, at: path)
      #expect(writer.announced == nil)
      try writer.announce(Step(index: 9, action: .wait, decision: "automatic"))
      try writer.append(Step(index: 0, action: .wait))
      #expect(writer.announced == nil)
      try writer.announce(Step(index: 0, action: .navigateHome, decision: "approved"))
    }
    #expect(try Episode(contentsOf: path).steps.count == 1)
    do {
      let writer = try EpisodeWriter(resuming: path)
      #expect(writer.announced == Step(index: 1, action: .navigateHome, decision: "approved"))
      try writer.append(Step(index: 0, action: .navigateBack))
      #expect(writer.announced == nil)
    }
    #expect(try EpisodeWriter(resuming: path).announced == nil)
  }

  @Test(arguments: [#"{"index":0,"act"#, "", "[]", #"{"index":7}"#, #"{"index":"0"}"#])
  func aTornAnnouncementIsNone(text: String) throws {
    let temporary = try TemporaryDirectory()
    let path = temporary.file("episode")
    do { _ = try EpisodeWriter(creating: Self.header, at: path) }
    try temporary.write(Array(text.utf8), to: "episode/pending.json")
    #expect(try EpisodeWriter(resuming: path).announced == nil)
  }

  @Test func theSeedIsKeptToItsLastBit() throws {
    let temporary = try TemporaryDirectory()
    var header = Self.header
    header.seed = .max
    let writer = try EpisodeWriter(creating: header, at: temporary.file("episode"))
    #expect(try Episode(contentsOf: writer.path).seed == .max)
  }
}
