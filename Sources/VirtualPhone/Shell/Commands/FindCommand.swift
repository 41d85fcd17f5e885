/// `find [PATH…] [-name|-iname|-type|-mindepth|-maxdepth|-size|-empty|-newer|! |-o|-delete|-print|-print0|-exec …]`
enum FindCommand: ShellCommand {
  static let names = ["find"]

  private enum Test {
    case name(ShellPattern, ignoringCase: Bool)
    case path(ShellPattern)
    case type(Set<Character>)
    case size(Int, sign: Character?)
    case empty
    case newer(Int)
    case print(end: String)
    case delete
    case exec([String], all: Bool)
    case constant(Bool)
  }

  private struct Term {
    var test: Test
    var isNegated: Bool
  }

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    var rest = arguments[...]
    var roots: [String] = []
    while let first = rest.first, !first.hasPrefix("-"), first != "!", first != "(" {
      roots.append(first)
      rest.removeFirst()
    }
    if roots.isEmpty { roots = ["."] }
    // Alternatives of conjunctions: `-type f -o -type d`.
    var alternatives: [[Term]] = [[]]
    var minimum = 0
    var maximum = Int.max
    var isNegated = false
    var hasAction = false
    while let word = rest.popFirst() {
      func argument() -> String? { rest.popFirst() }
      var test: Test?
      switch word {
      case "!", "-not":
        isNegated.toggle()
        continue
      case "(", ")", "\\(", "\\)", "-a", "-and": continue
      case "-o", "-or":
        alternatives.append([])
        continue
      case "-mindepth", "-maxdepth":
        guard let number = argument().flatMap(Int.init) else { return shell.fail("find", "bad \(word)") }
        if word == "-mindepth" { minimum = number } else { maximum = number }
        continue
      case "-depth", "-xdev", "-follow", "-H", "-L": continue
      case "-name", "-iname":
        guard let pattern = argument() else { return shell.fail("find", "\(word) needs 1 argument") }
        let ignores = word == "-iname"
        test = .name(ShellPattern(ignores ? pattern.lowercased() : pattern), ignoringCase: ignores)
      case "-path", "-wholename":
        guard let pattern = argument() else { return shell.fail("find", "\(word) needs 1 argument") }
        test = .path(ShellPattern(pattern))
      case "-type":
        guard let letters = argument() else { return shell.fail("find", "\(word) needs 1 argument") }
        test = .type(Set(letters))
      case "-size":
        guard let text = argument(), let parsed = size(text) else { return shell.fail("find", "bad -size") }
        test = parsed
      case "-empty": test = .empty
      case "-newer":
        guard let name = argument(), let entry = try? shell.host.phone.files.entry(shell.path(name)) else {
          return shell.fail("find", "-newer: \(FileSystemError.notFound)")
        }
        test = .newer(entry.modified)
      case "-true", "-false": test = .constant(word == "-true")
      case "-print": test = .print(end: "\n")
      case "-print0": test = .print(end: "\0")
      case "-delete": test = .delete
      case "-exec":
        var words: [String] = []
        var end: String?
        while let next = rest.popFirst() {
          if next == ";" || next == "+" && words.last == "{}" {
            end = next
            break
          }
          words.append(next)
        }
        guard let end else { return shell.fail("find", "-exec needs ;") }
        test = .exec(words, all: end == "+")
      default: return shell.fail("find", "bad arg '\(word)'")
      }
      guard let test else { continue }
      switch test {
      case .print, .delete, .exec: hasAction = true
      default: break
      }
      alternatives[alternatives.count - 1].append(Term(test: test, isNegated: isNegated))
      isNegated = false
    }
    if !hasAction {
      for index in alternatives.indices { alternatives[index].append(Term(test: .print(end: "\n"), isNegated: false)) }
    }
    return try search(roots, alternatives, minimum...max(minimum, maximum), &shell)
  }

  private static func size(_ text: String) -> Test? {
    var digits = text[...]
    var sign: Character?
    if digits.hasPrefix("+") || digits.hasPrefix("-") { sign = digits.popFirst() }
    let units: [Character: Int] = ["c": 1, "k": 1024, "M": 1 << 20, "G": 1 << 30, "b": 512]
    let unit = digits.last.flatMap { units[$0] }
    if unit != nil { digits.removeLast() }
    guard let number = Int(digits), number >= 0, number < 1 << 30 else { return nil }
    return .size(number * (unit ?? 512), sign: sign)
  }

  private static func search(
    _ roots: [String], _ alternatives: [[Term]], _ depths: ClosedRange<Int>, _ shell: inout Shell
  ) throws(ShellInterruption) -> Int32 {
    var status: Int32 = 0
    var collected: [[String]: [String]] = [:]
    for root in roots {
      guard (try? shell.host.phone.files.entry(shell.path(root), followsLink: false)) != nil else {
        status = shell.fail("find", "\(root): \(FileSystemError.notFound)")
        continue
      }
      // Listed beforehand, with directories behind what is in them: deleting needs that, and `find` shows them so then.
      let isDeleting = alternatives.joined().contains { if case .delete = $0.test { true } else { false } }
      var found: [(path: String, depth: Int)] = []
      var pending = [(root, 0)]
      while let (path, depth) = pending.popLast() {
        try shell.step()
        found.append((path, depth))
        guard depth < depths.upperBound,
          let entry = try? shell.host.phone.files.entry(
            shell.path(path), followsLink: path == root && path.hasSuffix("/")),
          entry.kind == .directory
        else { continue }
        let children = (try? shell.host.phone.files.list(shell.path(path))) ?? []
        let sorted = isDeleting ? children : children.reversed()
        pending += sorted.map { (path.hasSuffix("/") ? path + $0.name : path + "/" + $0.name, depth + 1) }
      }
      for (path, depth) in isDeleting ? found.reversed() : found where depth >= depths.lowerBound {
        try shell.step()
        for terms in alternatives {
          var holds = true
          for term in terms where holds {
            holds = try check(term.test, path, &collected, &status, &shell) != term.isNegated
          }
          if holds { break }
        }
      }
    }
    for (words, paths) in collected {
      status = max(status, try shell.call(words.flatMap { $0 == "{}" ? paths : [$0] }) == 0 ? 0 : 1)
    }
    return status
  }

  private static func check(
    _ test: Test, _ path: String, _ collected: inout [[String]: [String]], _ status: inout Int32,
    _ shell: inout Shell
  ) throws(ShellInterruption) -> Bool {
    guard
      let entry = try? shell.host.phone.files.entry(shell.path(path), followsLink: path.hasSuffix("/"))
    else { return false }
    switch test {
    case .name(let pattern, let ignoringCase):
      return pattern.matches(PhoneFileSystem.name(of: path), ignoringCase: ignoringCase)
    case .path(let pattern): return pattern.matches(path)
    case .type(let letters): return letters.contains(entry.kind == .directory ? "d" : entry.kind == .link ? "l" : "f")
    case .size(let size, let sign):
      return sign == "+" ? entry.size > size : sign == "-" ? entry.size < size : entry.size == size
    case .empty:
      return entry.kind == .directory
        ? (try? shell.host.phone.files.list(shell.path(path)))?.isEmpty ?? false
        : entry.kind == .file && entry.size == 0
    case .newer(let time): return entry.modified > time
    case .constant(let value): return value
    case .print(let end):
      shell.print(path + end)
      return true
    case .delete:
      do throws(FileSystemError) {
        try shell.host.phone.files.remove(shell.path(path))
        return true
      } catch {
        status = shell.fail("find", "\(path): \(error)")
        return false
      }
    case .exec(let words, let all):
      guard !all else {
        collected[words, default: []].append(path)
        return true
      }
      var command: [String] = []
      for word in words {
        command.append(word.split(separator: "{}", omittingEmptySubsequences: false).joined(separator: path))
      }
      return try shell.call(command) == 0
    }
  }
}
