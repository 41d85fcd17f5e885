internal import Foundation

/// Renders a template: walks its statements with the values of a conversation.
///
/// Whatever a template says, it ends: every step, and every 64 bytes of text made, is charged against a limit, and so are
/// the length of the output, the size of values and the depth of calls.
struct TemplateEvaluator {
  /// What a long conversation takes a hundredth of.
  static let usualMaximalSteps = 2_000_000
  private static let maximalOutput = 16 << 20
  static let maximalText = 4 << 20
  static let maximalElements = 1 << 18
  private static let maximalValueDepth = 64
  private static let maximalDepth = 192

  /// What strftime_now says the time is.
  let now: @Sendable () -> Date
  private let maximalSteps: Int
  private var steps = 0
  private var depth = 0
  private var written = 0
  private var output = ""
  /// Scopes of names, innermost last; the first holds the conversation and what is set outside of loops and macros.
  private var scopes: [[String: TemplateValue]]
  /// The first scope of the macro that is running: those between it and the outermost are not seen.
  private var firstVisible = 0

  private init(_ values: [String: TemplateValue], now: @escaping @Sendable () -> Date, maximalSteps: Int) {
    self.maximalSteps = maximalSteps
    scopes = [values]
    for name in ["range", "namespace", "dict", "raise_exception", "strftime_now"] where scopes[0][name] == nil {
      scopes[0][name] = .function(name)
    }
    self.now = now
  }

  /// The text that statements make.
  static func render(
    _ statements: [TemplateStatement], _ values: [String: TemplateValue], now: @escaping @Sendable () -> Date,
    maximalSteps: Int = usualMaximalSteps
  ) throws(TokenizerError) -> String {
    var evaluator = TemplateEvaluator(values, now: now, maximalSteps: maximalSteps)
    _ = try evaluator.run(statements)
    return evaluator.output
  }

  // MARK: - Limits

  /// Charges for work.
  mutating func spend(_ count: Int) throws(TokenizerError) {
    steps += count
    guard steps <= maximalSteps else {
      throw .template(reason: "it takes more than \(maximalSteps) steps to render")
    }
  }

  private mutating func enter() throws(TokenizerError) {
    try spend(1)
    depth += 1
    guard depth <= Self.maximalDepth else {
      throw .template(reason: "it nests calls and expressions more than \(Self.maximalDepth) deep")
    }
  }

  /// A text as a value, if it is not too long.
  mutating func made(_ text: String) throws(TokenizerError) -> TemplateValue {
    try spend(1 + text.utf8.count / 64)
    guard text.utf8.count <= Self.maximalText else {
      throw .template(reason: "it makes a text of more than \(Self.maximalText >> 20) MiB")
    }
    return .string(text)
  }

  /// A list as a value, if it is not too large.
  mutating func made(_ elements: [TemplateValue], isTuple: Bool = false) throws(TokenizerError) -> TemplateValue {
    try spend(1 + elements.count / 4)
    guard elements.count <= Self.maximalElements else {
      throw .template(reason: "it makes a list of more than \(Self.maximalElements) elements")
    }
    for element in elements { try checkPlain(element) }
    return try made(TemplateList(elements, isTuple: isTuple))
  }

  private func made(_ list: TemplateList) throws(TokenizerError) -> TemplateValue {
    guard list.depth <= Self.maximalValueDepth else {
      throw .template(reason: "it nests lists more than \(Self.maximalValueDepth) deep")
    }
    return .list(list)
  }

  /// A dictionary as a value, if it is not too large.
  mutating func made(_ members: [(String, TemplateValue)]) throws(TokenizerError) -> TemplateValue {
    var dictionary = TemplateDictionary()
    for (key, value) in members {
      try spend(1 + dictionary.members.count / 4)
      try checkPlain(value)
      dictionary[key] = value
    }
    guard dictionary.depth <= Self.maximalValueDepth else {
      throw .template(reason: "it nests dictionaries more than \(Self.maximalValueDepth) deep")
    }
    return .dictionary(dictionary)
  }

  private func checkPlain(_ value: TemplateValue) throws(TokenizerError) {
    guard value.isPlain else {
      throw .template(reason: "this program can't keep \(value.described) in another value")
    }
  }

  // MARK: - Statements

  private enum Flow { case on, breakLoop, continueLoop }

  private mutating func run(_ statements: [TemplateStatement]) throws(TokenizerError) -> Flow {
    try enter()
    defer { depth -= 1 }
    for statement in statements {
      try spend(1)
      let flow = try run(statement)
      if flow != .on { return flow }
    }
    return .on
  }

