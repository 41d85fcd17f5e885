/// `sync:`, files. Requests are four letters, a length and that many bytes; see AOSP's SYNC.TXT.
struct SyncService: ADBService {
  private static let pathLimit = 1024
  private static let chunkSize = 64 << 10

  private struct Upload: Sendable {
    var path: String
    var mode: UInt32
    var bytes: [UInt8] = []
    // What went wrong is told at the end; until then what arrives is thrown away.
    var failure: String?
  }

  private var buffer: [UInt8] = []
  private var start = 0
  private var upload: Upload?

  mutating func start(_ host: inout PhoneHost) -> ADBServiceOutput { ADBServiceOutput() }

  mutating func receive(_ bytes: [UInt8], _ host: inout PhoneHost) -> ADBServiceOutput {
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    buffer += bytes
    var output = ADBServiceOutput()
    while !output.isDone, step(&output, &host) {}
    return output
  }

  // Handles one request; false until it is there in full.
  private mutating func step(_ output: inout ADBServiceOutput, _ host: inout PhoneHost) -> Bool {
    guard buffer.count - start >= 8 else { return false }
    let name = String(decoding: buffer[start..<(start + 4)], as: UTF8.self)
    let number = LittleEndian.word(buffer, at: start + 4)
    if upload != nil { return stepUpload(name, number, &output, &host) }
    guard Int(number) <= Self.pathLimit else {
      output.bytes += failure("path too long")
      output.isDone = true
      return true
    }
    guard buffer.count - start >= 8 + Int(number) else { return false }
    let path = String(decoding: buffer[(start + 8)..<(start + 8 + Int(number))], as: UTF8.self)
    start += 8 + Int(number)
    host.phone.openDatabases(for: [path], in: "/")
    switch name {
    case "STAT": output.bytes += stat(host.phone.files, path)
    case "LST2": output.bytes += stat2(name, host.phone.files, path, followsLink: false)
    case "STA2": output.bytes += stat2(name, host.phone.files, path, followsLink: true)
    case "LIST": output.bytes += list(host.phone.files, path, isNew: false)
    case "LIS2": output.bytes += list(host.phone.files, path, isNew: true)
    case "RECV": output.bytes += receive(host.phone.files, path)
    case "SEND":
      // PATH,MODE: the mode is behind the last comma, since paths may have some.
      guard let comma = path.utf8.lastIndex(of: 0x2C),
        let mode = UInt32(path[path.utf8.index(after: comma)...])
      else {
        output.bytes += failure("missing , in ID_SEND")
        output.isDone = true
        return true
      }
      upload = Upload(path: String(path[..<comma]), mode: mode)
    case "QUIT": output.isDone = true
    default:
      output.bytes += failure("unknown command")
      output.isDone = true
    }
    return true
  }

  private mutating func stepUpload(
    _ name: String, _ number: UInt32, _ output: inout ADBServiceOutput, _ host: inout PhoneHost
  ) -> Bool {
    if name == "DATA" {
      guard number <= UInt32(Self.chunkSize) else {
        output.bytes += failure("oversize data message")
        output.isDone = true
        return true
      }
      guard buffer.count - start >= 8 + Int(number) else { return false }
      if upload?.failure == nil {
        upload?.bytes += buffer[(start + 8)..<(start + 8 + Int(number))]
        if host.phone.files.used + (upload?.bytes.count ?? 0) > PhoneFileSystem.capacity {
          upload?.bytes = []
          upload?.failure = "\(FileSystemError.full)"
        }
      }
      start += 8 + Int(number)
      return true
    }
    guard name == "DONE", let upload else {
      output.bytes += failure("invalid data message")
      output.isDone = true
      return true
    }
    start += 8
    self.upload = nil
    host.phone.openDatabases(for: [upload.path], in: "/")
    defer { host.phone.closeDatabases() }
    if let text = upload.failure ?? save(upload, Int(number), &host.phone.files) {
      output.bytes += failure("couldn't create file: \(text)")
    } else {
      output.bytes += Array("OKAY".utf8) + LittleEndian.bytes(UInt32(0))
    }
    return true
  }

