/// Turns the pieces of a template into statements.
struct TemplateParser {
  private let chunks: [TemplateChunk]
  private var position = 0
  private var blockDepth = 0
  private var loopDepth = 0

  private static let maximalBlockDepth = 48

  private init(_ chunks: [TemplateChunk]) { self.chunks = chunks }

  /// The statements of a template.
  static func parse(_ source: String) throws(TokenizerError) -> [TemplateStatement] {
    var parser = TemplateParser(try TemplateLexer.chunks(of: source))
    let (statements, _) = try parser.body(until: [])
    return statements
  }

  /// The statements up to one of the block tags in `ends` (or to the end where there is none), and that tag's tokens.
  private mutating func body(
    until ends: [String]
  ) throws(TokenizerError) -> ([TemplateStatement], TemplateExpressionParser) {
    blockDepth += 1
    defer { blockDepth -= 1 }
    guard blockDepth <= Self.maximalBlockDepth else {
      throw .template(reason: "its blocks are nested more than \(Self.maximalBlockDepth) deep")
    }
    var statements: [TemplateStatement] = []
    while position < chunks.count {
      let chunk = chunks[position]
      position += 1
      switch chunk {
      case .text(let text): statements.append(.text(text))
      case .output(let tokens, let line):
        var parser = TemplateExpressionParser(tokens, line: line)
        statements.append(.output(try parser.tuple()))
        try parser.expectEnd()
      case .block(let tokens, let line):
        var parser = TemplateExpressionParser(tokens, line: line)
        let keyword = try parser.name()
        if ends.contains(keyword) { return (statements, parser) }
        statements.append(try statement(keyword, &parser))
      }
    }
    guard ends.isEmpty else {
      throw .template(reason: "{% \(ends.last ?? "") %} is missing at its end")
    }
    return (statements, TemplateExpressionParser([], line: 0))
  }

  private mutating func statement(
    _ keyword: String, _ parser: inout TemplateExpressionParser
  ) throws(TokenizerError) -> TemplateStatement {
    switch keyword {
    case "if": return try conditional(&parser)
    case "for": return try loop(&parser)
    case "set": return try set(&parser)
    case "macro": return try macro(&parser)
    case "generation":
      try parser.expectEnd()
      let (statements, end) = try body(until: ["endgeneration"])
      try end.expectEnd()
      return .group(statements)
    case "break", "continue":
      try parser.expectEnd()
      guard loopDepth > 0 else { throw parser.failure("{% \(keyword) %} stands outside a loop") }
      return keyword == "break" ? .breakLoop : .continueLoop
    default:
      throw parser.failure("this program doesn't know {% \(keyword) %}")
    }
  }

  private mutating func conditional(
    _ parser: inout TemplateExpressionParser
  ) throws(TokenizerError) -> TemplateStatement {
    var branches: [(condition: TemplateExpression, body: [TemplateStatement])] = []
    var otherwise: [TemplateStatement] = []
    var condition = try parser.tuple()
    try parser.expectEnd()
    while true {
      var (statements, end) = try body(until: ["elif", "else", "endif"])
      branches.append((condition, statements))
      switch end.keyword {
      case "elif":
        condition = try end.tuple()
        try end.expectEnd()
        continue
      case "else":
        try end.expectEnd()
        (otherwise, end) = try body(until: ["endif"])
      default: break
      }
      try end.expectEnd()
      return .conditional(branches, otherwise: otherwise)
    }
  }

  private mutating func loop(_ parser: inout TemplateExpressionParser) throws(TokenizerError) -> TemplateStatement {
    let names = try parser.names()
    guard parser.takeName("in") else { throw parser.failure("“in” is missing after {% for") }
    let iterable = try parser.tuple(allowsConditional: false)
    let condition = parser.takeName("if") ? try parser.expression() : nil
    if parser.takeName("recursive") { throw parser.failure("this program doesn't know recursive loops") }
    try parser.expectEnd()
    loopDepth += 1
    var (statements, end) = try body(until: ["else", "endfor"])
    loopDepth -= 1
    var otherwise: [TemplateStatement] = []
    if end.keyword == "else" {
      try end.expectEnd()
      (otherwise, end) = try body(until: ["endfor"])
    }
    try end.expectEnd()
    return .loop(
      TemplateStatement.Loop(
        names: names, iterable: iterable, condition: condition, body: statements, otherwise: otherwise))
  }

  private mutating func set(_ parser: inout TemplateExpressionParser) throws(TokenizerError) -> TemplateStatement {
    let names = try parser.names()
    if names.count == 1, parser.take(".") {
      let attribute = try parser.name()
      guard parser.take("=") else { throw parser.failure("“=” is missing after {% set") }
      let value = try parser.tuple()
      try parser.expectEnd()
      return .set(.attribute(names[0], attribute), value)
    }
    if parser.take("=") {
      let value = try parser.tuple()
      try parser.expectEnd()
      return .set(.names(names), value)
    }
    guard names.count == 1, parser.isAtEnd else {
      throw parser.failure("this program doesn't know this form of {% set %}")
    }
    let (statements, end) = try body(until: ["endset"])
    try end.expectEnd()
    return .capture(names[0], statements)
  }

  private mutating func macro(_ parser: inout TemplateExpressionParser) throws(TokenizerError) -> TemplateStatement {
    let name = try parser.name()
    guard parser.take("(") else { throw parser.failure("a macro's parameters are missing") }
    var parameters: [(name: String, standard: TemplateExpression?)] = []
    while !parser.take(")") {
      let parameter = try parser.name()
      parameters.append((parameter, parser.take("=") ? try parser.expression() : nil))
      if !parser.take(",") {
        guard parser.take(")") else { throw parser.failure("a macro's parameters are not closed") }
        break
      }
    }
    try parser.expectEnd()
    let outerLoopDepth = loopDepth
    loopDepth = 0
    var (statements, end) = try body(until: ["endmacro"])
    loopDepth = outerLoopDepth
    // The name may be repeated.
    _ = end.takeName(name)
    try end.expectEnd()
    return .macro(TemplateStatement.Macro(name: name, parameters: parameters, body: statements))
  }
}
