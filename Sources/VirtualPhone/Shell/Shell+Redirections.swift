extension Shell {
  private enum Target: Equatable {
    case output
    case errors
    case file(String)
    case nothing
  }

  mutating func redirected(
    _ redirections: [Redirection], _ body: (inout Shell) throws(ShellInterruption) -> Int32
  ) throws(ShellInterruption) -> Int32 {
    var targets: [Int: Target] = [1: .output, 2: .errors]
    let outerInput = input
    let watched = host.phone.databases.watched
    defer {
      input = outerInput
      host.phone.closeDatabases(watching: watched)
    }
    for redirection in redirections {
      if case .document(let number) = redirection.kind {
        input = ShellInput(Array(try joined(documents.indices.contains(number) ? documents[number] : ShellWord()).utf8))
        continue
      }
      let name = try expand([redirection.target]).joined(separator: " ")
      switch redirection.kind {
      case .duplicate:
        if name == "-" {
          targets[redirection.descriptor] = .nothing
        } else if redirection.descriptor != 0 || name != "0" {
          guard let number = Int(name), let target = targets[number] else {
            printError("/system/bin/sh: \(name): bad file descriptor\n")
            return 1
          }
          targets[redirection.descriptor] = target
        }
      case .read, .document:
        if name == "/dev/null" {
          input = ShellInput([])
          continue
        }
        host.phone.openDatabases(for: [name], in: session.directory)
        do throws(FileSystemError) {
          input = ShellInput(try host.phone.files.read(path(name)))
        } catch {
          printError("/system/bin/sh: can't open \(name): \(error)\n")
          return 1
        }
      case .write, .append:
        switch name {
        case "/dev/null": targets[redirection.descriptor] = .nothing
        case "/dev/stdout": targets[redirection.descriptor] = targets[1] ?? .output
        case "/dev/stderr": targets[redirection.descriptor] = targets[2] ?? .errors
        default:
          let file = path(name)
          host.phone.openDatabases(for: [name], in: session.directory)
          do throws(FileSystemError) {
            try host.phone.files.write([], to: file, appends: redirection.kind == .append)
          } catch {
            printError("/system/bin/sh: can't create \(name): \(error)\n")
            return 1
          }
          targets[redirection.descriptor] = .file(file)
        }
      }
    }
    let (printed, status) = try captured(body)
    var result = status
    for chunk in printed.chunks {
      switch targets[chunk.isError ? 2 : 1] ?? .nothing {
      case .output: output.append(chunk.bytes, isError: false)
      case .errors: output.append(chunk.bytes, isError: true)
      case .nothing: break
      case .file(let file):
        do throws(FileSystemError) {
          try host.phone.files.write(chunk.bytes, to: file, appends: true)
        } catch {
          output.append(Array("/system/bin/sh: write to \(file): \(error)\n".utf8), isError: true)
          result = 1
        }
      }
    }
    return result
  }
}
