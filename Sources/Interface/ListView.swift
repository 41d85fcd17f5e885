/// Which row of a list is chosen, and which is at the top.
struct ListView: Sendable, Equatable {
  private(set) var selection = 0
  private(set) var top = 0

  /// Chooses a row; the nearest one there is.
  mutating func select(_ row: Int, count: Int, visible: Int) {
    selection = min(max(0, row), max(0, count - 1))
    settle(count: count, visible: visible)
  }

  /// Moves the choice by rows.
  mutating func move(by rows: Int, count: Int, visible: Int) {
    select(selection + rows, count: count, visible: visible)
  }

  /// Moves the rows under the frame; the choice comes along when it would leave it.
  mutating func scroll(by rows: Int, count: Int, visible: Int) {
    let visible = max(1, visible)
    top = min(max(0, top + rows), max(0, count - visible))
    selection = min(max(selection, top), max(0, min(count, top + visible) - 1))
  }

  /// Does what a key means to every list; false for other commands.
  mutating func perform(_ command: Command, count: Int, visible: Int) -> Bool {
    switch command {
    case .up: move(by: -1, count: count, visible: visible)
    case .down: move(by: 1, count: count, visible: visible)
    case .pageUp: move(by: -max(1, visible - 1), count: count, visible: visible)
    case .pageDown: move(by: max(1, visible - 1), count: count, visible: visible)
    case .first: select(0, count: count, visible: visible)
    case .last: select(count - 1, count: count, visible: visible)
    default: return false
    }
    return true
  }

  /// The rows that are shown, the chosen one among them.
  func range(count: Int, visible: Int) -> Range<Int> {
    var settled = self
    settled.select(selection, count: count, visible: visible)
    return settled.top..<max(settled.top, min(count, settled.top + max(0, visible)))
  }

  private mutating func settle(count: Int, visible: Int) {
    let visible = max(1, visible)
    top = min(top, selection)
    top = max(top, selection - visible + 1)
    top = min(max(0, top), max(0, count - visible))
  }
}
