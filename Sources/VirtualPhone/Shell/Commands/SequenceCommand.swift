/// `seq [FIRST [STEP]] LAST`
enum SequenceCommand: ShellCommand {
  static let names = ["seq"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let numbers = arguments.compactMap(Int.init)
    guard numbers.count == arguments.count, let last = numbers.last, numbers.count <= 3 else {
      return shell.fail("seq", "bad number")
    }
    let first = numbers.count > 1 ? numbers[0] : 1
    let step = numbers.count > 2 ? numbers[1] : 1
    guard step != 0 else { return shell.fail("seq", "bad step") }
    var value = first
    while step > 0 ? value <= last : value >= last {
      try shell.step()
      shell.print("\(value)\n")
      let (next, overflows) = value.addingReportingOverflow(step)
      if overflows { break }
      value = next
    }
    return 0
  }
}
