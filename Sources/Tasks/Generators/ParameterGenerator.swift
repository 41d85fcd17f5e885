internal import Randomness
internal import Yams

/// Chooses a parameter's value.
protocol ParameterGenerator: Sendable {
  /// The kind of all values that it chooses.
  var kind: ValueKind { get }
  /// Chooses one.
  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue
}

/// What a value is chosen with.
struct Choosing {
  var random: SplitMix64
  /// The parameters that were chosen before, and the names that every task has.
  var bindings: Bindings
  /// The device's clock, in seconds since 1970 as its wall clock shows them.
  var now: Int { bindings["now"]?.time ?? 0 }
}

/// The generators by the key that names them in a file.
enum Generators {
  private typealias Read = @Sendable (Node, Scope) throws(TaskProblem) -> any ParameterGenerator

  /// Reads a generator: a mapping with one key, or a text that is taken as it is.
  static func read(_ node: Node, in scope: Scope) throws(TaskProblem) -> any ParameterGenerator {
    guard node.isMapping else { return try LiteralGenerator(node, in: scope) }
    let fields = try Fields(node, of: "a parameter", known: [])
    guard fields.keys.count == 1, let key = fields.keys.first, let argument = fields[key] else {
      throw TaskProblem(
        "a parameter has one key that says how it is chosen, not \(fields.keys.joined(separator: " and "))", at: node)
    }
    guard let read = all[key] else {
      throw TaskProblem("there is no generator \(key); \(NearNames.advice(key, among: names))", at: node)
    }
    do throws(TaskProblem) { return try read(argument, scope) } catch {
      throw TaskProblem(error.reason, line: error.line ?? node.mark?.line)
    }
  }

  /// The names of all generators.
  static var names: [String] { all.keys.sorted() }

  private static let all: [String: Read] = [
    "text": { (node, scope) throws(TaskProblem) in try TextGenerator(node, in: scope) },
    "value": { (node, scope) throws(TaskProblem) in try ValueGenerator(node, in: scope) },
    "fixed": { (node, scope) throws(TaskProblem) in try LiteralGenerator(node, in: scope) },
    "choice": { (node, scope) throws(TaskProblem) in try ChoiceGenerator(node, in: scope) },
    "integer": { (node, _) throws(TaskProblem) in try IntegerGenerator(node) },
    "money": { (node, _) throws(TaskProblem) in try MoneyGenerator(node) },
    "person": { (node, _) throws(TaskProblem) in try PersonGenerator(node) },
    "phone_number": { (node, _) throws(TaskProblem) in try PhoneNumberGenerator(node) },
    "file_name": { (node, _) throws(TaskProblem) in try FileNameGenerator(node) },
    "folder_name": { (node, _) throws(TaskProblem) in try FolderNameGenerator(node) },
    "words": { (node, _) throws(TaskProblem) in try WordsGenerator(node) },
    "phrase": { (node, _) throws(TaskProblem) in try PhraseGenerator(node) },
    "date": { (node, _) throws(TaskProblem) in try DateGenerator(node) },
    "time_of_day": { (node, _) throws(TaskProblem) in try TimeOfDayGenerator(node) },
    "moment": { (node, scope) throws(TaskProblem) in try MomentGenerator(node, in: scope) },
    "duration": { (node, _) throws(TaskProblem) in try DurationGenerator(node) },
    "record": { (node, scope) throws(TaskProblem) in try RecordGenerator(node, in: scope) },
    "list": { (node, scope) throws(TaskProblem) in try ListGenerator(node, in: scope) },
    "pick": { (node, scope) throws(TaskProblem) in try PickGenerator(node, in: scope) },
    "rest": { (node, scope) throws(TaskProblem) in try RestGenerator(node, in: scope) },
    "where": { (node, scope) throws(TaskProblem) in try WhereGenerator(node, in: scope) },
    "sorted": { (node, scope) throws(TaskProblem) in try SortedGenerator(node, in: scope) },
    "shuffled": { (node, scope) throws(TaskProblem) in try ShuffledGenerator(node, in: scope) },
    "together": { (node, scope) throws(TaskProblem) in try TogetherGenerator(node, in: scope) },
    "sum": { (node, scope) throws(TaskProblem) in try ArithmeticGenerator(.sum, node, in: scope) },
    "product": { (node, scope) throws(TaskProblem) in try ArithmeticGenerator(.product, node, in: scope) },
    "difference": { (node, scope) throws(TaskProblem) in try ArithmeticGenerator(.difference, node, in: scope) },
    "largest": { (node, scope) throws(TaskProblem) in try ArithmeticGenerator(.largest, node, in: scope) },
    "smallest": { (node, scope) throws(TaskProblem) in try ArithmeticGenerator(.smallest, node, in: scope) },
    "count": { (node, scope) throws(TaskProblem) in try CountGenerator(node, in: scope) },
  ]
}

extension Fields {
  /// A range of whole numbers under `from` and `to`.
  func range(default limits: ClosedRange<Int>? = nil) throws(TaskProblem) -> ClosedRange<Int> {
    let from = try integer("from") ?? limits?.lowerBound
    let to = try integer("to") ?? limits?.upperBound
    guard let from, let to else { throw TaskProblem("\(owner) needs from and to", line: line) }
    guard from <= to else {
      throw TaskProblem("\(owner) goes from \(from) to \(to); put the smaller first", line: line)
    }
    return from...to
  }

  /// A step between values, 1 where none is given.
  func step(_ key: String = "step", default standard: Int = 1) throws(TaskProblem) -> Int {
    let step = try integer(key) ?? standard
    guard step > 0 else { throw TaskProblem("\(key) is more than nothing, not \(step)", line: line) }
    return step
  }
}

extension SplitMix64 {
  /// One of the numbers of a range that are so many steps above its start.
  mutating func number(in range: ClosedRange<Int>, step: Int = 1) -> Int {
    range.lowerBound + step * below((range.upperBound - range.lowerBound) / step + 1)
  }
}
