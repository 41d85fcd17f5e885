/// What stands after `is`.
extension TemplateEvaluator {
  mutating func test(
    _ name: String, _ value: TemplateValue, _ arguments: [TemplateValue]
  ) throws(TokenizerError) -> Bool {
    switch name {
    case "defined": return !value.isUndefined
    case "undefined": return value.isUndefined
    case "none": if case .none = value { return true } else { return false }
    case "string": if case .string = value { return true } else { return false }
    case "mapping": if case .dictionary = value { return true } else { return false }
    case "boolean": if case .bool = value { return true } else { return false }
    case "integer": if case .integer = value { return true } else { return false }
    case "float": if case .float = value { return true } else { return false }
    case "number": return value.number != nil
    case "true": if case .bool(true) = value { return true } else { return false }
    case "false": if case .bool(false) = value { return true } else { return false }
    case "iterable":
      switch value {
      case .string, .list, .dictionary, .undefined: return true
      default: return false
      }
    case "sequence":
      switch value {
      case .string, .list, .dictionary, .undefined: return true
      default: return false
      }
    case "callable":
      switch value {
      case .macro, .function, .undefined: return true
      default: return false
      }
    case "odd", "even", "divisibleby":
      guard let number = value.wholeNumber, let divisor = name == "divisibleby" ? arguments.first?.wholeNumber : 2
      else {
        throw .template(reason: "the test \(name) needs whole numbers")
      }
      guard divisor != 0 else { throw .template(reason: "it divides by zero") }
      let isDivisible = number.remainderReportingOverflow(dividingBy: divisor).partialValue == 0
      return name == "odd" ? !isDivisible : isDivisible
    case "lower", "upper":
      let text = try text(of: value)
      try spend(text.utf8.count / 16)
      let isCased = text.unicodeScalars.contains { $0.properties.isLowercase || $0.properties.isUppercase }
      return isCased && text.utf8.elementsEqual((name == "lower" ? text.lowercased() : text.uppercased()).utf8)
    default: break
    }
    let operations = [
      "eq": "==", "equalto": "==", "==": "==", "sameas": "==", "ne": "!=", "!=": "!=", "lt": "<", "lessthan": "<",
      "<": "<", "le": "<=", "<=": "<=", "gt": ">", "greaterthan": ">", ">": ">", "ge": ">=", ">=": ">=", "in": "in",
    ]
    guard let operation = operations[name] else {
      throw .template(reason: "this program doesn't know the test \(shown(name))")
    }
    guard let other = arguments.first else { throw .template(reason: "the test \(name) lacks an argument") }
    if name == "sameas", value.described != other.described { return false }
    return try compare(operation, value, other)
  }
}
