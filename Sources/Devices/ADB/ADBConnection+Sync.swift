// The sync protocol (adb's SYNC.TXT): four letters, a 32-bit little-endian number, and as many bytes where it is a length.
//
//   push   SEND length "path,mode"   DATA length bytes …   DONE time        ← OKAY 0, or FAIL length text
//   pull   RECV length path          ← DATA length bytes …  DONE 0          , or FAIL length text
//   stat   STAT length path          ← STAT mode size time (mode 0: there is no such file)

/// What a file on a device is like.
public struct FileStatus: Sendable, Equatable {
  /// Kind and permissions, as in `stat`.
  public var mode: UInt32
  /// Bytes, modulo 2³².
  public var size: UInt32
  /// Seconds since 1970.
  public var modified: UInt32
}

extension ADBConnection {
  private static let largestData = 64 << 10
  private static let largestFile = 1 << 30

  /// Puts the connection into sync mode.
  func beginSync(_ deadline: Deadline) throws(DeviceError) { try request("sync:", deadline) }

  /// Writes a file.
  func push(_ bytes: [UInt8], to path: String, mode: UInt32, modified: UInt32, _ deadline: Deadline) throws(DeviceError)
  {
    let target = Array("\(path),\(mode)".utf8)
    try write(Self.message("SEND", UInt32(target.count)) + target, deadline)
    var start = 0
    while start < bytes.count {
      let end = min(start + Self.largestData, bytes.count)
      try write(Self.message("DATA", UInt32(end - start)) + bytes[start..<end], deadline)
      start = end
    }
    try write(Self.message("DONE", modified), deadline)
    let (answer, number) = try readMessage(deadline)
    guard answer == "OKAY" else { throw try failure(answer, number, deadline) }
  }

  /// Reads a file.
  func pull(_ path: String, _ deadline: Deadline) throws(DeviceError) -> [UInt8] {
    let target = Array(path.utf8)
    try write(Self.message("RECV", UInt32(target.count)) + target, deadline)
    var file: [UInt8] = []
    while true {
      let (answer, number) = try readMessage(deadline)
      if answer == "DONE" { return file }
      guard answer == "DATA" else { throw try failure(answer, number, deadline) }
      guard number <= Self.largestData, file.count + Int(number) <= Self.largestFile else {
        throw .garbled(name: name, what: deadline.what, reason: "a piece of \(number) bytes")
      }
      file += try read(Int(number), deadline)
    }
  }

  /// Looks at a file; nil where there is none.
  func status(of path: String, _ deadline: Deadline) throws(DeviceError) -> FileStatus? {
    let target = Array(path.utf8)
    try write(Self.message("STAT", UInt32(target.count)) + target, deadline)
    let (answer, mode) = try readMessage(deadline)
    guard answer == "STAT" else { throw try failure(answer, mode, deadline) }
    let size = try readNumber(deadline)
    let modified = try readNumber(deadline)
    return mode == 0 ? nil : FileStatus(mode: mode, size: size, modified: modified)
  }

  private func failure(_ answer: String, _ number: UInt32, _ deadline: Deadline) throws(DeviceError) -> DeviceError {
    guard answer == "FAIL", number <= Self.largestData else {
      return .garbled(name: name, what: deadline.what, reason: "it begins with \(answer)")
    }
    let text = String(decoding: try read(Int(number), deadline), as: UTF8.self)
    return .refused(name: name, what: deadline.what, reason: text)
  }

  private func readMessage(_ deadline: Deadline) throws(DeviceError) -> (String, UInt32) {
    let letters = String(decoding: try read(4, deadline), as: UTF8.self)
    return (letters, try readNumber(deadline))
  }

  private func readNumber(_ deadline: Deadline) throws(DeviceError) -> UInt32 {
    let bytes = try read(4, deadline)
    return bytes.indices.reduce(0) { $0 | UInt32(bytes[$1]) << (8 * UInt32($1)) }
  }

  private static func message(_ letters: String, _ number: UInt32) -> [UInt8] {
    Array(letters.utf8) + (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
  }
}
