import TestSupport
import Testing

@testable import VirtualPhone

@Suite struct ADBPacketReaderTests {
  @Test func packetsComeOutHoweverTheyAreCut() throws {
    let packets = [
      ADBPacket(command: .connect, first: ADBConnection.version, second: 4096, payload: Array("host::".utf8)),
      ADBPacket(command: .open, first: 1, second: 0, payload: Array("shell:ls\0".utf8)),
      ADBPacket(command: .close, first: 1, second: 2),
    ]
    let bytes = packets.flatMap(\.bytes)
    for size in [1, 7, 24, 1000] {
      var reader = ADBPacketReader()
      var found: [ADBPacket] = []
      var start = 0
      while start < bytes.count {
        reader.append(Array(bytes[start..<min(bytes.count, start + size)]))
        start += size
        while let packet = try reader.next() { found.append(packet) }
      }
      #expect(found == packets)
    }
  }

  @Test func aHeaderIsAsTheProtocolDrawsIt() {
    let packet = ADBPacket(command: .write, first: 0x0102_0304, second: 5, payload: [1, 2, 255])
    #expect(
      packet.bytes == [
        0x57, 0x52, 0x54, 0x45, 4, 3, 2, 1, 5, 0, 0, 0, 3, 0, 0, 0, 2, 1, 0, 0, 0xA8, 0xAD, 0xAB, 0xBA, 1, 2, 255,
      ])
  }

  @Test func liesAreRefused() {
    let good = ADBPacket(command: .write, first: 1, second: 1, payload: [1]).bytes
    for (place, value) in [(0, UInt8(0)), (20, 0), (15, 0xFF), (16, 9)] {
      var bytes = good
      bytes[place] = value
      var reader = ADBPacketReader()
      reader.append(bytes)
      #expect(throws: ADBDError.self) { try reader.next() }
    }
  }

  // adb 29 connects again with packets it hasn't summed; the phone then stayed offline after a reboot.
  @Test func aFirstPacketOfTheNewerProtocolNeedsNoChecksum() throws {
    var bytes = ADBPacket(command: .connect, first: ADBConnection.version, second: 4096, payload: [1, 2]).bytes
    for place in 16..<20 { bytes[place] = 0 }
    var reader = ADBPacketReader()
    reader.append(bytes)
    #expect(try reader.next()?.payload == [1, 2])
  }
}
