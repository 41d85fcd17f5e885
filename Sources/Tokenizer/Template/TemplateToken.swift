/// A word of the language inside `{{ }}` and `{% %}`.
enum TemplateToken: Equatable {
  case name(String)
  case string(String)
  case integer(Int)
  case float(Double)
  case symbol(String)

  /// What error messages call it.
  var description: String {
    switch self {
    case .name(let text), .symbol(let text): text
    case .string(let text): shown(text)
    case .integer(let value): "\(value)"
    case .float(let value): "\(value)"
    }
  }
}

/// A piece of a template.
enum TemplateChunk: Equatable {
  case text(String)
  /// `{{ … }}`
  case output([TemplateToken], line: Int)
  /// `{% … %}`
  case block([TemplateToken], line: Int)
}
