internal import Foundation

/// Why the system refused something about a file, in its own words.
struct FileError: Error {
  var path: String
  var reason: String
  /// The system's number for it, if the system refused.
  var code: Int32 = 0

  /// The reason that `errno` has now.
  init(_ path: String) {
    self.path = path
    code = errno
    reason = String(cString: strerror(code))
  }

  init(_ path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}

extension FileError {
  /// The error of a writer, with what to do about it.
  var asUnwritable: EpisodeError {
    let remedy =
      switch code {
      case ENOSPC, EDQUOT: "make room on the disk"
      case EFBIG: "raise the limit on file sizes"
      case 0: "choose another folder"
      default: "choose another folder, or check its permissions"
      }
    return .unwritable(path: path, reason: "\(reason); \(remedy)")
  }
}

/// A regular file, closed when the value goes.
struct OpenFile: ~Copyable {
  let path: String
  private let descriptor: Int32

  /// Opens a file for reading. What isn't a file is refused: a pipe would never end, or never begin.
  init(reading path: String) throws(FileError) {
    // Without O_NONBLOCK opening a pipe waits for its writer.
    try self.init(path, O_RDONLY | O_NONBLOCK)
  }

  /// Opens a file to be written from its start, and makes it if need be.
  init(replacing path: String) throws(FileError) {
    try self.init(path, O_WRONLY | O_CREAT | O_TRUNC)
  }

  /// Opens a file to be written at its end, and makes it if need be.
  init(appendingTo path: String) throws(FileError) {
    try self.init(path, O_RDWR | O_CREAT | O_APPEND)
  }

  private init(_ path: String, _ flags: Int32) throws(FileError) {
    // A path goes to the system as far as its first NUL.
    guard !path.utf8.contains(0) else { throw FileError(path, reason: "the name has a NUL character in it") }
    let descriptor = open(path, flags | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(path) }
    var information = stat()
    guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw FileError(path, reason: "it is not a file")
    }
    self.descriptor = descriptor
    self.path = path
  }

  deinit {
    // A program that is being started holds a copy of the descriptor for a moment, and with it the lock.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Its size in bytes.
  var length: Int {
    get throws(FileError) {
      var information = stat()
      guard fstat(descriptor, &information) == 0 else { throw FileError(path) }
      return Int(information.st_size)
    }
  }

  /// Reads on from where the last reading stopped; empty at the end.
  func read(upTo count: Int) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    while true {
      let got = Foundation.read(descriptor, &bytes, count)
      if got >= 0 {
        bytes.removeLast(count - got)
        return bytes
      }
      guard errno == EINTR else { throw FileError(path) }
    }
  }

  /// Writes all bytes, in one call where the system takes them in one.
  func write(_ bytes: [UInt8]) throws(FileError) {
    var rest = bytes
    while !rest.isEmpty {
      let written = Foundation.write(descriptor, rest, rest.count)
      if written > 0 {
        rest.removeFirst(written)
      } else if errno != EINTR {
        throw FileError(path)
      }
    }
  }

  /// Returns when the disk has it.
  func synchronize() throws(FileError) {
    guard fsync(descriptor) == 0 else { throw FileError(path) }
  }

  /// Cuts it off.
  func truncate(to length: Int) throws(FileError) {
    guard ftruncate(descriptor, off_t(length)) == 0 else { throw FileError(path) }
  }

  /// Keeps others from doing the same until the value goes; false when another does.
  func lock() throws(FileError) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    guard errno == EWOULDBLOCK else { throw FileError(path) }
    return false
  }
}

extension OpenFile {
  /// The first `limit` bytes of a file, and whether there are more.
  static func contents(of path: String, limit: Int) throws(FileError) -> (bytes: [UInt8], isCut: Bool) {
    let file = try OpenFile(reading: path)
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let chunk = try file.read(upTo: min(1 << 20, limit + 1 - bytes.count))
      if chunk.isEmpty { return (bytes, false) }
      bytes += chunk
    }
    bytes.removeLast(bytes.count - limit)
    return (bytes, true)
  }

  /// Puts a file in place so that a crash leaves either the old one or the new one: written beside it, synced, renamed,
  /// and the folder synced, without which the new name could be lost.
  static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    let temporary = path + ".new"
    do {
      let file = try OpenFile(replacing: temporary)
      try file.write(bytes)
      try file.synchronize()
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let error = FileError(path)
      unlink(temporary)
      throw error
    }
    try synchronizeDirectory(of: path)
  }

  /// Returns when the disk has the names in the folder of a file.
  static func synchronizeDirectory(of path: String) throws(FileError) {
    let directory = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(directory) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileError(directory) }
  }
}
