extension Action {
  /// The action in a few words, on one line: `tap at (540, 1200)`, `type “hello”`, `scroll down`.
  public var summary: String {
    switch self {
    case .click(let target): "tap \(Self.place(target, "at"))"
    case .doubleTap(let target): "double-tap \(Self.place(target, "at"))"
    case .longPress(let target): "long-press \(Self.place(target, "at"))"
    case .scroll(let direction, let target): "scroll \(direction.rawValue)" + Self.origin(target)
    case .swipe(let direction, let target): "swipe \(direction.rawValue)" + Self.origin(target)
    case .inputText(let text, let target, let clears):
      (clears ? "clear the field and type " : "type ") + Self.quote(text)
        + (target.map { " " + (Self.isElement($0) ? "into " : "") + Self.place($0, "at") } ?? "")
    case .keyboardEnter: "press Enter"
    case .navigateHome: "go home"
    case .navigateBack: "go back"
    case .openApp(let name): "open \(Self.oneLine(name))"
    case .wait: "wait"
    case .answer(let text): "answer \(Self.quote(text))"
    case .status(.complete): "say that the task is complete"
    case .status(.infeasible): "say that the task is infeasible"
    case .unknown: "unknown action"
    }
  }

  private static func isElement(_ target: Target) -> Bool { if case .element = target { true } else { false } }

  private static func place(_ target: Target, _ preposition: String) -> String {
    switch target {
    case .point(let point): "\(preposition) (\(point.x), \(point.y))"
    case .element(let index): "element \(index)"
    }
  }

  private static func origin(_ target: Target?) -> String {
    guard let target else { return "" }
    return isElement(target) ? " on \(place(target, ""))" : " " + place(target, "from")
  }

  private static func quote(_ text: String) -> String { "“\(oneLine(text))”" }

  /// The text with control characters as escapes: it comes from models and must neither break lines nor reach a
  /// terminal as it is.
  private static func oneLine(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": line += "\\n"
      case "\t": line += "\\t"
      case _ where scalar.properties.generalCategory == .control, "\u{2028}", "\u{2029}":
        line += "\\u{\(String(scalar.value, radix: 16))}"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}
