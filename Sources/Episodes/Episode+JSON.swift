internal import JSON

extension Episode {
  /// The name of the format in `episode.json`.
  static let format = "infir-episode"
  /// The newest version of the format that is read and written.
  static let version = 1

  /// Reads `episode.json`; what can't be read of it is absent and noted.
  init(header object: JSONObject, folderName: String, notes: inout ProblemList) {
    var fields = FieldReader(object, subject: "episode.json")
    if let format = fields.text("format"), format != Self.format {
      fields.note("the format is \(JSONValue.string(format).text) instead of \(Self.format)")
    }
    if let version = fields.integer("version", in: 1...Int(Int32.max)), version > Self.version {
      fields.note("it has version \(version) of the format; a newer infir reads all of it")
    }
    self.init(
      id: fields.text("id") ?? folderName, goal: fields.text("goal") ?? "", task: fields.text("task"),
      actor: fields.text("actor"), model: fields.text("model"), started: fields.text("started"),
      finished: fields.text("finished"))
    seed = fields.seed("seed")
    if object.present("goal") == nil { fields.note("it has no goal") }
    if let device = fields.object("device") {
      var deviceFields = FieldReader(device, subject: "episode.json: device")
      deviceKind = deviceFields.text("kind")
      width = deviceFields.integer("width", in: 1...100_000)
      height = deviceFields.integer("height", in: 1...100_000)
      for note in deviceFields.notes { notes.note(note) }
    }
    if let ending = fields.object("outcome") {
      var outcomeFields = FieldReader(ending, subject: "episode.json: outcome")
      outcome = Outcome(success: outcomeFields.flag("success"), claimedDone: outcomeFields.flag("claimed_done"))
      for note in outcomeFields.notes { notes.note(note) }
    }
    for note in fields.notes { notes.note(note) }
  }

  /// What `episode.json` says, in its order.
  var header: JSONObject {
    var device: JSONObject = ["kind": deviceKind.map { .string($0) } ?? .null]
    device["width"] = width.map { .integer($0) }
    device["height"] = height.map { .integer($0) }
    var object: JSONObject = [
      "format": .string(Self.format),
      "version": .integer(Self.version),
      "id": .string(id),
      "goal": .string(goal),
      "task": task.map { .string($0) } ?? .null,
    ]
    object["seed"] = seed.map { .number("\($0)") }
    object["device"] = .object(device)
    object["actor"] = actor.map { .string($0) }
    object["model"] = model.map { .string($0) }
    object["started"] = started.map { .string($0) }
    object["finished"] = finished.map { .string($0) }
    object["outcome"] = outcome.map(\.jsonValue) ?? .null
    return object
  }
}

extension Outcome {
  var jsonValue: JSONValue {
    var object = JSONObject()
    object["success"] = success.map { .bool($0) }
    object["claimed_done"] = claimedDone.map { .bool($0) }
    return .object(object)
  }
}
