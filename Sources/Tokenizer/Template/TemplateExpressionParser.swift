/// Reads the expressions in one tag, with Jinja's order of operations.
struct TemplateExpressionParser {
  private let tokens: [TemplateToken]
  private let line: Int
  private var position = 0
  private var depth = 0

  private static let maximalDepth = 64

  /// A parser at the start of a tag.
  init(_ tokens: [TemplateToken], line: Int) {
    self.tokens = tokens
    self.line = line
  }

  /// The tag's first word.
  var keyword: String {
    if case .name(let name)? = tokens.first { name } else { "" }
  }

  var isAtEnd: Bool { position == tokens.count }

  func failure(_ reason: String) -> TokenizerError { .template(reason: "\(reason) in line \(line)") }

  private var next: TemplateToken? { position < tokens.count ? tokens[position] : nil }

  private func unexpected() -> TokenizerError {
    failure(next.map { "\($0.description) is unexpected" } ?? "a tag ends too early")
  }

  func expectEnd() throws(TokenizerError) {
    guard isAtEnd else { throw unexpected() }
  }

  mutating func take(_ symbol: String) -> Bool {
    guard next == .symbol(symbol) else { return false }
    position += 1
    return true
  }

  mutating func takeName(_ name: String) -> Bool {
    guard next == .name(name) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ symbol: String) throws(TokenizerError) {
    guard take(symbol) else { throw unexpected() }
  }

  mutating func name() throws(TokenizerError) -> String {
    guard case .name(let name)? = next else { throw unexpected() }
    position += 1
    return name
  }

  /// One or more names to assign to, with commas between them, perhaps in parentheses.
  mutating func names() throws(TokenizerError) -> [String] {
    let isEnclosed = take("(")
    var names = [try name()]
    while take(",") {
      if next == .symbol(")") || next == .name("in") { break }
      names.append(try name())
    }
    if isEnclosed { try expect(")") }
    return names
  }

  private func node(_ kind: TemplateExpression.Kind) throws(TokenizerError) -> TemplateExpression {
    let node = TemplateExpression(kind)
    guard node.depth <= Self.maximalDepth * 2 else {
      throw failure("an expression has more than \(Self.maximalDepth * 2) levels")
    }
    return node
  }

  /// An expression, or several with commas between them.
  mutating func tuple(allowsConditional: Bool = true) throws(TokenizerError) -> TemplateExpression {
    let first = allowsConditional ? try expression() : try or()
    guard next == .symbol(",") else { return first }
    var elements = [first]
    while take(",") {
      if isAtEnd || next == .symbol("=") { break }
      elements.append(allowsConditional ? try expression() : try or())
    }
    return try node(.list(elements, isTuple: true))
  }

