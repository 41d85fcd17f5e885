internal import Foundation
internal import JSON

/// Operators, comparison, text and items of values, as Python has them.
extension TemplateEvaluator {
  // MARK: - Text

  /// Python's `str(…)`.
  mutating func text(of value: TemplateValue) throws(TokenizerError) -> String {
    switch value {
    case .string(let text): return text
    case .undefined: return ""
    default: return try representation(of: value)
    }
  }

  /// Python's `repr(…)`.
  mutating func representation(of value: TemplateValue) throws(TokenizerError) -> String {
    try spend(1)
    switch value {
    case .undefined: return "Undefined"
    case .none: return "None"
    case .bool(let flag): return flag ? "True" : "False"
    case .integer(let number): return "\(number)"
    case .float(let number): return number.description
    case .string(let text):
      try spend(text.utf8.count / 64)
      return PythonText.quoted(text)
    case .list(let list):
      var parts: [String] = []
      for element in list.elements { parts.append(try representation(of: element)) }
      let inner = try joined(parts, separator: ", ")
      if list.isTuple { return parts.count == 1 ? "(\(inner),)" : "(\(inner))" }
      return "[\(inner)]"
    case .dictionary(let dictionary):
      var parts: [String] = []
      for (key, value) in dictionary.members {
        parts.append("\(PythonText.quoted(key)): \(try representation(of: value))")
      }
      return "{\(try joined(parts, separator: ", "))}"
    case .namespace, .loop, .macro, .function:
      throw .template(reason: "\(value.described) is written as if it were text")
    }
  }

  /// Texts with a separator between them, within the limits.
  mutating func joined(_ parts: [String], separator: String) throws(TokenizerError) -> String {
    let size = parts.reduce(0) { $0 + $1.utf8.count } + parts.count * separator.utf8.count
    try spend(1 + size / 64)
    guard size <= Self.maximalText else {
      throw .template(reason: "it makes a text of more than \(Self.maximalText >> 20) MiB")
    }
    return parts.joined(separator: separator)
  }

