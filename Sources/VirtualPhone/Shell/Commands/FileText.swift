/// How modes and sizes are written.
enum FileText {
  /// `drwxrwx---`.
  static func mode(_ entry: PhoneFileSystem.Entry) -> String {
    var text = entry.kind == .directory ? "d" : entry.kind == .link ? "l" : "-"
    for (index, letter) in "rwxrwxrwx".enumerated() {
      text.append(entry.permissions & (0o400 >> UInt32(index)) != 0 ? letter : "-")
    }
    return text
  }

  /// `1.5K`, as `-h` asks for.
  static func size(_ bytes: Int) -> String {
    if bytes < 1024 { return "\(bytes)" }
    var tenths = bytes * 10 / 1024
    for unit in ["K", "M", "G"] {
      if tenths < 100 { return "\(tenths / 10).\(tenths % 10)\(unit)" }
      if tenths < 10_240 { return "\(tenths / 10)\(unit)" }
      tenths /= 1024
    }
    return "\(tenths / 10)T"
  }
}
