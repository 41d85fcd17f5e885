public import JSON

extension EpisodeInspection {
  /// The inspection for programs, on one line.
  public var json: String { jsonObject.text }

  /// The fields of `json`.
  public var jsonObject: JSONObject {
    [
      "event": "episode",
      "id": .string(episode.id),
      "path": Self.text(episode.directory),
      "goal": .string(episode.goal),
      "task": Self.text(episode.task),
      "device": [
        "kind": Self.text(episode.deviceKind),
        "width": Self.number(episode.width),
        "height": Self.number(episode.height),
      ],
      "actor": Self.text(episode.actor),
      "model": Self.text(episode.model),
      "started": Self.text(episode.started),
      "finished": Self.text(episode.finished),
      "outcome": episode.outcome.map(\.jsonValue) ?? .null,
      "bytes": .integer(byteCount),
      "files": .integer(fileCount),
      "step_count": .integer(episode.steps.count),
      "picture_count": .integer(pictureCount),
      "actions": ActionCount.json(actionCounts),
      "problems": .array(problems.map { .string($0) }),
      "steps": .array(
        zip(episode.steps, pictureSizes).map { step, size in
          [
            "index": .integer(step.index),
            "action": step.action.map { .object($0.jsonObject) } ?? .null,
            "summary": Self.text(step.action?.summary),
            "thought_length": Self.number(step.thought?.count),
            "elements": .integer(step.elements.count),
            "screenshot": Self.text(step.screenshot),
            "width": Self.number(size?.width),
            "height": Self.number(size?.height),
          ]
        }),
    ]
  }

  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  private static func number(_ number: Int?) -> JSONValue { number.map { .integer($0) } ?? .null }
}
