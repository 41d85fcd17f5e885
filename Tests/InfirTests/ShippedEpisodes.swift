import Foundation
import TestSupport

/// The recorded episodes that come with the program.
enum ShippedEpisodes {
  /// The folder of them.
  static let folder = Shared.repository.appendingPathComponent("assets/episodes").path
  /// Six steps with large pictures.
  static let brightness = folder + "/androidgen-1720601491"
  /// Four steps with small pictures.
  static let clock = folder + "/aitz-GOOGLE_APPS-523638528775825151"

  /// A copy of one, to be damaged.
  static func copy(_ episode: String, to directory: TemporaryDirectory) throws -> String {
    let copy = directory.file("episode")
    try FileManager.default.copyItem(atPath: episode, toPath: copy)
    return copy
  }
}
