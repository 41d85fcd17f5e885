extension PhoneFileSystem {
  /// Copies a file, or a directory with all that is in it, to a place where nothing is yet.
  ///
  /// - Parameter keepsTime: whether the copies keep the originals' times; if not, they are from now.
  public mutating func copy(
    _ source: String, to destination: String, keepsTime: Bool = false
  ) throws(FileSystemError) {
    let entry = try entry(source)
    guard entry.kind == .directory else {
      guard !exists(destination) else { throw .exists }
      return try write(
        read(source), to: destination, permissions: entry.permissions, modified: keepsTime ? entry.modified : nil)
    }
    // Found before anything is made: a copy inside itself would have no end.
    let children = try list(source)
    let (from, to) = (try canonical(source), try canonical(destination))
    guard to != from, !to.hasPrefix(from + "/") else { throw .insideItself }
    try makeDirectory(destination, permissions: entry.permissions)
    for child in children {
      try copy("\(source)/\(child.name)", to: "\(destination)/\(child.name)", keepsTime: keepsTime)
    }
    if keepsTime { try setModified(entry.modified, of: destination) }
  }

  /// A name that is free in a directory: the one given, or with a number in front of its ending, as Android's Files
  /// names copies: `plan (1).txt`.
  public func freeName(_ name: String, in directory: String) -> String {
    guard exists("\(directory)/\(name)") else { return name }
    let (base, ending) = FileKind.parts(of: name)
    for number in 1...9999 where !exists("\(directory)/\(base) (\(number))\(ending)") {
      return "\(base) (\(number))\(ending)"
    }
    return name
  }

  /// A path's directory.
  public static func directory(of path: String) -> String {
    let parts = path.split(separator: "/").dropLast()
    return "/" + parts.joined(separator: "/")
  }
}
