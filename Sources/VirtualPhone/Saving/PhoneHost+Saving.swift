internal import Foundation

// A saved phone is
//
//     8 bytes  "INFIRPHN"
//     4 bytes  version, the lowest byte first
//     8 bytes  FNV-1a of what follows, the lowest byte first
//     LEB128   length of the next part
//     …        settings, apps, system, providers: `SavedPhone` as JSON
//     …        files, as `PhoneFileSystem.save` writes them

extension PhoneHost {
  /// The form that is written; a new one when old programs would misread it.
  static let stateVersion: UInt32 = 1
  private static let stateName = Array("INFIRPHN".utf8)
  private static let stateHeader = 20

  /// All but the files.
  var saved: SavedPhone {
    SavedPhone(
      configuration: phone.configuration, system: phone.system,
      settings: Dictionary(uniqueKeysWithValues: phone.tables.map { ($0.key.rawValue, $0.value) }),
      data: phone.data, content: content, properties: properties, isRoot: isRoot, bootCount: bootCount)
  }

  /// All of it as bytes, from which `init(savedState:)` makes one that does the same from here on.
  public func savedState() throws(PhoneStateError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let text: Data
    do { text = try encoder.encode(saved) } catch { throw .notSaved(reason: "\(error)") }
    var writer = StateWriter()
    writer.write(Array(text))
    phone.files.save(to: &writer)
    var bytes = Self.stateName
    for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: Self.stateVersion >> shift)) }
    let sum = Self.checksum(writer.bytes[...])
    for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: sum >> shift)) }
    return bytes + writer.bytes
  }

  /// The phone that was saved.
  public init(savedState bytes: [UInt8]) throws(PhoneStateError) {
    guard bytes.starts(with: Self.stateName) else { throw .notAState }
    guard bytes.count >= Self.stateHeader else { throw .damaged(reason: "it ends too early") }
    let version = bytes[8..<12].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    guard version == Self.stateVersion else {
      throw .otherVersion(found: "\(version)", known: "\(Self.stateVersion)")
    }
    let sum = bytes[12..<20].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard sum == Self.checksum(bytes[Self.stateHeader...]) else { throw .damaged(reason: "its checksum is wrong") }
    var reader = StateReader(bytes[Self.stateHeader...])
    let text = Data(try reader.part())
    let files = try PhoneFileSystem(from: &reader)
    guard reader.isAtEnd else { throw .damaged(reason: "something follows its files") }
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let saved: SavedPhone
    do { saved = try decoder.decode(SavedPhone.self, from: text) } catch {
      // The sum is right, so it was written like this: by a program whose apps keep other things.
      throw .otherVersion(found: "\(version) of other apps", known: "\(Self.stateVersion)")
    }
    self.init(Phone(saved, files: files))
    content = saved.content
    properties = saved.properties
    isRoot = saved.isRoot
    bootCount = max(1, min(saved.bootCount, 1 << 40))
  }

  /// Makes it the phone that it was when it was new.
  public mutating func reset() { self = PhoneHost(Phone(phone.configuration)) }

  /// FNV-1a of 64 bits.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return sum
  }
}

extension Phone {
  /// All of it as bytes, from which `init(savedState:)` makes one that does the same from here on.
  public func savedState() throws(PhoneStateError) -> [UInt8] { try PhoneHost(self).savedState() }

  /// The phone that was saved.
  public init(savedState bytes: [UInt8]) throws(PhoneStateError) { self = try PhoneHost(savedState: bytes).phone }

  /// Makes it the phone that it was when it was new.
  public mutating func reset() { self = Phone(configuration) }

  /// From what was saved; numbers that no phone has are brought into range.
  init(_ saved: SavedPhone, files: PhoneFileSystem) {
    configuration = Self.sound(saved.configuration)
    self.files = files
    system = saved.system
    // A century and what clocks can show: sums of these stay in range.
    system.uptime = max(0, min(system.uptime, 3_155_760_000_000))
    system.clockOffset = max(-3_155_760_000_000, min(system.clockOffset, 253_402_300_799_000))
    tables = [:]
    for table in SettingsTable.allCases { tables[table] = saved.settings[table.rawValue] ?? [:] }
    data = saved.data
    updateScreen()
  }
}
