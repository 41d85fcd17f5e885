/// A phone's files, in memory. A value: a copy is a snapshot, and shares what neither side changes.
///
/// Paths are absolute or relative to `/`; `.`, `..` and symbolic links are followed as Linux follows them.
public struct PhoneFileSystem: Sendable, Equatable {
  /// What a name stands for.
  public enum Kind: Sendable, Equatable {
    case file
    case directory
    case link
  }

  /// What is known of a file, as `stat` tells it.
  public struct Entry: Sendable, Equatable {
    /// Its name in its directory.
    public var name: String
    /// File, directory or link.
    public var kind: Kind
    /// Bytes; of a link, those of its target; 4096 for directories.
    public var size: Int
    /// Permission bits, for example 0o660.
    public var permissions: UInt32
    /// Seconds since 1970, UTC.
    public var modified: Int
    /// Its number, the same for as long as it exists.
    public var number: Int
    /// Names that stand for it.
    public var links: Int
    /// Where a link leads.
    public var target: String?

    /// `st_mode`: type and permissions.
    public var mode: UInt32 {
      switch kind {
      case .file: 0o100_000 | permissions
      case .directory: 0o040_000 | permissions
      case .link: 0o120_000 | permissions
      }
    }
  }

  enum Content: Sendable, Equatable {
    case file([UInt8])
    case directory([String: Int])
    case link(String)
  }

  struct Node: Sendable, Equatable {
    var content: Content
    var permissions: UInt32
    var modified: Int
  }

  /// Bytes that all files together may have.
  public static let capacity = 512 << 20

  static let root = 1
  private static let linkLimit = 16
  static let nodeLimit = 1 << 20

  /// Seconds since 1970 that changes are stamped with; whoever owns the clock sets it.
  public var now = 0
  /// Bytes in files.
  public internal(set) var used = 0
  var nodes: [Int: Node]
  var nextNumber = 2

  /// An empty file system: `/` and nothing else.
  public init() {
    nodes = [Self.root: Node(content: .directory([:]), permissions: 0o755, modified: 0)]
  }

  // MARK: - Looking

  /// What a path leads to.
  ///
  /// - Parameter followsLink: whether a link at the path's end is followed (`stat`) or told of (`lstat`).
  public func entry(_ path: String, followsLink: Bool = true) throws(FileSystemError) -> Entry {
    let number = try find(path, followsLink: followsLink)
    return entry(number, name: Self.name(of: path))
  }

  /// Whether a path leads to something.
  public func exists(_ path: String) -> Bool { (try? find(path, followsLink: true)) != nil }

  /// Whether a path leads to a directory.
  public func isDirectory(_ path: String) -> Bool { (try? entry(path))?.kind == .directory }

  /// A directory's entries, sorted by name, without `.` and `..`.
  public func list(_ path: String) throws(FileSystemError) -> [Entry] {
    guard case .directory(let children)? = nodes[try find(path, followsLink: true)]?.content else {
      throw .notADirectory
    }
    return children.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { entry($0.value, name: $0.key) }
  }

  /// A file's bytes.
  public func read(_ path: String) throws(FileSystemError) -> [UInt8] {
    guard case .file(let bytes)? = nodes[try find(path, followsLink: true)]?.content else { throw .isADirectory }
    return bytes
  }

  /// The path with all links, `.` and `..` followed; the last part need not exist.
  public func canonical(_ path: String) throws(FileSystemError) -> String {
    var walk = Walk(path)
    try follow(&walk, followsLink: true)
    if walk.missing != nil, !walk.rest.isEmpty { throw .notFound }
    let names = walk.trail.map(\.name) + (walk.missing.map { [$0] } ?? [])
    return "/" + names.joined(separator: "/")
  }

  // MARK: - Changing

  /// Writes a file, new or not.
  ///
  /// - Parameters:
  ///   - appends: whether the bytes go behind those that are there.
  ///   - permissions: those of a new file; with nil 0o660, as shared storage has them.
  ///   - modified: seconds since 1970; nil for now.
  public mutating func write(
    _ bytes: [UInt8], to path: String, appends: Bool = false, permissions: UInt32? = nil, modified: Int? = nil
  ) throws(FileSystemError) {
    guard !path.hasSuffix("/") else { throw exists(path) ? .isADirectory : .notFound }
    let (directory, name, existing) = try place(path)
    if let existing {
      guard case .file(let old)? = nodes[existing]?.content else { throw .isADirectory }
      let removed = appends ? 0 : old.count
      guard used - removed + bytes.count <= Self.capacity else { throw .full }
      used += bytes.count - removed
      nodes[existing]?.content = .file(appends ? old + bytes : bytes)
      nodes[existing]?.modified = modified ?? now
      if let permissions { nodes[existing]?.permissions = permissions & 0o7777 }
      return
    }
    guard used + bytes.count <= Self.capacity else { throw .full }
    try insert(
      Node(content: .file(bytes), permissions: (permissions ?? 0o660) & 0o7777, modified: modified ?? now),
      named: name, in: directory)
    used += bytes.count
  }

