import Foundation

/// The rules of a constrained answer, written a second time with Foundation's JSON parser.
enum AnswerRules {
  /// What is wrong with an answer; nil if nothing is.
  static func problem(_ answer: [UInt8]) -> String? {
    guard String(validating: answer, as: UTF8.self) != nil else { return "no UTF-8" }
    // By bytes: a combining mark after the space would hide it from String's prefixes.
    let lines = answer.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count == 2 else { return "\(lines.count) lines" }
    guard lines[0].starts(with: "Thought: ".utf8), lines[1].starts(with: "Action: ".utf8) else { return "no prefixes" }
    let thought = lines[0].dropFirst("Thought: ".utf8.count)
    guard let first = thought.first, first != UInt8(ascii: " ") else { return "an empty thought" }
    if hasControl(String(decoding: thought, as: UTF8.self)) { return "a control character in the thought" }
    return problem(action: String(decoding: lines[1].dropFirst("Action: ".utf8.count), as: UTF8.self))
  }

  static func problem(action json: String) -> String? {
    guard !json.utf8.contains(UInt8(ascii: "\n")) else { return "a newline in the JSON" }
    let parsed = try? JSONSerialization.jsonObject(with: Data(json.utf8))
    guard let object = parsed as? [String: Any] else { return "no JSON object" }
    guard let type = object["action_type"] as? String else { return "no action_type" }
    let keys = Set(object.keys).subtracting(["action_type"])
    func string(_ key: String) -> String { object[key] as? String ?? "" }
    switch type {
    case "click", "double_tap", "long_press":
      guard keys == ["x", "y"] else { return "keys \(keys)" }
      return coordinates(object, json)
    case "scroll", "swipe":
      guard keys == ["direction"] else { return "keys \(keys)" }
      return ["up", "down", "left", "right"].contains(string("direction")) ? nil : "direction \(string("direction"))"
    case "keyboard_enter", "navigate_home", "navigate_back", "wait":
      return keys.isEmpty ? nil : "keys \(keys)"
    case "input_text":
      guard object["text"] is String, keys.isSubset(of: ["text", "x", "y", "clear_text"]) else { return "keys \(keys)" }
      guard keys.contains("x") == keys.contains("y") else { return "half a point" }
      if let clear = object["clear_text"], !(clear is Bool) { return "clear_text \(clear)" }
      if hasControl(string("text"), except: ["\n", "\t"]) { return "a control character in the text" }
      return keys.contains("x") ? coordinates(object, json) : nil
    case "open_app":
      guard keys == ["app_name"] else { return "keys \(keys)" }
      return string("app_name").trimmingCharacters(in: .whitespaces).isEmpty ? "an empty name" : nil
    case "answer":
      guard keys == ["text"] else { return "keys \(keys)" }
      return string("text").trimmingCharacters(in: .whitespaces).isEmpty ? "an empty answer" : nil
    case "status":
      guard keys == ["goal_status"] else { return "keys \(keys)" }
      return ["complete", "infeasible"].contains(string("goal_status")) ? nil : "status \(string("goal_status"))"
    default: return "action_type \(type)"
    }
  }

  private static func coordinates(_ object: [String: Any], _ json: String) -> String? {
    for key in ["x", "y"] {
      guard let value = object[key] as? Int, (0...1000).contains(value) else {
        return "\(key) \(object[key] ?? "missing")"
      }
      // The spelling, too: no 1.0, 1e2 or 007.
      guard json.contains("\"\(key)\":\(value),") || json.contains("\"\(key)\":\(value)}") else {
        return "\(key)'s spelling"
      }
    }
    return nil
  }

  private static func hasControl(_ text: String, except: Set<Unicode.Scalar> = []) -> Bool {
    text.unicodeScalars.contains { $0.properties.generalCategory == .control && !except.contains($0) }
  }
}
