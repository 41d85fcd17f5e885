internal import Foundation
internal import Synchronization
internal import VirtualPhone

/// The file that a phone is kept in while it is served, by one program at a time.
final class PhoneStateFile: Sendable {
  private struct State {
    /// How often the phone had been used when it was last written; nil before.
    var saved: Int?
    /// The file that is in place, open and locked for as long as it is.
    var descriptor: Int32 = -1
  }

  private let path: String
  private let phone: SharedPhone
  private let state = Mutex(State())

  /// - Throws: `NamedProblem` where another program keeps its phone in the file.
  init(path: String, phone: SharedPhone) throws {
    // Where it is a link, what it leads to is replaced.
    self.path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    self.phone = phone
    let descriptor = open(self.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw NamedProblem("another program serves that phone; end it, or name another file", of: path)
    }
    state.withLock { $0.descriptor = descriptor }
  }

  deinit { state.withLock { if $0.descriptor >= 0 { close($0.descriptor) } } }

  /// Writes the phone if something has happened since the last time: into a file beside it, which then takes its place,
  /// so that there is always a whole one.
  func save() throws {
    let (host, uses) = phone.snapshot()
    try state.withLock { state in
      guard state.saved != uses else { return }
      let bytes: [UInt8]
      do throws(PhoneStateError) { bytes = try host.savedState() } catch { throw NamedProblem("\(error)", of: path) }
      let descriptor = try replace(with: bytes)
      if state.descriptor >= 0 { close(state.descriptor) }
      state.descriptor = descriptor
      state.saved = uses
    }
  }

  /// Puts a new file in place that is locked from its beginning.
  ///
  /// - Returns: its descriptor.
  private func replace(with bytes: [UInt8]) throws -> Int32 {
    // What a program left there that was killed is written over.
    let other = path + ".new"
    let descriptor = open(other, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw unwritable() }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, ftruncate(descriptor, 0) == 0, Self.write(bytes, to: descriptor),
      fsync(descriptor) == 0,
      rename(other, path) == 0
    else {
      let problem = unwritable()
      close(descriptor)
      unlink(other)
      throw problem
    }
    return descriptor
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return false }
      rest = rest.dropFirst(max(0, count))
    }
    return true
  }

  /// What the system has against it, as `errno` says.
  private func unwritable() -> NamedProblem {
    let reason = String(cString: strerror(errno))
    return NamedProblem("it can't be written (\(reason)); name a file in a directory that can be", of: path)
  }
}