  /// Makes a directory.
  ///
  /// - Parameter withParents: whether missing parents are made too, and an existing directory is fine.
  public mutating func makeDirectory(
    _ path: String, withParents: Bool = false, permissions: UInt32 = 0o770
  ) throws(FileSystemError) {
    if withParents {
      var made = path.hasPrefix("/") ? "" : "."
      for part in path.split(separator: "/") {
        made += "/" + part
        if exists(made) {
          guard isDirectory(made) else { throw .notADirectory }
        } else {
          try makeDirectory(made, permissions: permissions)
        }
      }
      return
    }
    let (directory, name, existing) = try place(path)
    guard existing == nil else { throw .exists }
    try insert(
      Node(content: .directory([:]), permissions: permissions & 0o7777, modified: now), named: name, in: directory)
  }

  /// Makes a symbolic link.
  public mutating func makeLink(_ path: String, to target: String) throws(FileSystemError) {
    guard !target.isEmpty, target.utf8.count < 4096 else { throw .badName }
    let (directory, name) = try parent(of: path)
    guard child(name, of: directory) == nil else { throw .exists }
    try insert(Node(content: .link(target), permissions: 0o777, modified: now), named: name, in: directory)
  }

  /// Removes a file, a link, or a directory.
  ///
  /// - Parameter recursively: whether a directory goes with all that is in it; if not, it has to be empty.
  public mutating func remove(_ path: String, recursively: Bool = false) throws(FileSystemError) {
    let number = try find(path, followsLink: false)
    guard number != Self.root else { throw .busy }
    if case .directory(let children)? = nodes[number]?.content, !children.isEmpty, !recursively { throw .notEmpty }
    let (directory, name) = try parent(of: path)
    guard child(name, of: directory) == number else { throw .busy }
    detach(name, from: directory)
    free(number)
  }

  /// Renames or moves, over a file that is there.
  public mutating func move(_ source: String, to destination: String) throws(FileSystemError) {
    let number = try find(source, followsLink: false)
    let (fromDirectory, fromName) = try parent(of: source)
    guard number != Self.root, child(fromName, of: fromDirectory) == number else { throw .busy }
    let (toDirectory, toName) = try parent(of: destination)
    guard !isInside(toDirectory, number) else { throw .insideItself }
    let isDirectory = if case .directory? = nodes[number]?.content { true } else { false }
    if let existing = child(toName, of: toDirectory) {
      if existing == number {
        // Small letters can become large ones.
        guard fromDirectory == toDirectory, fromName == toName else { return }
        detach(fromName, from: fromDirectory)
        return attach(number, named: Self.name(of: destination), to: toDirectory)
      }
      if case .directory(let children)? = nodes[existing]?.content {
        guard isDirectory else { throw .isADirectory }
        guard children.isEmpty else { throw .notEmpty }
      } else if isDirectory {
        throw .notADirectory
      }
      guard !isInside(fromDirectory, existing) else { throw .notEmpty }
      detach(toName, from: toDirectory)
      free(existing)
    }
    detach(fromName, from: fromDirectory)
    attach(number, named: toName, to: toDirectory)
  }

  /// Sets permission bits.
  public mutating func setPermissions(_ permissions: UInt32, of path: String) throws(FileSystemError) {
    nodes[try find(path, followsLink: true)]?.permissions = permissions & 0o7777
  }

  /// Sets when a file was changed last.
  public mutating func setModified(_ seconds: Int, of path: String) throws(FileSystemError) {
    nodes[try find(path, followsLink: true)]?.modified = seconds
  }

  // MARK: - Paths

  /// A path from a directory: absolute ones stay as they are.
  public static func path(_ path: String, from directory: String) -> String {
    path.hasPrefix("/") ? path : directory.hasSuffix("/") ? directory + path : directory + "/" + path
  }

