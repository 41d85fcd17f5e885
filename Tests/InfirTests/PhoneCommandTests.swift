import Foundation
import TestSupport
import Testing

extension Commands {
  /// A phone that is kept in a file.
  @Suite struct PhoneCommandTests {
    private func serve(_ file: String, _ signal: Int32) async throws -> Program.Result {
      try await Program.run(
        "phone", "serve", "--port", "0", "--size", "240x320", "--density", "160", "--state", file, "--json",
        sending: signal, when: { $0.contains("listening") })
    }

    @Test("is written whatever ends it", arguments: [SIGTERM, SIGINT, SIGKILL])
    func serving(signal: Int32) async throws {
      let folder = try TemporaryDirectory()
      let file = folder.path + "/phone.state"
      #expect(try await serve(file, signal).code == 128 + signal)
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(left == ["phone.state"], "no half of a file is left")
      let result = try await Program.run("phone", "screenshot", "--state", file, "--out", folder.path + "/a.png")
      #expect(result.code == 0 && result.errors == "")
      let picture = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/a.png"))
      // A PNG says its width and height behind its first chunk's name: the phone's own size, not the usual one.
      #expect(Array(picture[16..<24]) == [0, 0, 0, 240, 0, 0, 1, 64])
      // Served again, it is the one that was saved.
      #expect(try await serve(file, SIGTERM).errors == "")
    }

    @Test func aPictureThatCannotBeMadeIsASentence() async throws {
      let folder = try TemporaryDirectory()
      let nowhere = try await Program.run("phone", "screenshot", "--out", folder.path + "/missing/a.png")
      #expect(nowhere.code == 1)
      #expect(nowhere.errors.hasPrefix("infir: \(folder.path)/missing/a.png can't be used: it can't be written ("))
      #expect(nowhere.errors.hasSuffix("name a file in a directory that can be\n"))
      #expect(!nowhere.errors.contains("Error Domain"))
      let failed = try await Program.run("phone", "screenshot", "--out", folder.path + "/a.png", "--after", "nosuch")
      #expect(failed.code == 1)
      #expect(failed.errors.contains("ended with code 127: ") && failed.errors.hasSuffix("mend it\n"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func saysWhatIsWrongWithTheFile() async throws {
      let folder = try TemporaryDirectory()
      let file = folder.path + "/phone.state"
      try Data("no phone".utf8).write(to: URL(fileURLWithPath: file))
      let result = try await Program.run("phone", "screenshot", "--state", file)
      #expect(result.code != 0)
      #expect(result.errors.contains(file) && result.errors.contains("not the saved state of a virtual phone"))
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "no phone")
      let nowhere = try await Program.run(
        "phone", "serve", "--port", "0", "--state", folder.path + "/missing/phone.state")
      #expect(nowhere.code != 0 && nowhere.errors.contains("can't be written"))
    }
  }
}
