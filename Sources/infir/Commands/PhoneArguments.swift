internal import ArgumentParser
internal import VirtualPhone

/// Flags that say what a virtual phone is like.
struct PhoneArguments: ParsableArguments {
  @Option(help: "Varies content, order, wallpaper and clock; the same seed makes the same phone.")
  var seed: UInt64 = 0

  @Option(help: ArgumentHelp("The screen in pixels.", valueName: "WxH"))
  var size = "1080x2400"

  @Option(help: "Dots per inch.")
  var density = 420

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

  /// What they ask for; validated before.
  var phone: Phone {
    let usual = PhoneConfiguration()
    let (width, height) = pixels ?? (usual.width, usual.height)
    return Phone(PhoneConfiguration(width: width, height: height, density: density, seed: seed))
  }
}
