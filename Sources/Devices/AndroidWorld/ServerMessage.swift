internal import JSON

// FastAPI says what went wrong as {"detail": "Invalid task family: x"}, or, where the request doesn't fit, as
// {"detail": [{"loc": ["query", "task_idx"], "msg": "Field required"}]}; an exception in the server's own code becomes
// the plain text “Internal Server Error”.

/// What a server says when it refuses.
enum ServerMessage {
  private static let longest = 300

  /// The status and the message, on one line.
  static func reason(_ head: HTTPHead, _ body: [UInt8]) -> String {
    var reason = "it answered \(head.status)" + (head.phrase.isEmpty ? "" : " \(head.phrase)")
    if let location = head.location { reason += ", look at \(location)" }
    let message = text(body)
    if !message.isEmpty, message != head.phrase { reason += ": " + message }
    return line(reason)
  }

  private static func text(_ body: [UInt8]) -> String {
    guard let value = try? JSONValue(parsing: body, rules: .lenient), let object = value.object else {
      return line(String(decoding: body.prefix(longest * 4), as: UTF8.self))
    }
    guard let detail = object.present("detail") ?? object.present("message") else { return line(value.text) }
    if let sentence = detail.string { return sentence }
    let problems = (detail.array ?? []).compactMap { problem -> String? in
      guard let object = problem.object, let message = object.present("msg")?.string else { return nil }
      let place = (object.present("loc")?.array ?? []).map { $0.string ?? $0.text }.joined(separator: " ")
      return place.isEmpty ? message : "\(place): \(message)"
    }
    return problems.isEmpty ? line(detail.text) : problems.joined(separator: "; ")
  }

  private static func line(_ text: String) -> String {
    let line = text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    return String(line.unicodeScalars.filter { $0.properties.generalCategory != .control }.prefix(longest))
  }
}
