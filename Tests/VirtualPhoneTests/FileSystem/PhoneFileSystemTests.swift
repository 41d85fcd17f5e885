import Testing

@testable import VirtualPhone

@Suite struct PhoneFileSystemTests {
  private var files: PhoneFileSystem {
    var files = PhoneFileSystem(packages: ["com.example"], commands: ["ls"], now: 100)
    files.now = 200
    return files
  }

  @Test func whatIsWrittenCanBeReadThroughTheLinkAndTheRealPath() throws {
    var files = files
    try files.write([1, 2], to: "/sdcard/Download/a")
    #expect(try files.read("/storage/emulated/0/Download/a") == [1, 2])
    #expect(try files.read("/mnt/sdcard/../0/./Download/a") == [1, 2])
    let entry = try files.entry("/sdcard/Download/a")
    #expect(entry.kind == .file && entry.size == 2 && entry.modified == 200 && entry.mode == 0o100660)
  }

  @Test func aCopyIsASnapshot() throws {
    var files = files
    try files.write([1], to: "/sdcard/a")
    let before = files
    try files.remove("/sdcard", recursively: true)
    try files.remove("/storage/emulated/0/a")
    #expect(before != files)
    #expect(try before.read("/sdcard/a") == [1])
    #expect(!files.exists("/sdcard/a"))
  }

  @Test func namesThatCannotBeAreRefused() {
    var files = files
    #expect(throws: FileSystemError.badName) { try files.write([], to: "/" + String(repeating: "x", count: 256)) }
    #expect(throws: FileSystemError.badName) { try files.write([], to: "/a\0b") }
    #expect(throws: FileSystemError.notFound) { try files.write([], to: "/none/a") }
    #expect(throws: FileSystemError.notFound) { try files.write([], to: "") }
    #expect(throws: FileSystemError.isADirectory) { try files.write([], to: "/data") }
    #expect(throws: FileSystemError.notADirectory) { try files.read("/system/bin/ls/x") }
    #expect(throws: FileSystemError.exists) { try files.makeDirectory("/data") }
  }

  @Test func directoriesGoOnlyEmptyOrWithAllThatIsInThem() throws {
    var files = files
    try files.makeDirectory("/sdcard/a/b", withParents: true)
    try files.write([UInt8](repeating: 0, count: 10), to: "/sdcard/a/b/c")
    #expect(files.used == 10)
    #expect(throws: FileSystemError.notEmpty) { try files.remove("/sdcard/a") }
    try files.remove("/sdcard/a", recursively: true)
    #expect(files.used == 0)
    #expect(throws: FileSystemError.busy) { try files.remove("/", recursively: true) }
  }

  @Test func aDirectoryDoesNotMoveIntoItself() throws {
    var files = files
    try files.makeDirectory("/sdcard/a/b", withParents: true)
    #expect(throws: FileSystemError.insideItself) { try files.move("/sdcard/a", to: "/sdcard/a/b/c") }
    try files.move("/sdcard/a/b", to: "/sdcard/b")
    #expect(files.isDirectory("/sdcard/b") && !files.exists("/sdcard/a/b"))
  }

  @Test func linksThatLeadNowhereOrRoundAndRoundEnd() throws {
    var files = files
    try files.makeLink("/sdcard/one", to: "two")
    try files.makeLink("/sdcard/two", to: "one")
    #expect(throws: FileSystemError.tooManyLinks) { try files.read("/sdcard/one") }
    #expect(try files.entry("/sdcard/one", followsLink: false).target == "two")
    try files.makeLink("/sdcard/new", to: "/sdcard/Download/made")
    try files.write([7], to: "/sdcard/new")
    #expect(try files.read("/sdcard/Download/made") == [7])
  }

  @Test func storageHasAnEnd() throws {
    var files = files
    let large = [UInt8](repeating: 0, count: PhoneFileSystem.capacity / 2 + 1)
    try files.write(large, to: "/sdcard/a")
    #expect(throws: FileSystemError.full) { try files.write(large, to: "/sdcard/b") }
    // Over itself it fits.
    try files.write(large, to: "/sdcard/a")
  }

  @Test func listsAreSortedByBytes() throws {
    var files = files
    for name in ["b", "B", "é", "a"] { try files.write([], to: "/data/local/tmp/\(name)") }
    #expect(try files.list("/data/local/tmp").map(\.name) == ["B", "a", "b", "é"])
  }

  @Test func namesInSharedStorageCompareWithoutCase() throws {
    var files = PhoneFileSystem(packages: [], commands: [], now: 0)
    let folder = "/storage/emulated/0/Documents"
    try files.write([1], to: "/sdcard/documents/Plan.txt")
    #expect(try files.read("/sdcard/DOCUMENTS/plan.TXT") == [1])
    try files.write([2], to: "\(folder)/plan.txt")
    #expect(try files.list(folder).map(\.name) == ["Plan.txt"])
    #expect(try files.canonical("/sdcard/documents/plan.txt") == "\(folder)/Plan.txt")
    try files.move("\(folder)/PLAN.txt", to: "\(folder)/plan.txt")
    #expect(try files.list(folder).map(\.name) == ["plan.txt"])
    try files.remove("\(folder)/PLAN.TXT")
    #expect(try files.list(folder).isEmpty)
    // Elsewhere they don't.
    try files.write([3], to: "/data/local/tmp/a")
    #expect(!files.exists("/data/local/tmp/A"))
  }

  @Test func foldersAreCopiedWithAllThatIsInThem() throws {
    var files = PhoneFileSystem(packages: [], commands: [], now: 5)
    try files.makeDirectory("/sdcard/a/b", withParents: true)
    try files.write([1, 2], to: "/sdcard/a/b/c.txt", modified: 3)
    try files.copy("/sdcard/a", to: "/sdcard/d", keepsTime: true)
    #expect(try files.read("/sdcard/d/b/c.txt") == [1, 2])
    #expect(try files.entry("/sdcard/d/b/c.txt").modified == 3)
    #expect(throws: FileSystemError.insideItself) { try files.copy("/sdcard/a", to: "/sdcard/a/b/e") }
    #expect(throws: FileSystemError.exists) { try files.copy("/sdcard/a/b/c.txt", to: "/sdcard/d/b/c.txt") }
    #expect(files.freeName("c.txt", in: "/sdcard/d/b") == "c (1).txt")
    #expect(files.freeName("f.txt", in: "/sdcard/d/b") == "f.txt")
  }

  @Test func touchTakesAYearInFront() throws {
    var host = PhoneHost(Phone())
    #expect(host.run("touch -t 202309211659.07 /sdcard/a; stat -c %Y /sdcard/a").output == Array("1695315547\n".utf8))
  }
}
