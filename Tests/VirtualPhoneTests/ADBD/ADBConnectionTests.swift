import TestSupport
import Testing

@testable import VirtualPhone

@Suite struct ADBConnectionTests {
  @Test func theBannerNamesTheDeviceAndWhatItCan() {
    let client = MemoryClient()
    #expect(client.packets.count == 1 && client.packets[0].command == .connect)
    let banner = client.text(client.packets[0].payload)
    #expect(banner.hasPrefix("device::ro.product.name=infir_phone;"))
    #expect(banner.hasSuffix("features=shell_v2,cmd,stat_v2,ls_v2,fixed_push_mkdir"))
  }

  @Test func aCommandRunsPrintsAndCloses() {
    var client = MemoryClient()
    let (bytes, _, isClosed) = client.exchange("shell:echo hi; ls /none")
    #expect(client.text(bytes) == "hi\nls: /none: No such file or directory\n")
    #expect(isClosed)
  }

  @Test func theNewerProtocolTellsErrorsAndExitCodesApart() {
    var client = MemoryClient()
    let (bytes, _, isClosed) = client.exchange("shell,v2,raw:echo a; echo b >&2; exit 7")
    #expect(bytes == [1, 2, 0, 0, 0, 97, 10, 2, 2, 0, 0, 0, 98, 10, 3, 1, 0, 0, 0, 7])
    #expect(isClosed)
  }

  @Test func largeOutputComesInPacketsThatAreEachAwaited() {
    var client = MemoryClient()
    client.packets = []
    client.send(.open, 5, 0, Array("exec:seq 1 200000\0".utf8))
    #expect(client.packets.count { $0.command == .write } == 1)
    var total = 0
    while let packet = client.packets.last, packet.command == .write {
      #expect(packet.payload.count <= 256 << 10)
      total += packet.payload.count
      let before = client.packets.count
      client.send(.ready, 5, packet.first)
      #expect(client.packets.count == before + 1)
    }
    #expect(client.packets.last?.command == .close)
    #expect(total == 1_288_895)
  }

  @Test func inputIsAwaitedAndActedOnOnce() {
    var client = MemoryClient()
    let closing: [UInt8] = [4, 0, 0, 0, 0]
    let (bytes, _, _) = client.exchange(
      "shell,v2,raw:echo x >> /sdcard/count; cat; cat /sdcard/count",
      sending: [[0, 2, 0, 0, 0, 97, 10], closing])
    #expect(bytes == [1, 4, 0, 0, 0, 97, 10, 120, 10, 3, 1, 0, 0, 0, 0])
  }

  @Test func aClosedExecHasHadItsInput() throws {
    var client = MemoryClient()
    client.send(.open, 4, 0, Array("exec:cat > /sdcard/f\0".utf8))
    let local = try #require(client.packets.last { $0.command == .ready }?.first)
    client.send(.write, 4, local, [1, 2, 3])
    client.send(.close, 4, local)
    #expect(try client.host.phone.files.read("/sdcard/f") == [1, 2, 3])
  }

  @Test(arguments: ["nosuch:", "tcp:80", "", "jdwp", "shellx:ls"])
  func unknownServicesAreRefusedAndTheConnectionStays(service: String) {
    var client = MemoryClient()
    client.packets = []
    client.send(.open, 3, 0, Array(service.utf8) + [0])
    #expect(client.packets.map(\.command) == [.close])
    #expect(client.packets.first?.second == 3)
    #expect(client.exchange("shell:echo on").bytes == Array("on\n".utf8))
  }

  @Test func streamsDoNotMix() throws {
    var client = MemoryClient()
    client.packets = []
    client.send(.open, 1, 0, Array("shell,v2,raw:cat\0".utf8))
    client.send(.open, 2, 0, Array("shell,v2,raw:cat\0".utf8))
    let locals = client.packets.filter { $0.command == .ready }.map(\.first)
    #expect(Set(locals).count == 2)
    client.packets = []
    client.send(.write, 2, locals[1], [0, 1, 0, 0, 0, 50, 4, 0, 0, 0, 0])
    client.send(.write, 1, locals[0], [0, 1, 0, 0, 0, 49, 4, 0, 0, 0, 0])
    // A stream's number with another's is nobody's.
    client.send(.write, 1, locals[1], [0, 1, 0, 0, 0, 49])
    let writes = client.packets.filter { $0.command == .write }
    #expect(writes.map(\.second) == [2, 1])
    #expect(writes.map { $0.payload[5] } == [50, 49])
  }

