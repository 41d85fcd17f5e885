import Foundation
import TestSupport
import Testing

@testable import Kernels

@Suite struct OutputFileTests {
  private func contents(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

  @Test func aCommittedFileHasItsNameAndItsBytes() throws {
    let folder = try TemporaryDirectory()
    var file = try OutputFile(path: folder.file("a.bin"))
    let (first, second) = (Array("hello".utf8), Array("J".utf8))
    try file.write(first.span.bytes, at: 0)
    try file.write(second.span.bytes, at: 0)
    #expect(contents(folder.file("a.bin")) == nil)
    try file.commit()
    #expect(contents(folder.file("a.bin")) == "Jello")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.bin"])
  }

  @Test func anAbandonedFileLeavesNothingAndTheOldOneStays() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Array("old".utf8), to: "a.bin")
    do {
      var file = try OutputFile(path: folder.file("a.bin"))
      let bytes = Array("new".utf8)
      try file.write(bytes.span.bytes, at: 0)
    }
    #expect(contents(folder.file("a.bin")) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.bin"])
  }

  @Test func aMissingFolderAndAFolderInTheWayAreErrors() throws {
    let folder = try TemporaryDirectory()
    let (missing, inTheWay) = (folder.file("none/a.bin"), folder.path)
    #expect(throws: KernelsError.output(path: missing, reason: "No such file or directory")) {
      _ = try OutputFile(path: missing)
    }
    #expect(throws: KernelsError.output(path: inTheWay, reason: "it exists and is not a regular file")) {
      _ = try OutputFile(path: inTheWay)
    }
  }

  @Test func anOldMappingOutlivesItsReplacement() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(Array("old".utf8), to: "a.bin")
    let mapped = try Storage(mapping: path)
    var file = try OutputFile(path: path)
    let bytes = Array("new and longer".utf8)
    try file.write(bytes.span.bytes, at: 0)
    try file.commit()
    #expect(mapped.withBytes { $0.unsafeLoad(fromByteOffset: 0, as: UInt8.self) } == UInt8(ascii: "o"))
    #expect(contents(path) == "new and longer")
  }
}
