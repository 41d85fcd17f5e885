/// What stands in braces: a parameter, perhaps one of its fields, and filters.
struct Placeholder: Sendable {
  private let name: String
  private let path: [String]
  private let filters: [TextFilter]
  /// Whether the text goes into a shell command as it is.
  let isRaw: Bool
  /// The kind of what it stands for.
  let kind: ValueKind

  /// Reads what is between the braces: `name.field|filter:argument|raw`.
  init(_ written: String, in scope: Scope) throws(TaskProblem) {
    var parts = written.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let names = parts.removeFirst().split(separator: ".").map(String.init)
    guard let name = names.first else { throw TaskProblem("{\(written)} names nothing") }
    self.name = name
    path = Array(names.dropFirst())
    var kind = try scope.kind(name)
    for field in path {
      guard let inner = kind.field(field) else {
        let fields = kind.fields
        throw TaskProblem(
          fields.isEmpty
            ? "{\(written)}: \(name) is \(kind.words) and has no fields"
            : "{\(written)}: there is no field \(field); \(NearNames.advice(field, among: fields))")
      }
      kind = inner
    }
    isRaw = parts.last == "raw"
    if isRaw { parts.removeLast() }
    var filters: [TextFilter] = []
    for part in parts {
      let filter: TextFilter
      do throws(TaskProblem) { filter = try TextFilter(part, on: kind) } catch {
        throw TaskProblem("{\(written)}: \(error.reason)")
      }
      filters.append(filter)
      kind = filter.result
    }
    self.filters = filters
    self.kind = kind
  }

  /// What it stands for.
  func value(in bindings: Bindings) -> TaskValue {
    var value = bindings[name] ?? .text("")
    for field in path { value = value.field(field) ?? .text("") }
    for filter in filters { value = filter(value) }
    return value
  }

  /// Throws where it can't be written down without saying how.
  func requireText(_ written: String) throws(TaskProblem) {
    var inner = kind
    while let element = inner.element { inner = element }
    switch inner {
    case .time:
      throw TaskProblem("say how {\(written)} is written, for example {\(written)|iso} or {\(written)|clock}")
    case .record(let fields):
      let field = fields.keys.sorted().first ?? "field"
      throw TaskProblem("{\(written)} is a record; name a field of it, for example {\(written).\(field)}")
    default: break
    }
  }
}
