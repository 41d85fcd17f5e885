import Kernels
import Testing

@Suite struct BufferTests {
  @Test func spansSeeWhatTheBufferHolds() {
    var buffer = Buffer<Float>([1, 2, 3])
    var span = buffer.mutableSpan
    span[1] = 5
    #expect(buffer[1] == 5)
    #expect(buffer.span[2] == 3)
    #expect(buffer.array(1..<3) == [5, 3])
  }

  @Test func anEmptyBufferIsPossible() {
    let buffer = Buffer<Float>(count: 0, repeating: 0)
    #expect(buffer.array() == [])
    #expect(Buffer<Float>([]).count == 0)
  }

  @Test func copiesGoWhereTheyAreTold() {
    var buffer = Buffer<Float>(count: 5, repeating: 9)
    buffer.copy([1, 2, 3], 1..<3, to: 0)
    let other = Buffer<Float>([7, 8])
    buffer.copy(other, 0..<2, to: 3)
    #expect(buffer.array() == [2, 3, 9, 7, 8])
    var all: [Float] = [0]
    other.append(to: &all)
    #expect(all == [0, 7, 8])
  }

  @Test func aCopyPastTheEndStops() async {
    await #expect(processExitsWith: .failure) {
      var buffer = Buffer<Float>(count: 2, repeating: 0)
      buffer.copy([1, 2], 0..<2, to: 1)
    }
  }
}
