internal import Imaging

extension TaskStep {
  /// The commands of a step that puts a file on the device; none for other steps.
  func fileCommands(_ bindings: Bindings) throws(TaskError) -> [String] {
    switch action {
    case .file(let path, let text, let modified):
      let path = path.filled(with: bindings)
      let content = text.flatMap { $0.texts(with: bindings) }.joined(separator: "\n")
      let time = modified?.value(in: bindings).time
      return FileCommands.write(Array(content.utf8), to: path) + (time.map { [FileCommands.touch(path, at: $0)] } ?? [])
    case .picture(let path, let title, let lines):
      let path = path.filled(with: bindings)
      let content = lines.flatMap { $0.texts(with: bindings) }.joined(separator: "\n")
      let texts = content.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      do throws(ImageError) {
        return FileCommands.write(try TextPicture.png(title: title?.filled(with: bindings), lines: texts), to: path)
      } catch { throw .command(command: "draw \(path)", reason: error.description) }
    case .page(let path, let content):
      let seed = bindings["seed"]?.text ?? "0"
      return FileCommands.write(Array(content.replacing("%%SEED%%", with: seed).utf8), to: path.filled(with: bindings))
    case .shell, .remember, .wait: return []
    }
  }

  /// What it does, in words and commands, for people; as often as it is done.
  func words(_ bindings: Bindings) -> [String] {
    bindings.repeating(each).map { bindings in
      switch action {
      case .shell(let template, _): template.filled(with: bindings)
      case .file(let path, let text, _):
        "write \(path.filled(with: bindings)): "
          + text.flatMap { $0.texts(with: bindings) }.joined(separator: "\n").debugDescription
      case .picture(let path, _, let lines):
        "draw \(path.filled(with: bindings)): "
          + lines.flatMap { $0.texts(with: bindings) }.joined(separator: "\n").debugDescription
      case .page(let path, _): "put a page at \(path.filled(with: bindings))"
      case .remember(let name, let template): "remember as \(name): \(template.filled(with: bindings))"
      case .wait(let seconds): "wait until the screen stands still, \(seconds) s at most"
      }
    }
  }
}
