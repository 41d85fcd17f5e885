import TestSupport
import Testing

@testable import Devices

@Suite("Shell packets") struct ShellPacketsTests {
  private let stream =
    FakeADBServer.packet(1, Array("out".utf8)) + FakeADBServer.packet(2, Array("err".utf8))
    + FakeADBServer.packet(1, Array("put".utf8)) + FakeADBServer.packet(3, [7])

  @Test func theyMayComeInAnyPieces() throws {
    for size in 1...stream.count {
      var packets = ShellPackets(limit: 100)
      for start in stride(from: 0, to: stream.count, by: size) {
        try packets.append(Array(stream[start..<min(start + size, stream.count)]))
      }
      #expect(packets.output == Array("output".utf8) && packets.errors == Array("err".utf8) && packets.code == 7)
    }
  }

  @Test func lengthsBeyondTheLimitAreRefusedBeforeTheyCome() {
    var packets = ShellPackets(limit: 100)
    #expect(throws: ShellPackets.Garbled.self) { try packets.append([1, 0xFF, 0xFF, 0xFF, 0xFF]) }
    var many = ShellPackets(limit: 5)
    #expect(throws: ShellPackets.Garbled.self) { try many.append(stream) }
  }

  @Test func unknownKindsAreRefused() {
    var packets = ShellPackets(limit: 100)
    #expect(throws: ShellPackets.Garbled.self) { try packets.append([9, 0, 0, 0, 0]) }
  }

  @Test func damagedOnesNeverTrap() {
    var mutator = Mutator(seed: 11)
    for _ in 0..<Mutator.inputs {
      var packets = ShellPackets(limit: 1 << 16)
      try? packets.append(mutator.mutate(stream))
    }
  }
}

@Suite("The old shell") struct PlainShellTests {
  @Test func theCodeIsCutOff() {
    let bytes = Array("out\r\nput\r\ninfir-exit-code=3\r\n".utf8)
    #expect(PlainShell.result(bytes) == ShellResult(output: Array("out\nput\n".utf8), code: 3))
  }

  @Test func cutAnswersAreNone() {
    for text in ["", "out", "infir-exit-code=", "infir-exit-code=12"] {
      #expect(PlainShell.result(Array(text.utf8)) == nil)
    }
  }
}
