internal import Randomness

/// How the gallery shows pictures. The pictures themselves are files.
struct PhotosData: Sendable, Equatable, Codable {
  enum Order: String, Sendable, Codable, CaseIterable {
    case name = "Name"
    case size = "Size"
    case modified = "Last modified"
  }

  var order = Order.modified
  var isAscending = false
  var columns = 3
  /// Files marked with a star, by path.
  var favourites: [String] = []

  /// Where the camera puts what it takes.
  static let pictures = "\(PhoneFileSystem.sharedStorage)/Pictures"
  static let videos = "\(PhoneFileSystem.sharedStorage)/Movies"

  /// The name that the camera gives what it takes at a time, in milliseconds of the wall clock.
  static func name(
    _ prefix: String, _ milliseconds: Int, _ ending: String, in directory: String, _ files: PhoneFileSystem
  )
    -> String
  {
    let time = CivilTime(milliseconds: milliseconds)
    let two = CivilTime.two
    let base =
      "\(prefix)_\(time.year)\(two(time.month))\(two(time.day))_\(two(time.hour))\(two(time.minute))\(two(time.second))"
    // More than one in a second.
    var (name, number) = ("\(base)\(ending)", 0)
    while files.exists("\(directory)/\(name)") {
      number += 1
      name = "\(base)_\(number)\(ending)"
    }
    return name
  }

  /// The pictures of a phone that has just been set up.
  static func write(seed: UInt64, now: Int, to files: inout PhoneFileSystem) {
    var random = SplitMix64(seed: seed ^ 0x6A11)
    for day in (1...(3 + random.below(8))).reversed() {
      let time = now - day * 86_400_000 + random.below(40_000) * 1000
      let directory = seed == 0 || random.below(4) > 0 ? pictures : "\(PhoneFileSystem.sharedStorage)/DCIM/Camera"
      let name = name("IMG", time, ".jpg", in: directory, files)
      // A new phone has room for them.
      try? files.write(PhotoScene.jpeg(random.next()), to: "\(directory)/\(name)", modified: time / 1000)
    }
  }
}
