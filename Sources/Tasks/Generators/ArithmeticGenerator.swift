internal import Yams

/// `sum: runs.distance`, `product: [a, b, 3]`: a number from a list of numbers, or from several.
struct ArithmeticGenerator: ParameterGenerator {
  /// What is done with the numbers.
  enum Operation: String, Sendable {
    case sum, product, difference, largest, smallest
  }

  private enum Operand: Sendable {
    case list(ListArgument)
    case value(String)
    case number(Int)
  }

  let kind: ValueKind
  private let operation: Operation
  private let operands: [Operand]
  private let line: Int?

  init(_ operation: Operation, _ node: Node, in scope: Scope) throws(TaskProblem) {
    self.operation = operation
    line = node.mark?.line
    var kind: ValueKind?
    var operands: [Operand] = []
    for item in node.items {
      let next: ValueKind
      if let number = item.plainInteger {
        operands.append(.number(number))
        next = .number
      } else {
        let name = try item.text("a parameter's name")
        if !name.contains("."), try !scope.kind(name).isList {
          operands.append(.value(name))
          next = try scope.kind(name)
        } else {
          let list = try ListArgument(item, in: scope)
          operands.append(.list(list))
          next = list.element
        }
      }
      let takesTimes = operation == .largest || operation == .smallest
      guard next == .number || (takesTimes && next == .time), kind == nil || kind == next else {
        throw TaskProblem("\(operation.rawValue) is of numbers; this is \(next.words)", at: item)
      }
      kind = next
    }
    guard let kind else { throw TaskProblem("\(operation.rawValue) takes a list's name, or several numbers", at: node) }
    self.kind = kind
    self.operands = operands
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    var numbers: [Int] = []
    for operand in operands {
      switch operand {
      case .list(let list): numbers += list.values(in: choosing.bindings).map(\.magnitude)
      case .value(let name): numbers.append(choosing.bindings[name]?.magnitude ?? 0)
      case .number(let number): numbers.append(number)
      }
    }
    let result: Int?
    switch operation {
    case .sum: result = Self.combined(numbers, from: 0) { $0.addingReportingOverflow($1) }
    case .product: result = Self.combined(numbers, from: 1) { $0.multipliedReportingOverflow(by: $1) }
    case .difference:
      result = Self.combined(Array(numbers.dropFirst()), from: numbers.first ?? 0) {
        $0.subtractingReportingOverflow($1)
      }
    case .largest: result = numbers.max()
    case .smallest: result = numbers.min()
    }
    guard let result else {
      throw TaskProblem(
        "the \(operation.rawValue) of \(numbers.count) numbers can't be given; take other numbers", line: line)
    }
    return kind == .time ? .time(result) : .number(result)
  }

  private static func combined(
    _ numbers: [Int], from start: Int, by step: (Int, Int) -> (partialValue: Int, overflow: Bool)
  ) -> Int? {
    var result = start
    for number in numbers {
      let (next, overflow) = step(result, number)
      if overflow { return nil }
      result = next
    }
    return result
  }
}
