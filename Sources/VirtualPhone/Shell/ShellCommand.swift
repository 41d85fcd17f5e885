/// A command that the shell knows by name. To add one, add a type and its line in `ShellCommands.all`.
protocol ShellCommand: SendableMetatype {
  /// What it is called by.
  static var names: [String] { get }
  /// Does it and returns the exit code. What it prints goes to the shell; so do changes to the phone and its files.
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32
}

/// Options as toybox reads them: `-la`, `-n 5`, `-n5`, `--`.
struct ShellOptions {
  private(set) var flags: Set<Character> = []
  private(set) var values: [Character: String] = [:]
  private(set) var operands: [String] = []
  /// The first letter that isn't an option.
  private(set) var unknown: Character?

  /// - Parameters:
  ///   - known: letters; those followed by a colon take a value.
  ///   - stopsAtOperand: whether options end at the first operand, as for commands that run others.
  init(_ arguments: [String], _ known: String, stopsAtOperand: Bool = false) {
    let letters = Array(known)
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      if argument == "--" {
        operands += arguments[index...]
        break
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        operands.append(argument)
        if stopsAtOperand {
          operands += arguments[index...]
          break
        }
        continue
      }
      var rest = argument.dropFirst()
      while let letter = rest.popFirst() {
        guard letter != ":", let place = letters.firstIndex(of: letter) else {
          unknown = unknown ?? letter
          continue
        }
        if place + 1 < letters.count, letters[place + 1] == ":" {
          if rest.isEmpty, index < arguments.count {
            values[letter] = arguments[index]
            index += 1
          } else {
            values[letter] = String(rest)
          }
          rest = ""
        }
        flags.insert(letter)
      }
    }
  }

  func has(_ flag: Character) -> Bool { flags.contains(flag) }
}
