import Interface

/// An app with the effects that it asked for.
struct Session {
  var app: App
  private(set) var effects: [Effect] = []

  init(columns: Int = 80, rows: Int = 24, isUTF8: Bool = true, start: Start = Sample.start) {
    var start = start
    start.surroundings.isUTF8 = isUTF8
    app = App(size: Size(columns: columns, rows: rows), start: start)
  }

  /// Sends a message and returns the effects that it led to, one by one.
  @discardableResult
  mutating func send(_ message: Message) -> [Effect] {
    let new = flat(app.update(message))
    effects += new
    return new
  }

  /// Presses keys; characters are given as text.
  @discardableResult
  mutating func press(_ keys: Key...) -> [Effect] { keys.flatMap { send(.key($0)) } }

  /// Types text character by character.
  @discardableResult
  mutating func type(_ text: String) -> [Effect] { text.flatMap { send(.key(.character($0))) } }

  @discardableResult
  mutating func mouse(_ kind: Mouse.Kind, _ column: Int, _ row: Int) -> [Effect] {
    send(.mouse(Mouse(kind, column: column, row: row)))
  }

  var frame: Frame { app.draw() }
  var text: String { app.draw().text }
  var lines: [String] { text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

  /// Where a text is on the screen.
  func find(_ text: String) -> (column: Int, row: Int)? {
    let frame = frame
    let wanted = Array(text)
    for row in 0..<frame.size.rows {
      for column in 0..<max(0, frame.size.columns - wanted.count + 1)
      where wanted.indices.allSatisfy({ frame[column + $0, row].character == wanted[$0] }) {
        return (column, row)
      }
    }
    return nil
  }

  private func flat(_ effect: Effect?) -> [Effect] {
    guard let effect else { return [] }
    if case .batch(let effects) = effect { return effects.flatMap { flat($0) } }
    return [effect]
  }
}
