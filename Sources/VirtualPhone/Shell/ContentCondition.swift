/// The part of SQL's WHERE that `content --where` is given: comparisons, LIKE, IN, IS NULL, AND, OR, NOT, parentheses.
indirect enum ContentCondition: Sendable, Equatable {
  case compare(String, String, String)
  case like(String, String)
  case isNull(String)
  case oneOf(String, [String])
  case not(ContentCondition)
  case and(ContentCondition, ContentCondition)
  case or(ContentCondition, ContentCondition)

  func holds(for row: ContentTables.Row) -> Bool {
    switch self {
    case .and(let left, let right): return left.holds(for: row) && right.holds(for: row)
    case .or(let left, let right): return left.holds(for: row) || right.holds(for: row)
    case .not(let inner): return !inner.holds(for: row)
    case .isNull(let column): return row[column] == nil
    case .oneOf(let column, let values): return row[column].map(values.contains) ?? false
    case .like(let column, let pattern):
      guard let value = row[column] else { return false }
      let wild = pattern.lowercased().map {
        $0 == "%" ? "*" : $0 == "_" ? "?" : "*?[\\".contains($0) ? "\\\($0)" : "\($0)"
      }
      return ShellPattern(wild.joined()).matches(value, ignoringCase: true)
    case .compare(let column, let operation, let wanted):
      guard let value = row[column] else { return false }
      let order: Int
      if let a = Double(value), let b = Double(wanted) {
        order = a < b ? -1 : a > b ? 1 : 0
      } else {
        order = value < wanted ? -1 : value > wanted ? 1 : 0
      }
      switch operation {
      case "=", "==": return order == 0
      case "!=", "<>": return order != 0
      case "<": return order < 0
      case "<=": return order <= 0
      case ">": return order > 0
      default: return order >= 0
      }
    }
  }

  /// Parses a clause; nil where it is none.
  static func parse(_ text: String) -> ContentCondition? {
    guard let tokens = tokens(of: text), tokens.count < 500 else { return nil }
    var parser = Parser(tokens: tokens)
    guard let condition = parser.either(), parser.position == tokens.count else { return nil }
    return condition
  }

  private enum Token: Equatable {
    case name(String)
    case value(String)
    case symbol(String)
  }

  private static func tokens(of text: String) -> [Token]? {
    var tokens: [Token] = []
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == " " || scalar == "\t" || scalar == "\n" {
        index += 1
      } else if scalar == "'" || scalar == "\"" {
        var value = String.UnicodeScalarView()
        index += 1
        while true {
          guard index < scalars.count else { return nil }
          if scalars[index] == scalar {
            guard index + 1 < scalars.count, scalars[index + 1] == scalar else { break }
            index += 1
          }
          value.append(scalars[index])
          index += 1
        }
        index += 1
        tokens.append(.value(String(value)))
      } else if "=<>!(),".unicodeScalars.contains(scalar) {
        var symbol = String(scalar)
        index += 1
        if index < scalars.count, "<>!=".contains(symbol),
          scalars[index] == "=" || symbol == "<" && scalars[index] == ">"
        {
          symbol += String(scalars[index])
          index += 1
        }
        tokens.append(.symbol(symbol))
      } else {
        var word = String.UnicodeScalarView()
        while index < scalars.count, !" \t\n'\"=<>!(),".unicodeScalars.contains(scalars[index]) {
          word.append(scalars[index])
          index += 1
        }
        let text = String(word)
        tokens.append(Double(text) == nil ? .name(text) : .value(text))
      }
    }
    return tokens
  }

  private struct Parser {
    let tokens: [Token]
    var position = 0
    var depth = 0

    private mutating func takeWord(_ word: String) -> Bool {
      guard position < tokens.count, case .name(let name) = tokens[position], name.uppercased() == word else {
        return false
      }
      position += 1
      return true
    }

    private mutating func takeSymbol(_ symbol: String) -> Bool {
      guard position < tokens.count, tokens[position] == .symbol(symbol) else { return false }
      position += 1
      return true
    }

    private mutating func value() -> String? {
      guard position < tokens.count else { return nil }
      defer { position += 1 }
      switch tokens[position] {
      case .value(let value): return value
      case .name(let name): return name
      case .symbol: return nil
      }
    }

    mutating func either() -> ContentCondition? {
      guard var left = both() else { return nil }
      while takeWord("OR") {
        guard let right = both() else { return nil }
        left = .or(left, right)
      }
      return left
    }

    private mutating func both() -> ContentCondition? {
      guard var left = single() else { return nil }
      while takeWord("AND") {
        guard let right = single() else { return nil }
        left = .and(left, right)
      }
      return left
    }

    private mutating func single() -> ContentCondition? {
      depth += 1
      defer { depth -= 1 }
      guard depth < 50 else { return nil }
      if takeWord("NOT") { return single().map(ContentCondition.not) }
      if takeSymbol("(") {
        guard let inner = either(), takeSymbol(")") else { return nil }
        return inner
      }
      guard let column = value() else { return nil }
      if takeWord("IS") {
        let isNegated = takeWord("NOT")
        guard takeWord("NULL") else { return nil }
        return isNegated ? .not(.isNull(column)) : .isNull(column)
      }
      let isNegated = takeWord("NOT")
      if takeWord("LIKE") {
        guard let pattern = value() else { return nil }
        return isNegated ? .not(.like(column, pattern)) : .like(column, pattern)
      }
      if takeWord("IN") {
        guard takeSymbol("(") else { return nil }
        var values: [String] = []
        repeat {
          guard let value = value() else { return nil }
          values.append(value)
        } while takeSymbol(",")
        guard takeSymbol(")") else { return nil }
        return isNegated ? .not(.oneOf(column, values)) : .oneOf(column, values)
      }
      guard !isNegated, position < tokens.count, case .symbol(let operation) = tokens[position],
        ["=", "==", "!=", "<>", "<", "<=", ">", ">="].contains(operation)
      else { return nil }
      position += 1
      // `1=1` compares two constants.
      guard let wanted = value() else { return nil }
      if Double(column) != nil { return column == wanted ? .not(.oneOf("_id", [])) : .oneOf("_id", []) }
      return .compare(column, operation, wanted)
    }
  }
}
