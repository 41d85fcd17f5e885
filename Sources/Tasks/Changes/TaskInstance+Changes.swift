extension TaskInstance {
  /// All that the set-up changes on a device: what is gone for good, what the tear-down makes as it was, and what the
  /// commands touch besides.
  ///
  /// Read from the commands, so that nothing can be left unsaid: one that isn't known is named as it stands.
  public var changes: [TaskChange] {
    var changes = erasedWords.map { TaskChange($0, isPutBack: false) }
    changes += definition.kept.map { TaskChange($0.words, isPutBack: true) }
    let undone = Set(definition.tearDown.flatMap { touches($0) }.filter(\.isRemoved).map(\.target))
    for touch in definition.setUp.flatMap({ touches($0) }) {
      // What is taken away is said in the task's own words.
      if touch.isRemoved, !definition.erases.isEmpty { continue }
      if let state = touch.state, definition.kept.contains(where: { $0.covers(state) }) { continue }
      let change = TaskChange(
        touch.words, isPutBack: !touch.isRemoved && undone.contains { touch.target.isWithin($0) })
      if let index = changes.firstIndex(where: { $0.what == change.what }) {
        changes[index].isPutBack = changes[index].isPutBack && change.isPutBack
      } else {
        changes.append(change)
      }
    }
    return changes
  }

  /// What a step touches, in all its repetitions.
  private func touches(_ step: TaskStep) -> [SetUpTouch] {
    wordBindings.repeating(step.each).flatMap { (bindings) -> [SetUpTouch] in
      switch step.action {
      case .shell(let template, _):
        return ShellWords.commands(of: template.filled(with: bindings)).flatMap { SetUpTouch.all(of: $0) }
      case .file(let path, _, _), .picture(let path, _, _), .page(let path, _):
        return [SetUpTouch(added: path.filled(with: bindings))]
      case .remember, .wait: return []
      }
    }
  }
}