  private func save(_ upload: Upload, _ modified: Int, _ files: inout PhoneFileSystem) -> String? {
    do throws(FileSystemError) {
      if let parent = upload.path.lastIndex(of: "/"), parent > upload.path.startIndex {
        try files.makeDirectory(String(upload.path[..<parent]), withParents: true)
      }
      if upload.mode & 0o170_000 == 0o120_000 {
        try? files.remove(upload.path)
        try files.makeLink(upload.path, to: String(decoding: upload.bytes.prefix { $0 != 0 }, as: UTF8.self))
      } else {
        try files.write(upload.bytes, to: upload.path, permissions: upload.mode & 0o777, modified: modified)
      }
      return nil
    } catch {
      return "\(error)"
    }
  }

  private func failure(_ text: String) -> [UInt8] {
    Array("FAIL".utf8) + LittleEndian.bytes(UInt32(text.utf8.count)) + Array(text.utf8)
  }

  private func stat(_ files: PhoneFileSystem, _ path: String) -> [UInt8] {
    let entry = try? files.entry(path, followsLink: false)
    return Array("STAT".utf8) + LittleEndian.bytes(entry?.mode ?? 0)
      + LittleEndian.bytes(UInt32(truncatingIfNeeded: entry?.size ?? 0))
      + LittleEndian.bytes(UInt32(truncatingIfNeeded: entry?.modified ?? 0))
  }

  private func stat2(_ name: String, _ files: PhoneFileSystem, _ path: String, followsLink: Bool) -> [UInt8] {
    do throws(FileSystemError) {
      return Array(name.utf8) + details(try files.entry(path, followsLink: followsLink))
    } catch {
      return Array(name.utf8) + LittleEndian.bytes(error.number) + [UInt8](repeating: 0, count: 64)
    }
  }

  // Error, device, number, mode, links, owner, group, size, and three times.
  private func details(_ entry: PhoneFileSystem.Entry) -> [UInt8] {
    var bytes = LittleEndian.bytes(UInt32(0)) + LittleEndian.bytes(UInt64(1))
    bytes += LittleEndian.bytes(UInt64(entry.number)) + LittleEndian.bytes(entry.mode)
    bytes += LittleEndian.bytes(UInt32(entry.links)) + LittleEndian.bytes(UInt64(0))
    bytes += LittleEndian.bytes(UInt64(entry.size))
    for _ in 0..<3 { bytes += LittleEndian.bytes(Int64(entry.modified)) }
    return bytes
  }

  private func list(_ files: PhoneFileSystem, _ path: String, isNew: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    var entries = (try? files.list(path)) ?? []
    if files.isDirectory(path) {
      for name in ["..", "."] {
        guard var entry = try? files.entry(path + "/" + name) else { continue }
        entry.name = name
        entries.insert(entry, at: 0)
      }
    }
    for entry in entries {
      if isNew {
        bytes += Array("DNT2".utf8) + details(entry)
      } else {
        bytes += Array("DENT".utf8) + LittleEndian.bytes(entry.mode)
        bytes += LittleEndian.bytes(UInt32(truncatingIfNeeded: entry.size))
        bytes += LittleEndian.bytes(UInt32(truncatingIfNeeded: entry.modified))
      }
      bytes += LittleEndian.bytes(UInt32(entry.name.utf8.count)) + Array(entry.name.utf8)
    }
    return bytes + Array("DONE".utf8) + [UInt8](repeating: 0, count: isNew ? 72 : 16)
  }

  private func receive(_ files: PhoneFileSystem, _ path: String) -> [UInt8] {
    do throws(FileSystemError) {
      let content = try files.read(path)
      var bytes: [UInt8] = []
      bytes.reserveCapacity(content.count + content.count / Self.chunkSize * 8 + 16)
      var start = 0
      while start < content.count {
        let end = min(content.count, start + Self.chunkSize)
        bytes += Array("DATA".utf8) + LittleEndian.bytes(UInt32(end - start))
        bytes += content[start..<end]
        start = end
      }
      return bytes + Array("DONE".utf8) + LittleEndian.bytes(UInt32(0))
    } catch {
      return failure("\(error)")
    }
  }
}
