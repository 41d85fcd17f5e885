/// `input [SOURCE] [-d DISPLAY] tap|swipe|draganddrop|text|keyevent|keycombination|press|roll|motionevent`
enum InputCommand: ShellCommand {
  static let names = ["input"]

  private static let sources: Set<String> = [
    "touchscreen", "keyboard", "mouse", "dpad", "gamepad", "touchpad", "trackball", "stylus", "joystick",
    "touchnavigation",
  ]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    var words = arguments[...]
    if let first = words.first, sources.contains(first) { words.removeFirst() }
    if words.first == "-d" { words.removeFirst(min(2, words.count)) }
    guard let verb = words.popFirst() else {
      shell.printError("Usage: input [<source>] [-d DISPLAY_ID] <command> [<arg>...]\n")
      return 255
    }
    let rest = Array(words)
    let numbers = rest.compactMap { text in
      Double(text).flatMap { $0.isFinite && abs($0) < 1e6 ? Int($0.rounded(.down)) : nil }
    }
    switch verb {
    case "tap" where rest.count == 2 && numbers.count == 2:
      shell.host.phone.perform(.tap(x: numbers[0], y: numbers[1]))
    case "swipe" where (rest.count == 4 || rest.count == 5) && numbers.count == rest.count:
      shell.host.phone.perform(
        .swipe(
          fromX: numbers[0], fromY: numbers[1], toX: numbers[2], toY: numbers[3],
          milliseconds: max(0, numbers.count == 5 ? numbers[4] : 300)))
    case "draganddrop" where (rest.count == 4 || rest.count == 5) && numbers.count == rest.count:
      shell.host.phone.perform(
        .dragAndDrop(
          fromX: numbers[0], fromY: numbers[1], toX: numbers[2], toY: numbers[3],
          milliseconds: max(0, numbers.count == 5 ? numbers[4] : 300)))
    case "text" where rest.count == 1:
      // The key map that types it has no other letters, and Android 13 doesn't look whether it has.
      guard rest[0].unicodeScalars.allSatisfy(\.isASCII) else {
        shell.printError(
          "Exception occurred while executing 'text':\njava.lang.NullPointerException: Attempt to get length of null array\n"
        )
        return 255
      }
      // `%s` is how a space gets through; Android replaces it and nothing else.
      shell.host.phone.perform(
        .text(rest[0].split(separator: "%s", omittingEmptySubsequences: false).joined(separator: " ")))
    case "keyevent" where !rest.isEmpty:
      for key in rest where !["--longpress", "--doubletap", "--async"].contains(key) {
        guard let code = KeyCode.number(key) else { return invalid(verb, rest, &shell) }
        try shell.step()
        shell.host.phone.perform(.key(code))
      }
    case "keycombination" where rest.count > 1:
      let codes = rest.compactMap(KeyCode.number)
      guard codes.count == rest.count else { return invalid(verb, rest, &shell) }
      shell.host.phone.perform(.keyCombination(codes))
    case "press", "roll": break
    case "motionevent" where rest.count == 3:
      motion(rest[0].uppercased(), numbers, &shell)
    default: return invalid(verb, rest, &shell)
    }
    return 0
  }

  // A finger that goes down, moves and comes up: done when it comes up, with where it went down.
  private static func motion(_ kind: String, _ place: [Int], _ shell: inout Shell) {
    guard place.count == 2 else { return }
    switch kind {
    case "DOWN":
      shell.host.phone.system.finger = Finger(x: place[0], y: place[1], since: shell.host.phone.system.uptime)
    case "UP":
      guard let finger = shell.host.phone.system.finger else { return }
      shell.host.phone.system.finger = nil
      let time = min(shell.host.phone.system.uptime - finger.since, 60_000)
      shell.host.phone.perform(
        .swipe(fromX: finger.x, fromY: finger.y, toX: place[0], toY: place[1], milliseconds: time))
    case "CANCEL": shell.host.phone.system.finger = nil
    default: shell.host.phone.advance(by: 16)
    }
  }

  private static func invalid(_ verb: String, _ rest: [String], _ shell: inout Shell) -> Int32 {
    shell.printError("Error: Invalid arguments for command: \(verb)\n")
    return 255
  }
}
