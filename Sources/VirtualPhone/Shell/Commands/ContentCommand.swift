/// `content query|insert|update|delete|read|call --uri URI …`
enum ContentCommand: ShellCommand {
  static let names = ["content"]

  private struct Request {
    var uri = ""
    var projection: [String]?
    var condition: ContentCondition?
    var sort: String?
    var values: ContentTables.Row = [:]
    var nulls: Set<String> = []
    var mistake: String?

    init(_ arguments: [String]) {
      var rest = arguments[...]
      while let word = rest.popFirst() {
        guard
          ["--uri", "--projection", "--where", "--sort", "--bind", "--user", "--arg", "--method", "--extra"].contains(
            word)
        else {
          mistake = "Unsupported argument: \(word)"
          return
        }
        guard let value = rest.popFirst() else {
          mistake = "Missing value for \(word)"
          return
        }
        switch word {
        case "--uri": uri = value
        case "--projection": projection = value.split(separator: ":").map(String.init)
        case "--sort": sort = value
        case "--where":
          guard let parsed = ContentCondition.parse(value) else {
            mistake = "near \"\(value)\": syntax error"
            return
          }
          condition = parsed
        case "--bind":
          // NAME:TYPE:VALUE, and the value may hold colons.
          let parts = value.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
          guard parts.count == 3 else {
            mistake = "Binding not well formed: \(value)"
            return
          }
          if parts[1] == "n" { nulls.insert(parts[0]) } else { values[parts[0]] = parts[2] }
        default: break
        }
      }
      if uri.isEmpty { mistake = "Content provider URI not specified. Did you specify --uri argument?" }
    }
  }

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let request = Request(Array(arguments.dropFirst()))
    if let mistake = request.mistake { return shell.fail("[ERROR]", mistake) }
    if request.uri.hasPrefix("content://settings/") { return settings(arguments.first ?? "", request, &shell) }
    guard let (name, fixed) = shell.host.content.place(of: request.uri) else {
      let authority = request.uri.dropFirst("content://".count).split(separator: "/").first ?? ""
      return shell.fail("[ERROR] Could not find provider", "\(authority)")
    }
    ContentBridge.load(&shell.host)
    func matches(_ row: ContentTables.Row) -> Bool {
      fixed.allSatisfy { row[$0.key] == $0.value } && request.condition?.holds(for: row) ?? true
    }
    switch arguments.first {
    case "query":
      guard let table = shell.host.content.tables[name] else { return 1 }
      query(table.rows.filter(matches), columns: request.projection ?? table.columns, sort: request.sort, &shell)
    case "insert":
      shell.host.content.insert(request.values.merging(fixed) { given, _ in given }, into: name)
      ContentBridge.save(name, &shell.host)
      // What arrives is announced; what is written with another type, or as read, was there before.
      let row = request.values.merging(fixed) { given, _ in given }
      if name == "sms", row["type"] == "1", row["read"] != "1", let number = row["address"] {
        shell.host.phone.announceMessage(row["body"] ?? "", from: number)
      }
    case "update":
      shell.host.content.update(name) { row in
        guard matches(row) else { return nil }
        var row = row.merging(request.values) { _, new in new }
        for column in request.nulls where column != "_id" { row[column] = nil }
        return row
      }
      ContentBridge.save(name, &shell.host)
    case "delete":
      shell.host.content.update(name) { matches($0) ? .some(nil) : nil }
      ContentBridge.save(name, &shell.host)
    case "call", "read", "write", "gettype": break
    default: return shell.fail("[ERROR] Unsupported operation", arguments.first ?? "")
    }
    return 0
  }

  private static func query(_ rows: [ContentTables.Row], columns: [String], sort: String?, _ shell: inout Shell) {
    var rows = rows
    if let words = sort?.split(whereSeparator: { $0 == " " || $0 == "," }), let first = words.first {
      let column = String(first)
      let isDescending = words.count > 1 && words[1].uppercased() == "DESC"
      rows.sort { left, right in
        let (a, b) = (left[column] ?? "", right[column] ?? "")
        let precedes: Bool
        if let a = Double(a), let b = Double(b) { precedes = a < b } else { precedes = a < b }
        let isEqual = a == b
        return isEqual ? false : precedes != isDescending
      }
    }
    if rows.isEmpty { shell.print("No result found.\n") }
    for (index, row) in rows.enumerated() {
      let values = columns.map { "\($0)=\(row[$0] ?? "NULL")" }
      shell.print("Row: \(index) \(values.joined(separator: ", "))\n")
    }
  }

  private static func settings(_ verb: String, _ request: Request, _ shell: inout Shell) -> Int32 {
    let parts = request.uri.split(separator: "/").dropFirst(2).map(String.init)
    guard let table = parts.first.flatMap(SettingsTable.init(rawValue:)) else {
      return shell.fail("[ERROR] Unsupported URI", request.uri)
    }
    switch verb {
    case "query":
      let keys = parts.count > 1 ? [parts[1]] : shell.host.phone.settingKeys(in: table)
      let rows = keys.enumerated().compactMap { index, key in
        shell.host.phone.setting(key, in: table).map { ["_id": "\(index + 1)", "name": key, "value": $0] }
      }.filter { request.condition?.holds(for: $0) ?? true }
      query(rows, columns: request.projection ?? ["_id", "name", "value"], sort: request.sort, &shell)
    case "insert", "update":
      guard let key = request.values["name"] ?? (parts.count > 1 ? parts[1] : nil) else { return 1 }
      shell.host.phone.set(key, in: table, to: request.values["value"])
    case "delete":
      if parts.count > 1 { shell.host.phone.set(parts[1], in: table, to: nil) }
    default: break
    }
    return 0
  }
}
