internal import JSON

/// Makes steps of the lines of `steps.jsonl`, in order, and notes what it has to pass over.
struct StepCollector {
  /// A step, and what its line says about the picture.
  struct Collected {
    var step: Step
    /// The number under which `screens` would have the picture of a line that doesn't mention one.
    var impliedPicture: Int?
  }

  /// The largest index; with it no sum of indices overflows.
  static let largestIndex = 1_000_000

  private(set) var steps: [Collected] = []
  var problems = ProblemList()
  /// The most steps that are kept.
  let limit: Int
  /// Whether there were more.
  private(set) var isFull = false

  init(limit: Int) { self.limit = limit }

  mutating func take(_ line: LineSplitter.Line, longestLine: Int) {
    guard !line.isTooLong else {
      problems.note("steps.jsonl: line \(line.number) is longer than \(longestLine) bytes; it was left out")
      return
    }
    var reader = line.reader
    while !reader.isAtEnd {
      let value: JSONValue
      do {
        value = try reader.value()
      } catch {
        note(error, in: line)
        return
      }
      guard let object = value.object else {
        problems.note("steps.jsonl: line \(line.number) has \(value.kind) instead of an object; it was left out")
        continue
      }
      guard steps.count < limit else {
        if !isFull { problems.note("steps.jsonl has more than \(limit) steps; the rest was left out") }
        isFull = true
        return
      }
      take(object)
    }
  }

  private mutating func note(_ error: JSONError, in line: LineSplitter.Line) {
    guard line.isTerminated else {
      problems.note("steps.jsonl: the last line is torn, as when a recording is cut off; it was left out")
      return
    }
    problems.note(
      "steps.jsonl: line \(line.number) is damaged at byte \(error.offset) (\(error.reason)); what follows was left out"
    )
  }

  private mutating func take(_ object: JSONObject) {
    let next = (steps.last?.step.index ?? -1) + 1
    let said = object.present("index")
    var index = next
    var picture = next
    if let number = said?.integer, (0...Self.largestIndex).contains(number) {
      picture = number
      if number >= next {
        index = number
        if number > next {
          let missing = number == next + 1 ? "step \(next) is" : "steps \(next) to \(number - 1) are"
          problems.note("\(missing) missing")
        }
      } else {
        problems.note("a step after step \(next - 1) has index \(number) again; it is counted as step \(next)")
      }
    } else if let said {
      problems.note("step \(next): index is \(said.text.prefix(40)) instead of a number from 0 to \(Self.largestIndex)")
    }
    let step = Step(object: object, index: index, notes: &problems)
    steps.append(Collected(step: step, impliedPicture: object["screenshot"] == nil ? picture : nil))
  }
}

extension LineSplitter.Line {
  /// A reader of its values; a byte order mark at the start of the file is passed over.
  var reader: JSONReader {
    @_lifetime(borrow self)
    get {
      let start = number == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      return JSONReader(bytes.span, from: start, rules: .lenient)
    }
  }
}
