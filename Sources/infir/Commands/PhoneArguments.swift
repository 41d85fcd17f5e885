internal import ArgumentParser
internal import Foundation
internal import VirtualPhone

/// Flags that say what a virtual phone is like.
struct PhoneArguments: ParsableArguments {
  @Option(help: "Varies content, order, wallpaper and clock; the same seed makes the same phone.")
  var seed: UInt64 = 0

  @Option(help: ArgumentHelp("The screen in pixels.", valueName: "WxH"))
  var size = "1080x2400"

  @Option(help: "Dots per inch.")
  var density = 420

  @Flag(help: "Install ADBKeyboard, the input method that types any letter that a broadcast tells it.")
  var adbKeyboard = false

  @Flag(help: "Let the shell set the clipboard (cmd clipboard), as some makers' builds do.")
  var clipboardCommand = false

  @Option(
    help: ArgumentHelp(
      "A phone that was saved. It is as it was left, whatever the other flags say; without the file they make a new one.",
      valueName: "FILE"))
  var state: String?

  private var pixels: (width: Int, height: Int)? {
    let parts = size.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1] else { return nil }
    return (width, height)
  }

  func validate() throws {
    guard let pixels, (240...4096).contains(pixels.width), (320...4096).contains(pixels.height) else {
      throw ValidationError("--size \(size) is not WIDTHxHEIGHT, 240 to 4096 by 320 to 4096, for example 1080x2400.")
    }
    guard (120...640).contains(density) else {
      throw ValidationError("--density \(density) is not between 120 and 640.")
    }
  }

  /// What they ask for: the phone that was saved, or a new one.
  func host() throws -> PhoneHost {
    if let state, FileManager.default.fileExists(atPath: state) {
      let bytes: Data
      do { bytes = try Data(contentsOf: URL(fileURLWithPath: state)) } catch {
        throw NamedProblem("it can't be read (\(error.localizedDescription)); name another file", of: state)
      }
      do throws(PhoneStateError) { return try PhoneHost(savedState: Array(bytes)) } catch {
        throw NamedProblem("\(error)", of: state)
      }
    }
    let usual = PhoneConfiguration()
    let (width, height) = pixels ?? (usual.width, usual.height)
    return PhoneHost(
      Phone(
        PhoneConfiguration(
          width: width, height: height, density: density, seed: seed, hasADBKeyboard: adbKeyboard,
          hasClipboardCommand: clipboardCommand)))
  }
}
