extension Shell {
  mutating func execute(_ node: ShellNode) throws(ShellInterruption) -> Int32 {
    try step()
    return try nested { shell throws(ShellInterruption) in try shell.executeHere(node) }
  }

  private mutating func executeHere(_ node: ShellNode) throws(ShellInterruption) -> Int32 {
    switch node {
    case .simple(let command):
      return try execute(command)
    case .list(let nodes):
      var status: Int32 = 0
      for node in nodes {
        status = try execute(node)
        session.status = status
      }
      return status
    case .and(let left, let right):
      let status = try execute(left)
      session.status = status
      return status == 0 ? try execute(right) : status
    case .or(let left, let right):
      let status = try execute(left)
      session.status = status
      return status != 0 ? try execute(right) : status
    case .pipeline(let nodes, let isNegated):
      let status = try pipeline(nodes)
      return isNegated ? (status == 0 ? 1 : 0) : status
    case .subshell(let body):
      return try subshell { shell throws(ShellInterruption) in try shell.execute(body) }
    case .conditional(let branches, let otherwise):
      for branch in branches {
        if try execute(branch.condition) == 0 { return try execute(branch.body) }
      }
      return try otherwise.map { node throws(ShellInterruption) in try execute(node) } ?? 0
    case .loop(let condition, let body, let isUntil):
      var status: Int32 = 0
      loops += 1
      defer { loops -= 1 }
      while true {
        try step()
        var isOver = false
        do throws(ShellInterruption) {
          guard try (execute(condition) == 0) != isUntil else { break }
          status = try execute(body)
        } catch {
          isOver = try leave(error)
        }
        if isOver { break }
      }
      return status
    case .forEach(let name, let words, let body):
      var values = session.positional
      if let words { values = try expand(words) }
      var status: Int32 = 0
      loops += 1
      defer { loops -= 1 }
      for value in values {
        try step()
        session.variables[name] = value
        var isOver = false
        do throws(ShellInterruption) { status = try execute(body) } catch { isOver = try leave(error) }
        if isOver { break }
      }
      return status
    case .redirected(let body, let redirections):
      return try redirected(redirections) { shell throws(ShellInterruption) in try shell.execute(body) }
    }
  }

  // Whether a loop ends here; what is meant for an outer loop goes on.
  private func leave(_ interruption: ShellInterruption) throws(ShellInterruption) -> Bool {
    switch interruption {
    case .breakLoop(let count):
      guard count > 1, loops > 1 else { return true }
      throw .breakLoop(count - 1)
    case .continueLoop(let count):
      guard count > 1, loops > 1 else { return false }
      throw .continueLoop(count - 1)
    default: throw interruption
    }
  }

  mutating func subshell(
    _ body: (inout Shell) throws(ShellInterruption) -> Int32
  ) throws(ShellInterruption) -> Int32 {
    let saved = session
    let outerLoops = loops
    loops = 0
    defer {
      session = saved
      loops = outerLoops
    }
    do throws(ShellInterruption) {
      return try nested(body)
    } catch {
      switch error {
      case .exit(let code): return code
      case .breakLoop, .continueLoop: return 0
      default: throw error
      }
    }
  }

  private mutating func pipeline(_ nodes: [ShellNode]) throws(ShellInterruption) -> Int32 {
    guard nodes.count > 1 else { return try execute(nodes[0]) }
    let outerInput = input
    defer { input = outerInput }
    var status: Int32 = 0
    for (index, node) in nodes.enumerated() {
      if index == nodes.count - 1 {
        // The last part runs in this shell in mksh's manner only for what it prints; its variables go too.
        status = try subshell { shell throws(ShellInterruption) in try shell.execute(node) }
      } else {
        let (part, _) = try captured { shell throws(ShellInterruption) in
          try shell.subshell { shell throws(ShellInterruption) in try shell.execute(node) }
        }
        let errors = part.bytes(isError: true)
        output.append(errors, isError: true)
        input = ShellInput(part.bytes(isError: false))
      }
    }
    return status
  }

  mutating func execute(_ command: SimpleCommand) throws(ShellInterruption) -> Int32 {
    substitutionStatus = nil
    let words = try expand(command.words)
    if words.isEmpty {
      for assignment in command.assignments {
        session.variables[assignment.name] = try joined(assignment.value)
      }
      let status = substitutionStatus ?? 0
      guard !command.redirections.isEmpty else { return status }
      return try redirected(command.redirections) { _ throws(ShellInterruption) in status }
    }
    var saved: [(String, String?)] = []
    for assignment in command.assignments {
      saved.append((assignment.name, session.variables[assignment.name]))
      session.variables[assignment.name] = try joined(assignment.value)
    }
    defer { for (name, value) in saved.reversed() { session.variables[name] = value } }
    guard !command.redirections.isEmpty else { return try call(words) }
    return try redirected(command.redirections) { shell throws(ShellInterruption) in try shell.call(words) }
  }
}
