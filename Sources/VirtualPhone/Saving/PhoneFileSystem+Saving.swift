extension PhoneFileSystem {
  /// Writes all files: the clock, the next number, and each node with its number, permissions, time and content. The
  /// camera's own photos are written as their scenes and the end of a recording as its length: they are most of the bytes.
  func save(to writer: inout StateWriter) {
    writer.write(now)
    writer.write(nextNumber)
    writer.write(UInt64(nodes.count))
    for (number, node) in nodes.sorted(by: { $0.key < $1.key }) {
      writer.write(number)
      writer.write(UInt64(node.permissions))
      writer.write(node.modified)
      switch node.content {
      case .file(let bytes):
        if let scene = PhotoScene.number(of: bytes) {
          writer.write(UInt64(3))
          writer.write(scene)
        } else if let fill = bytes.last, case let run = bytes.reversed().prefix(while: { $0 == fill }).count, run > 255
        {
          writer.write(UInt64(4))
          writer.write(Array(bytes.dropLast(run)))
          writer.write(UInt64(fill))
          writer.write(UInt64(run))
        } else {
          writer.write(UInt64(0))
          writer.write(bytes)
        }
      case .directory(let children):
        writer.write(UInt64(1))
        writer.write(UInt64(children.count))
        for (name, child) in children.sorted(by: { $0.key < $1.key }) {
          writer.write(name)
          writer.write(child)
        }
      case .link(let target):
        writer.write(UInt64(2))
        writer.write(target)
      }
    }
  }

  /// Reads them; what isn't a tree from `/` down is refused.
  init(from reader: inout StateReader) throws(PhoneStateError) {
    self.init()
    now = try reader.integer()
    nextNumber = try reader.integer()
    var found: [Int: Node] = [:]
    var filled = 0
    for _ in 0..<(try reader.count()) {
      let number = try reader.integer()
      let permissions = UInt32(truncatingIfNeeded: try reader.number()) & 0o7777
      let modified = try reader.integer()
      let content: Content
      switch try reader.number() {
      case 0: content = .file(Array(try reader.part()))
      case 1:
        var children: [String: Int] = [:]
        for _ in 0..<(try reader.count()) { children[try reader.text()] = try reader.integer() }
        content = .directory(children)
      case 2: content = .link(try reader.text())
      case 3: content = .file(PhotoScene.jpeg(try reader.number()))
      case 4:
        let head = try reader.part()
        let (fill, run) = (try reader.number(), try reader.number())
        filled += Int(clamping: min(run, UInt64(Self.capacity)))
        guard fill < 256, run <= UInt64(Self.capacity), filled <= Self.capacity else {
          throw .damaged(reason: "a file is too long")
        }
        content = .file(head + [UInt8](repeating: UInt8(fill), count: Int(run)))
      default: throw .damaged(reason: "a file is of no known kind")
      }
      found[number] = Node(content: content, permissions: permissions, modified: modified)
    }
    nodes = found
    try checkTree()
  }

  private mutating func checkTree() throws(PhoneStateError) {
    guard nodes.count <= Self.nodeLimit, case .directory? = nodes[Self.root]?.content else {
      throw .damaged(reason: "its files have no root")
    }
    guard nodes.keys.allSatisfy({ $0 >= 1 && $0 < nextNumber }), nextNumber < 1 << 48 else {
      throw .damaged(reason: "its files' numbers are wrong")
    }
    var seen: Set<Int> = [Self.root]
    var pending = [Self.root]
    var size = 0
    while let number = pending.popLast() {
      switch nodes[number]?.content {
      case .file(let bytes): size += bytes.count
      case .link(let target):
        guard !target.isEmpty, target.utf8.count < 4096 else { throw .damaged(reason: "a link leads nowhere") }
      case .directory(let children):
        for (name, child) in children {
          guard !name.isEmpty, name != ".", name != "..", name.utf8.count <= 255,
            !name.utf8.contains(0), !name.utf8.contains(UInt8(ascii: "/"))
          else { throw .damaged(reason: "a file has no possible name") }
          guard seen.insert(child).inserted else { throw .damaged(reason: "a file is in two directories") }
          pending.append(child)
        }
      case nil: throw .damaged(reason: "a file is missing")
      }
    }
    guard seen.count == nodes.count, size <= Self.capacity else {
      throw .damaged(reason: "its files are not one tree")
    }
    used = size
  }
}
