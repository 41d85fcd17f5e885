#if canImport(Glibc)
  internal import Glibc
#endif

/// Immutable bytes with one owner: a file in the address space, or memory that was filled once.
public final class Storage: Sendable {
  private nonisolated(unsafe) let base: UnsafeRawPointer
  private let isMapped: Bool

  /// The number of bytes.
  public let count: Int

  /// Maps a file, read-only; nothing is read until it is used.
  ///
  /// - Throws: `KernelsError.file` when the file is missing, is not a regular file, or can't be mapped.
  public init(mapping path: String) throws(KernelsError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .file(path: path, reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .file(path: path, reason: String(cString: strerror(errno))) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .file(path: path, reason: "it is not a regular file") }
    count = Int(status.st_size)
    guard count > 0 else {
      base = UnsafeRawPointer(UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 64))
      isMapped = false
      return
    }
    guard let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
      throw .file(path: path, reason: String(cString: strerror(errno)))
    }
    base = UnsafeRawPointer(address)
    isMapped = true
  }

  /// Memory of `count` bytes, aligned to 64, which `fill` writes once.
  public init(count: Int, fill: (_ bytes: inout MutableRawSpan) -> Void) {
    precondition(count >= 0, "storage of \(count) bytes")
    self.count = count
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: Swift.max(count, 1), alignment: 64)
    memory.initializeMemory(as: UInt8.self, repeating: 0)
    var span = MutableRawSpan(_unsafeBytes: UnsafeMutableRawBufferPointer(rebasing: memory[0..<count]))
    fill(&span)
    base = UnsafeRawPointer(memory.baseAddress.unsafelyUnwrapped)
    isMapped = false
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: base), count)
    } else {
      UnsafeMutableRawPointer(mutating: base).deallocate()
    }
  }

  /// Calls `body` with all bytes.
  public func withBytes<Result, Failure: Error>(_ body: (RawSpan) throws(Failure) -> Result) throws(Failure) -> Result {
    try body(RawSpan(_unsafeStart: base, byteCount: count))
  }

  /// The address of the byte at `offset`, for the kernels only.
  func pointer(at offset: Int) -> UnsafeRawPointer {
    precondition(offset >= 0 && offset <= count, "byte \(offset) of \(count)")
    return base + offset
  }
}
