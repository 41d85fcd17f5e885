/// `stat [-L] [-c FORMAT] PATH…`
enum StatCommand: ShellCommand {
  static let names = ["stat"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "Lfc:t")
    var status: Int32 = 0
    for name in options.operands {
      do throws(FileSystemError) {
        let entry = try shell.host.phone.files.entry(shell.path(name), followsLink: options.has("L"))
        shell.print(text(entry, name, options.values["c"], shell.host.phone))
      } catch {
        status = shell.fail("stat", "'\(name)': \(error)")
      }
    }
    return status
  }

  private static func text(_ entry: PhoneFileSystem.Entry, _ name: String, _ format: String?, _ phone: Phone) -> String
  {
    let kind =
      switch entry.kind {
      case .file: entry.size == 0 ? "regular empty file" : "regular file"
      case .directory: "directory"
      case .link: "symbolic link"
      }
    let octal = String(entry.permissions, radix: 8)
    let time = phone.localTime(seconds: entry.modified).formatted("%F %T.%N %z", zone: phone.zone)
    guard let format else {
      let link = entry.target.map { " -> '\($0)'" } ?? ""
      return """
          File: \(name)\(link)
          Size: \(entry.size)\t Blocks: \((entry.size + 511) / 512)\t IO Blocks: 512\t\(kind)
        Device: 10302h/66306d\t Inode: \(entry.number)\t Links: \(entry.links)
        Access: (\(octal)/\(FileText.mode(entry)))\tUid: (    0/    root)\tGid: (    0/    root)
        Access: \(time)
        Modify: \(time)
        Change: \(time)

        """
    }
    var text = ""
    var letters = format.makeIterator()
    while let letter = letters.next() {
      guard letter == "%", let code = letters.next() else {
        text.append(letter)
        continue
      }
      switch code {
      case "n": text += name
      case "N": text += "'\(name)'"
      case "s": text += "\(entry.size)"
      case "b": text += "\((entry.size + 511) / 512)"
      case "B": text += "512"
      case "a": text += octal
      case "A": text += FileText.mode(entry)
      case "f": text += String(entry.mode, radix: 16)
      case "F": text += kind
      case "i": text += "\(entry.number)"
      case "h": text += "\(entry.links)"
      case "u", "g": text += "0"
      case "U", "G": text += "root"
      case "X", "Y", "Z", "W": text += "\(entry.modified)"
      case "x", "y", "z", "w": text += time
      case "%": text += "%"
      default: text += "%\(code)"
      }
    }
    return text + "\n"
  }
}
