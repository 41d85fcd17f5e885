internal import Foundation
internal import Synchronization
internal import VirtualPhone

/// The file that a phone is kept in while it is served.
final class PhoneStateFile: Sendable {
  private let path: String
  private let phone: SharedPhone
  // How often the phone had been used when it was last written; nil before.
  private let saved = Mutex<Int?>(nil)

  init(path: String, phone: SharedPhone) {
    self.path = path
    self.phone = phone
  }

  /// Writes the phone if something has happened since the last time: into a file beside it, which then takes its place,
  /// so that there is always a whole one.
  func save() throws {
    let (host, uses) = phone.snapshot()
    guard saved.withLock({ $0 != uses }) else { return }
    let bytes: [UInt8]
    do throws(PhoneStateError) { bytes = try host.savedState() } catch { throw NamedProblem("\(error)", of: path) }
    do { try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
      throw NamedProblem(
        "it can't be written (\(error.localizedDescription)); name a file in a directory that can be", of: path)
    }
    saved.withLock { $0 = uses }
  }
}
