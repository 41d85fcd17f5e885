import Foundation
import JSON
import TestSupport
import Testing

@testable import Episodes

@Suite struct EpisodeReaderTests {
  static let step0 = #"{"index":0,"thought":"a","action":{"action_type":"wait"}}"#
  static let step1 = #"{"index":1,"thought":"b","action":{"action_type":"navigate_back"}}"#
  static let step2 = #"{"index":2,"thought":"c","action":{"action_type":"navigate_home"}}"#

  /// Reads steps with pictures for each of them.
  func read(_ steps: String) throws -> Episode {
    try EpisodeFolder(steps: steps, pictures: Array(0..<10)).read()
  }

  func thoughts(_ episode: Episode) -> [String?] { episode.steps.map(\.thought) }

  @Test func readsEveryField() throws {
    let line = #"""
      {"index":0,"screenshot":"screens/0000.png","app":"Clock","thought":"Tap it","action":{"action_type":"click","x":5,"y":6},"proposed_action":{"action_type":"wait"},"target_bounds":[1,2,3.9,4],"elements":[{"text":"A","description":"B","class":"C","resource_id":"D","bounds":[0,1,2,3],"clickable":true,"scrollable":true,"checked":false}],"decision":"edited","timings":{"decode":1.5,"image":2},"result":"agrees","colour":"red"}
      """#
    let folder = try EpisodeFolder(steps: line + "\n", pictures: [0])
    let step = Step(
      index: 0, screenshot: "screens/0000.png", app: "Clock", thought: "Tap it",
      action: .click(.point(Point(x: 5, y: 6))), proposedAction: .wait,
      targetBounds: Bounds(left: 1, top: 2, right: 3, bottom: 4),
      elements: [
        UIElement(
          text: "A", contentDescription: "B", className: "C", resourceID: "D",
          bounds: Bounds(left: 0, top: 1, right: 2, bottom: 3), isClickable: true, isScrollable: true, isChecked: false)
      ], decision: "edited", timings: ["decode": 1.5, "image": 2], result: "agrees")
    let expected = Episode(
      id: "sample", goal: "Open the clock", task: "OpenClock", deviceKind: "recorded", width: 1080, height: 2400,
      actor: "a person", model: "none", started: "2025-01-01T00:00:00Z", finished: "2025-01-01T00:01:00Z",
      outcome: Outcome(success: true, claimedDone: false), steps: [step], directory: folder.path)
    let episode = try folder.read()
    #expect(episode == expected)
    #expect(episode.screenshotPath(of: episode.steps[0]) == folder.path + "/screens/0000.png")
  }

  @Test func aPathMayEndInASlashOrInTheFile() throws {
    let folder = try EpisodeFolder(steps: Self.step0, pictures: [0])
    let episode = try folder.read()
    #expect(try Episode(contentsOf: folder.path + "//") == episode)
    #expect(try Episode(contentsOf: folder.path + "/episode.json") == episode)
  }

  // MARK: - Damage to steps.jsonl

  @Test func anEpisodeWithoutStepsFileHasNoSteps() throws {
    let episode = try EpisodeFolder(steps: nil).read()
    #expect(episode.steps.isEmpty)
    #expect(episode.problems == ["steps.jsonl can't be read, so there are no steps: No such file or directory"])
  }

  @Test func anEmptyStepsFileIsARecordingThatJustBegan() throws {
    let episode = try read("")
    #expect(episode.steps.isEmpty)
    #expect(episode.problems == [])
  }

  @Test func aTornLastLineIsDroppedAndNoted() throws {
    let whole = Self.step0 + "\n" + Self.step1
    for cut in (Self.step0.utf8.count + 2)..<whole.utf8.count {
      let episode = try read(String(decoding: Array(whole.utf8)[..<cut], as: UTF8.self))
      #expect(thoughts(episode) == ["a"])
      #expect(
        episode.problems == [
          "steps.jsonl: the last line is torn, as when a recording is cut off; it was left out"
        ], "cut at \(cut)")
    }
  }

  @Test func aLastLineWithoutItsEndIsWhole() throws {
    let episode = try read(Self.step0 + "\n" + Self.step1)
    #expect(thoughts(episode) == ["a", "b"])
    #expect(episode.problems == [])
  }

  @Test func aDamagedLineInTheMiddleIsPassedOver() throws {
    let episode = try read(Self.step0 + "\n" + #"{"index":1,"thought":"b"# + "\n" + Self.step2 + "\n")
    #expect(thoughts(episode) == ["a", "c"])
    #expect(episode.steps.map(\.index) == [0, 2])
    #expect(
      episode.problems == [
        "steps.jsonl: line 2 is damaged at byte 23 (a string has no end; complete it); what follows was left out",
        "step 1 is missing",
      ])
  }

  @Test func blankLinesCarriageReturnsAndAByteOrderMarkAreNoProblem() throws {
    let episode = try read("\u{FEFF}" + Self.step0 + "\r\n\r\n  \n\t\n" + Self.step1 + "\r\n\n")
    #expect(thoughts(episode) == ["a", "b"])
    #expect(episode.problems == [])
  }

  @Test func twoObjectsOnALineAreTwoSteps() throws {
    let episode = try read(Self.step0 + Self.step1 + " " + Self.step2 + "\n")
    #expect(thoughts(episode) == ["a", "b", "c"])
    #expect(episode.problems == [])
  }

  @Test func whatIsNoObjectIsPassedOver() throws {
    let episode = try read("[1]\n42\n" + Self.step0 + " null\n")
    #expect(thoughts(episode) == ["a"])
    #expect(
      episode.problems == [
        "steps.jsonl: line 1 has a list instead of an object; it was left out",
        "steps.jsonl: line 2 has a number instead of an object; it was left out",
        "steps.jsonl: line 3 has null instead of an object; it was left out",
      ])
  }

  @Test func fieldsOfTheWrongTypeAreAbsentAndNoted() throws {
    let episode = try read(
      #"{"index":0,"screenshot":7,"app":["x"],"thought":true,"action":"wait","proposed_action":{"action_type":"tap"},"target_bounds":[9,0,1,1],"elements":[3,{"text":1,"bounds":[1,2,3],"clickable":"yes"}],"decision":{},"timings":{"a":"b","c":null,"d":1},"result":2.5}"#
    )
    let step = try #require(episode.steps.first)
    #expect(step == Step(index: 0, elements: [UIElement(), UIElement()], timings: ["d": 1]))
    let known = ActionType.allCases.map(\.rawValue).joined(separator: ", ")
    #expect(
      episode.problems == [
        "step 0: screenshot is 7 instead of text",
        "step 0: app is [\"x\"] instead of text",
        "step 0: thought is true or false instead of text",
        "step 0: action is text instead of an object",
        "step 0: proposed_action: the action can't be read: \"tap\" is no action_type; use one of \(known)",
        "step 0: target_bounds is [9,0,1,1] instead of left, top, right and bottom",
        "step 0: decision is an object instead of text",
        "step 0: result is 2.5 instead of text",
        "step 0: element 0 is a number instead of an object",
        "step 0: element 1: text is 1 instead of text",
        "step 0: element 1: bounds is [1,2,3] instead of left, top, right and bottom",
        "step 0: element 1: clickable is text instead of true or false",
        "step 0: the timing a is text instead of a number of seconds",
        "1 of 1 steps have no picture: 0",
      ])
  }

  @Test func indicesRiseWhateverTheFileSays() throws {
    let lines = [
      "{}", #"{"index":0}"#, #"{"index":"x"}"#, #"{"index":7}"#, #"{"index":-1}"#, #"{"index":1e300}"#, "{}",
    ]
    let episode = try read(lines.joined(separator: "\n"))
    #expect(episode.steps.map(\.index) == [0, 1, 2, 7, 8, 9, 10])
    #expect(
      episode.problems == [
        "a step after step 0 has index 0 again; it is counted as step 1",
        "step 2: index is \"x\" instead of a number from 0 to 1000000",
        "steps 3 to 6 are missing",
        "step 8: index is -1 instead of a number from 0 to 1000000",
        "step 9: index is 1e300 instead of a number from 0 to 1000000",
        "1 of 7 steps have no picture: 10",
      ])
  }

  // MARK: - Pictures

  @Test func picturesAreFoundByIndexWhereTheLineDoesNotMentionThem() throws {
    let folder = try EpisodeFolder(
      steps: #"{"index":0}\#n{"index":1,"screenshot":null}\#n{"index":2}\#n{"index":3}"#, pictures: [0, 1, 3])
    let episode = try folder.read()
    #expect(episode.steps.map(\.screenshot) == ["screens/0000.png", nil, nil, "screens/0003.png"])
    #expect(episode.problems == ["2 of 4 steps have no picture: 1, 2"])
  }

  @Test func namedPicturesThatAreNotThereAreNoted() throws {
    let steps = (0..<5).map { #"{"index":\#($0),"screenshot":"screens/000\#($0).png"}"# }.joined(separator: "\n")
    let episode = try EpisodeFolder(steps: steps, pictures: [1]).read()
    #expect(episode.steps.map(\.screenshot) == [nil, "screens/0001.png", nil, nil, nil])
    #expect(episode.problems == ["pictures that should be there are not: step 0, 2 to 4"])
  }

  @Test(arguments: ["/etc/passwd", "../secret.png", "screens/../../secret.png", "..", "", "a\0b"])
  func picturesOutsideTheFolderAreRefused(name: String) throws {
    let folder = try EpisodeFolder(steps: nil, pictures: [0])
    let inner = folder.path + "/inner"
    try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
    try folder.temporary.write([1], to: "secret.png")
    try folder.temporary.write(Array(EpisodeFolder.header.utf8), to: "inner/episode.json")
    let line = JSONValue.object(["index": .integer(0), "screenshot": .string(name)]).text
    try folder.temporary.write(Array(line.utf8), to: "inner/steps.jsonl")
    let episode = try Episode(contentsOf: inner)
    #expect(episode.steps[0].screenshot == nil)
    #expect(
      episode.problems == ["step 0: the picture \(JSONValue.string(name).text) lies outside the folder"])
  }

  @Test func aSymbolicLinkMustNotLeadOutEither() throws {
    let folder = try EpisodeFolder(steps: #"{"screenshot":"out.png"} {"screenshot":"in.png"}"#, pictures: [0])
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder.path + "/out.png", withDestinationPath: "/etc/passwd")
    try files.createSymbolicLink(atPath: folder.path + "/in.png", withDestinationPath: "screens/0000.png")
    let episode = try folder.read()
    #expect(episode.steps.map(\.screenshot) == [nil, "in.png"])
    #expect(episode.problems == ["step 0: the picture \"out.png\" lies outside the folder"])
  }

  @Test func anEpisodeReachedThroughASymbolicLinkHasItsPictures() throws {
    let folder = try EpisodeFolder(steps: Self.step0, pictures: [0])
    let elsewhere = try TemporaryDirectory()
    try FileManager.default.createSymbolicLink(atPath: elsewhere.file("link"), withDestinationPath: folder.path)
    let episode = try Episode(contentsOf: elsewhere.file("link"))
    #expect(episode.steps[0].screenshot == "screens/0000.png")
    #expect(episode.problems == [])
  }

  // MARK: - episode.json

  @Test func whatIsNotThereIsMissing() throws {
    let temporary = try TemporaryDirectory()
    #expect(throws: EpisodeError.missing(path: temporary.file("none"))) {
      try Episode(contentsOf: temporary.file("none"))
    }
  }

  @Test(arguments: [
    (nil, "its episode.json can't be read (No such file or directory); give a folder that has one"),
    ("", "its episode.json is damaged at byte 0 (it ends too early; complete it); mend or replace it"),
    (#"{"goal":"#, "its episode.json is damaged at byte 8 (it ends too early; complete it); mend or replace it"),
    ("[]", "its episode.json has a list instead of an object; replace it"),
  ])
  func aFolderWithoutAReadableHeaderIsRefused(header: String?, reason: String) throws {
    let folder = try EpisodeFolder(header: header, steps: Self.step0)
    #expect(throws: EpisodeError.notAnEpisode(path: folder.path, reason: reason)) {
      try folder.read()
    }
  }

  @Test func aFileIsNoEpisode() throws {
    let folder = try EpisodeFolder(steps: Self.step0)
    #expect(
      throws: EpisodeError.notAnEpisode(
        path: folder.path + "/steps.jsonl", reason: "it is a file; give the folder with episode.json")
    ) { try Episode(contentsOf: folder.path + "/steps.jsonl") }
  }

  @Test func aBareHeaderIsEnough() throws {
    let folder = try EpisodeFolder(header: "\u{FEFF}{}\r\n", steps: "")
    let episode = try folder.read()
    #expect(episode.id == URL(fileURLWithPath: folder.path).lastPathComponent)
    #expect(episode.goal == "")
    #expect(episode.problems == ["episode.json: it has no goal"])
  }

  @Test func headerFieldsOfTheWrongTypeAreAbsentAndNoted() throws {
    let folder = try EpisodeFolder(
      header: #"""
        {"format":"other","version":2,"id":5,"goal":"g","task":[],"device":{"kind":1,"width":0,"height":2400.5},
         "outcome":{"success":"yes"}}
        """#, steps: "")
    let episode = try folder.read()
    #expect(episode.width == nil && episode.height == nil && episode.outcome == Outcome())
    #expect(
      episode.problems == [
        "episode.json: device: kind is 1 instead of text",
        "episode.json: device: width is 0 instead of a whole number from 1 to 100000",
        "episode.json: device: height is 2400.5 instead of a whole number from 1 to 100000",
        "episode.json: outcome: success is text instead of true or false",
        "episode.json: the format is \"other\" instead of infir-episode",
        "episode.json: it has version 2 of the format; a newer infir reads all of it",
        "episode.json: id is 5 instead of text",
        "episode.json: task is [] instead of text",
      ])
  }

  // MARK: - Limits

  @Test func aHugeStepsFileIsNotLoaded() throws {
    let folder = try EpisodeFolder(steps: Self.step0 + "\n", pictures: [0])
    // Two gigabytes that take no room on disk.
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path + "/steps.jsonl"))
    try handle.truncate(atOffset: 2 << 30)
    try handle.close()
    var reader = EpisodeReader()
    reader.limits.stepsBytes = 3 << 20
    reader.limits.lineBytes = 1 << 20
    let episode = try reader.read(folder.path)
    #expect(thoughts(episode) == ["a"])
    #expect(episode.problems == ["steps.jsonl is larger than 3145728 bytes; the rest was left out"])
  }

  @Test func longLinesManyStepsAndLargeHeadersAreCut() throws {
    let long = #"{"thought":""# + String(repeating: "x", count: 200) + #""}"#
    let folder = try EpisodeFolder(steps: [long, "{}", "{}", "{}", "{}", ""].joined(separator: "\n"))
    var reader = EpisodeReader()
    reader.limits.lineBytes = 100
    reader.limits.steps = 2
    let episode = try reader.read(folder.path)
    #expect(episode.steps.count == 2)
    #expect(
      episode.problems == [
        "steps.jsonl: line 1 is longer than 100 bytes; it was left out",
        "steps.jsonl has more than 2 steps; the rest was left out",
        "2 of 2 steps have no picture: 0, 1",
      ])
    reader.limits.headerBytes = 100
    #expect(
      throws: EpisodeError.notAnEpisode(
        path: folder.path, reason: "its episode.json is larger than 100 bytes; shorten it")
    ) { try reader.read(folder.path) }
  }

  @Test func endlessDamageIsNotNotedEndlessly() throws {
    let episode = try EpisodeFolder(steps: String(repeating: "x\n", count: 1000)).read()
    #expect(episode.problems.count == 101)
    #expect(episode.problems.last == "and 900 more")
  }

  @Test(.timeLimit(.minutes(1))) func aPipeInPlaceOfAFileDoesNotBlock() throws {
    let folder = try EpisodeFolder(steps: nil)
    #expect(mkfifo(folder.path + "/steps.jsonl", 0o600) == 0)
    let episode = try folder.read()
    #expect(episode.problems == ["steps.jsonl can't be read, so there are no steps: it is not a file"])
  }

  // MARK: - Real and damaged files

  static let recorded = [
    "aitz-GOOGLE_APPS-523638528775825151", "androidgen-1720594731", "androidgen-1720601491", "androidgen-1720602084",
    "androidgen-1720612640", "androidgen-1720618860", "t3a-SystemBrightnessMin",
  ]

  @Test(
    .enabled(if: Shared.has("data/episodes"), Comment(rawValue: Shared.missing)),
    arguments: zip(recorded, [4, 9, 6, 6, 11, 5, 30]))
  func recordedEpisodesOpen(name: String, steps: Int) throws {
    let episode = try Episode(contentsOf: Shared.path("data/episodes/" + name))
    #expect(episode.id == name)
    #expect(episode.steps.map(\.index) == Array(0..<steps))
    #expect(episode.steps.allSatisfy { $0.action != nil && $0.thought != nil && !$0.elements.isEmpty })
    #expect(
      episode.problems == (name == "t3a-SystemBrightnessMin" ? ["17 of 30 steps have no picture: 13 to 29"] : []))
    for step in episode.steps {
      if let path = episode.screenshotPath(of: step) { #expect(FileManager.default.fileExists(atPath: path)) }
    }
  }

  @Test func damagedFilesAreReadOrRefusedAndNeverTrap() throws {
    let line = #"""
      {"index":0,"screenshot":"screens/0000.png","action":{"action_type":"click","x":5,"y":6},"target_bounds":[1,2,3,4],"elements":[{"text":"Aé\u00e9","bounds":[0,1,2,3],"clickable":true}],"timings":{"decode":1.5e0}}
      """#
    let steps = Array((line + "\n" + Self.step1 + "\n").utf8)
    let header = Array(EpisodeFolder.header.utf8)
    let folder = try EpisodeFolder(steps: steps, pictures: [0, 1])
    var mutator = Mutator(seed: 7)
    for round in 0..<Mutator.inputs {
      // Most go without a disk, for speed.
      let damaged = mutator.mutate(round % 4 == 0 ? header : steps)
      if round % 50 == 0 {
        try folder.temporary.write(round % 4 == 0 ? damaged : header, to: "episode.json")
        try folder.temporary.write(round % 4 == 0 ? steps : damaged, to: "steps.jsonl")
        let episode = try? folder.read()
        #expect(episode != nil || round % 4 == 0, "only a damaged episode.json is refused")
        continue
      }
      var collector = StepCollector(limit: 100)
      if round % 4 == 0 {
        guard let object = try? JSONValue(parsing: damaged).object else { continue }
        _ = Episode(header: object, folderName: "a", notes: &collector.problems)
        continue
      }
      var splitter = LineSplitter(limit: 10_000)
      for line in splitter.add(damaged) { collector.take(line, longestLine: 10_000) }
      if let line = splitter.finish() { collector.take(line, longestLine: 10_000) }
      let indices = collector.steps.map(\.step.index)
      #expect(zip(indices, indices.dropFirst()).allSatisfy { $0 < $1 })
      for step in collector.steps.map(\.step) {
        let path = step.action.flatMap { FingerPath($0, width: 1080, height: 2400, elements: step.elements) }
        guard case .point(let point) = path else { continue }
        #expect((0..<1080).contains(point.x) && (0..<2400).contains(point.y))
      }
    }
  }
}
