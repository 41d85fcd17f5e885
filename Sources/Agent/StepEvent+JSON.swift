internal import Episodes
public import JSON

extension StepEvent {
  /// The event as one JSON object, for `--json`: a line, keys in this order, nothing left out but what is marked `?`.
  ///
  ///     {"event":"observation","step":0,"screenshot":"screens/0000.png"|null,"width":1080,"height":2400}
  ///     {"event":"progress","phase":"encode","done":1,"total":5}                              tiles
  ///     {"event":"progress","phase":"prefill","done":512,"total":900,"prompt_tokens":1500,"reused_tokens":600}
  ///     {"event":"token","id":791,"text":" the"}                       the text that it completes, often empty
  ///     {"event":"thought","text":"…"}
  ///     {"event":"action","action":{…},"json":"{…}"}      in pixels; and as the model wrote it, in thousandths
  ///     {"event":"error","message":"…","answer":"…"?}                    a step that came to nothing
  ///     {"event":"result","recorded":{…}|null,"agreement":"agrees"|"differs"|"unknown","reason":"…"?}
  ///     {"event":"progress","phase":"finished","image":0.01,"encode":2.5,"prefill":1.2,"decode":3.1,"total":6.81,
  ///      "prompt_tokens":1500,"reused_tokens":600,"prefilled_tokens":900,"generated_tokens":80}     seconds
  ///
  /// `recorded` and `action` are AndroidWorld's JSON.
  public var json: JSONObject {
    switch self {
    case .observation(let step, let screenshot, let width, let height):
      return [
        "event": .string("observation"), "step": .integer(step),
        "screenshot": screenshot.map { .string($0) } ?? .null, "width": .integer(width), "height": .integer(height),
      ]
    case .encoding(let done, let tiles):
      return [
        "event": .string("progress"), "phase": .string("encode"), "done": .integer(done), "total": .integer(tiles),
      ]
    case .prefill(let done, let tokens, let promptTokens, let reused):
      return [
        "event": .string("progress"), "phase": .string("prefill"), "done": .integer(done), "total": .integer(tokens),
        "prompt_tokens": .integer(promptTokens), "reused_tokens": .integer(reused),
      ]
    case .token(let id, let text):
      return ["event": .string("token"), "id": .integer(Int(id)), "text": .string(text)]
    case .thought(let text): return ["event": .string("thought"), "text": .string(text)]
    case .action(let action, let json):
      return ["event": .string("action"), "action": .object(action.jsonObject), "json": .string(json)]
    case .failed(let reason, let answer):
      var object: JSONObject = ["event": .string("error"), "message": .string(reason)]
      if let answer { object["answer"] = .string(answer) }
      return object
    case .result(let recorded, let agreement):
      var object: JSONObject = [
        "event": .string("result"), "recorded": recorded.map { .object($0.jsonObject) } ?? .null,
      ]
      switch agreement {
      case .agrees: object["agreement"] = .string("agrees")
      case .unknown: object["agreement"] = .string("unknown")
      case .differs(let reason):
        object["agreement"] = .string("differs")
        object["reason"] = .string(reason)
      }
      return object
    case .finished(let timings):
      return [
        "event": .string("progress"), "phase": .string("finished"), "image": .seconds(timings.image),
        "encode": .seconds(timings.encode), "prefill": .seconds(timings.prefill), "decode": .seconds(timings.decode),
        "total": .seconds(timings.total), "prompt_tokens": .integer(timings.promptTokens),
        "reused_tokens": .integer(timings.reusedTokens), "prefilled_tokens": .integer(timings.prefilledTokens),
        "generated_tokens": .integer(timings.generatedTokens),
      ]
    }
  }

  /// `json` as the line that is printed, without its newline.
  public var jsonLine: String { json.text }
}

extension AgentError {
  /// The error as the last event of a run.
  public var event: StepEvent { .failed(reason: description, answer: nil) }
}

extension JSONValue {
  /// Seconds to the microsecond: more digits are noise.
  fileprivate static func seconds(_ value: Double) -> JSONValue { .real((value * 1e6).rounded() / 1e6) }
}
