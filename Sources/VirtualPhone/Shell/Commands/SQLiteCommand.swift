internal import CSQLite

/// `sqlite3 [-header] [-csv] [-separator TEXT] [-readonly] DATABASE [SQL…]`: real SQLite over the phone's files.
enum SQLiteCommand: ShellCommand {
  static let names = ["sqlite3"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    var separator = "|"
    var showsHeader = false
    var rest = arguments[...]
    while let option = rest.first, option.hasPrefix("-") {
      rest.removeFirst()
      switch option.drop(while: { $0 == "-" }) {
      case "header", "headers": showsHeader = true
      case "csv": separator = ","
      case "tabs": separator = "\t"
      case "separator": separator = rest.popFirst() ?? separator
      case "readonly", "batch", "bail", "list", "noheader": break
      case "cmd": _ = rest.popFirst()
      default: return shell.fail("sqlite3", "Error: unknown option: \(option)")
      }
    }
    guard let name = rest.popFirst() else { return shell.fail("sqlite3", "needs the name of a database") }
    var script = rest.joined(separator: ";\n")
    if rest.isEmpty { script = String(decoding: try shell.input.readAll(), as: UTF8.self) }
    var image: [UInt8] = []
    if name != ":memory:" {
      do throws(FileSystemError) {
        image = try shell.host.phone.files.read(shell.path(name))
      } catch {
        guard error == .notFound else { return shell.fail("Error", "unable to open database \"\(name)\": \(error)") }
      }
    }
    let result = SQLiteDatabase.run(statements(script), on: image, separator: separator, showsHeader: showsHeader)
    shell.print(result.output)
    if let saved = result.image, name != ":memory:" {
      do throws(FileSystemError) {
        try shell.host.phone.files.write(saved, to: shell.path(name))
      } catch {
        return shell.fail("Error", "unable to open database \"\(name)\": \(error)")
      }
    }
    return result.code == 0 ? 0 : shell.fail("Error", result.message)
  }

  // Lines that begin with a dot are sqlite3's own; the two that are used to look around are queries.
  private static func statements(_ script: String) -> String {
    script.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let words = line.split(separator: " ")
      switch words.first {
      case ".tables": return "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name;"
      case ".schema", ".fullschema":
        let table = words.count > 1 ? " AND tbl_name = '\(words[1].filter { $0 != "'" })'" : ""
        return "SELECT sql || ';' FROM sqlite_master WHERE sql IS NOT NULL\(table);"
      case let word? where word.hasPrefix("."): return ""
      default: return String(line)
      }
    }.joined(separator: "\n")
  }
}
