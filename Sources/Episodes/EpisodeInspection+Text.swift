extension EpisodeInspection {
  /// The inspection for people: a block of facts, then a line a step.
  ///
  /// - Parameter width: Columns of a line, at least 40; longer lines are cut, and end in `…`.
  public func text(width: Int) -> String {
    let page = PlainPage(width: width)
    var lines = [page.cut(episode.goal.isEmpty ? "(no goal)" : episode.goal)]
    lines += page.facts([
      ("episode", episode.id),
      ("folder", episode.directory),
      ("task", episode.task),
      ("device", device),
      ("actor", episode.actor),
      ("model", episode.model),
      ("time", time),
      ("outcome", outcome),
      ("on disk", "\(PlainPage.bytes(byteCount)) in \(fileCount) files"),
      ("steps", "\(episode.steps.count)"),
      ("pictures", pictures),
      ("thoughts", thoughts),
      ("actions", ActionCount.text(actionCounts)),
      ("problems", problems.isEmpty ? "none" : "\(problems.count)"),
    ])
    lines += problems.map { page.cut("    - " + $0) }
    if !episode.steps.isEmpty { lines.append("") }
    let widest = min(episode.steps.map { ($0.action?.summary ?? Self.noAction).count }.max() ?? 0, page.width - 36)
    for (step, size) in zip(episode.steps, pictureSizes) {
      let index = page.right("\(step.index)", 4)
      let summary = page.left(step.action?.summary ?? Self.noAction, widest)
      let thought = page.left(step.thought.map { "thought \($0.count)" } ?? "no thought", 13)
      lines.append(page.cut("\(index)  \(summary)  \(thought)  \(size?.text ?? "no picture")"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let noAction = "(no action)"

  private var device: String? {
    let size = episode.width.flatMap { width in episode.height.map { "\(width)×\($0)" } }
    let parts = [episode.deviceKind, size].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private var time: String? {
    episode.started.map { $0 + (episode.finished.map { " to \($0)" } ?? ", not finished") } ?? episode.finished
  }

  private var outcome: String {
    let success = episode.outcome?.success.map { $0 ? "success" : "failure" }
    let claim = episode.outcome?.claimedDone.map { $0 ? "said to be done" : "not said to be done" }
    let parts = [success, claim].compactMap { $0 }
    return parts.isEmpty ? "not recorded" : parts.joined(separator: ", ")
  }

  private var pictures: String {
    let sizes = Set(pictureSizes.compactMap { $0?.text }).sorted()
    let count = "\(pictureCount) of \(episode.steps.count)"
    return sizes.isEmpty ? count : "\(count), \(sizes.joined(separator: ", "))"
  }

  private var thoughts: String {
    let lengths = episode.steps.compactMap { $0.thought?.count }
    guard !lengths.isEmpty else { return "0 of \(episode.steps.count)" }
    let average = lengths.reduce(0, +) / lengths.count
    return "\(lengths.count) of \(episode.steps.count), \(average) characters on average"
  }
}