  private mutating func run(_ statement: TemplateStatement) throws(TokenizerError) -> Flow {
    switch statement {
    case .text(let text): try write(text)
    case .output(let expression): try write(try text(of: try evaluate(expression)))
    case .conditional(let branches, let otherwise):
      for branch in branches where try evaluate(branch.condition).isTrue { return try run(branch.body) }
      return try run(otherwise)
    case .loop(let loop): try run(loop)
    case .set(.names(let names), let expression): try assign(try evaluate(expression), to: names)
    case .set(.attribute(let name, let attribute), let expression):
      let value = try evaluate(expression)
      guard case .namespace(let namespace) = lookUp(name) else {
        throw .template(reason: "\(shown(name)) is no namespace, so that \(shown(attribute)) can't be set in it")
      }
      try checkPlain(value)
      try spend(1 + namespace.attributes.members.count / 4)
      namespace.attributes[attribute] = value
    case .capture(let name, let body):
      let text = try capture { (self) throws(TokenizerError) in
        self.scopes.append([:])
        defer { self.scopes.removeLast() }
        _ = try self.run(body)
      }
      set(name, try made(text))
    case .macro(let macro): set(macro.name, .macro(macro))
    case .group(let body): return try run(body)
    case .breakLoop: return .breakLoop
    case .continueLoop: return .continueLoop
    }
    return .on
  }

  private mutating func write(_ text: String) throws(TokenizerError) {
    try spend(text.utf8.count / 64)
    written += text.utf8.count
    guard written <= Self.maximalOutput else {
      throw .template(reason: "it writes more than \(Self.maximalOutput >> 20) MiB")
    }
    output += text
  }

  private mutating func capture(
    _ work: (inout TemplateEvaluator) throws(TokenizerError) -> Void
  ) throws(TokenizerError) -> String {
    let outer = output
    output = ""
    defer { output = outer }
    try work(&self)
    return output
  }

  private mutating func run(_ loop: TemplateStatement.Loop) throws(TokenizerError) {
    var items = try self.items(of: try evaluate(loop.iterable))
    if let condition = loop.condition {
      var kept: [TemplateValue] = []
      for item in items {
        scopes.append([:])
        defer { scopes.removeLast() }
        try assign(item, to: loop.names)
        if try evaluate(condition).isTrue { kept.append(item) }
      }
      items = kept
    }
    let state = TemplateLoop(items: items)
    var hasCompleted = false
    for (index, item) in items.enumerated() {
      state.index = index
      scopes.append(["loop": .loop(state)])
      defer { scopes.removeLast() }
      try assign(item, to: loop.names)
      let flow = try run(loop.body)
      if flow == .on { hasCompleted = true }
      if flow == .breakLoop { break }
    }
    // Not only after no items: Jinja counts items whose body came to its end.
    if !hasCompleted { _ = try run(loop.otherwise) }
  }

  private mutating func set(_ name: String, _ value: TemplateValue) { scopes[scopes.count - 1][name] = value }

  private mutating func assign(_ value: TemplateValue, to names: [String]) throws(TokenizerError) {
    if names.count == 1 {
      set(names[0], value)
      return
    }
    let parts = try items(of: value)
    guard parts.count == names.count else {
      throw .template(reason: "\(parts.count) values can't be given to \(names.count) names")
    }
    for (name, part) in zip(names, parts) { set(name, part) }
  }

  private func lookUp(_ name: String) -> TemplateValue {
    var index = scopes.count - 1
    while index >= firstVisible {
      if let value = scopes[index][name] { return value }
      index -= 1
    }
    return scopes[0][name] ?? .undefined("\(shown(name)) is undefined")
  }

  // MARK: - Expressions

  mutating func evaluate(_ expression: TemplateExpression) throws(TokenizerError) -> TemplateValue {
    try enter()
    defer { depth -= 1 }
    switch expression.kind {
    case .literal(let literal): return Self.value(of: literal)
    case .name(let name): return lookUp(name)
    case .list(let elements, let isTuple): return try list(elements, isTuple: isTuple)
    case .dictionary(let members): return try dictionary(members)
    case .attribute(let base, let name): return try attribute(name, of: try evaluate(base))
    case .item(let base, let key): return try item(try evaluate(key), of: try evaluate(base))
    case .slice(let base, let start, let end, let step): return try slice(base, start, end, step)
    case .call(let callee, let arguments): return try call(callee, arguments)
    case .filter(let base, let name, let arguments):
      return try filter(name, try evaluate(base), try evaluate(arguments))
    case .test(let base, let name, let arguments, let isNegated):
      return .bool(try test(name, try evaluate(base), try evaluate(arguments).positional) != isNegated)
    case .negation(let base): return try negated(try evaluate(base))
    case .plus(let base): return try arithmetic("+", .integer(0), try evaluate(base))
    case .not(let base): return .bool(!(try evaluate(base).isTrue))
    case .and(let left, let right):
      let value = try evaluate(left)
      return value.isTrue ? try evaluate(right) : value
    case .or(let left, let right):
      let value = try evaluate(left)
      return value.isTrue ? value : try evaluate(right)
    case .arithmetic(let symbol, let left, let right):
      return try arithmetic(symbol, try evaluate(left), try evaluate(right))
    case .comparison(let first, let rest): return try comparison(first, rest)
    case .conditional(let condition, let value, let other):
      if try evaluate(condition).isTrue { return try evaluate(value) }
      return try other.map { (other) throws(TokenizerError) in try evaluate(other) }
        ?? .undefined("a condition without “else” gave nothing")
    }
  }

