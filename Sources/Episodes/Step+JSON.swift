internal import JSON

extension Step {
  /// Reads a line of `steps.jsonl`; what can't be read of it is absent and noted.
  ///
  /// - Parameters:
  ///   - index: The step's index in the episode, whatever the line says.
  ///   - notes: Takes a sentence for each thing that was passed over.
  init(object: JSONObject, index: Int, notes: inout ProblemList) {
    var fields = FieldReader(object, subject: "step \(index)")
    self.init(
      index: index, screenshot: fields.text("screenshot"), app: fields.text("app"), thought: fields.text("thought"),
      action: fields.action("action"), proposedAction: fields.action("proposed_action"),
      targetBounds: fields.bounds("target_bounds"), decision: fields.text("decision"), result: fields.text("result"))
    for note in fields.notes { notes.note(note) }

    for (place, value) in (fields.list("elements") ?? []).enumerated() {
      // What can't be read keeps its place, because actions refer to elements by their number.
      guard let element = value.object else {
        notes.note("step \(index): element \(place) is \(value.kind) instead of an object")
        elements.append(UIElement())
        continue
      }
      elements.append(UIElement(object: element, subject: "step \(index): element \(place)", notes: &notes))
    }
    for member in fields.object("timings")?.members ?? [] where member.value != .null {
      if let seconds = member.value.double {
        timings[member.key] = seconds
      } else {
        notes.note("step \(index): the timing \(member.key) is \(member.value.kind) instead of a number of seconds")
      }
    }
  }

  /// The step as a line of `steps.jsonl` has it.
  ///
  /// A step without a picture says so, since an absent field means "look for the picture of that number".
  var jsonObject: JSONObject {
    var object: JSONObject = ["index": .integer(index), "screenshot": screenshot.map { .string($0) } ?? .null]
    object["app"] = app.map { .string($0) }
    object["thought"] = thought.map { .string($0) }
    object["action"] = action.map { .object($0.jsonObject) }
    object["proposed_action"] = proposedAction.map { .object($0.jsonObject) }
    object["target_bounds"] = targetBounds.map(\.jsonValue)
    if !elements.isEmpty { object["elements"] = .array(elements.map { .object($0.jsonObject) }) }
    object["decision"] = decision.map { .string($0) }
    if !timings.isEmpty {
      let sorted = timings.sorted { $0.key < $1.key }
      object["timings"] = .object(JSONObject(sorted.map { ($0.key, .real($0.value)) }))
    }
    object["result"] = result.map { .string($0) }
    return object
  }
}

extension UIElement {
  init(object: JSONObject, subject: String, notes: inout ProblemList) {
    var fields = FieldReader(object, subject: subject)
    self.init(
      text: fields.text("text"), contentDescription: fields.text("description"), className: fields.text("class"),
      resourceID: fields.text("resource_id"), bounds: fields.bounds("bounds"),
      isClickable: fields.flag("clickable") ?? false, isScrollable: fields.flag("scrollable") ?? false,
      isChecked: fields.flag("checked"), isFocused: fields.flag("focused") ?? false, hint: fields.text("hint"))
    for note in fields.notes { notes.note(note) }
  }

  var jsonObject: JSONObject {
    var object = JSONObject()
    object["text"] = text.map { .string($0) }
    object["description"] = contentDescription.map { .string($0) }
    object["class"] = className.map { .string($0) }
    object["resource_id"] = resourceID.map { .string($0) }
    object["bounds"] = bounds.map(\.jsonValue)
    if isClickable { object["clickable"] = .bool(true) }
    if isScrollable { object["scrollable"] = .bool(true) }
    object["checked"] = isChecked.map { .bool($0) }
    if isFocused { object["focused"] = .bool(true) }
    object["hint"] = hint.map { .string($0) }
    return object
  }
}

extension Bounds {
  var jsonValue: JSONValue { .array([left, top, right, bottom].map { .integer($0) }) }
}
