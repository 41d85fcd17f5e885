import Kernels
import TestSupport
import Testing

@testable import Weights

@Suite struct GGUFParserTests {
  private func open(_ file: GGUFBytes) throws -> GGUF { try GGUF(storage: Storage(file.bytes), path: "x.gguf") }

  private func expectDamage(_ reason: String, _ file: GGUFBytes, _ location: SourceLocation = #_sourceLocation) {
    #expect(
      throws: WeightsError.damaged(path: "x.gguf", format: "GGUF", reason: reason), sourceLocation: location
    ) { try open(file) }
  }

  private func tensor(_ name: String = "t", sizes: [UInt64], type: UInt32 = 0, offset: UInt64 = 0, data: Int)
    -> GGUFBytes
  {
    var file = GGUFBytes(tensors: 1)
    file.tensor(name, sizes: sizes, type: type, offset: offset)
    file.data(data)
    return file
  }

  @Test func otherFilesAreRefused() throws {
    expectDamage("it doesn't begin with the letters GGUF", GGUFBytes(magic: "ggjt"))
    #expect(
      throws: WeightsError.damaged(path: "e", format: "GGUF", reason: "it ends at byte 0, inside the first four bytes")
    ) { try GGUF(storage: Storage([]), path: "e") }
    #expect(throws: WeightsError.unsupported(path: "x.gguf", what: "GGUF version 1")) {
      try open(GGUFBytes(version: 1))
    }
    #expect(throws: WeightsError.unsupported(path: "x.gguf", what: "GGUF version 4")) {
      try open(GGUFBytes(version: 4))
    }
    #expect(throws: WeightsError.unsupported(path: "x.gguf", what: "GGUF in big-endian byte order")) {
      try open(GGUFBytes(version: UInt32(3).byteSwapped))
    }
  }

  @Test func absurdCountsAllocateNothing() {
    expectDamage("it claims \(UInt64(1) << 60) tensors, but only 8 bytes follow", GGUFBytes(tensors: 1 << 60))
    expectDamage("it claims \(UInt64.max) key-value pairs, but only 0 bytes follow", GGUFBytes(pairs: .max))
    var key = GGUFBytes(pairs: 1)
    key.string("k", claimedCount: 1 << 40)
    key.data(32)
    #expect(throws: WeightsError.self) { try open(key) }
    var array = GGUFBytes(pairs: 1)
    array.key("k", type: 9)
    array.number(UInt32(4))
    array.number(UInt64(1) << 61)
    expectDamage("it claims \(UInt64(1) << 61) elements of k, but only 0 bytes follow", array)
  }

  @Test func arraysMayNestSomeLevels() throws {
    func nested(_ depth: Int) -> GGUFBytes {
      var file = GGUFBytes(pairs: 1)
      file.key("k", type: 9)
      for _ in 1..<depth {
        file.number(UInt32(9))
        file.number(UInt64(1))
      }
      file.number(UInt32(0))
      file.number(UInt64(1))
      file.number(UInt8(7))
      return file
    }
    #expect(try open(nested(2)).metadata["k"] == .array([.integers([7])]))
    expectDamage("k nests arrays deeper than 8", nested(9))
  }

  @Test func largeUnsignedElementsKeepTheirValue() throws {
    var file = GGUFBytes(pairs: 1)
    file.key("k", type: 9)
    file.number(UInt32(10))
    file.number(UInt64(2))
    file.number(UInt64(1))
    file.number(UInt64.max)
    #expect(try open(file).metadata["k"] == .array([.unsigned(1), .unsigned(.max)]))
  }

  @Test func textThatIsNotUTF8IsRepairedInValuesAndRefusedInNames() throws {
    var value = GGUFBytes(pairs: 1)
    value.key("k", type: 8)
    value.number(UInt64(2))
    value.number(UInt8(ascii: "a"))
    value.number(UInt8(0xFF))
    #expect(try open(value).string("k") == "a\u{FFFD}")
    var key = GGUFBytes(pairs: 1)
    key.number(UInt64(1))
    key.number(UInt8(0xFF))
    key.data(32)
    expectDamage("a key is not UTF-8", key)
  }

  @Test func impossibleValuesAreDamage() {
    var type = GGUFBytes(pairs: 1)
    type.key("k", type: 13)
    type.data(32)
    expectDamage("k has the type 13, which GGUF doesn't define", type)
    var bool = GGUFBytes(pairs: 1)
    bool.key("k", type: 7)
    bool.number(UInt8(2))
    expectDamage("k should be 0 or 1 and is 2", bool)
    var twice = GGUFBytes(pairs: 2)
    for _ in 0..<2 {
      twice.key("k", type: 0)
      twice.number(UInt8(2))
    }
    expectDamage("it has the key k twice", twice)
    for alignment: UInt32 in [0, 3, 1 << 31] {
      var file = GGUFBytes(pairs: 1)
      file.key("general.alignment", type: 4)
      file.number(alignment)
      expectDamage("general.alignment is unsigned(\(alignment)), not a power of two", file)
    }
  }

  @Test func alignmentIsTheFiles() throws {
    var file = GGUFBytes(tensors: 2, pairs: 1)
    file.key("general.alignment", type: 4)
    file.number(UInt32(64))
    file.tensor("a", sizes: [1], type: 24, offset: 0)
    file.tensor("b", sizes: [4], type: 24, offset: 64)
    file.data(68, alignment: 64)
    #expect(try open(file).tensor(named: "b")?.bytes == [64, 65, 66, 67])
  }

  @Test func anAlignmentTooSmallForATypeCostsACopy() throws {
    var file = GGUFBytes(tensors: 2, pairs: 1)
    file.key("general.alignment", type: 4)
    file.number(UInt32(1))
    file.tensor("a", sizes: [1], type: 24, offset: 0)
    file.tensor("b", sizes: [1], type: 0, offset: 1)
    file.data(5, alignment: 1)
    let opened = try open(file)
    let tensors = try ["a", "b"].map { try #require(opened.tensor(named: $0)) }
    #expect(tensors.map(\.bytes) == [[0], [1, 2, 3, 4]])
    let misaligned = (file.bytes.count - 4) % 4 != 0
    #expect(misaligned == (tensors[1].byteOffset == 0))
  }

  @Test func aPartOfASplitFileIsRefused() {
    var file = GGUFBytes(pairs: 1)
    file.key("split.count", type: 2)
    file.number(UInt16(3))
    let what = "one of 3 parts of a split GGUF (llama-gguf-split --merge joins them)"
    #expect(throws: WeightsError.unsupported(path: "x.gguf", what: what)) { try open(file) }
  }

  @Test func tensorsLieWithinTheFile() throws {
    #expect(try open(tensor(sizes: [8], data: 32)).tensor(named: "t")?.count == 8)
    #expect(try open(tensor(sizes: [], data: 4)).tensor(named: "t")?.shape == [])
    #expect(try open(tensor(sizes: [0, 5], data: 0)).tensor(named: "t")?.shape == [5, 0])
    expectDamage("the tensor t should have 32 bytes from 0 on, and the data ends at 31", tensor(sizes: [8], data: 31))
    expectDamage(
      "the tensor t should have 32 bytes from 32 on, and the data ends at 63", tensor(sizes: [8], offset: 32, data: 63))
    expectDamage(
      "the tensor t should have 32 bytes from \(UInt64.max - 31) on, and the data ends at 64",
      tensor(sizes: [8], offset: .max - 31, data: 64))
    expectDamage("the tensor t begins at 8, which is no multiple of 32", tensor(sizes: [8], offset: 8, data: 64))
  }

  @Test func shapesThatOverflowAreRefused() {
    expectDamage(
      "the tensor t has the shape [4, \(1 << 61)], which F32 can't have", tensor(sizes: [1 << 61, 4], data: 32))
    // A zero must not hide what the other sizes make together.
    expectDamage(
      "the tensor t has the shape [0, \(1 << 62), \(1 << 62)], which F32 can't have",
      tensor(sizes: [1 << 62, 1 << 62, 0], data: 32))
    expectDamage("a dimension of the tensor t is \(UInt64.max)", tensor(sizes: [.max], data: 32))
    expectDamage(
      "the tensor t has the shape [1, 33], which Q8_0 can't have", tensor(sizes: [33, 1], type: 8, data: 64))
    expectDamage("the tensor t has 5 dimensions; GGUF has four", tensor(sizes: [1, 1, 1, 1, 1], data: 64))
  }

  @Test func tensorsDoNotOverlapOrRepeat() {
    var overlap = GGUFBytes(tensors: 2)
    overlap.tensor("a", sizes: [16], type: 0, offset: 0)
    overlap.tensor("b", sizes: [8], type: 0, offset: 32)
    overlap.data(64)
    expectDamage("the tensors a and b overlap", overlap)
    var twice = GGUFBytes(tensors: 2)
    twice.tensor("a", sizes: [8], type: 0, offset: 0)
    twice.tensor("a", sizes: [8], type: 0, offset: 32)
    twice.data(64)
    expectDamage("it has the tensor a twice", twice)
  }

  @Test func typesThatAreNotKnownAreNamed() {
    #expect(throws: WeightsError.unsupported(path: "x.gguf", what: "IQ4_NL in the tensor blk.0.attn_q.weight")) {
      try open(tensor("blk.0.attn_q.weight", sizes: [32], type: 20, data: 32))
    }
    #expect(throws: WeightsError.unsupported(path: "x.gguf", what: "the tensor type 99 in the tensor t")) {
      try open(tensor(sizes: [32], type: 99, data: 32))
    }
  }

  @Test func damagedFilesNeverCrash() throws {
    for (name, seed) in [("quants.gguf", 1), ("llama.gguf", 2)] as [(String, UInt64)] {
      let original = try Fixture.bytes(name)
      var mutator = Mutator(seed: seed)
      var (opened, refused) = (0, 0)
      for _ in 0..<Mutator.inputs / 2 {
        let bytes = mutator.mutate(original)
        do {
          let file = try GGUF(storage: Storage(bytes), path: name)
          _ = readEverything(file)
          if let llama = try? GGUFLlamaWeights(file) { _ = readEverything(llama) }
          opened += 1
        } catch {
          refused += 1
        }
      }
      // Damage to the data alone can't be seen; if nothing opens, the mutations miss what is behind the first checks.
      #expect(opened > 0)
      #expect(refused > 0)
    }
  }
}