  /// A path's last part.
  public static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? "/" }

  // The way to a place: what is still to be walked, and what has been.
  private struct Walk {
    var rest: [String]
    var trail: [(name: String, number: Int)] = []
    var links = 0
    var missing: String?

    init(_ path: String) { rest = path.split(separator: "/").reversed().map(String.init) }
    var number: Int { trail.last?.number ?? PhoneFileSystem.root }
  }

  private func follow(_ walk: inout Walk, followsLink: Bool) throws(FileSystemError) {
    while let name = walk.rest.popLast() {
      guard name.utf8.count <= 255, !name.utf8.contains(0) else { throw .badName }
      guard case .directory(let children)? = nodes[walk.number]?.content else { throw .notADirectory }
      if name == "." { continue }
      if name == ".." {
        _ = walk.trail.popLast()
        continue
      }
      guard let name = Self.stored(name, in: children, walk.trail), let next = children[name] else {
        walk.missing = name
        return
      }
      if case .link(let target)? = nodes[next]?.content, followsLink || !walk.rest.isEmpty {
        walk.links += 1
        guard walk.links <= Self.linkLimit else { throw .tooManyLinks }
        if target.hasPrefix("/") { walk.trail = [] }
        walk.rest += target.split(separator: "/").reversed().map(String.init)
        continue
      }
      walk.trail.append((name, next))
    }
  }

  // The name as a directory has it. In shared storage letters compare without case, as Android has it there.
  private static func stored(
    _ name: String, in children: [String: Int], _ trail: [(name: String, number: Int)]
  ) -> String? {
    if children[name] != nil { return name }
    guard trail.count >= 3, trail[0].name == "storage", trail[1].name == "emulated", trail[2].name == "0" else {
      return nil
    }
    let plain = name.lowercased()
    return children.keys.first { $0.lowercased() == plain }
  }

  private func find(_ path: String, followsLink: Bool) throws(FileSystemError) -> Int {
    guard !path.isEmpty else { throw .notFound }
    var walk = Walk(path)
    // A slash at the end asks for the directory behind a link.
    try follow(&walk, followsLink: followsLink || path.hasSuffix("/"))
    guard walk.missing == nil else { throw .notFound }
    if path.hasSuffix("/"), case .file? = nodes[walk.number]?.content { throw .notADirectory }
    return walk.number
  }

  // Where a path's file is or would be, links at its end followed.
  private func place(_ path: String) throws(FileSystemError) -> (directory: Int, name: String, existing: Int?) {
    guard !path.isEmpty else { throw .notFound }
    var walk = Walk(path)
    try follow(&walk, followsLink: true)
    if let missing = walk.missing {
      guard walk.rest.isEmpty else { throw .notFound }
      return (walk.number, missing, nil)
    }
    guard let last = walk.trail.last else { throw .exists }
    let directory = walk.trail.count > 1 ? walk.trail[walk.trail.count - 2].number : Self.root
    return (directory, last.name, last.number)
  }

  // The directory that holds a path's last name, links at its end not followed.
  private func parent(of path: String) throws(FileSystemError) -> (directory: Int, name: String) {
    var parts = path.split(separator: "/").map(String.init)
    guard let name = parts.popLast(), name != ".", name != ".." else { throw .busy }
    guard name.utf8.count <= 255, !name.utf8.contains(0) else { throw .badName }
    var walk = Walk(parts.joined(separator: "/"))
    try follow(&walk, followsLink: true)
    guard walk.missing == nil else { throw .notFound }
    guard case .directory(let children)? = nodes[walk.number]?.content else { throw .notADirectory }
    return (walk.number, Self.stored(name, in: children, walk.trail) ?? name)
  }

  // MARK: - Nodes

  private func entry(_ number: Int, name: String) -> Entry {
    let node = nodes[number] ?? Node(content: .file([]), permissions: 0, modified: 0)
    let (kind, size, target): (Kind, Int, String?) =
      switch node.content {
      case .file(let bytes): (.file, bytes.count, nil)
      case .directory: (.directory, 4096, nil)
      case .link(let target): (.link, target.utf8.count, target)
      }
    return Entry(
      name: name, kind: kind, size: size, permissions: node.permissions, modified: node.modified, number: number,
      links: kind == .directory ? 2 : 1, target: target)
  }

  private func child(_ name: String, of directory: Int) -> Int? {
    guard case .directory(let children)? = nodes[directory]?.content else { return nil }
    return children[name]
  }

  private mutating func insert(_ node: Node, named name: String, in directory: Int) throws(FileSystemError) {
    guard nodes.count < Self.nodeLimit else { throw .full }
    guard name.utf8.count <= 255, !name.utf8.contains(0) else { throw .badName }
    let number = nextNumber
    nextNumber += 1
    nodes[number] = node
    attach(number, named: name, to: directory)
  }

  private mutating func attach(_ number: Int, named name: String, to directory: Int) {
    guard case .directory(var children)? = nodes[directory]?.content else { return }
    children[name] = number
    nodes[directory]?.content = .directory(children)
    nodes[directory]?.modified = now
  }

  private mutating func detach(_ name: String, from directory: Int) {
    guard case .directory(var children)? = nodes[directory]?.content else { return }
    children[name] = nil
    nodes[directory]?.content = .directory(children)
    nodes[directory]?.modified = now
  }

  private mutating func free(_ number: Int) {
    var pending = [number]
    while let number = pending.popLast() {
      switch nodes.removeValue(forKey: number)?.content {
      case .directory(let children): pending += children.values
      case .file(let bytes): used -= bytes.count
      case .link, nil: break
      }
    }
  }

  private func isInside(_ number: Int, _ ancestor: Int) -> Bool {
    var pending = [ancestor]
    while let next = pending.popLast() {
      if next == number { return true }
      if case .directory(let children)? = nodes[next]?.content { pending += children.values }
    }
    return false
  }
}