  private static func value(of literal: TemplateExpression.Literal) -> TemplateValue {
    switch literal {
    case .none: .none
    case .bool(let value): .bool(value)
    case .integer(let value): .integer(value)
    case .float(let value): .float(value)
    case .string(let value): .string(value)
    }
  }

  private mutating func list(_ elements: [TemplateExpression], isTuple: Bool) throws(TokenizerError) -> TemplateValue {
    var values: [TemplateValue] = []
    for element in elements { values.append(try evaluate(element)) }
    return try made(values, isTuple: isTuple)
  }

  private mutating func dictionary(
    _ members: [(key: TemplateExpression, value: TemplateExpression)]
  ) throws(TokenizerError) -> TemplateValue {
    var values: [(String, TemplateValue)] = []
    for member in members {
      guard case .string(let key) = try evaluate(member.key) else {
        throw .template(reason: "this program knows only texts as keys of dictionaries")
      }
      values.append((key, try evaluate(member.value)))
    }
    return try made(values)
  }

  private mutating func comparison(
    _ first: TemplateExpression, _ rest: [(operation: String, operand: TemplateExpression)]
  ) throws(TokenizerError) -> TemplateValue {
    var left = try evaluate(first)
    for (operation, operand) in rest {
      let right = try evaluate(operand)
      guard try compare(operation, left, right) else { return .bool(false) }
      left = right
    }
    return .bool(true)
  }

  private mutating func slice(
    _ base: TemplateExpression, _ start: TemplateExpression?, _ end: TemplateExpression?, _ step: TemplateExpression?
  ) throws(TokenizerError) -> TemplateValue {
    let value = try evaluate(base)
    var bounds: [Int?] = []
    for expression in [start, end, step] {
      let bound = try expression.map { (bound) throws(TokenizerError) in try evaluate(bound) } ?? .none
      switch bound {
      case .none: bounds.append(nil)
      case let bound:
        guard let number = bound.wholeNumber else {
          throw .template(reason: "a slice's bound is \(bound.described), not a whole number")
        }
        bounds.append(number)
      }
    }
    return try slice(value, bounds[0], bounds[1], bounds[2] ?? 1)
  }

  // MARK: - Calls

  /// Arguments as values.
  struct Arguments {
    var positional: [TemplateValue] = []
    var named: [(name: String, value: TemplateValue)] = []

    /// The argument at a place or of a name.
    subscript(index: Int, name: String) -> TemplateValue? {
      index < positional.count ? positional[index] : named.first { $0.name == name }?.value
    }
  }

  private mutating func evaluate(_ arguments: TemplateExpression.Arguments) throws(TokenizerError) -> Arguments {
    var values = Arguments()
    for argument in arguments.positional { values.positional.append(try evaluate(argument)) }
    for argument in arguments.named { values.named.append((argument.name, try evaluate(argument.value))) }
    return values
  }

  private mutating func call(
    _ callee: TemplateExpression, _ arguments: TemplateExpression.Arguments
  ) throws(TokenizerError) -> TemplateValue {
    if case .attribute(let base, let name) = callee.kind {
      let receiver = try evaluate(base)
      return try method(name, of: receiver, try evaluate(arguments))
    }
    let function = try evaluate(callee)
    let values = try evaluate(arguments)
    switch function {
    case .macro(let macro): return try call(macro, values)
    case .function(let name): return try callFunction(name, values)
    case .undefined(let what): throw .template(reason: what)
    default: throw .template(reason: "\(function.described) is called as if it were a function")
    }
  }

  private mutating func call(
    _ macro: TemplateStatement.Macro, _ arguments: Arguments
  ) throws(TokenizerError) -> TemplateValue {
    guard arguments.positional.count <= macro.parameters.count else {
      throw .template(reason: "the macro \(shown(macro.name)) is given too many arguments")
    }
    for (name, _) in arguments.named where !macro.parameters.contains(where: { $0.name == name }) {
      throw .template(reason: "the macro \(shown(macro.name)) has no parameter \(shown(name))")
    }
    let (outerScopes, outerFirst) = (scopes.count, firstVisible)
    scopes.append([:])
    firstVisible = outerScopes
    defer {
      scopes.removeSubrange(outerScopes...)
      firstVisible = outerFirst
    }
    for (index, parameter) in macro.parameters.enumerated() {
      if let value = arguments[index, parameter.name] {
        set(parameter.name, value)
      } else if let standard = parameter.standard {
        set(parameter.name, try evaluate(standard))
      } else {
        set(parameter.name, .undefined("the parameter \(shown(parameter.name)) was not given"))
      }
    }
    return try made(try capture { (self) throws(TokenizerError) in _ = try self.run(macro.body) })
  }
}
