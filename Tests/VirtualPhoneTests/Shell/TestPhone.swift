@testable import VirtualPhone

/// A phone for tests of what is around it.
enum TestPhone {
  static let host = PhoneHost(Phone(PhoneConfiguration(width: 240, height: 320, density: 160)))

  /// What a script prints on standard output, on a new phone.
  static func run(_ script: String) -> String {
    var host = host
    return String(decoding: host.run(script).output, as: UTF8.self)
  }
}
