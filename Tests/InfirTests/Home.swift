import Foundation
import TestSupport

/// A person's home folder, the same for every test: two episodes and a model. Settings and data are kept apart from it.
final class Home: Sendable {
  private let directory: TemporaryDirectory

  /// Where it is; shown as `~`.
  var path: String { directory.file("home") }

  /// Makes it.
  init() async throws {
    directory = try TemporaryDirectory()
    let files = FileManager.default
    try files.createDirectory(atPath: path + "/recordings", withIntermediateDirectories: true)
    try files.createDirectory(atPath: path + "/empty", withIntermediateDirectories: true)
    try files.createSymbolicLink(
      atPath: path + "/recordings/brightness", withDestinationPath: ShippedEpisodes.brightness)
    try files.createSymbolicLink(atPath: path + "/recordings/clock", withDestinationPath: ShippedEpisodes.clock)
    try files.createSymbolicLink(atPath: path + "/tiny", withDestinationPath: try await TinyModel.path)
    try Data("notes\n".utf8).write(to: URL(fileURLWithPath: path + "/notes.txt"))
  }

  /// Adds a recording of many steps with the same small picture, which keeps the model busy for long; its folder.
  func addLongRecording(steps: Int) throws -> String {
    let folder = path + "/recordings/long"
    try FileManager.default.copyItem(atPath: ShippedEpisodes.clock, toPath: folder)
    let line = #"{"action":{"action_type":"wait"},"screenshot":"screens/0000.png","index":"#
    let lines = (0..<steps).map { line + "\($0)}\n" }.joined()
    try Data(lines.utf8).write(to: URL(fileURLWithPath: folder + "/steps.jsonl"))
    return folder
  }

  /// Adds a recording whose first picture is torn; its folder.
  func addDamagedRecording() throws -> String {
    let folder = path + "/recordings/damaged"
    try FileManager.default.copyItem(atPath: ShippedEpisodes.clock, toPath: folder)
    let picture = URL(fileURLWithPath: folder + "/screens/0000.png")
    let bytes = try Data(contentsOf: picture)
    try bytes.prefix(bytes.count / 2).write(to: picture)
    return folder
  }

  /// What the program gets to know of it. Pictures are left out: what they look like is other tests' business.
  var environment: [String: String] {
    [
      "HOME": path, "XDG_CONFIG_HOME": directory.file("config"), "XDG_DATA_HOME": directory.file("data"),
      "INFIR_PICTURES": "none",
      "SWIFT_BACKTRACE": "enable=yes,interactive=no,color=no,threads=crashed,limit=8,images=none",
    ]
  }

  /// A file in which a test is told something.
  func note(_ name: String) -> String { directory.file(name) }
}
