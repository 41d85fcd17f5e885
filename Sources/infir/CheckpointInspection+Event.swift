internal import Checkpoints
internal import JSON
internal import Kernels
internal import Model

extension CheckpointInspection {
  /// For programs: one object.
  var event: JSONObject {
    let parts = parts.map { part in
      JSONValue.object(
        JSONObject([
          "name": .string(part.name.rawValue), "parameters": .integer(part.parameters),
          "bytes": .object(
            JSONObject(
              part.bytes.sorted { $0.key.rawValue < $1.key.rawValue }
                .map { JSONObject.Member(key: $0.key.rawValue, value: .integer($0.value)) })),
        ]))
    }
    return JSONObject([
      "event": .string("model"), "path": .string(path), "architecture": .string(architecture),
      "parameters": .integer(parameters), "parts": .array(parts), "weight_bytes": .integer(weightBytes),
      "cache_bytes_per_token": .integer(cacheBytesPerToken),
      "context": .integer(configuration.text.maximumPositions),
      "vocabulary": .integer(configuration.text.vocabularySize), "tokens": .integer(tokens),
      "screenshot_tokens": screenshotTokens.map(JSONValue.integer) ?? .null, "template": .string(template),
    ])
  }
}