  /// `json.dumps(value, ensure_ascii=False, indent=…, separators=…, sort_keys=…)`
  mutating func json(
    _ value: TemplateValue, indent: Int?, separators: (item: String, key: String), sortsKeys: Bool, level: Int = 0
  ) throws(TokenizerError) -> String {
    try spend(1)
    var parts: [String] = []
    let brackets: (String, String)
    switch value {
    case .none: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .integer(let number): return "\(number)"
    case .float(let number):
      if number.isNaN { return "NaN" }
      return number.isInfinite ? (number < 0 ? "-Infinity" : "Infinity") : number.description
    case .string(let text):
      try spend(text.utf8.count / 64)
      return JSONValue.string(text).text
    case .list(let list):
      brackets = ("[", "]")
      for element in list.elements {
        parts.append(
          try json(element, indent: indent, separators: separators, sortsKeys: sortsKeys, level: level + 1))
      }
    case .dictionary(let dictionary):
      brackets = ("{", "}")
      var members = dictionary.members
      if sortsKeys { members.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) } }
      for (key, value) in members {
        let text = try json(value, indent: indent, separators: separators, sortsKeys: sortsKeys, level: level + 1)
        parts.append(JSONValue.string(key).text + separators.key + text)
      }
    case .undefined(let what): throw .template(reason: what)
    case .namespace, .loop, .macro, .function: throw .template(reason: "\(value.described) is no JSON")
    }
    guard !parts.isEmpty, let indent else {
      return brackets.0 + (try joined(parts, separator: separators.item)) + brackets.1
    }
    let newline = "\n" + String(repeating: " ", count: indent * (level + 1))
    let last = "\n" + String(repeating: " ", count: indent * level)
    return brackets.0 + newline + (try joined(parts, separator: separators.item + newline)) + last + brackets.1
  }

  // MARK: - Items

  /// What a loop goes through.
  mutating func items(of value: TemplateValue) throws(TokenizerError) -> [TemplateValue] {
    switch value {
    case .list(let list):
      try spend(list.elements.count / 16)
      return list.elements
    case .dictionary(let dictionary): return dictionary.members.map { .string($0.key) }
    case .string(let text):
      try spend(text.utf8.count / 4)
      guard text.utf8.count <= Self.maximalElements else {
        throw .template(reason: "it goes through a text of more than \(Self.maximalElements) bytes")
      }
      return text.unicodeScalars.map { .string(String($0)) }
    case .undefined: return []
    default: throw .template(reason: "\(value.described) has nothing to go through")
    }
  }

  /// `value.name`
  func attribute(_ name: String, of value: TemplateValue) throws(TokenizerError) -> TemplateValue {
    switch value {
    case .dictionary(let dictionary):
      return dictionary[name] ?? .undefined("a dictionary has no \(shown(name))")
    case .namespace(let namespace):
      return namespace.attributes[name] ?? .undefined("a namespace has no \(shown(name))")
    case .loop(let loop):
      return loop[name] ?? .undefined("a loop has no \(shown(name))")
    case .undefined(let what): throw .template(reason: what)
    default: return .undefined("\(value.described) has no \(shown(name))")
    }
  }

  /// `value[key]`
  mutating func item(_ key: TemplateValue, of value: TemplateValue) throws(TokenizerError) -> TemplateValue {
    let missing = TemplateValue.undefined("\(value.described) lacks an item that is asked for")
    switch (value, key) {
    case (.undefined(let what), _): throw .template(reason: what)
    case (.dictionary, .string(let name)), (.namespace, .string(let name)), (.loop, .string(let name)):
      return try attribute(name, of: value)
    case (.list(let list), _):
      guard let index = key.wholeNumber, let place = Self.place(index, of: list.elements.count) else { return missing }
      return list.elements[place]
    case (.string(let text), _):
      guard let index = key.wholeNumber else { return missing }
      try spend(text.utf8.count / 64)
      let scalars = text.unicodeScalars
      guard let place = Self.place(index, of: scalars.count) else { return missing }
      return .string(String(scalars[scalars.index(scalars.startIndex, offsetBy: place)]))
    default: return missing
    }
  }

  private static func place(_ index: Int, of count: Int) -> Int? {
    let place = index < 0 ? index + count : index
    return place >= 0 && place < count ? place : nil
  }

  /// `value[start:end:step]`
  mutating func slice(
    _ value: TemplateValue, _ start: Int?, _ end: Int?, _ step: Int
  ) throws(TokenizerError) -> TemplateValue {
    guard step != 0 else { throw .template(reason: "a slice's step is zero") }
    let elements: [TemplateValue]
    switch value {
    case .undefined(let what): throw .template(reason: what)
    case .string, .list: elements = try items(of: value)
    default: return .undefined("\(value.described) can't be sliced")
    }
    let count = elements.count
    func clamped(_ bound: Int?, default standard: Int) -> Int {
      guard let bound else { return standard }
      let place = bound < 0 ? bound.addingReportingOverflow(count).partialValue : bound
      return step > 0 ? min(max(place, 0), count) : min(max(place, -1), count - 1)
    }
    let first = clamped(start, default: step > 0 ? 0 : count - 1)
    let last = clamped(end, default: step > 0 ? count : -1)
    var chosen: [TemplateValue] = []
    // A step beyond the count takes one element, as the count does; and it can't overflow.
    let stride = max(-count - 1, min(step, count + 1))
    var index = first
    while stride > 0 ? index < last : index > last {
      chosen.append(elements[index])
      index += stride
    }
    guard case .string = value else {
      if case .list(let list) = value { return try made(chosen, isTuple: list.isTuple) }
      return try made(chosen)
    }
    var text = ""
    for element in chosen {
      if case .string(let letter) = element { text.unicodeScalars.append(contentsOf: letter.unicodeScalars) }
    }
    return try made(text)
  }

  // MARK: - Arithmetic

  func negated(_ value: TemplateValue) throws(TokenizerError) -> TemplateValue {
    if case .float(let number) = value { return .float(-number) }
    return try arithmetic(whole: "-", 0, try whole(value))
  }

  private func whole(_ value: TemplateValue) throws(TokenizerError) -> Int {
    if case .undefined(let what) = value { throw .template(reason: what) }
    guard let number = value.wholeNumber else { throw .template(reason: "\(value.described) is no number") }
    return number
  }

  mutating func arithmetic(
    _ symbol: String, _ left: TemplateValue, _ right: TemplateValue
  ) throws(TokenizerError) -> TemplateValue {
    if symbol == "~" {
      let parts = [try text(of: left), try text(of: right)]
      return try made(try joined(parts, separator: ""))
    }
    switch (symbol, left, right) {
    case (_, .undefined(let what), _), (_, _, .undefined(let what)): throw .template(reason: what)
    case ("+", .string(let first), .string(let second)):
      return try made(try joined([first, second], separator: ""))
    case ("+", .list(let first), .list(let second)) where first.isTuple == second.isTuple:
      return try made(first.elements + second.elements, isTuple: first.isTuple)
    case ("*", .string(let text), _) where right.wholeNumber != nil: return try repeated(text, right.wholeNumber ?? 0)
    case ("*", _, .string(let text)) where left.wholeNumber != nil: return try repeated(text, left.wholeNumber ?? 0)
    case ("*", .list(let list), _) where right.wholeNumber != nil: return try repeated(list, right.wholeNumber ?? 0)
    default: break
    }
    if symbol != "/", let first = left.wholeNumber, let second = right.wholeNumber {
      return try arithmetic(whole: symbol, first, second)
    }
    guard let first = left.number, let second = right.number else {
      throw .template(reason: "this program doesn't know “\(symbol)” between \(left.described) and \(right.described)")
    }
    switch symbol {
    case "+": return .float(first + second)
    case "-": return .float(first - second)
    case "*": return .float(first * second)
    case "**": return .float(pow(first, second))
    default:
      guard second != 0 else { throw .template(reason: "it divides by zero") }
      switch symbol {
      case "/": return .float(first / second)
      case "//": return .float((first / second).rounded(.down))
      default:
        let rest = first.truncatingRemainder(dividingBy: second)
        return .float(rest != 0 && (rest < 0) != (second < 0) ? rest + second : rest)
      }
    }
  }

  private func arithmetic(whole symbol: String, _ left: Int, _ right: Int) throws(TokenizerError) -> TemplateValue {
    let result: (partialValue: Int, overflow: Bool)
    switch symbol {
    case "+": result = left.addingReportingOverflow(right)
    case "-": result = left.subtractingReportingOverflow(right)
    case "*": result = left.multipliedReportingOverflow(by: right)
    case "//", "%":
      guard right != 0 else { throw .template(reason: "it divides by zero") }
      let (quotient, overflow) = left.dividedReportingOverflow(by: right)
      let rest = left.remainderReportingOverflow(dividingBy: right).partialValue
      // Python rounds down, not towards zero.
      let isBelow = rest != 0 && (rest < 0) != (right < 0)
      result = (symbol == "%" ? (isBelow ? rest + right : rest) : (isBelow ? quotient - 1 : quotient), overflow)
    case "**":
      guard right >= 0 else { return .float(pow(Double(left), Double(right))) }
      var power = (partialValue: 1, overflow: false)
      // Beyond 64 factors only 0, 1 and -1 stay in range.
      for _ in 0..<min(right, 64 + right % 2) where !power.overflow {
        power = power.partialValue.multipliedReportingOverflow(by: left)
      }
      result = power
    default: throw .template(reason: "this program doesn't know “\(symbol)”")
    }
    guard !result.overflow else { throw .template(reason: "a number gets too large") }
    return .integer(result.partialValue)
  }

  private mutating func repeated(_ text: String, _ count: Int) throws(TokenizerError) -> TemplateValue {
    let (size, overflow) = text.utf8.count.multipliedReportingOverflow(by: max(count, 0))
    guard !overflow, size <= Self.maximalText else {
      throw .template(reason: "it makes a text of more than \(Self.maximalText >> 20) MiB")
    }
    return try made(size == 0 ? "" : String(repeating: text, count: count))
  }

  private mutating func repeated(_ list: TemplateList, _ count: Int) throws(TokenizerError) -> TemplateValue {
    let (size, overflow) = list.elements.count.multipliedReportingOverflow(by: max(count, 0))
    guard !overflow, size <= Self.maximalElements else {
      throw .template(reason: "it makes a list of more than \(Self.maximalElements) elements")
    }
    var elements: [TemplateValue] = []
    if size > 0 { for _ in 0..<count { elements += list.elements } }
    return try made(elements, isTuple: list.isTuple)
  }

  // MARK: - Comparison

  mutating func compare(
    _ operation: String, _ left: TemplateValue, _ right: TemplateValue
  ) throws(TokenizerError) -> Bool {
    switch operation {
    case "==": return try equal(left, right)
    case "!=": return !(try equal(left, right))
    case "in": return try contains(right, left)
    case "not in": return !(try contains(right, left))
    case "<": return try precedes(left, right)
    case ">": return try precedes(right, left)
    case "<=": return try !precedes(right, left) && !isNotANumber(left, right)
    default: return try !precedes(left, right) && !isNotANumber(left, right)
    }
  }

  private func isNotANumber(_ left: TemplateValue, _ right: TemplateValue) -> Bool {
    left.number?.isNaN == true || right.number?.isNaN == true
  }

  /// Python's `==`.
  mutating func equal(_ left: TemplateValue, _ right: TemplateValue) throws(TokenizerError) -> Bool {
    try spend(1)
    switch (left, right) {
    case (.undefined, .undefined), (.none, .none): return true
    case (.string(let first), .string(let second)):
      try spend(min(first.utf8.count, second.utf8.count) / 64)
      return first.utf8.elementsEqual(second.utf8)
    case (.list(let first), .list(let second)):
      guard first.elements.count == second.elements.count, first.isTuple == second.isTuple else { return false }
      for (one, other) in zip(first.elements, second.elements) {
        guard try equal(one, other) else { return false }
      }
      return true
    case (.dictionary(let first), .dictionary(let second)):
      guard first.members.count == second.members.count else { return false }
      for (key, value) in first.members {
        try spend(second.members.count / 4)
        guard let other = second[key], try equal(value, other) else { return false }
      }
      return true
    case (.namespace(let first), .namespace(let second)): return first === second
    default:
      if let first = left.wholeNumber, let second = right.wholeNumber { return first == second }
      guard let first = left.number, let second = right.number else { return false }
      return first == second
    }
  }

  /// Python's `<`.
  mutating func precedes(_ left: TemplateValue, _ right: TemplateValue) throws(TokenizerError) -> Bool {
    try spend(1)
    if let first = left.wholeNumber, let second = right.wholeNumber { return first < second }
    if let first = left.number, let second = right.number { return first < second }
    switch (left, right) {
    case (.undefined(let what), _), (_, .undefined(let what)): throw .template(reason: what)
    case (.string(let first), .string(let second)):
      try spend(min(first.utf8.count, second.utf8.count) / 64)
      return first.utf8.lexicographicallyPrecedes(second.utf8)
    case (.list(let first), .list(let second)) where first.isTuple == second.isTuple:
      for (one, other) in zip(first.elements, second.elements) {
        if !(try equal(one, other)) { return try precedes(one, other) }
      }
      return first.elements.count < second.elements.count
    default: throw .template(reason: "\(left.described) and \(right.described) have no order")
    }
  }

  /// Python's `in`.
  mutating func contains(_ container: TemplateValue, _ value: TemplateValue) throws(TokenizerError) -> Bool {
    switch (container, value) {
    case (.undefined, _): return false
    case (.string(let text), .string(let part)):
      try spend(1 + text.utf8.count / 64)
      return part.isEmpty || PythonText.find(Array(part.utf8), in: Array(text.utf8)) != nil
    case (.list(let list), _):
      for element in list.elements where try equal(element, value) { return true }
      return false
    case (.dictionary(let dictionary), .string(let key)):
      try spend(dictionary.members.count / 4)
      return dictionary[key] != nil
    case (.dictionary, _): return false
    default: throw .template(reason: "“in” looks for \(value.described) in \(container.described)")
    }
  }
}
