internal import Tasks

extension TaskInstance {
  /// A parameter as text.
  func need(_ name: String) throws(OracleError) -> String {
    guard let text = text(name) else { throw .parameter(task: definition.name, name: name) }
    return text
  }

  /// A parameter that is a whole number.
  func need(number name: String) throws(OracleError) -> Int {
    switch values[name] {
    case .number(let number): return number
    case .text(let text):
      if let number = Int(text) { return number }
    default: break
    }
    throw .parameter(task: definition.name, name: name)
  }

  /// A parameter that is a day or a moment.
  func need(moment name: String) throws(OracleError) -> Moment {
    guard case .time(let seconds) = values[name] else { throw .parameter(task: definition.name, name: name) }
    return Moment(seconds: seconds)
  }
}