  @Test func nothingIsOpenedBeforeTheHandshake() {
    var client = MemoryClient(connects: false)
    client.send(.open, 1, 0, Array("shell:ls\0".utf8))
    #expect(client.connection.isOver && client.connection.mistake != nil && client.packets.isEmpty)
  }

  @Test func aRebootEndsTheConnection() {
    var client = MemoryClient()
    client.send(.open, 1, 0, Array("reboot:\0".utf8))
    #expect(client.connection.isOver && client.connection.mistake == nil && client.host.wantsReboot)
  }

  @Test func noDamagedConversationBringsItDown() {
    func packet(_ command: ADBPacket.Command, _ first: UInt32, _ second: UInt32, _ text: String) -> [UInt8] {
      ADBPacket(command: command, first: first, second: second, payload: Array(text.utf8)).bytes
    }
    let hello = packet(.connect, ADBConnection.version, 4096, "host::")
    let conversations: [[UInt8]] = [
      hello + packet(.open, 1, 0, "shell,v2,pty,TERM=x:\0") + packet(.write, 1, 1, "\0\u{6}\0\0\0ls -l\r")
        + packet(.ready, 1, 1, "") + packet(.write, 1, 1, "\u{4}\0\0\0\0") + packet(.ready, 1, 1, "")
        + packet(.close, 1, 1, ""),
      hello + packet(.open, 1, 0, "sync:\0")
        + packet(.write, 1, 1, "SEND\u{11}\0\0\0/sdcard/f,33188..DATA\u{3}\0\0\0abc")
        + packet(.write, 1, 1, "DONE\u{1}\u{2}\u{3}\u{4}LIST\u{7}\0\0\0/sdcardSTA2\u{1}\0\0\0/LIS2\u{1}\0\0\0/")
        + packet(.ready, 1, 1, "") + packet(.write, 1, 1, "RECV\u{9}\0\0\0/sdcard/fQUIT\0\0\0\0"),
      packet(.connect, 0x0100_0000, 4096, "host::") + packet(.open, 7, 0, "exec:cat\0") + packet(.write, 7, 1, "data")
        + packet(.open, 8, 0, "shell:echo a; getprop | head\0") + packet(.ready, 8, 2, "") + packet(.close, 7, 1, ""),
      hello + packet(.open, 1, 0, "shell:\0") + packet(.ready, 1, 1, "")
        + packet(.write, 1, 1, "echo 'a\nb'\r\u{1B}[A\u{7F}\u{3}\u{15}exit 3\n") + packet(.ready, 1, 1, ""),
    ]
    var mutator = Mutator(seed: 3)
    var generator = SeededGenerator(seed: 4)
    let host = TestPhone.host
    for index in 0..<Mutator.inputs {
      let original = conversations[index % conversations.count]
      var bytes: [UInt8]
      if index % 3 == 0 {
        bytes = mutator.mutate(original)
      } else {
        // Payloads are damaged and framed again, so that what is behind the framing is reached.
        bytes = []
        var reader = ADBPacketReader()
        reader.append(original)
        while var packet = try? reader.next() {
          if Int.random(in: 0..<3, using: &generator) == 0 { packet.payload = mutator.mutate(packet.payload) }
          if Int.random(in: 0..<8, using: &generator) == 0 {
            packet.second = UInt32.random(in: 0...3, using: &generator)
          }
          bytes += packet.bytes
        }
      }
      var copy = host
      var connection = ADBConnection()
      var start = 0
      while start < bytes.count {
        let end = min(bytes.count, start + Int.random(in: 1...200, using: &generator))
        _ = connection.receive(Array(bytes[start..<end]), host: &copy)
        start = end
      }
      connection.finish(&copy)
    }
  }
}