  mutating func expression() throws(TokenizerError) -> TemplateExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximalDepth else {
      throw failure("an expression is nested more than \(Self.maximalDepth) deep")
    }
    var value = try or()
    while takeName("if") {
      let condition = try or()
      let other = takeName("else") ? try expression() : nil
      value = try node(.conditional(condition: condition, value: value, other: other))
    }
    return value
  }

  private mutating func or() throws(TokenizerError) -> TemplateExpression {
    var left = try and()
    while takeName("or") { left = try node(.or(left, try and())) }
    return left
  }

  private mutating func and() throws(TokenizerError) -> TemplateExpression {
    var left = try not()
    while takeName("and") { left = try node(.and(left, try not())) }
    return left
  }

  private mutating func not() throws(TokenizerError) -> TemplateExpression {
    var count = 0
    while takeName("not") { count += 1 }
    var value = try comparison()
    for _ in 0..<count { value = try node(.not(value)) }
    return value
  }

  private mutating func comparison() throws(TokenizerError) -> TemplateExpression {
    let first = try sum()
    var rest: [(operation: String, operand: TemplateExpression)] = []
    while let operation = comparisonOperation() { rest.append((operation, try sum())) }
    return rest.isEmpty ? first : try node(.comparison(first, rest))
  }

  private mutating func comparisonOperation() -> String? {
    switch next {
    case .symbol(let symbol) where ["==", "!=", "<", "<=", ">", ">="].contains(symbol):
      position += 1
      return symbol
    case .name("in"):
      position += 1
      return "in"
    case .name("not") where position + 1 < tokens.count && tokens[position + 1] == .name("in"):
      position += 2
      return "not in"
    default: return nil
    }
  }

  private mutating func arithmetic(_ symbols: [String]) -> String? {
    guard case .symbol(let symbol)? = next, symbols.contains(symbol) else { return nil }
    position += 1
    return symbol
  }

  private mutating func sum() throws(TokenizerError) -> TemplateExpression {
    var left = try concatenation()
    while let symbol = arithmetic(["+", "-"]) { left = try node(.arithmetic(symbol, left, try concatenation())) }
    return left
  }

  private mutating func concatenation() throws(TokenizerError) -> TemplateExpression {
    var left = try product()
    while let symbol = arithmetic(["~"]) { left = try node(.arithmetic(symbol, left, try product())) }
    return left
  }

  private mutating func product() throws(TokenizerError) -> TemplateExpression {
    var left = try power()
    while let symbol = arithmetic(["*", "/", "//", "%"]) { left = try node(.arithmetic(symbol, left, try power())) }
    return left
  }

  private mutating func power() throws(TokenizerError) -> TemplateExpression {
    var left = try unary()
    while let symbol = arithmetic(["**"]) { left = try node(.arithmetic(symbol, left, try unary())) }
    return left
  }

  /// Signs bind tighter than filters: `-1 | abs` is 1.
  private mutating func unary() throws(TokenizerError) -> TemplateExpression {
    var signs: [String] = []
    while let sign = arithmetic(["-", "+"]) { signs.append(sign) }
    var value = try postfix(try primary())
    for sign in signs.reversed() { value = try node(sign == "-" ? .negation(value) : .plus(value)) }
    return try filtered(value)
  }

  private mutating func primary() throws(TokenizerError) -> TemplateExpression {
    guard let token = next else { throw unexpected() }
    position += 1
    switch token {
    case .name("true"), .name("True"): return try node(.literal(.bool(true)))
    case .name("false"), .name("False"): return try node(.literal(.bool(false)))
    case .name("none"), .name("None"): return try node(.literal(.none))
    case .name(let name): return try node(.name(name))
    case .string(var text):
      while case .string(let more)? = next {
        text += more
        position += 1
      }
      return try node(.literal(.string(text)))
    case .integer(let value): return try node(.literal(.integer(value)))
    case .float(let value): return try node(.literal(.float(value)))
    case .symbol("("): return try parenthesized()
    case .symbol("["): return try node(.list(try elements(closedBy: "]"), isTuple: false))
    case .symbol("{"): return try dictionary()
    case .symbol:
      position -= 1
      throw unexpected()
    }
  }

  private mutating func parenthesized() throws(TokenizerError) -> TemplateExpression {
    if take(")") { return try node(.list([], isTuple: true)) }
    let first = try expression()
    guard next == .symbol(",") else {
      try expect(")")
      return first
    }
    position += 1
    return try node(.list([first] + (try elements(closedBy: ")")), isTuple: true))
  }

  private mutating func elements(closedBy end: String) throws(TokenizerError) -> [TemplateExpression] {
    var elements: [TemplateExpression] = []
    while !take(end) {
      elements.append(try expression())
      if !take(",") {
        try expect(end)
        break
      }
    }
    return elements
  }

  private mutating func dictionary() throws(TokenizerError) -> TemplateExpression {
    var members: [(key: TemplateExpression, value: TemplateExpression)] = []
    while !take("}") {
      let key = try expression()
      try expect(":")
      members.append((key, try expression()))
      if !take(",") {
        try expect("}")
        break
      }
    }
    return try node(.dictionary(members))
  }

  private mutating func postfix(_ base: TemplateExpression) throws(TokenizerError) -> TemplateExpression {
    var value = base
    while true {
      if take(".") {
        if case .integer(let index)? = next {
          position += 1
          value = try node(.item(value, try node(.literal(.integer(index)))))
        } else {
          value = try node(.attribute(value, try name()))
        }
      } else if take("[") {
        value = try subscripted(value)
      } else if take("(") {
        value = try node(.call(value, try arguments()))
      } else {
        return value
      }
    }
  }

  private mutating func subscripted(_ base: TemplateExpression) throws(TokenizerError) -> TemplateExpression {
    var bounds: [TemplateExpression?] = [nil, nil, nil]
    var index = 0
    while !take("]") {
      if take(":") {
        index += 1
        guard index < 3 else { throw unexpected() }
      } else {
        guard bounds[index] == nil else { throw unexpected() }
        bounds[index] = try expression()
      }
    }
    if index == 0 {
      guard let key = bounds[0] else { throw unexpected() }
      return try node(.item(base, key))
    }
    return try node(.slice(base, start: bounds[0], end: bounds[1], step: bounds[2]))
  }

  /// The rest of a call after its opening parenthesis.
  private mutating func arguments() throws(TokenizerError) -> TemplateExpression.Arguments {
    var arguments = TemplateExpression.Arguments()
    while !take(")") {
      if next == .symbol("*") || next == .symbol("**") { throw failure("this program doesn't know *arguments") }
      if case .name(let name)? = next, position + 1 < tokens.count, tokens[position + 1] == .symbol("=") {
        position += 2
        arguments.named.append((name, try expression()))
      } else {
        guard arguments.named.isEmpty else { throw failure("an argument without a name follows one with a name") }
        arguments.positional.append(try expression())
      }
      if !take(",") {
        try expect(")")
        break
      }
    }
    return arguments
  }

  private mutating func filtered(_ base: TemplateExpression) throws(TokenizerError) -> TemplateExpression {
    var value = base
    while true {
      if take("|") {
        var name = try self.name()
        while take(".") { name += "." + (try self.name()) }
        value = try node(.filter(value, name: name, take("(") ? try arguments() : .init()))
      } else if takeName("is") {
        value = try test(value)
      } else if take("(") {
        value = try node(.call(value, try arguments()))
      } else {
        return value
      }
    }
  }

  private mutating func test(_ base: TemplateExpression) throws(TokenizerError) -> TemplateExpression {
    let isNegated = takeName("not")
    let name = try self.name()
    var arguments = TemplateExpression.Arguments()
    if take("(") {
      arguments = try self.arguments()
    } else {
      // One argument may go without parentheses.
      switch next {
      case .name(let word) where !["else", "or", "and", "is", "if", "in", "not", "recursive"].contains(word):
        arguments.positional = [try postfix(try primary())]
      case .string, .integer, .float, .symbol("["), .symbol("{"):
        arguments.positional = [try postfix(try primary())]
      default: break
      }
    }
    return try node(.test(base, name: name, arguments, isNegated: isNegated))
  }
}
