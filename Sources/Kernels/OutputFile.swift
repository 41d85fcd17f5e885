#if canImport(Glibc)
  internal import Glibc
#endif

/// A file that appears under its name only when it is whole.
///
/// It is written beside its place as `.NAME.XXXXXXXX.partial`, synced, and renamed; readers of an older file of that name
/// keep what they have mapped. A value that goes away without `commit` takes the partial file with it; only a program
/// that is killed leaves one behind, which is safe to delete.
public struct OutputFile: ~Copyable {
  private let path: String
  private let partialPath: String
  private var descriptor: Int32

  /// Creates the partial file.
  ///
  /// - Throws: `KernelsError.output` when the folder is missing or can't be written, or the place is a folder.
  public init(path: String) throws(KernelsError) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw .output(path: path, reason: "it exists and is not a regular file")
    }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { path[...$0] } ?? ""
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    guard !name.isEmpty else { throw .output(path: path, reason: "it names a folder") }
    let suffix = String(UInt32.random(in: 0...UInt32.max), radix: 16)
    let partialPath = "\(folder).\(name).\(suffix).partial"
    let descriptor = open(partialPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .output(path: path, reason: String(cString: strerror(errno))) }
    self.path = path
    self.partialPath = partialPath
    self.descriptor = descriptor
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(partialPath)
  }

  /// Writes bytes at a place, which need not be the end of what was written before.
  ///
  /// - Throws: `KernelsError.output`, for example when the disk is full.
  public mutating func write(_ bytes: RawSpan, at offset: Int) throws(KernelsError) {
    precondition(offset >= 0, "bytes at \(offset)")
    var written = 0
    while written < bytes.byteCount {
      let count = bytes.withUnsafeBytes { buffer in
        pwrite(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written, off_t(offset + written))
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure() }
      written += count
    }
  }

  /// Syncs the bytes to the disk and gives the file its name.
  ///
  /// - Throws: `KernelsError.output`; the partial file is then removed and an older file of that name is as it was.
  public consuming func commit() throws(KernelsError) {
    guard fsync(descriptor) == 0 else { throw failure() }
    guard rename(partialPath, path) == 0 else { throw failure() }
    close(descriptor)
    descriptor = -1
    // The name is safe only when its folder is synced too; a file system that can't is no reason to fail.
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let folderDescriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folderDescriptor >= 0 else { return }
    fsync(folderDescriptor)
    close(folderDescriptor)
  }

  private borrowing func failure() -> KernelsError { .output(path: path, reason: String(cString: strerror(errno))) }
}
