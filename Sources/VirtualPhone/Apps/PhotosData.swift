/// The pictures that were taken; each is drawn from its number.
struct PhotosData: Sendable, Equatable, Codable {
  struct Photo: Sendable, Equatable, Codable {
    var name: String
    var number: UInt64
    /// Milliseconds since 1970.
    var time: Int
  }

  /// The latest one first.
  var photos: [Photo] = []

  mutating func add(time: Int, number: UInt64) {
    let civil = CivilTime(milliseconds: time)
    let two = CivilTime.two
    var name =
      "IMG_\(civil.year)\(two(civil.month))\(two(civil.day))_\(two(civil.hour))\(two(civil.minute))\(two(civil.second)).jpg"
    guard photos.count < 200 else { return }
    // Two in a second.
    while photos.contains(where: { $0.name == name }) { name = "\(name.dropLast(4))_1.jpg" }
    photos.insert(Photo(name: name, number: number, time: time), at: 0)
  }
}
