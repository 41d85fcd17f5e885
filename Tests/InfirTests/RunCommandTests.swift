import Foundation
import TestSupport
import Testing

extension Commands {
  /// `infir run` without a screen, with a task's solver in the model's place.
  @Suite struct RunCommandTests {
    private let folder: TemporaryDirectory
    private let tasks: String

    init() throws {
      folder = try TemporaryDirectory()
      try FileManager.default.createDirectory(atPath: folder.file("tasks"), withIntermediateDirectories: true)
      tasks = folder.file("tasks")
      let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("tasks/SystemBrightnessMax.yaml")
      try FileManager.default.copyItem(at: source, to: URL(fileURLWithPath: tasks + "/SystemBrightnessMax.yaml"))
    }

    private var episode: String { folder.file("episode") }

    private func run(_ arguments: String..., input: String = "") async throws -> Program.Result {
      try await Program.run(
        arguments: ["run", "--model", "oracle", "--tasks", tasks] + arguments, input: input,
        environment: ["XDG_DATA_HOME": folder.file("data"), "HOME": folder.path])
    }

    private func steps() throws -> [String] {
      let text = try String(contentsOfFile: episode + "/steps.jsonl", encoding: .utf8)
      return text.split(separator: "\n").map(String.init)
    }

    @Test func aTaskIsDoneJudgedAndRecorded() async throws {
      let result = try await run(
        "--task", "SystemBrightnessMax", "--approve", "never", "--json", "--record", episode)
      #expect(result.code == 0)
      #expect(result.errors == "")
      let events = try Events(result)
      #expect(events.named("started").first?["task"] as? String == "SystemBrightnessMax")
      let end = try #require(events.named("end").first)
      #expect(end["success"] as? Bool == true && end["score"] as? Double == 1)
      #expect(events.named("observation").count == events.named("result").count)
      let inspected = try await Program.run("data", "inspect", episode, "--json")
      #expect(inspected.code == 0)
      let inspection = try #require(try Events(inspected).named("episode").first)
      #expect((inspection["problems"] as? [String])?.isEmpty == true)
      #expect(inspection["model"] as? String == "oracle" && inspection["task"] as? String == "SystemBrightnessMax")
      let replayed = try await Program.run("replay", episode, "--model", try await TinyModel.path, "--json")
      #expect(replayed.code == 0)
    }

    @Test func withoutAFolderItIsRecordedAmongTheData() async throws {
      let result = try await run("--task", "SystemBrightnessMax", "--approve", "never", "--headless")
      #expect(result.code == 0)
      #expect(result.output.contains("the goal is reached"))
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("data") + "/infir/episodes")
      #expect(names.count == 1 && names[0].hasSuffix("systembrightnessmax"))
    }

    @Test func decisionsAreReadAsLines() async throws {
      let result = try await Program.run(
        arguments: [
          "run", "--model", "oracle", "--tasks", tasks, "--task", "SystemBrightnessMax", "--json", "--record", episode,
        ], input: "")
      // Nobody answers: the first approval that is needed ends it.
      #expect(result.code == 1)
      let events = try Events(result)
      #expect(events.named("waiting").first?["for"] as? String == "approval")
      #expect((events.named("end").first?["problem"] as? String)?.contains("needs a person's approval") == true)
      #expect(result.errors.contains("nobody is there to give it"))
    }

