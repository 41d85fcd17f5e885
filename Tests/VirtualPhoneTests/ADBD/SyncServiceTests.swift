import Testing

@testable import VirtualPhone

@Suite struct SyncServiceTests {
  private func request(_ name: String, _ path: String) -> [UInt8] {
    Array(name.utf8) + LittleEndian.bytes(UInt32(path.utf8.count)) + Array(path.utf8)
  }

  private func chunk(_ bytes: [UInt8]) -> [UInt8] {
    Array("DATA".utf8) + LittleEndian.bytes(UInt32(bytes.count)) + bytes
  }

  private let done = Array("DONE".utf8) + LittleEndian.bytes(UInt32(1234))

  @Test func whatIsSentCanBeReceivedWithItsModeAndTime() {
    var client = MemoryClient()
    let sent = client.exchange(
      "sync:", sending: [request("SEND", "/sdcard/new/a,b.txt,33188"), chunk([1, 2]), chunk([3]) + done])
    #expect(sent.bytes == Array("OKAY".utf8) + [0, 0, 0, 0])
    let stat = client.exchange("sync:", sending: [request("STAT", "/sdcard/new/a,b.txt")])
    #expect(stat.bytes == Array("STAT".utf8) + [0xA4, 0x81, 0, 0, 3, 0, 0, 0, 0xD2, 4, 0, 0])
    let received = client.exchange("sync:", sending: [request("RECV", "/sdcard/new/a,b.txt"), request("QUIT", "")])
    #expect(received.bytes == chunk([1, 2, 3]) + Array("DONE".utf8) + [0, 0, 0, 0])
    #expect(received.isClosed)
  }

  @Test func whatCannotBeDoneFailsInWords() {
    var client = MemoryClient()
    let missing = client.exchange("sync:", sending: [request("RECV", "/none")])
    #expect(client.text(missing.bytes).hasSuffix("No such file or directory"))
    // The failure comes when all has been sent, since that is when clients look for it.
    let refused = client.exchange("sync:", sending: [request("SEND", "/system/bin/ls/x,33188"), chunk([1]), done])
    #expect(client.text(refused.bytes).hasPrefix("FAIL"))
    #expect(
      client.exchange("sync:", sending: [request("STAT", "/none")]).bytes == Array("STAT".utf8)
        + [UInt8](repeating: 0, count: 12))
    let stat2 = client.exchange("sync:", sending: [request("STA2", "/none")]).bytes
    #expect(stat2.count == 72 && stat2[4] == 2)
    let long = client.exchange("sync:", sending: [request("STAT", String(repeating: "x", count: 1025))])
    #expect(client.text(long.bytes).hasSuffix("path too long") && long.isClosed)
  }

  @Test func listsHaveFixedSizesInBothVersions() {
    var client = MemoryClient()
    _ = client.host.run("rm -r /sdcard/Music/*; touch /sdcard/Music/ab")
    let old = client.exchange("sync:", sending: [request("LIST", "/sdcard/Music")]).bytes
    #expect(old.count == 20 * 4 + ".".utf8.count + "..".utf8.count + "ab".utf8.count)
    let new = client.exchange("sync:", sending: [request("LIS2", "/sdcard/Music")]).bytes
    #expect(new.count == 76 * 4 + 5)
  }
}
