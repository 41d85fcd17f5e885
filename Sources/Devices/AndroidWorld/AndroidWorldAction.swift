internal import Episodes
internal import JSON

// What AndroidWorld's server makes of an action (`server/android_server.py`, `env/actuation.py`), and where that differs
// from what the action means here:
//
// - `swipe left` moves its finger from the left edge to the right one, and `swipe right` the other way; `up` and `down`
//   move it as they say. Here a swipe always goes where it says, so left and right are sent the other way round.
// - A swipe is over the whole screen whatever it is aimed at. One on an element is sent as the scroll against it, which
//   moves the finger from the element's middle to the same edge. Element 0 and points it passes over in both.
// - Typing presses Enter at the end, drops letters beyond ASCII, and needs a target.
// - `status` and `unknown` do nothing; `answer` is kept for the task's check.

/// The JSON with which AndroidWorld's server does what an action means here.
enum AndroidWorldAction {
  /// The object to send; nil for what needs no server.
  ///
  /// - Parameter focus: where the last tap went, for typing that has no target of its own.
  /// - Throws: `DeviceError.refused` for what the server can't do.
  static func json(for action: Action, focus: Target?, name: String) throws(DeviceError) -> JSONObject? {
    switch action {
    case .status, .unknown: return nil
    case .swipe(let direction, .element(let index)?) where index > 0:
      return Action.scroll(direction.opposite, .element(index)).jsonObject
    case .swipe(let direction, _):
      let isSideways = direction == .left || direction == .right
      return Action.swipe(isSideways ? direction.opposite : direction, nil).jsonObject
    case .inputText(let text, let target, let clears):
      let letters = text.filter { !$0.isASCII }
      guard letters.isEmpty else {
        throw .refused(
          name: name, what: "to \(action.summary)",
          reason: "AndroidWorld's server drops letters beyond ASCII (\(letters.prefix(20))); use others, or adb")
      }
      if text.isEmpty {
        guard !clears else {
          throw .refused(
            name: name, what: "to \(action.summary)",
            reason: "AndroidWorld's server empties a field only while it types; type something, or use adb")
        }
        return target.map { Action.click($0).jsonObject }
      }
      return Action.inputText(text, target: target ?? focus, clears: clears).jsonObject
    default: return action.jsonObject
    }
  }
}