    @Test func interruptedItEndsWithAWholeEpisode() async throws {
      let result = try await Program.run(
        "run", "--model", "oracle", "--tasks", tasks, "--task", "SystemBrightnessMax", "--approve", "never", "--json",
        "--record", episode, sending: SIGINT, when: { $0.contains(#""event":"result","step":0"#) })
      #expect(result.code == 130)
      let events = try Events(result)
      #expect(events.named("end").first?["reason"] as? String == "stopped")
      let header = try String(contentsOfFile: episode + "/episode.json", encoding: .utf8)
      #expect(header.contains(#""finished""#))
      #expect(try steps().count == events.named("result").count)
    }

    @Test func killedItGoesOnFromItsLastStep() async throws {
      let killed = try await Program.run(
        "run", "--model", "oracle", "--tasks", tasks, "--task", "SystemBrightnessMax", "--approve", "never", "--json",
        "--record", episode, sending: SIGKILL, when: { $0.contains(#""event":"result","step":1"#) })
      #expect(killed.code == 128 + SIGKILL)
      let before = try steps()
      #expect(before.count >= 2)
      let result = try await run("--resume", episode, "--approve", "never", "--json")
      #expect(result.code == 0)
      let events = try Events(result)
      let started = try #require(events.named("started").first)
      #expect(started["goal"] as? String == "Turn the screen brightness up to its maximum.")
      #expect(started["earlier_steps"] as? Int ?? 0 >= before.count)
      #expect(try Array(steps().prefix(before.count)) == before)
    }

    @Test func hungUpItEndsWithAWholeEpisode() async throws {
      let result = try await Program.run(
        "run", "--model", "oracle", "--tasks", tasks, "--task", "SystemBrightnessMax", "--approve", "never", "--json",
        "--record", episode, sending: SIGHUP, when: { $0.contains(#""event":"result","step":0"#) })
      #expect(result.code == 128 + SIGHUP)
      #expect(try Events(result).named("end").first?["reason"] as? String == "stopped")
      #expect(try String(contentsOfFile: episode + "/episode.json", encoding: .utf8).contains(#""finished""#))
    }

    /// The exit code of the program in a shell's line, in which `$RUN` is a session that is recorded.
    private func shell(_ line: String) throws -> String {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = ["-c", line]
      process.environment = ProcessInfo.processInfo.environment.merging(
        [
          "RUN":
            "timeout 60 \(Program.path) run --model oracle --tasks \(tasks) --task SystemBrightnessMax --record \(episode)",
          "XDG_DATA_HOME": folder.file("data"), "HOME": folder.path,
        ]
      ) { $1 }
      let output = Pipe()
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test func itEndsWhileItsInputStaysOpen() throws {
      let input = #"exec 7< <(echo '{"decision":"end","success":true}'; exec sleep 120)"#
      let code = try shell(input + "; $RUN --json <&7 >/dev/null; code=$?; kill -9 $!; echo $code")
      #expect(code == "0")
    }

    @Test func whereNobodyReadsAnyMoreItEndsInOrder() throws {
      let code = try shell(#"$RUN --approve never --headless </dev/null | head -2 >/dev/null; echo ${PIPESTATUS[0]}"#)
      #expect(code == "\(128 + SIGPIPE)")
      #expect(try String(contentsOfFile: episode + "/episode.json", encoding: .utf8).contains(#""finished""#))
    }

    @Test func aPlaceThatCannotBeRecordedToIsSaidBeforeAnythingIsDone() async throws {
      try FileManager.default.createDirectory(atPath: episode, withIntermediateDirectories: true)
      try Data("{}".utf8).write(to: URL(fileURLWithPath: episode + "/episode.json"))
      let file = try folder.write([], to: "file")
      for place in [episode, file, file + "/below"] {
        let result = try await run("--task", "SystemBrightnessMax", "--approve", "never", "--json", "--record", place)
        #expect(result.code == 1)
        #expect(try Events(result).named("started").isEmpty)
        #expect(result.errors.contains("\(place) can't be written: "))
      }
    }

    @Test func aReachedGoalIsNotGoneOnWith() async throws {
      let first = try await run("--task", "SystemBrightnessMax", "--approve", "never", "--json", "--record", episode)
      #expect(first.code == 0)
      let before = try steps()
      let result = try await run("--resume", episode, "--approve", "never", "--json")
      #expect(result.code == 1)
      #expect(result.errors.contains("has reached its goal"))
      #expect(try steps() == before)
    }

    @Test func theSolverWithoutATaskOfOursIsASentence() async throws {
      for arguments in [["--goal", "x"], ["--task", "x", "--device", "androidworld:http://127.0.0.1:1"]] {
        let result = try await Program.run(
          arguments: ["run", "--model", "oracle", "--approve", "never", "--headless"] + arguments)
        #expect(result.code == 1)
        #expect(result.errors.contains("the oracle knows how our own tasks are done"))
      }
    }

    @Test(
      "arguments that don't go together are refused",
      arguments: [
        ["run", "--headless"], ["run", "--goal", "x", "--task", "y"], ["run", "--goal", " ", "--json"],
        ["run", "--goal", "x", "--headless"], ["run", "--goal", "x", "--max-steps", "0", "--json"],
        ["run", "--resume", "x", "--record", "y", "--json"], ["run", "--goal", "x", "--approve", "perhaps"],
        ["run", "--goal", "x", "--record", "", "--json"],
      ])
    func usage(arguments: [String]) async throws {
      let result = try await Program.run(arguments: arguments)
      #expect(result.code == 2)
      #expect(result.errors.hasPrefix("infir: "))
    }

    @Test func withoutAModelItSaysSo() async throws {
      let result = try await Program.run("run", "--goal", "x", "--approve", "never", "--headless")
      #expect(result.code == 1)
      #expect(result.errors.contains("no model is named"))
    }
  }
}
